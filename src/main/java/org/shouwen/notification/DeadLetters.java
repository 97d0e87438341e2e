package org.shouwen.notification;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.shouwen.estate.Email;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Notices that wait for a decision, without those of tickets that the reader does not see. */
@Component
public class DeadLetters {

    private final Notices notices;
    private final Tickets tickets;

    DeadLetters(Notices notices, Tickets tickets) {
        this.notices = notices;
        this.tickets = tickets;
    }

    /** An address that failed is shown as far as it tells two apart: whose it is, the ticket says to whom it may. */
    private static Notice hidden(Notice notice) {
        String address = notice.address() == null || !(notice.isToResident() || notice.isToSecondPerson())
                ? notice.address()
                : Email.masked(notice.address());
        return notice.shown(address, notice.lastError() == null ? null : Email.maskedWithin(notice.lastError()));
    }

    /** @param count how many there are, those included that are too many to show */
    public record Shown(List<Notice> letters, int count) {}

    public Shown of(Caller reader) {
        List<Notice> dead = notices.deadLetters();
        Set<String> seen = tickets.visible(
                dead.stream().map(Notice::ticket).filter(Objects::nonNull).toList(), reader);
        // What is about no ticket, such as a handing over, is about nobody's home
        List<Notice> letters = dead.stream()
                .filter(notice -> notice.ticket() == null || seen.contains(notice.ticket()))
                .map(DeadLetters::hidden)
                .toList();
        return new Shown(letters, notices.deadLetterCount() - (dead.size() - letters.size()));
    }
}
