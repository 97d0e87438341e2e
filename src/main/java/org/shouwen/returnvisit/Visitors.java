package org.shouwen.returnvisit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEvent;
import org.springframework.stereotype.Component;

/** Who asks the resident: whom the rule names, and where it says so nobody who did the work. */
@Component
public class Visitors {

    /** Lines of the timeline whose actor has put his hand to the work. */
    private final Tickets tickets;

    private final TicketLinks links;
    private final Roster roster;
    private final ActingStaff acting;
    private final Housekeepers housekeepers;

    Visitors(Tickets tickets, TicketLinks links, Roster roster, ActingStaff acting, Housekeepers housekeepers) {
        this.tickets = tickets;
        this.links = links;
        this.roster = roster;
        this.acting = acting;
        this.housekeepers = housekeepers;
    }

    /**
     * Whose the visit is: one person's, or anybody's on the posts.
     *
     * @param person null where it is offered to posts
     */
    public record Asked(String person, List<String> posts) {}

    /** @return whose the visit is, as the roster is at that moment */
    public Asked of(Visit visit, Instant at) {
        Ticket ticket = tickets.get(visit.ticket());
        Set<String> excluded = excluded(visit, ticket);
        Visitor visitor = visit.rule().visitor();
        String owner = ticket.firstResponder();
        Optional<String> person = named(visitor, ticket)
                // While he is away somebody stands in for him, and that may be the one who did the work
                .filter(staff -> !excluded.contains(staff) && !excluded.contains(acting.actingFor(ticket, staff, at)))
                .findFirst();
        if (person.isPresent()) {
            return new Asked(person.get(), List.of());
        }
        List<String> posts = posts(visit, excluded);
        // Where the site has no office, or everybody of it did the work, there is still the person who owns the ticket
        return posts.isEmpty() ? new Asked(owner, List.of()) : new Asked(null, posts);
    }

    /** @return posts of the first duty that somebody has who may ask; none where nobody has any */
    private List<String> posts(Visit visit, Set<String> excluded) {
        return from(visit.rule().visitor()).stream()
                .map(duty -> roster.postsOf(visit.site(), duty).stream()
                        .map(Post::code)
                        .filter(post ->
                                roster.holdersOf(post).stream().anyMatch(holder -> !excluded.contains(holder.code())))
                        .toList())
                .filter(posts -> !posts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** @return the persons of whom the rule names one, each where the one before cannot; none where it names a duty */
    private Stream<String> named(Visitor visitor, Ticket ticket) {
        Stream<String> owner = Stream.of(ticket.firstResponder());
        return switch (visitor) {
            case FIRST_RESPONDER -> owner;
            case HOUSEKEEPER -> Stream.concat(housekeeper(ticket).stream(), owner);
            case FRONT_DESK, SUPERVISOR, MANAGER -> Stream.empty();
        };
    }

    private Optional<String> housekeeper(Ticket ticket) {
        return housekeepers.ofHome(ticket.facts().intake().home());
    }

    /** @return whom a promise may name: a 管家 only where there is one */
    Visitor promised(Visitor visitor, Ticket ticket) {
        return visitor == Visitor.HOUSEKEEPER && housekeeper(ticket).isEmpty() ? Visitor.FIRST_RESPONDER : visitor;
    }

    /** @return who may not ask: whom the matter is about, and where the rule says so who did the work */
    private Set<String> excluded(Visit visit, Ticket ticket) {
        Set<String> excluded = visit.rule().notHandler() ? workers(ticket) : new HashSet<>();
        Optional.ofNullable(ticket.facts().recused()).ifPresent(excluded::add);
        return excluded;
    }

    /** Where a duty is not staffed, or all who have it did the work, the one above it asks; at the last somebody of the office. */
    private static List<Duty> from(Visitor visitor) {
        return switch (visitor) {
            case FIRST_RESPONDER, HOUSEKEEPER, FRONT_DESK -> List.of(Duty.FRONT_DESK, Duty.SUPERVISOR, Duty.MANAGER);
            case SUPERVISOR -> List.of(Duty.SUPERVISOR, Duty.MANAGER, Duty.FRONT_DESK);
            case MANAGER -> List.of(Duty.MANAGER, Duty.SUPERVISOR, Duty.FRONT_DESK);
        };
    }

    /**
     * @return whether the rule lets the person ask, as far as his part in the work goes; where nobody is left who had none,
     *     the owner of the ticket does
     */
    boolean mayAsk(Visit visit, String staff) {
        if (!visit.rule().notHandler()) {
            return true;
        }
        Ticket ticket = tickets.get(visit.ticket());
        return !workers(ticket).contains(staff)
                || staff.equals(ticket.firstResponder())
                        && posts(visit, excluded(visit, ticket)).isEmpty();
    }

    /** @throws Refusal where the person did the work, and the rule wants somebody else to ask */
    void mustNotBeHandler(Visit visit, String by) {
        if (!mayAsk(visit, by)) {
            throw Refusal.notAllowed(
                    "visit-by-handler", roster.nameOf(by) + "是工单 " + visit.ticket() + " 的经办人，不能回访自己办的工单，请由别人回访");
        }
    }

    /** @throws Refusal where the person has no post at the site but a technician's */
    void mustBeOffice(String site, String by, String deed) {
        boolean office = roster.postsOf(by).stream()
                .anyMatch(post -> post.site().equals(site) && post.duty() != Duty.TECHNICIAN);
        if (!office) {
            throw Refusal.notAllowed("office-only", deed + "由本服务点的前台、班长、主管或项目经理办理");
        }
    }

    /** @return codes of everybody who has worked on the ticket, substitutes too; where another one settled it, on that */
    private Set<String> workers(Ticket ticket) {
        Set<String> workers = new HashSet<>();
        Stream.concat(Stream.of(ticket), followed(ticket)).forEach(settled -> {
            settled.handler().ifPresent(workers::add);
            tickets.timeline(settled.number()).stream()
                    .filter(line -> line.means(TimelineEvent.Meaning.WORK))
                    .forEach(line -> workers.add(line.actor()));
        });
        return workers;
    }

    private Stream<Ticket> followed(Ticket ticket) {
        return links.of(ticket.number()).stream()
                .filter(link -> link.relation() == TicketLinks.Relation.FOLLOWS)
                .filter(link -> link.ticket().equals(ticket.number()))
                .map(link -> tickets.get(link.other()));
    }
}
