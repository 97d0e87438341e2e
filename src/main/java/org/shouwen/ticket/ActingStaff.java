package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.springframework.stereotype.Component;

/**
 * Who acts on a ticket: whoever the roster gives at that moment, and never the person whom the matter is about (回避). He
 * is taken to be away, so that whoever stands in for him acts, and after that the duty above.
 */
@Component
public class ActingStaff {

    private static final List<Duty> ABOVE = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER);

    private final Roster roster;

    public ActingStaff(Roster roster) {
        this.roster = roster;
    }

    /**
     * @return code of who acts for the person
     * @throws Refusal where nobody is left but the one who is kept out
     */
    public String actingFor(Ticket ticket, String staff, Instant at) {
        String acting = roster.actingFor(staff, ticket.facts().site(), at, without(ticket));
        if (!TicketRights.mayRead(ticket, acting)) {
            throw nobodyLeft(ticket);
        }
        return acting;
    }

    /** @return who works on the post, or stands in there; where only the one who is kept out does, the next duty up */
    public List<Staff> actingOn(Ticket ticket, String post, Instant at) {
        List<Staff> acting = roster.actingOn(post, at, without(ticket));
        return acting.isEmpty() && ticket.facts().recused() != null
                ? ABOVE.stream()
                        .map(duty -> acting(ticket, duty, at).toList())
                        .filter(superiors -> !superiors.isEmpty())
                        .findFirst()
                        .orElseThrow(() -> nobodyLeft(ticket))
                : acting;
    }

    /** @return those of them who can get work at that moment */
    public List<Staff> workersOn(Ticket ticket, String post, Instant at) {
        List<Staff> workers = roster.workersOn(post, at, without(ticket));
        return workers.isEmpty() ? roster.atWork(actingOn(ticket, post, at), at) : workers;
    }

    /** @return who has the duty at the ticket's site, or the company's, or stands in there */
    public Stream<Staff> acting(Ticket ticket, Duty duty, Instant at) {
        List<Post> posts = duty == Duty.DIRECTOR
                ? roster.directors()
                : roster.postsOf(ticket.facts().site(), duty);
        return posts.stream().flatMap(post -> roster.actingOn(post.code(), at, without(ticket)).stream());
    }

    /** @return who is on call at the ticket's site, first to be called first */
    public List<Staff> onCall(Ticket ticket, Instant at) {
        return roster.onCall(ticket.facts().site(), at, without(ticket));
    }

    /**
     * Tasks are offered to posts, and whoever is on one, or stands in there, may claim them.
     *
     * @return codes of the site's posts of the first of these duties that has one where somebody else is
     */
    public List<String> posts(Ticket ticket, List<Duty> duties, Instant at) {
        return duties.stream()
                .map(duty -> posts(ticket, duty, at))
                .filter(posts -> !posts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> posts(Ticket ticket, Duty duty, Instant at) {
        return roster.postsOf(ticket.facts().site(), duty).stream()
                .map(Post::code)
                .filter(post -> ticket.facts().recused() == null
                        || roster.actingOn(post, at).stream()
                                .anyMatch(staff -> TicketRights.mayRead(ticket, staff.code())))
                .toList();
    }

    private static Set<String> without(Ticket ticket) {
        return Optional.ofNullable(ticket.facts().recused()).map(Set::of).orElse(Set.of());
    }

    private static Refusal nobodyLeft(Ticket ticket) {
        return Refusal.notPossibleNow("recused-nobody-left", "工单 " + ticket.number() + " 除须回避的人以外没有人可以承办，请先在岗位表中安排");
    }
}
