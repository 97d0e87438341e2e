package org.shouwen.accesslog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shouwen.accesslog.AccessLog;
import org.shouwen.accesslog.Look;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Words;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 督办 › 查阅记录: who had people's names and numbers shown, on a page and for programs. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
class AccessLogPages {

    private static final int SIZE = 50;
    private static final int LONGEST_NAME = 60;

    private final AccessLog log;
    private final Moments moments;

    AccessLogPages(AccessLog log, Moments moments) {
        this.log = log;
        this.moments = moments;
    }

    @GetMapping("/desk/access-log")
    String page(
            @RequestParam(required = false) String staff,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String after,
            Caller reader,
            Model model) {
        model.addAttribute("staff", staff);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("later", !Typed.isBlank(after));
        model.addAttribute("page", log.page(query(staff, from, until, after), reader));
        return "accesslog/looks";
    }

    /** @param after what is no number is nobody's */
    private AccessLog.Query query(String staff, String from, String until, String after) {
        LocalDate first = day(from, "from", "从哪一天");
        LocalDate last = day(until, "until", "到哪一天");
        if (first != null && last != null && last.isBefore(first)) {
            throw Refusal.invalid("period-invalid", "until", "到哪一天（until）不能早于从哪一天");
        }
        return new AccessLog.Query(
                Written.orNull(staff, "staff", "谁查看的", LONGEST_NAME),
                first == null ? null : start(first),
                last == null ? null : start(last.plusDays(1)),
                Typed.isBlank(after)
                        ? null
                        : Words.FIELDS.written(after, "after", "翻到哪一条").whole(1, Integer.MAX_VALUE) + 0L,
                SIZE);
    }

    private static LocalDate day(String text, String name, String label) {
        return Typed.isBlank(text)
                ? null
                : Words.FIELDS.written(text, name, label).date();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(moments.zone()).toInstant();
    }

    /** The same over HTTP. */
    @Allowed({Role.SUPERVISOR, Role.MANAGER})
    @RestController
    @Component
    @Tag(name = "access log")
    static class AccessLogController {

        private final AccessLogPages pages;

        AccessLogController(AccessLogPages pages) {
            this.pages = pages;
        }

        record LookView(
                long id,
                String ticket,
                String site,
                String staff,
                String staffName,
                Instant at,
                String fields,
                String purpose,
                String purposeLabel,
                String reason) {

            static LookView of(AccessLog.Line line) {
                Look look = line.look();
                return new LookView(
                        look.id(),
                        look.ticket(),
                        look.site(),
                        look.staff(),
                        line.name(),
                        look.at(),
                        look.fields(),
                        look.purpose().name(),
                        look.purpose().label(),
                        look.reason());
            }
        }

        record PageView(List<LookView> items, Long next) {}

        @GetMapping("/api/access-log")
        @Operation(
                summary = "Who had names, phones and e-mails shown that he otherwise reads masked, and why",
                description =
                        "For SUPERVISOR and MANAGER, of the caller's own sites; newest first, page by page: hand in `next`"
                                + " as `after`.")
        PageView looks(
                @Parameter(description = "code or name of who looked") @RequestParam(required = false) String staff,
                @RequestParam(required = false) String from,
                @RequestParam(required = false) String until,
                @RequestParam(required = false) String after,
                Caller reader) {
            AccessLog.Page page = pages.log.page(pages.query(staff, from, until, after), reader);
            return new PageView(page.items().stream().map(LookView::of).toList(), page.next());
        }
    }
}
