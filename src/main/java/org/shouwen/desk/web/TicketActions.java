package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.repair.RepairDesk;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.Responsibility;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind.Action;
import org.shouwen.ticket.TicketRights;
import org.springframework.stereotype.Component;

/** What the reader of a ticket's page may change on it, with the choices. */
@Component
class TicketActions {

    /** The form that turns a ticket into one of another kind. */
    private static final String CONVERSION = "conversion";

    private final TicketDesk desk;
    private final RegisterChoices choices;
    private final HandlerChange handlers;
    private final Categories categories;
    private final Repairs repairs;

    TicketActions(
            TicketDesk desk, RegisterChoices choices, HandlerChange handlers, Categories categories, Repairs repairs) {
        this.desk = desk;
        this.choices = choices;
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
     * @param convertible whether it can be turned into a ticket of another kind
     * @param conversion what it can be turned into; null where that was not asked for: there is much to look up
     */
    record Offered(
            List<Choice> posts,
            List<Choice> candidates,
            boolean appointment,
            CorrectionChoices correction,
            boolean reopening,
            boolean convertible,
            ConversionChoices conversion) {

        /** Asked by the page, so public. */
        public boolean any() {
            return !posts.isEmpty()
                    || !candidates.isEmpty()
                    || appointment
                    || correction != null
                    || reopening
                    || convertible;
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

    /** What the matter can turn out to be (转为): categories of other kinds, and what those ask. */
    record ConversionChoices(List<RegisterPage.Group> categories, List<RegisterPage.Asked> asked) {}

    /** @param asked the form that the reader wants open, or "" */
    Offered offered(Ticket ticket, Reader reader, String asked) {
        boolean may = TicketRights.mayChange(ticket, reader.code(), reader.authorities());
        boolean underWay = ticket.status().ordinal() < Status.DONE.ordinal();
        Set<Action> offers = desk.kind(ticket.kind()).actions();
        boolean convertible = may && ticket.status() != Status.WITHDRAWN;
        boolean superior = reader.isAny(Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
        return new Offered(
                may && underWay && offers.contains(Action.TRANSFER) ? posts(ticket) : List.of(),
                superior && underWay && offers.contains(Action.REASSIGN) ? candidates(ticket) : List.of(),
                may
                        && underWay
                        && offers.contains(Action.RESCHEDULE)
                        && ticket.facts().area() == Area.HOME,
                may
                                && underWay
                                && offers.contains(Action.CORRECT)
                                && ticket.kind().equals(RepairDesk.KIND)
                        ? correction(ticket)
                        : null,
                may && ticket.status() == Status.CLOSED && offers.contains(Action.REOPEN),
                convertible,
                convertible && CONVERSION.equals(asked) ? conversion(ticket) : null);
    }

    private List<Choice> posts(Ticket ticket) {
        return desk.kind(ticket.kind()).posts(ticket).stream()
                .filter(post -> !post.code().equals(ticket.facts().post()))
                .map(post -> new Choice(post.code(), post.name(), false))
                .toList();
    }

    private ConversionChoices conversion(Ticket ticket) {
        return new ConversionChoices(
                choices.othersThan(desk.kind(ticket.kind())),
                choices.asked(true, ticket.facts().site(), Map.of()).stream()
                        .filter(asked -> !asked.kind().equals(ticket.kind()))
                        .toList());
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
