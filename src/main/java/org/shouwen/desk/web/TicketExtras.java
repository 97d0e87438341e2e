package org.shouwen.desk.web;

import java.util.List;
import java.util.Locale;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.Attachments;
import org.shouwen.page.Names;
import org.shouwen.resident.LinkDesk;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What every ticket's page shows beside the matter itself: its photos and documents, and the resident's own page. */
@Component
class TicketExtras {

    private static final int KILO = 1024;

    private final Attachments attachments;
    private final LinkDesk links;
    private final Tickets tickets;
    private final Roster roster;
    private final Moments moments;

    TicketExtras(Attachments attachments, LinkDesk links, Tickets tickets, Roster roster, Moments moments) {
        this.attachments = attachments;
        this.links = links;
        this.tickets = tickets;
        this.roster = roster;
        this.moments = moments;
    }

    record FileRow(String id, String name, boolean photo, String about, String who, String at, String size) {}

    /**
     * @param open how many links open the resident's page
     * @param last when the last of them was given, or ""
     * @param end when they end, or ""
     * @param mine whether the reader may give or end them
     */
    record LinkRow(int open, String last, String end, boolean mine) {}

    record Part(List<FileRow> files, LinkRow link) {}

    Part of(String number, Caller reader) {
        Names names = new Names(roster);
        LinkDesk.Standing standing = links.standing(number, moments.now());
        return new Part(
                attachments.of(number).stream().map(file -> row(file, names)).toList(),
                new LinkRow(
                        standing.open(),
                        moments.text(standing.last()),
                        moments.text(standing.end()),
                        TicketRights.mayChange(tickets.get(number), reader)));
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
