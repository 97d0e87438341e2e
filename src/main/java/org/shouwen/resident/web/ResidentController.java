package org.shouwen.resident.web;

import java.time.Duration;
import org.shouwen.notification.Notice;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.resident.LinkPage;
import org.shouwen.resident.ResidentPart;
import org.shouwen.rights.Pace;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A resident's page of one matter, and what he does there to a matter of any kind. Whoever gets here holds its key. */
@LinkPage
@RequestMapping("/r/t/{number}")
class ResidentController {

    private static final Duration BETWEEN_URGES = Duration.ofHours(1);

    private final ResidentPages pages;
    private final TicketDesk desk;
    private final Pace pace;
    private final Moments moments;

    ResidentController(ResidentPages pages, TicketDesk desk, Pace pace, Moments moments) {
        this.pages = pages;
        this.desk = desk;
        this.pace = pace;
        this.moments = moments;
    }

    @GetMapping
    String page(
            @PathVariable String number,
            @RequestParam(required = false) String done,
            @RequestParam(required = false) String again,
            Model model) {
        model.addAttribute("done", pages.said(done));
        if (again != null) {
            model.addAttribute("problem", "没有提交成功：页面停留太久，或者文件太多、太大。请再试一次，一次最多 9 个文件，每个不超过 10 MB。");
        }
        return pages.fill(number, model);
    }

    @PostMapping("/urge")
    String urge(@PathVariable String number) {
        if (!pace.allows("urge " + number, 1, BETWEEN_URGES)) {
            throw Refusal.notPossibleNow("urged-just-now", "您刚刚催办过，办理人员已收到提醒；一小时后可以再催");
        }
        desk.urge(number, Notice.RESIDENT, moments.now());
        return ResidentPart.after(number, "urged");
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String number, @RequestParam(required = false) String reason) {
        desk.withdraw(number, Written.reason(reason, "撤回的原因"), Notice.RESIDENT, moments.now());
        return ResidentPart.after(number, "withdrawn");
    }
}
