package org.shouwen.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.WorkHours;
import org.shouwen.estate.Phone;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workerpass.Worker;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPassDesk;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workers' passes of a renovation: issue, replace, suspend, take back. */
@Allowed
@StaffPage
@RequestMapping("/desk/tickets/{number}/passes")
class PassesController {

    private final WorkerPassDesk desk;
    private final WorkerPasses passes;
    private final Books books;
    private final Moments moments;

    /** Where the other facts are. */
    @Component
    record Books(Renovations renovations, Tickets tickets, SitePolicies policies, WorkHours hours, Roster roster) {}

    PassesController(WorkerPassDesk desk, WorkerPasses passes, Books books, Moments moments) {
        this.desk = desk;
        this.passes = passes;
        this.books = books;
        this.moments = moments;
    }

    /**
     * @param state what people read: 在场内
     * @param style of the state
     */
    record Row(
            String number,
            int issue,
            String name,
            String trade,
            String phone,
            String state,
            String style,
            String note,
            boolean suspended,
            boolean returned) {}

    record Event(String at, String pass, String what, String text, String by) {}

    /**
     * @param certificate its number and dates, or "": none yet
     * @param may whether the reader issues and takes back
     */
    record Page(
            String number,
            String place,
            String certificate,
            String hours,
            PassMeaning meaning,
            boolean may,
            String midnight,
            List<Row> rows,
            List<Event> events) {}

    @GetMapping
    String page(@PathVariable String number, Caller caller, Model model) {
        Ticket ticket = books.tickets().get(number);
        Renovation renovation = books.renovations().get(number);
        Instant now = moments.now();
        Names names = new Names(books.roster());
        model.addAttribute(
                "page",
                new Page(
                        number,
                        ticket.facts().location(),
                        renovation
                                .certificate()
                                .map(held -> held.number() + "（" + held.from() + " 至 " + held.until() + "）")
                                .orElse(""),
                        renovation
                                .certificate()
                                .map(held -> books.hours().wordingOf(renovation.site(), held.from(), held.until()))
                                .orElseGet(() -> books.hours().wordingOf(renovation.site())),
                        books.policies().of(renovation.site()).passes(),
                        caller.isAny(DeskAdvice.OFFICE),
                        midnight(now),
                        passes.ofTicket(number).stream()
                                .map(pass -> row(pass, now))
                                .toList(),
                        passes.history(number).stream()
                                .map(event -> new Event(
                                        moments.text(event.at()),
                                        event.pass() + "/" + event.issue(),
                                        event.kind().label(),
                                        event.text(),
                                        names.of(event.by())))
                                .toList()));
        return "desk/passes";
    }

    @PostMapping
    String issue(
            @PathVariable String number,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String trade,
            @RequestParam(required = false) String phone,
            Caller caller,
            RedirectAttributes flash) {
        mustIssue(caller);
        WorkerPass pass = desk.issue(number, new Worker(name, trade, phone), caller.code(), moments.now());
        return back(number, flash, "已发出入证 " + pass.number() + "，请打印 A、B 两张卡。");
    }

    @PostMapping("/{pass}/replacement")
    String replace(@PathVariable String number, @PathVariable String pass, Caller caller, RedirectAttributes flash) {
        mustIssue(caller);
        WorkerPass replaced = desk.replace(of(number, pass), caller.code(), moments.now());
        return back(number, flash, "旧卡已作废，请打印第 " + replaced.issue() + " 次发的 A、B 两张卡。");
    }

    @PostMapping("/{pass}/suspension")
    String suspend(
            @PathVariable String number,
            @PathVariable String pass,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String until,
            Caller caller,
            RedirectAttributes flash) {
        mustIssue(caller);
        Optional<Instant> end = until == null || until.isBlank()
                ? Optional.empty()
                : Optional.of(Written.moment(until, "until", "暂停到", moments.zone()));
        desk.suspend(of(number, pass), end, reason, caller.code(), moments.now());
        return back(number, flash, "出入证 " + pass + " 已暂停，门岗不再放行。");
    }

    @PostMapping("/{pass}/resumption")
    String resume(@PathVariable String number, @PathVariable String pass, Caller caller, RedirectAttributes flash) {
        mustIssue(caller);
        desk.resume(of(number, pass), caller.code(), moments.now());
        return back(number, flash, "出入证 " + pass + " 已恢复。");
    }

    @PostMapping("/{pass}/return")
    String giveBack(@PathVariable String number, @PathVariable String pass, Caller caller, RedirectAttributes flash) {
        mustIssue(caller);
        desk.giveBack(of(number, pass), caller.code(), moments.now());
        return back(number, flash, "出入证 " + pass + " 已交回。");
    }

    private Row row(WorkerPass pass, Instant now) {
        Optional<WorkerPass.Suspension> suspension = pass.suspendedAt(now);
        String state = pass.isReturned()
                ? "已交回"
                : suspension.isPresent() ? "暂停" : pass.insideSince().isPresent() ? "在场内" : "在用";
        String note = suspension
                .map(held -> held.reason()
                        + held.until().map(end -> "，到 " + moments.text(end)).orElse(""))
                .or(() -> pass.insideSince().map(since -> moments.text(since) + " 进场"))
                .or(() -> pass.returnedAt().map(moments::text))
                .orElse("");
        return new Row(
                pass.number(),
                pass.issue(),
                pass.worker().name(),
                pass.worker().trade(),
                Phone.masked(pass.worker().phone()),
                state,
                pass.isReturned() ? "" : suspension.isPresent() ? "late" : "kept",
                note,
                suspension.isPresent(),
                pass.isReturned());
    }

    /** @return the end of today, until which D9 suspends a pass */
    private String midnight(Instant now) {
        return moments.field(moments.start(moments.date(now).plusDays(1)));
    }

    /** @return the pass, where it is one of this renovation's: who may not read the ticket does not change its passes */
    private String of(String ticket, String pass) {
        books.tickets().get(ticket);
        return passes.find(pass)
                .filter(found -> found.ticket().equals(ticket))
                .map(WorkerPass::number)
                .orElseThrow(() -> WorkerPasses.notFound(pass));
    }

    private static void mustIssue(Caller caller) {
        if (!caller.isAny(DeskAdvice.OFFICE)) {
            throw org.shouwen.problem.Refusal.notAllowed("page-not-yours", "这里只对前台、班长、主管、项目经理、系统管理员开放");
        }
    }

    private static String back(String number, RedirectAttributes flash, String done) {
        flash.addFlashAttribute("done", done);
        return "redirect:/desk/tickets/" + number + "/passes";
    }
}
