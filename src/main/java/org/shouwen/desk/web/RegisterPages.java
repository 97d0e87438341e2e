package org.shouwen.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.desk.web.RegisterPage.Choice;
import org.shouwen.desk.web.RegisterPage.Contact;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.page.Names;
import org.shouwen.page.TicketRow;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Makes the page on which a call is registered: finds the location, and what is known about it. */
@Component
record RegisterPages(
        Estate estate,
        Tickets tickets,
        Roster roster,
        TicketDesk desk,
        RegisterChoices choices,
        Privacy privacy,
        Moments moments) {

    private static final int MOST_CHOICES = 30;
    private static final int MOST_OPEN = 100;

    /** @param typed what was typed to find the location, or null */
    RegisterPage lookUp(String typed, Caller reader) {
        if (typed == null) {
            return RegisterPage.empty("", List.of());
        }
        Optional<Home> home = estate.said(typed);
        Optional<Place> place = estate.place(typed).or(() -> estate.place(typed.toUpperCase(Locale.ROOT)));
        if (home.isPresent()) {
            return at(home.get(), null, reader);
        }
        if (place.isPresent()) {
            return at(place.get(), null, reader);
        }
        if (estate.sites().contains(typed)) {
            return at(typed, null, reader);
        }
        List<Home> homes = estate.searchHomes(typed, MOST_CHOICES);
        List<Place> places = estate.searchPlaces(typed, MOST_CHOICES);
        List<Choice> sites = estate.sites().stream()
                .filter(site -> estate.siteName(site).contains(typed))
                .map(site -> new Choice(site, estate.siteName(site), "服务点"))
                .toList();
        if (homes.size() == 1 && places.isEmpty() && sites.isEmpty()) {
            return at(homes.get(0), null, reader);
        }
        if (homes.isEmpty() && places.size() == 1 && sites.isEmpty()) {
            return at(places.get(0), null, reader);
        }
        List<Choice> all = Stream.of(
                        sites.stream(),
                        homes.stream().map(found -> new Choice(found.code(), found.label(), "房屋")),
                        places.stream()
                                .map(found -> new Choice(
                                        found.code(),
                                        found.label(),
                                        found.type().label())))
                .flatMap(same -> same)
                .toList();
        return RegisterPage.empty(typed, all);
    }

    /** The page again with everything that was typed. */
    RegisterPage again(RegistrationForm form, Caller reader) {
        Optional<Home> home = Optional.ofNullable(form.home()).flatMap(estate::home);
        if (home.isPresent()) {
            return at(home.get(), form, reader);
        }
        return Optional.ofNullable(form.place())
                .flatMap(estate::place)
                .map(place -> at(place, form, reader))
                .or(() -> Optional.ofNullable(form.site())
                        .filter(estate.sites()::contains)
                        .map(site -> at(site, form, reader)))
                .orElseGet(() -> RegisterPage.empty(
                        Stream.of(form.home(), form.place())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(""),
                        List.of()));
    }

    private RegisterPage at(Home home, RegistrationForm form, Caller reader) {
        List<Contact> contacts = contacts(home, reader);
        RegistrationForm shown = form != null
                ? form
                : RegistrationForm.blank(
                        home.code(),
                        null,
                        null,
                        contacts.isEmpty()
                                ? RegistrationForm.STRANGER
                                : contacts.get(0).number());
        return RegisterPage.at(
                new RegisterPage.Location(home.code(), home.label(), estate.siteName(home.site())),
                contacts,
                open(home.code(), intake -> home.code().equals(intake.home()), reader),
                choices.groups(true, Area.HOME, Area.PUBLIC),
                choices.emergencies(home.code(), null),
                choices.asked(true, home.site(), shown.answers()),
                shown,
                moments);
    }

    private List<Contact> contacts(Home home, Caller reader) {
        List<Resident> residents = estate.residentsOf(home.code());
        List<Reporter> shown = privacy.household(residents, home.site(), reader);
        return IntStream.range(0, residents.size())
                .mapToObj(i -> new Contact(
                        String.valueOf(residents.get(i).number()),
                        shown.get(i).name(),
                        shown.get(i).phone(),
                        shown.get(i).email()))
                .toList();
    }

    private RegisterPage at(Place place, RegistrationForm form, Caller reader) {
        RegistrationForm shown =
                form != null ? form : RegistrationForm.blank(null, place.code(), null, RegistrationForm.STRANGER);
        return RegisterPage.at(
                new RegisterPage.Location(place.code(), place.label(), estate.siteName(place.site())),
                List.of(),
                open(place.code(), intake -> place.code().equals(intake.place()), reader),
                choices.groups(true, Area.PUBLIC, Area.HOME),
                choices.emergencies(null, place.code()),
                choices.asked(true, place.site(), shown.answers()),
                shown,
                moments);
    }

    /** A matter of the site as a whole; only kinds that need no home and no place can be told there. */
    private RegisterPage at(String site, RegistrationForm form, Caller reader) {
        RegistrationForm shown =
                form != null ? form : RegistrationForm.blank(null, null, site, RegistrationForm.STRANGER);
        return RegisterPage.at(
                new RegisterPage.Location(site, estate.siteName(site), "整个服务点"),
                List.of(),
                List.of(),
                choices.groups(false, Area.PUBLIC, Area.HOME),
                List.of(),
                choices.asked(false, site, shown.answers()),
                shown,
                moments);
    }

    /** The search finds starts of codes, so that the neighbours' tickets have to be left out. */
    private List<TicketRow> open(String code, java.util.function.Predicate<Intake> here, Caller reader) {
        Names names = new Names(roster, desk::kind);
        return tickets
                .page(TicketQuery.of(Filter.OPEN, MOST_OPEN).searching(code).readBy(reader), moments.now())
                .items()
                .stream()
                .filter(ticket -> here.test(ticket.facts().intake()))
                .map(ticket -> TicketRow.of(ticket, names, moments))
                .toList();
    }
}
