package org.shouwen.firstresponsibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.firstresponsibility.LeaveDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leave and sudden absence over HTTP. */
@Allowed
@RestController
@RequestMapping("/api/absences")
@Tag(name = "absences")
class AbsencesController {

    private final LeaveDesk desk;
    private final Absences absences;
    private final Moments moments;
    private final Roster roster;

    AbsencesController(LeaveDesk desk, Absences absences, Moments moments, Roster roster) {
        this.roster = roster;
        this.desk = desk;
        this.absences = absences;
        this.moments = moments;
    }

    /** @param until null: nobody knows yet */
    record AbsenceView(
            long id,
            String staff,
            String kind,
            String status,
            Instant from,
            Instant until,
            String reason,
            String remark) {}

    record AbsencesView(List<AbsenceView> items) {}

    /** Own leave; moments with offset, or local time. */
    record LeaveRequest(String from, String until, String reason) {}

    /** Who is away now; {@code until} may be missing. */
    record SuddenRequest(String staff, String until, String reason) {

        /** @return as a form sends it, in which a field that was left empty is there all the same */
        SuddenRequest orOpen() {
            return Typed.isBlank(until) ? new SuddenRequest(staff, null, reason) : this;
        }
    }

    record BackRequest(String staff) {}

    record RemarkRequest(String remark) {}

    @GetMapping
    @Operation(
            summary =
                    "Absences that go on, lie ahead or wait for approval: a superior's of everybody at his sites, else one's own")
    AbsencesView list(Caller caller) {
        return new AbsencesView(desk.ahead(caller).stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks for one's own leave")
    AbsenceView ask(@RequestBody LeaveRequest request, Caller caller) {
        Instant from = Written.moment(request.from(), "from", "开始时间", moments.zone());
        Instant until = Written.moment(request.until(), "until", "结束时间", moments.zone());
        return view(desk.ask(from, until, Written.reason(request.reason(), "原因"), caller.code(), caller.at()));
    }

    @PostMapping("/{id}/approval")
    @Operation(
            summary =
                    "A superior approves the leave; refused while urgent tickets have no taker, or A and B would both be away")
    AbsenceView approve(@PathVariable long id, Caller caller) {
        desk.approve(id, caller.code(), caller.at());
        return view(id);
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "A superior refuses the leave, and says why")
    AbsenceView refuse(@PathVariable long id, @RequestBody RemarkRequest request, Caller caller) {
        String remark = Written.text(request.remark(), "remark", "不批准的理由", Written.REASON);
        desk.refuse(id, remark, caller.code(), caller.at());
        return view(id);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Takes one's own leave back before it begins")
    AbsenceView cancel(@PathVariable long id, Caller caller) {
        desk.cancel(id, caller.code(), caller.at());
        return view(id);
    }

    @PostMapping("/sudden")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Reports that somebody is away without warning: whoever stands in steps in at once")
    AbsenceView sudden(@RequestBody SuddenRequest request, Caller caller) {
        Instant until =
                request.until() == null ? null : Written.moment(request.until(), "until", "预计回岗时间", moments.zone());
        String staff = roster.spelled(Written.text(request.staff(), "staff", "工号", 40));
        return view(desk.report(staff, until, Written.reason(request.reason(), "原因"), caller.code(), caller.at()));
    }

    @PostMapping("/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody is back: unfinished tasks return to him")
    void back(@RequestBody BackRequest request, Caller caller) {
        desk.back(roster.spelled(Written.text(request.staff(), "staff", "工号", 40)), caller.code(), caller.at());
    }

    private AbsenceView view(long id) {
        return view(absences.find(id).orElseThrow(() -> Refusal.notFound("leave-not-found", "没有编号 " + id + " 的请假")));
    }

    private AbsenceView view(Absence absence) {
        return new AbsenceView(
                absence.id(),
                absence.staff(),
                absence.kind().name(),
                absence.status().name(),
                absence.from(),
                absence.until(),
                absence.reason(),
                absence.remark());
    }
}
