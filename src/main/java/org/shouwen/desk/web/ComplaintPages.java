package org.shouwen.desk.web;

import java.time.Instant;
import java.util.List;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.Measures;
import org.shouwen.page.Names;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What a complaint's page shows beyond every ticket's: answers with their letters, and what they promised. */
@Component
class ComplaintPages {

    /** Whoever has more late measures has other worries than the rest of the list. */
    private static final int MOST = 100;

    private final Complaints complaints;
    private final Measures measures;
    private final Tickets tickets;
    private final Roster roster;
    private final Moments moments;

    ComplaintPages(Complaints complaints, Measures measures, Tickets tickets, Roster roster, Moments moments) {
        this.complaints = complaints;
        this.measures = measures;
        this.tickets = tickets;
        this.roster = roster;
        this.moments = moments;
    }

    /** @param letter number of the letter, or null */
    record AnswerRow(String at, String who, String text, String response, String letter) {}

    record MeasureRow(String number, String what, String who, String due, String state, boolean late) {}

    record Part(List<AnswerRow> answers, List<MeasureRow> measures) {}

    /** @return null where the ticket is no complaint, or nothing was answered yet */
    Part of(String number) {
        List<Answer> answers = complaints.answers(number);
        if (answers.isEmpty()) {
            return null;
        }
        Names names = new Names(roster);
        return new Part(
                answers.stream()
                        .map(answer -> new AnswerRow(
                                moments.text(answer.at()),
                                names.of(answer.by()),
                                answer.text(),
                                answer.response().label() + (answer.remark() == null ? "" : "：" + answer.remark()),
                                answer.written() ? answer.letterNumber() : null))
                        .toList(),
                measures.ofTicket(number).stream()
                        .map(measure -> row(measure, names))
                        .toList());
    }

    /** @return late measures that the reader may know of, first due first */
    List<MeasureRow> late(String reader) {
        Names names = new Names(roster);
        return measures.late(moments.now(), MOST).stream()
                .filter(measure -> TicketRights.mayRead(tickets.get(measure.ticket()), reader))
                .map(measure -> row(measure, names))
                .toList();
    }

    private MeasureRow row(Measure measure, Names names) {
        Instant now = moments.now();
        return new MeasureRow(
                measure.ticket(),
                measure.what(),
                names.of(measure.staff()),
                moments.text(measure.dueAt()),
                measure.late(now) ? moments.remaining(measure.dueAt()) : measure.state(now),
                measure.late(now));
    }
}
