package org.shouwen.attachment.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.Attachments;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The photos and documents on a ticket's page. */
@Component
@Order(3)
record AttachmentPart(Attachments attachments, DeedDesk deeds) implements TicketPart {

    /** @param add the form that adds some, or null */
    record Part(String number, List<Attachment> files, Form add) {}

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        return Optional.of(new Shown(
                Place.MATTER,
                "attachment/ticket :: files",
                new Part(
                        ticket.number(),
                        attachments.of(ticket.number()),
                        deeds.form(AttachmentDeeds.ADD, ticket, reader, asked).orElse(null))));
    }
}
