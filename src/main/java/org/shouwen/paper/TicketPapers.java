package org.shouwen.paper;

import java.util.Optional;
import org.shouwen.credential.Credentials;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The papers of tickets, of whatever kind, as they are handed out over HTTP. */
@Component
public class TicketPapers {

    private final ObjectProvider<TicketPaper> kinds;
    private final Tickets tickets;
    private final PaperPress press;
    private final Credentials credentials;

    TicketPapers(ObjectProvider<TicketPaper> kinds, Tickets tickets, PaperPress press, Credentials credentials) {
        this.kinds = kinds;
        this.tickets = tickets;
        this.press = press;
        this.credentials = credentials;
    }

    /**
     * @param path as {@link TicketPaper#path()} has it
     * @param which number of the paper, where a ticket has several; else ""
     * @param reader who takes it; empty: the resident, for whom there are only some
     * @return the paper as PDF
     * @throws Refusal where there is none
     */
    public ResponseEntity<byte[]> pdf(String number, String path, String which, Optional<Caller> reader) {
        TicketPaper.Sheet sheet = draw(number, path, which, reader);
        return PdfAnswer.of(sheet.reference().subject(), press.pdf(sheet.paper()));
    }

    /** @return the paper's QR code, to be held against a scanner; only where the paper could be printed, too */
    public ResponseEntity<byte[]> code(String number, String path, String which, Optional<Caller> reader) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(credentials.code(draw(number, path, which, reader).reference()));
    }

    private TicketPaper.Sheet draw(String number, String path, String which, Optional<Caller> reader) {
        Ticket ticket = tickets.get(number);
        return kinds.stream()
                .filter(kind -> kind.path().equals(path))
                .filter(kind -> reader.isPresent() || kind.isForResident())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("paper-not-found", "工单 " + number + " 没有这种单据"))
                .draw(ticket, which, reader);
    }
}
