package org.shouwen.desk.web;

import java.time.YearMonth;
import org.shouwen.firstresponsibility.HandoverDesk;
import org.shouwen.firstresponsibility.LeaveDesk;
import org.shouwen.firstresponsibility.PostChangeDesk;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 值班: who is there, leave, hand-over, changes of posts, what was only passed on. */
@Allowed
@StaffPage
@RequestMapping("/desk/roster")
class RosterPageController {

    private static final String BACK = "redirect:/desk/roster";
    private static final int LONGEST = 500;

    private final RosterPages pages;
    private final Desks desks;
    private final Moments moments;

    /** Where it is done. */
    @Component
    record Desks(LeaveDesk leave, HandoverDesk handovers, PostChangeDesk postChanges) {}

    RosterPageController(RosterPages pages, Desks desks, Moments moments) {
        this.pages = pages;
        this.desks = desks;
        this.moments = moments;
    }

    @GetMapping
    String duty(Caller caller, Model model) {
        model.addAttribute("page", pages.duty(caller.code()));
        return "desk/roster";
    }

    @GetMapping("/leave")
    String leave(Caller caller, Model model) {
        model.addAttribute("page", pages.leave(caller.code()));
        return "desk/leave";
    }

    @GetMapping("/handovers")
    String handovers(Caller caller, Model model) {
        model.addAttribute("page", pages.handovers(caller.code()));
        return "desk/handovers";
    }

    @GetMapping("/post-changes")
    String postChanges(Caller caller, Model model) {
        model.addAttribute("page", pages.postChanges(caller.code()));
        return "desk/post-changes";
    }

    @Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
    @GetMapping("/transfers")
    String transfers(@RequestParam(required = false) String month, Caller caller, Model model) {
        YearMonth shown =
                month == null || month.isBlank() ? moments.month(moments.now()) : Written.month(month, "month", "月份");
        model.addAttribute("page", pages.transfers(shown, caller.code()));
        return "desk/transfers";
    }

    @PostMapping("/absences")
    String report(
            @RequestParam(required = false) String staff,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String reason,
            Caller caller,
            RedirectAttributes flash) {
        desks.leave()
                .report(
                        Written.text(staff, "staff", "员工", 40),
                        until == null || until.isBlank()
                                ? null
                                : Written.moment(until, "until", "预计回岗时间", moments.zone()),
                        Written.text(reason, "reason", "原因", LONGEST),
                        caller.code(),
                        moments.now());
        flash.addFlashAttribute("done", "已登记不在岗，任务已转给替代人。");
        return BACK;
    }

    @PostMapping("/returns")
    String back(@RequestParam(required = false) String staff, Caller caller, RedirectAttributes flash) {
        desks.leave().back(Written.text(staff, "staff", "员工", 40), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已登记回岗，没办完的任务已交还。");
        return BACK;
    }

    @PostMapping("/leave")
    String ask(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String reason,
            Caller caller,
            RedirectAttributes flash) {
        desks.leave()
                .ask(
                        Written.moment(from, "from", "开始时间", moments.zone()),
                        Written.moment(until, "until", "结束时间", moments.zone()),
                        Written.text(reason, "reason", "请假原因", LONGEST),
                        caller.code(),
                        moments.now());
        flash.addFlashAttribute("done", "已提交，等上级审批。");
        return BACK + "/leave";
    }

    @PostMapping("/leave/{id}/approval")
    String approve(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        desks.leave().approve(id, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已批准，请假期间任务自动转给替代人。");
        return BACK + "/leave";
    }

    @PostMapping("/leave/{id}/refusal")
    String refuse(
            @PathVariable long id,
            @RequestParam(required = false) String remark,
            Caller caller,
            RedirectAttributes flash) {
        desks.leave().refuse(id, Written.text(remark, "remark", "不批准的理由", LONGEST), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已答复不批准。");
        return BACK + "/leave";
    }

    @PostMapping("/leave/{id}/cancellation")
    String cancel(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        desks.leave().cancel(id, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已撤销请假。");
        return BACK + "/leave";
    }

    @PostMapping("/handovers")
    String prepareHandover(
            @RequestParam(required = false) String post,
            @RequestParam(required = false) String incoming,
            @RequestParam(required = false) String shiftEnd,
            HandoverDesk.Words words,
            Caller caller,
            RedirectAttributes flash) {
        desks.handovers()
                .prepare(
                        Written.text(post, "post", "岗位", 40),
                        Written.text(incoming, "incoming", "接班人", 40),
                        Written.moment(shiftEnd, "shiftEnd", "交班时间", moments.zone()),
                        new HandoverDesk.Words(
                                Written.optional(words.keys(), "keys", "钥匙和工具", 1000),
                                Written.optional(words.cash(), "cash", "现金和票据", 1000),
                                Written.optional(words.cautions(), "cautions", "注意事项", 2000)),
                        caller.code(),
                        moments.now());
        flash.addFlashAttribute("done", "交班记录已写好，未办结的工单已列入。请签字。");
        return BACK + "/handovers";
    }

    @PostMapping("/handovers/{id}/signature")
    String signHandover(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        desks.handovers().sign(id, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已签字。");
        return BACK + "/handovers";
    }

    @PostMapping("/post-changes")
    String preparePostChange(
            PostChangeDesk.People people, PostChangeDesk.Things things, Caller caller, RedirectAttributes flash) {
        desks.postChanges()
                .prepare(
                        new PostChangeDesk.People(
                                Written.text(people.post(), "post", "岗位", 40),
                                Written.text(people.predecessor(), "predecessor", "移交人", 40),
                                Written.text(people.successor(), "successor", "接收人", 40),
                                Written.text(people.witness(), "witness", "监交人", 40)),
                        new PostChangeDesk.Things(
                                Written.optional(things.items(), "items", "物品", 2000),
                                Written.optional(things.keys(), "keys", "钥匙", 1000),
                                Written.optional(things.files(), "files", "资料", 2000)),
                        caller.code(),
                        moments.now());
        flash.addFlashAttribute("done", "记录已写好，三方签字后生效。");
        return BACK + "/post-changes";
    }

    @PostMapping("/post-changes/{id}/signature")
    String signPostChange(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        desks.postChanges().sign(id, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已签字；三方签完即生效。");
        return BACK + "/post-changes";
    }
}
