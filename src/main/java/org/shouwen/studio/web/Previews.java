package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.notification.NoticeTexts.Preview;
import org.shouwen.page.Plain;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketNumber;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.ModelVersions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What wordings would say about a ticket that the reader sees, be it that he proposes them or decides about them. */
@Component
record Previews(NoticeTexts texts, Tickets tickets, Sight sight, Privacy privacy) {

    /** @param ticket number of the one that it is about; empty: none */
    record Look(String ticket, Preview preview) {}

    /** @return the ticket's number as it is kept; what is no number as it was typed */
    static String number(String typed) {
        return TicketNumber.find(typed).orElseGet(() -> Typed.plain(typed));
    }

    /** @return the wordings among files, by their stems */
    static Map<String, byte[]> wordings(Map<String, String> files) {
        Map<String, byte[]> wordings = new LinkedHashMap<>();
        files.forEach((file, text) -> {
            if (file.endsWith(ModelVersions.TEXT)) {
                wordings.put(
                        file.substring(0, file.length() - ModelVersions.TEXT.length()),
                        text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return wordings;
    }

    /**
     * Puts on the page what they would say, or why not; what is about a ticket says nothing where none is named.
     *
     * @param wordings files by their stems
     * @param number of a ticket; empty: none
     */
    void show(Map<String, byte[]> wordings, String number, Caller reader, HttpServletResponse answer, Model model) {
        List<Look> looks = new ArrayList<>();
        try {
            wordings.forEach((stem, file) -> {
                boolean about = texts.find(stem).isAboutTicket();
                if (!about || !number.isEmpty()) {
                    looks.add(
                            about
                                    ? new Look(number, of(stem, file, ticket(number, reader), reader))
                                    : new Look("", texts.preview(stem, file, null)));
                }
            });
        } catch (Refusal refusal) {
            answer.setStatus(refusal.kind().status());
            model.addAttribute("problem", Plain.sentence(refusal));
            model.addAttribute("wrong", "ticket");
        }
        model.addAttribute("looks", looks);
    }

    private Preview of(String stem, byte[] file, Ticket ticket, Caller reader) {
        Preview said = texts.preview(stem, file, ticket);
        Disclosure disclosure = privacy.of(ticket, reader);
        return new Preview(disclosure.within(said.subject()), disclosure.within(said.body()), said.missing());
    }

    private Ticket ticket(String number, Caller reader) {
        sight.mustSee(number, reader);
        return tickets.get(number);
    }
}
