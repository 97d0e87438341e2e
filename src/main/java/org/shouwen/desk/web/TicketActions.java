package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.List;
import org.shouwen.access.Role;
import org.shouwen.repair.RepairDesk;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.Responsibility;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.springframework.stereotype.Component;

/** What the reader of a ticket's page may change on it, with the choices. */
@Component
class TicketActions {

    private final Roster roster;
    private final HandlerChange handlers;
    private final Categories categories;
    private final Repairs repairs;

    TicketActions(Roster roster, HandlerChange handlers, Categories categories, Repairs repairs) {
        this.roster = roster;
        this.handlers = handlers;
        this.categories = categories;
        this.repairs = repairs;
    }

    /** Something to choose. */
    record Choice(String code, String label, boolean chosen) {}

    /**
     * Empty lists and false: the reader may not, or it is not possible now.
     *
     * @param posts other posts that can take over
     * @param candidates other people who can
     * @param appointment whether another slot can be agreed
     * @param correction what can be corrected, or null
     * @param reopening whether it can begin again
     */
    record Offered(
            List<Choice> posts,
            List<Choice> candidates,
            boolean appointment,
            CorrectionChoices correction,
            boolean reopening) {

        /** Asked by the page, so public. */
        public boolean any() {
            return !posts.isEmpty() || !candidates.isEmpty() || appointment || correction != null || reopening;
        }
    }

    /** What a repair can be corrected to, with what it is now. */
    record CorrectionChoices(
            List<Choice> categories,
            String location,
            List<Choice> dangers,
            List<Choice> scopes,
            boolean utilityOut,
            List<Choice> causes) {}

    Offered offered(Ticket ticket, Reader reader) {
        boolean may = TicketRights.mayChange(ticket, reader.code(), reader.authorities());
        boolean underWay = ticket.status().ordinal() < Status.DONE.ordinal();
        boolean superior = reader.isAny(Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
        return new Offered(
                may && underWay ? posts(ticket) : List.of(),
                superior && underWay ? candidates(ticket) : List.of(),
                may && underWay && ticket.facts().area() == Area.HOME,
                may && underWay && ticket.kind().equals(RepairDesk.KIND) ? correction(ticket) : null,
                may && ticket.status() == Status.CLOSED);
    }

    private List<Choice> posts(Ticket ticket) {
        return roster.postsOf(ticket.facts().site(), Duty.TECHNICIAN).stream()
                .filter(post -> !post.code().equals(ticket.facts().post()))
                .map(post -> new Choice(post.code(), post.name(), false))
                .toList();
    }

    private List<Choice> candidates(Ticket ticket) {
        return handlers.candidates(ticket.number()).stream()
                .map(candidate -> new Choice(candidate.staff(), candidate.name(), false))
                .toList();
    }

    private CorrectionChoices correction(Ticket ticket) {
        Intake intake = ticket.facts().intake();
        Responsibility.Cause cause = repairs.cause(ticket.number());
        return new CorrectionChoices(
                categories.ofKind(ticket.kind()).stream()
                        .map(category -> new Choice(
                                category.code(),
                                category.label(),
                                category.code().equals(intake.category())))
                        .toList(),
                intake.home() == null ? intake.place() : intake.home(),
                Arrays.stream(Danger.values())
                        .map(danger -> new Choice(danger.name(), danger.label(), danger == intake.danger()))
                        .toList(),
                Arrays.stream(Scope.values())
                        .map(scope -> new Choice(scope.name(), scope.label(), scope == intake.scope()))
                        .toList(),
                intake.utilityOut(),
                Arrays.stream(Responsibility.Cause.values())
                        .map(known -> new Choice(known.name(), known.label(), known == cause))
                        .toList());
    }
}
