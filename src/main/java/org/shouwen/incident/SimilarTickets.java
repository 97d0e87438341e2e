package org.shouwen.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Place;
import org.shouwen.incident.Similarities.Report;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** 可能是同一件事: what is offered at intake, so that one burst pipe is not repaired forty times. */
@Component
public class SimilarTickets {

    private static final int MOST = 10;

    private final Estate estate;
    private final Categories categories;
    private final Tickets tickets;
    private final Followers followers;
    private final Similarities similarities;

    SimilarTickets(
            Estate estate, Categories categories, Tickets tickets, Followers followers, Similarities similarities) {
        this.estate = estate;
        this.categories = categories;
        this.tickets = tickets;
        this.followers = followers;
        this.similarities = similarities;
    }

    /**
     * An open ticket that may be about the same matter.
     *
     * @param reports how many reported it so far
     * @param joinable whether another report can join it; not any more where its reporter is being asked already
     */
    public record Similar(Ticket ticket, int reports, boolean joinable) {}

    /**
     * @param category code of the category, or null while it is not chosen: then only the home's own tickets are found
     * @param home code of the home, or null
     * @param place code of the common place, or null
     * @param reader who reads it; what he does not see is left out
     * @return newest first, at most 10; the home's own however old, others within the category's window
     * @throws Refusal where the kind has no such category, or there is no such home or place
     */
    public List<Similar> find(String kind, String category, String home, String place, Caller reader) {
        Optional<Category> about = Optional.ofNullable(category).map(code -> category(kind, code));
        Instant since = about.map(chosen -> reader.at().minus(Duration.ofHours(chosen.windowHours())))
                .orElse(reader.at());
        return report(kind, category, home, place)
                .map(report -> similarities.numbers(report, since, reader.code(), MOST))
                .map(numbers -> similar(numbers, reader))
                .orElse(List.of());
    }

    /** @return those of them that what was told could join */
    public List<Similar> joinable(Intake told, Caller reader) {
        return find(told.kind(), told.category(), told.home(), told.place(), reader).stream()
                .filter(Similar::joinable)
                .toList();
    }

    private List<Similar> similar(List<String> numbers, Caller reader) {
        Set<String> seen = tickets.visible(numbers, reader);
        Map<String, Integer> following = followers.count(numbers);
        return numbers.stream()
                .filter(seen::contains)
                .map(tickets::get)
                .map(ticket -> new Similar(
                        ticket,
                        1 + following.getOrDefault(ticket.number(), 0),
                        ticket.status().isAtWork()))
                .toList();
    }

    private Category category(String kind, String code) {
        return categories
                .category(code)
                .filter(found -> found.kind().equals(kind))
                .orElseThrow(() -> Refusal.invalid("category-unknown", "category", "没有“" + code + "”这个类别"));
    }

    /** @return empty where neither is given */
    private Optional<Report> report(String kind, String category, String home, String place) {
        if (home != null) {
            Home found =
                    estate.said(home).orElseThrow(() -> Refusal.invalid("home-unknown", "home", "没有房号“" + home + "”"));
            return Optional.of(new Report(kind, category, found.site(), found.code(), found.building(), null));
        }
        if (place != null) {
            Place found = estate.place(place)
                    .orElseThrow(() -> Refusal.invalid("place-unknown", "place", "没有公共部位“" + place + "”"));
            return Optional.of(new Report(kind, category, found.site(), null, null, place));
        }
        return Optional.empty();
    }
}
