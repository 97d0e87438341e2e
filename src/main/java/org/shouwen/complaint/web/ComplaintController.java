package org.shouwen.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Circumstance;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.LetterEnclosure;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.MeasureDesk;
import org.shouwen.complaint.Measures;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a complaint was graded, answered and judged, and what was promised. */
@Allowed
@RestController
@Tag(name = "complaints")
class ComplaintController {

    private final Complaints complaints;
    private final Measures measures;
    private final MeasureDesk desk;
    private final LetterEnclosure letters;
    private final Tickets tickets;
    private final Roster roster;
    private final Moments moments;

    ComplaintController(
            Complaints complaints,
            Measures measures,
            MeasureDesk desk,
            LetterEnclosure letters,
            Tickets tickets,
            Roster roster,
            Moments moments) {
        this.complaints = complaints;
        this.measures = measures;
        this.desk = desk;
        this.letters = letters;
        this.tickets = tickets;
        this.roster = roster;
        this.moments = moments;
    }

    record VerdictView(boolean valid, String reason, String by, Instant at) {}

    /** @param letter number of the letter, or null where it was not given in writing */
    record AnswerView(int round, Instant at, String by, String text, String response, String remark, String letter) {}

    /** @param ending how it ended, or null: it is open */
    record MeasureView(
            long id,
            String ticket,
            String what,
            String staff,
            Instant due,
            boolean open,
            boolean late,
            Measure.Ending ending,
            String result) {}

    record ComplaintView(
            String number,
            String grade,
            String gradeLabel,
            String why,
            String owner,
            Set<Circumstance> circumstances,
            int households,
            int repeats,
            String hotline,
            Instant hotlineDue,
            boolean twoPeople,
            String wish,
            VerdictView verdict,
            List<AnswerView> answers,
            List<MeasureView> measures) {}

    @GetMapping("/api/tickets/{number}/complaint")
    @Operation(summary = "How the complaint was graded, answered and judged")
    ComplaintView complaint(@PathVariable String number, Caller caller) {
        Ticket ticket = tickets.get(number);
        Complaint complaint = complaints.get(number);
        return new ComplaintView(
                number,
                complaint.grade().name(),
                complaint.grade().label(),
                complaint.why(),
                complaint.ownerAfter(ticket.reopens()).name(),
                complaint.circumstances(),
                complaint.households(),
                complaint.repeats(),
                complaint.hotline(),
                complaint.hotlineDue(),
                complaint.twoPeople(),
                complaint.wish(),
                complaint
                        .verdict()
                        .map(verdict -> new VerdictView(verdict.valid(), verdict.reason(), verdict.by(), verdict.at()))
                        .orElse(null),
                complaints.answers(number).stream().map(this::view).toList(),
                measures.ofTicket(number).stream().map(this::view).toList());
    }

    @GetMapping({"/api/tickets/{number}/letters/{letter}", "/desk/tickets/{number}/letters/{letter}"})
    @Operation(summary = "A written answer as it went out, PDF")
    ResponseEntity<byte[]> letter(@PathVariable String number, @PathVariable String letter, Caller caller) {
        return letters.paper(number, letter)
                .map(paper -> PdfAnswer.of(paper.name(), paper.content()))
                .orElseThrow(() -> Refusal.notFound("letter-not-found", "工单 " + number + " 没有编号 " + letter + " 的答复函"));
    }

    record MeasuresView(List<MeasureView> items) {}

    @GetMapping("/api/complaints/measures")
    @Operation(summary = "Promised measures that are late, of complaints that the caller sees, first due first")
    MeasuresView late(Caller caller) {
        return new MeasuresView(desk.late(caller).stream().map(this::view).toList());
    }

    private AnswerView view(Answer answer) {
        return new AnswerView(
                answer.round(),
                answer.at(),
                answer.by(),
                answer.text(),
                answer.response().name(),
                answer.remark(),
                answer.written() ? answer.letterNumber() : null);
    }

    private MeasureView view(Measure measure) {
        return new MeasureView(
                measure.id(),
                measure.ticket(),
                measure.what(),
                measure.open() ? roster.answering(measure.staff(), moments.now()) : measure.staff(),
                measure.dueAt(),
                measure.open(),
                measure.late(moments.now()),
                measure.open() ? null : measure.outcome().ending(),
                measure.open() ? null : measure.outcome().result());
    }
}
