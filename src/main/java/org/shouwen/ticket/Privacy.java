package org.shouwen.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Resident;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Disclosure.Extent;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who reads how much of the people of a ticket (D13): by his role, by what he is to the ticket, and by how it stands. The table
 * is {@code docs/privacy.md}; a walk over every place where they could stand holds it against this. That the reader sees the
 * ticket at all was settled before ({@link Sight}).
 */
@Component
public class Privacy {

    /** After the matter ended, or after he moved out, nobody needs to call him any more. */
    private static final int YEARS = 1;

    /** What was told stands as it was told until whoever was asked has had the time to act. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final Role[] SUPERIORS = {Role.SUPERVISOR, Role.MANAGER};
    private static final Role[] DESK = {Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER};

    private final Tickets tickets;
    private final Estate estate;
    private final ObjectProvider<Disclosed> disclosed;
    private final Moments moments;

    Privacy(Tickets tickets, Estate estate, ObjectProvider<Disclosed> disclosed, Moments moments) {
        this.tickets = tickets;
        this.estate = estate;
        this.disclosed = disclosed;
        this.moments = moments;
    }

    /** @return what the reader reads on the ticket's own pages and papers, and is answered about it */
    public Disclosure of(Ticket ticket, Caller reader) {
        Extent extent = extent(ticket, reader);
        Optional<Instant> until = extent == Extent.ALL
                ? Optional.empty()
                : disclosed.stream()
                        .flatMap(deed -> deed.until(ticket.number(), reader).stream())
                        .findFirst();
        return until.map(at -> of(ticket, Extent.ALL, at)).orElseGet(() -> of(ticket, extent, null));
    }

    /** @return what he reads where it is one of many: nothing of what has ended, and no more for having said why on its page */
    public Disclosure inList(Ticket ticket, Caller reader) {
        return of(ticket, ticket.status().isFinal() ? Extent.NOTHING : whileOpen(ticket, reader), null);
    }

    /** @return the same of those whom a desk calls for its work while it is open: the firm that works there, the owner who is asked */
    public Disclosure atDesk(Ticket ticket, Caller reader) {
        return !ticket.status().isFinal() && isDesk(ticket.facts().site(), reader)
                ? of(ticket, Extent.ALL, null)
                : of(ticket, reader);
    }

    /** @return what whoever has to call the person reads on the list of those calls, however the ticket stands */
    public Disclosure forCall(Ticket ticket) {
        return of(ticket, Extent.ALL, null);
    }

    /** @return what a form of a step says, which everybody on a post reads */
    public Disclosure onForm(Ticket ticket) {
        return of(ticket, Extent.NOTHING, null);
    }

    /** @return a message that was told the reader, as he reads it at this moment: it does not outlast what he is to the ticket */
    public Disclosure told(Ticket ticket, Instant at, Caller reader) {
        boolean fresh = !ticket.status().isFinal() && at.plus(FRESH).isAfter(reader.at());
        if (fresh) {
            return of(ticket, Extent.ALL, null);
        }
        // Whoever was told may have left the site since, and does not see the ticket any more
        boolean sees = isConcerned(ticket, reader) || reader.isOf(ticket.facts().site());
        return sees ? inList(ticket, reader) : of(ticket, Extent.NOTHING, null);
    }

    /** @return a household's contacts as they are offered to whoever registers a matter of theirs */
    public List<Reporter> household(List<Resident> residents, String site, Caller reader) {
        Extent extent = isDesk(site, reader) ? Extent.ALL : reader.isOf(site) ? Extent.NAMES : Extent.NOTHING;
        Disclosure disclosure = new Disclosure(Reporter.PASSER_BY, extent, null);
        return residents.stream().map(disclosure::of).toList();
    }

    private static Disclosure of(Ticket ticket, Extent extent, Instant until) {
        return new Disclosure(ticket.facts().intake().reporter(), extent, until);
    }

    private Extent extent(Ticket ticket, Caller reader) {
        if (!ticket.status().isFinal()) {
            return whileOpen(ticket, reader);
        }
        boolean superior = reader.isAny(SUPERIORS);
        return (superior || isConcerned(ticket, reader)) && !isForgotten(ticket, reader.at())
                ? superior ? Extent.ALL : Extent.NAMES
                : Extent.NOTHING;
    }

    private static Extent whileOpen(Ticket ticket, Caller reader) {
        if (isConcerned(ticket, reader) || reader.isAny(SUPERIORS)) {
            return Extent.ALL;
        }
        // Who keeps the system going finds failed steps anywhere, and talks to nobody's residents
        return reader.readsEverySite() && !reader.isOf(ticket.facts().site()) ? Extent.NOTHING : Extent.NAMES;
    }

    private static boolean isConcerned(Ticket ticket, Caller reader) {
        return reader.code().equals(ticket.firstResponder())
                || ticket.handler().filter(reader.code()::equals).isPresent();
    }

    private static boolean isDesk(String site, Caller reader) {
        return reader.isAny(DESK) && reader.isOf(site);
    }

    /** Whether he lives there no longer since a year, or, of somebody who is not known to have lived there, the matter ended then. */
    private boolean isForgotten(Ticket ticket, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, moments.zone());
        // Whoever reported something since then could be reached then
        if (!isOver(LocalDate.ofInstant(ticket.facts().openedAt(), moments.zone()), today)) {
            return false;
        }
        Intake intake = ticket.facts().intake();
        List<Resident> lived = intake.home() == null
                ? List.of()
                : estate.registeredAt(intake.home()).stream()
                        .filter(resident ->
                                resident.phone().equals(intake.reporter().phone()))
                        .toList();
        return lived.isEmpty()
                ? isOver(LocalDate.ofInstant(endOf(ticket), moments.zone()), today)
                : lived.stream().noneMatch(resident -> !isOver(resident.movedOut(), today));
    }

    private static boolean isOver(LocalDate end, LocalDate today) {
        return end != null && !today.isBefore(end.plusYears(YEARS));
    }

    private Instant endOf(Ticket ticket) {
        return tickets.timeline(ticket.number()).stream()
                .filter(line -> line.means(TimelineEvent.Meaning.END))
                .map(TimelineEntry::at)
                .reduce((earlier, later) -> later)
                .orElse(ticket.facts().openedAt());
    }
}
