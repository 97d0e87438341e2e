package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shouwen.desk.web.RegisterPage.Group;
import org.shouwen.desk.web.RegisterPage.Option;
import org.shouwen.problem.Typed;
import org.shouwen.repair.RepairDesk;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What can be chosen and asked when a matter is registered, of whichever kind it is. */
@Component
record RegisterChoices(TicketDesk desk, Tickets tickets, Categories categories, Roster roster) {

    /** @return code of the kind that the category belongs to; that of a repair where there is no such category */
    String kindOf(String category) {
        return categories.category(Typed.plain(category)).map(Category::kind).orElse(RepairDesk.KIND);
    }

    /**
     * The categories of every kind.
     *
     * @param located whether a home or a place is known; kinds that need one are left out where it is not
     * @param first the area that is likelier here
     */
    List<Group> groups(boolean located, Area first, Area second) {
        List<Group> groups = new ArrayList<>();
        for (TicketKind kind : kinds(located)) {
            List<Category> all = categories.ofKind(kind.code());
            if (kind.code().equals(RepairDesk.KIND)) {
                for (Area area : Arrays.asList(first, null, second)) {
                    add(
                            groups,
                            kind,
                            area == null ? "居家或公共" : area.label() + "维修",
                            all.stream().filter(category -> category.area() == area));
                }
            } else {
                add(groups, kind, kind.label(), all.stream());
            }
        }
        return groups;
    }

    /** @return categories for which somebody on call is called at once (D1) at that home or that place, whatever else is known */
    List<Option> emergencies(String home, String place) {
        return categories.ofKind(RepairDesk.KIND).stream()
                .filter(category -> category.hazard() != Hazard.NONE)
                .filter(category -> home != null
                        || category.fixedArea().filter(Area.HOME::equals).isEmpty())
                .filter(category -> desk.isEmergency(bare(category.code(), home, place)))
                .map(category -> new Option(category.code(), category.label()))
                .toList();
    }

    private static Intake bare(String category, String home, String place) {
        return new Intake(
                RepairDesk.KIND,
                category,
                home,
                place,
                Reporter.PASSER_BY,
                Channel.PHONE,
                "",
                Danger.UNKNOWN,
                Scope.UNKNOWN,
                false,
                null);
    }

    /** What a matter can turn out to be (转为): categories of other kinds, and what those ask. */
    record Conversion(List<Group> categories, List<RegisterPage.Asked> asked) {}

    Conversion conversion(String number) {
        Ticket ticket = tickets.get(number);
        return new Conversion(
                othersThan(desk.kind(ticket.kind())),
                asked(true, ticket.facts().site(), Map.of()).stream()
                        .filter(asked -> !asked.kind().equals(ticket.kind()))
                        .toList());
    }

    /** Kinds that a ticket can turn into (转为), with their categories. */
    List<Group> othersThan(TicketKind kind) {
        List<Group> groups = new ArrayList<>();
        desk.kinds().stream()
                .filter(other -> !other.code().equals(kind.code()))
                .forEach(other -> add(groups, other, other.label(), categories.ofKind(other.code()).stream()));
        return groups;
    }

    private static void add(List<Group> groups, TicketKind kind, String label, Stream<Category> categories) {
        List<Option> options = categories
                .map(category -> new Option(category.code(), category.label()))
                .toList();
        if (!options.isEmpty()) {
            groups.add(new Group(label, kind.code(), options));
        }
    }

    /**
     * What each kind asks, with what was answered before.
     *
     * @param site whose posts can be chosen
     */
    List<RegisterPage.Asked> asked(boolean located, String site, Map<String, String> answers) {
        People people = new People(
                SingletonSupplier.of(() -> roster.allStaff().stream()
                        .map(staff -> new Option(staff.code(), staff.name()))
                        .toList()),
                SingletonSupplier.of(() -> Arrays.stream(Duty.values())
                        .flatMap(duty -> roster.postsOf(site, duty).stream())
                        .map(post -> new Option(post.code(), post.name()))
                        .toList()));
        return kinds(located).stream()
                .filter(kind -> !kind.questions().isEmpty())
                .map(kind -> new RegisterPage.Asked(
                        kind.code(),
                        kind.label(),
                        kind.questions().stream()
                                .map(question -> field(kind.code(), question, people, answers))
                                .toList()))
                .toList();
    }

    /** Who can be chosen, looked up once for all questions. */
    private record People(Supplier<List<Option>> staff, Supplier<List<Option>> posts) {}

    private static RegisterPage.Field field(
            String kind, Question question, People people, Map<String, String> answers) {
        List<Option> options =
                switch (question.type()) {
                    case CHOICE ->
                        question.options().stream()
                                .map(option -> new Option(option.value(), option.label()))
                                .toList();
                    case STAFF -> people.staff().get();
                    case POST -> people.posts().get();
                    default -> List.of();
                };
        String name = kind + RegistrationForm.OF + question.name();
        return new RegisterPage.Field(
                name,
                "details." + question.name(),
                question.label(),
                question.type().name(),
                question.hint(),
                options,
                answers.getOrDefault(name, ""));
    }

    private List<TicketKind> kinds(boolean located) {
        return desk.kinds().stream()
                .filter(kind -> located || !kind.needsLocation())
                .toList();
    }
}
