package org.shouwen.complaint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What only a complaint knows and the wording of its notices needs. */
@Component
record ComplaintNotice(Complaints complaints, Measures measures, Roster roster, Moments moments)
        implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        if (!ticket.kind().equals(ComplaintDesk.KIND)) {
            return Map.of();
        }
        String number = ticket.number();
        Map<String, Object> facts = new HashMap<>();
        var complaint = new LookUp<>(() -> complaints.find(number));
        facts.put("grade", complaint.fact(graded -> graded.grade().label()));
        facts.put(
                "gradeWhy", complaint.fact(graded -> graded.gradeInWords().equals(graded.why()) ? null : graded.why()));
        facts.put("inWriting", complaint.fact(graded -> graded.grade().inWriting()));
        facts.put("twoPeople", complaint.fact(Complaint::twoPeople));
        facts.put("wish", complaint.fact(Complaint::wish));
        facts.put("verdict", complaint.fact(graded -> graded.verdict()
                .map(Complaint.Verdict::inWords)
                .orElse(null)));
        facts.put("hotline", complaint.fact(Complaint::hotline));
        var answer = new LookUp<>(() -> complaints.lastAnswer(number));
        facts.put("answerText", answer.fact(Answer::text));
        facts.put("letterNumber", answer.fact(last -> last.written() ? last.letterNumber() : null));
        facts.put("disputed", answer.fact(last -> last.response() == Answer.Response.DISPUTED));
        facts.put("byHand", flow.get("byHand"));
        facts.put("measures", answer.fact(last -> promised(number, measure -> measure.round() == last.round())));
        facts.put("measuresOpen", new LookUp<>(() -> Optional.of(promised(number, Measure::open))).fact(open -> open));
        if (flow.get("measure") instanceof Long id) {
            Measure measure = measures.get(id);
            facts.put("measureWhat", measure.what());
            facts.put("measureBy", moments.text(measure.dueAt()));
            facts.put("measureResult", measure.open() ? null : measure.outcome().result());
        }
        return facts;
    }

    private List<String> promised(String number, Predicate<Measure> which) {
        return measures.ofTicket(number).stream()
                .filter(which)
                .map(measure -> measure.what() + "（由"
                        + roster.nameOf(roster.answering(measure.staff(), moments.now())) + "负责，"
                        + moments.text(measure.dueAt()) + " 前落实）")
                .toList();
    }
}
