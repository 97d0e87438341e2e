package org.shouwen.attachment.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.Attachments;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.Names;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The photos and documents on a ticket's page. */
@Component
@Order(3)
class AttachmentPart implements TicketPart {

    private static final int KILO = 1024;

    private final Attachments attachments;
    private final DeedDesk deeds;
    private final Roster roster;
    private final Moments moments;

    AttachmentPart(Attachments attachments, DeedDesk deeds, Roster roster, Moments moments) {
        this.attachments = attachments;
        this.deeds = deeds;
        this.roster = roster;
        this.moments = moments;
    }

    record FileRow(String id, String name, boolean photo, String about, String who, String at, String size) {}

    /** @param add the form that adds some, or null */
    record Part(String number, List<FileRow> files, Form add) {}

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        Names names = new Names(roster);
        return Optional.of(new Shown(
                Place.MATTER,
                "attachment/ticket :: files",
                new Part(
                        ticket.number(),
                        attachments.of(ticket.number()).stream()
                                .map(file -> row(file, names))
                                .toList(),
                        deeds.form(AttachmentDeeds.ADD, ticket, reader, asked).orElse(null))));
    }

    private FileRow row(Attachment file, Names names) {
        return new FileRow(
                file.id(),
                file.name(),
                file.isPhoto(),
                file.about(),
                names.of(file.by()),
                moments.text(file.at()),
                size(file.bytes()));
    }

    private static String size(int bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, bytes / KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
