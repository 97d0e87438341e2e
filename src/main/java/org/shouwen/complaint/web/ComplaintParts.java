package org.shouwen.complaint.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.MeasureDesk;
import org.shouwen.complaint.Measures;
import org.shouwen.page.Shown;
import org.shouwen.page.TicketPart;
import org.shouwen.timelimit.BoardPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What pages show of complaints: answers with their letters, what they promised, and on the board what of it is late. */
@Configuration(proxyBeanMethods = false)
class ComplaintParts {

    record Answered(List<Answer> answers, List<Measure> measures) {}

    @Bean
    @Order(2)
    TicketPart complaintAnswers(Complaints complaints, Measures measures) {
        return (ticket, reader, asked) -> Optional.of(complaints.answers(ticket.number()))
                .filter(answers -> !answers.isEmpty())
                .map(answers -> new TicketPart.Shown(
                        TicketPart.Place.MATTER,
                        "complaint/pages :: answers",
                        new Answered(answers, measures.ofTicket(ticket.number()))));
    }

    @Bean
    BoardPart lateMeasures(MeasureDesk desk) {
        return reader -> Optional.of(desk.late(reader))
                .filter(late -> !late.isEmpty())
                .map(late -> new Shown("complaint/pages :: late", late));
    }
}
