package org.shouwen.complaint;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What only a complaint knows and the wording of its notices needs. */
@Component
class ComplaintNotice implements NoticeFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Complaints complaints;
    private final Measures measures;
    private final Roster roster;
    private final ZoneId zone;

    ComplaintNotice(
            Complaints complaints,
            Measures measures,
            Roster roster,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.complaints = complaints;
        this.measures = measures;
        this.roster = roster;
        this.zone = zone;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        if (!ticket.kind().equals(ComplaintDesk.KIND)) {
            return Map.of();
        }
        Complaint complaint = complaints.get(ticket.number());
        Map<String, Object> facts = new HashMap<>();
        facts.put("grade", complaint.grade().label());
        facts.put("gradeWhy", complaint.why());
        facts.put("inWriting", complaint.grade().inWriting());
        facts.put("twoPeople", complaint.twoPeople());
        facts.put("wish", complaint.wish());
        facts.put("hotline", complaint.hotline());
        complaint.verdict().ifPresent(verdict -> facts.put("verdict", verdict.label()));
        answered(complaints.answers(ticket.number()), facts);
        if (flow.get("measure") instanceof Long id) {
            Measure measure = measures.get(id);
            facts.put("measureWhat", measure.what());
            facts.put("measureBy", moment(measure.dueAt()));
        }
        facts.values().removeIf(fact -> fact == null);
        return facts;
    }

    private void answered(List<Answer> answers, Map<String, Object> facts) {
        if (answers.isEmpty()) {
            return;
        }
        Answer last = answers.get(answers.size() - 1);
        facts.put("answerText", last.text());
        if (last.written()) {
            facts.put("letterNumber", last.letterNumber());
        }
        facts.put(
                "measures",
                measures.ofTicket(last.ticket()).stream()
                        .filter(measure -> measure.round() == last.round())
                        .map(measure -> measure.what() + "（由" + roster.nameOf(measure.staff()) + "负责，"
                                + moment(measure.dueAt()) + " 前落实）")
                        .toList());
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
