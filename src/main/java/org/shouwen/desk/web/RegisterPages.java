package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.access.Role;
import org.shouwen.desk.web.RegisterPage.Choice;
import org.shouwen.desk.web.RegisterPage.Contact;
import org.shouwen.desk.web.RegisterPage.Group;
import org.shouwen.desk.web.RegisterPage.Option;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Place;
import org.shouwen.repair.RepairDesk;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Makes the page on which a call is registered: finds the location, and what is known about it. */
@Component
class RegisterPages {

    private static final int MOST_CHOICES = 30;
    private static final int MOST_OPEN = 100;

    private final Estate estate;
    private final Tickets tickets;
    private final Categories categories;
    private final Roster roster;
    private final Moments moments;

    RegisterPages(Estate estate, Tickets tickets, Categories categories, Roster roster, Moments moments) {
        this.estate = estate;
        this.tickets = tickets;
        this.categories = categories;
        this.roster = roster;
        this.moments = moments;
    }

    /** @param typed what was typed to find the location, or null */
    RegisterPage lookUp(String typed, Reader reader) {
        if (typed == null) {
            return RegisterPage.empty("", List.of());
        }
        Optional<Home> home = estate.home(typed);
        Optional<Place> place = estate.place(typed).or(() -> estate.place(typed.toUpperCase(Locale.ROOT)));
        if (home.isPresent()) {
            return at(home.get(), null, reader);
        }
        if (place.isPresent()) {
            return at(place.get(), null, reader);
        }
        List<Home> homes = estate.searchHomes(typed, MOST_CHOICES);
        List<Place> places = estate.searchPlaces(typed, MOST_CHOICES);
        if (homes.size() == 1 && places.isEmpty()) {
            return at(homes.get(0), null, reader);
        }
        if (homes.isEmpty() && places.size() == 1) {
            return at(places.get(0), null, reader);
        }
        List<Choice> choices = Stream.concat(
                        homes.stream().map(found -> new Choice(found.code(), found.label(), "房屋")),
                        places.stream()
                                .map(found -> new Choice(
                                        found.code(),
                                        found.label(),
                                        found.type().label())))
                .toList();
        return RegisterPage.empty(typed, choices);
    }

    /** The page again with everything that was typed. */
    RegisterPage again(RegistrationForm form, Reader reader) {
        Optional<Home> home = Optional.ofNullable(form.home()).flatMap(estate::home);
        if (home.isPresent()) {
            return at(home.get(), form, reader);
        }
        return Optional.ofNullable(form.place())
                .flatMap(estate::place)
                .map(place -> at(place, form, reader))
                .orElseGet(() -> RegisterPage.empty(
                        Stream.of(form.home(), form.place())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(""),
                        List.of()));
    }

    private RegisterPage at(Home home, RegistrationForm form, Reader reader) {
        boolean inFull = reader.isAny(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
        List<Contact> contacts = estate.residentsOf(home.code()).stream()
                .map(resident -> new Contact(
                        String.valueOf(resident.number()),
                        resident.name(),
                        inFull ? resident.phone() : Phone.masked(resident.phone()),
                        resident.email()))
                .toList();
        return new RegisterPage(
                home.code(),
                List.of(),
                new RegisterPage.Location(home.code(), home.label(), estate.siteName(home.site())),
                contacts,
                open(home.code(), intake -> home.code().equals(intake.home()), reader),
                groups(Area.HOME, Area.PUBLIC),
                options(),
                form != null
                        ? form
                        : RegistrationForm.blank(
                                home.code(),
                                null,
                                contacts.isEmpty()
                                        ? RegistrationForm.STRANGER
                                        : contacts.get(0).number()),
                moments.field(moments.now()));
    }

    private RegisterPage at(Place place, RegistrationForm form, Reader reader) {
        return new RegisterPage(
                place.code(),
                List.of(),
                new RegisterPage.Location(place.code(), place.label(), estate.siteName(place.site())),
                List.of(),
                open(place.code(), intake -> place.code().equals(intake.place()), reader),
                groups(Area.PUBLIC, Area.HOME),
                options(),
                form != null ? form : RegistrationForm.blank(null, place.code(), RegistrationForm.STRANGER),
                moments.field(moments.now()));
    }

    /** The search finds starts of codes, so that the neighbours' tickets have to be left out. */
    private List<TicketRow> open(String code, java.util.function.Predicate<Intake> here, Reader reader) {
        Names names = new Names(roster);
        return tickets
                .page(
                        new Tickets.Query(null, null, true, false, null, null, code, MOST_OPEN, null, reader.code()),
                        moments.now())
                .items()
                .stream()
                .filter(ticket -> here.test(ticket.facts().intake()))
                .map(ticket -> TicketRow.of(ticket, names, moments))
                .toList();
    }

    /** @param first the area that is likelier here */
    private List<Group> groups(Area first, Area second) {
        List<Category> all = categories.ofKind(RepairDesk.KIND);
        List<Group> groups = new ArrayList<>();
        for (Area area : Arrays.asList(first, null, second)) {
            List<Option> options = all.stream()
                    .filter(category -> category.area() == area)
                    .map(category -> new Option(category.code(), category.label()))
                    .toList();
            if (!options.isEmpty()) {
                groups.add(new Group(area == null ? "居家或公共" : area.label() + "维修", options));
            }
        }
        return groups;
    }

    private static RegisterPage.Options options() {
        return new RegisterPage.Options(
                Arrays.stream(Danger.values())
                        .map(danger -> new Option(danger.name(), danger.label()))
                        .toList(),
                Arrays.stream(Scope.values())
                        .map(scope -> new Option(scope.name(), scope.label()))
                        .toList(),
                Arrays.stream(Channel.values())
                        .map(channel -> new Option(channel.name(), channel.label()))
                        .toList());
    }
}
