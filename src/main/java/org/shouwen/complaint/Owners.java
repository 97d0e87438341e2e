package org.shouwen.complaint;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Who sees to a complaint, and who mediates; never the person it is about, then the next duty up. */
@Component
public class Owners {

    private static final List<Duty> UPWARDS = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER);

    private final Roster roster;
    private final Estate estate;

    Owners(Roster roster, Estate estate) {
        this.roster = roster;
        this.estate = estate;
    }

    /**
     * @return code of who sees to it: of several, the first by code; where the site has nobody so high or higher, the
     *     manager of another site
     */
    String of(Ticket ticket, Owner level, Instant at) {
        if (level == Owner.FIRST_RESPONDER) {
            return ticket.firstResponder();
        }
        String site = ticket.facts().site();
        Stream<Staff> here = from(level.duty().orElseThrow()).stream().flatMap(duty -> acting(site, duty, at));
        Stream<Staff> elsewhere = estate.sites().stream()
                .filter(other -> !other.equals(site))
                .flatMap(other -> acting(other, Duty.MANAGER, at));
        List<Staff> all = Stream.concat(here, elsewhere).toList();
        // Where nobody is there at all it is somebody's all the same
        return Stream.concat(roster.atWork(all, at).stream(), all.stream())
                .map(Staff::code)
                .filter(code -> mayKnow(ticket, code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "投诉 " + ticket.number() + " 没有可以承办的" + level.label() + "：被投诉人不能承办，请为服务点另配一位"));
    }

    /** @return posts that mediate: the next duty above whoever sees to it, by somebody else; the manager's at the last */
    public List<String> mediators(Ticket ticket, Owner level, Instant at) {
        Duty above = level.up(1).duty().orElseThrow();
        List<String> others = postsOrNone(ticket, above, at, ticket.handler().orElse(""));
        return others.isEmpty() ? posts(ticket, Duty.LEAD, at, "") : others;
    }

    /** @return who of the site may know of it, to investigate together or to put something right; by code */
    public List<Staff> colleagues(Ticket ticket, Instant at) {
        List<Staff> acting = Arrays.stream(Duty.values())
                .flatMap(duty -> acting(ticket.facts().site(), duty, at))
                .distinct()
                .filter(staff -> mayKnow(ticket, staff.code()))
                .sorted(Comparator.comparing(Staff::code))
                .toList();
        return roster.atWork(acting, at);
    }

    private List<String> posts(Ticket ticket, Duty lowest, Instant at, String but) {
        List<String> posts = postsOrNone(ticket, lowest, at, but);
        if (posts.isEmpty()) {
            throw new IllegalStateException("投诉 " + ticket.number() + " 没有可以办理这一步的" + lowest.label() + "或上级，请为服务点另配一位");
        }
        return posts;
    }

    /** @return the posts of the lowest of these duties that somebody acts on who may know of it and is not {@code but} */
    private List<String> postsOrNone(Ticket ticket, Duty lowest, Instant at, String but) {
        String site = ticket.facts().site();
        return from(lowest).stream()
                .map(duty -> roster.postsOf(site, duty).stream()
                        .map(Post::code)
                        .filter(post -> roster.actingOn(post, at).stream()
                                .map(Staff::code)
                                .anyMatch(code -> mayKnow(ticket, code) && !code.equals(but)))
                        .toList())
                .filter(posts -> !posts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<Staff> acting(String site, Duty duty, Instant at) {
        return roster.postsOf(site, duty).stream().flatMap(post -> roster.actingOn(post.code(), at).stream());
    }

    /** @return whether the person, or whom he stands in for, has that duty at the ticket's site */
    boolean has(Duty duty, String person, Ticket ticket, Instant at) {
        return roster.actingPostsOf(person, at).stream()
                .anyMatch(post ->
                        post.duty() == duty && post.site().equals(ticket.facts().site()));
    }

    private static List<Duty> from(Duty lowest) {
        return UPWARDS.subList(UPWARDS.indexOf(lowest), UPWARDS.size());
    }

    private static boolean mayKnow(Ticket ticket, String staff) {
        return !staff.equals(ticket.facts().recused());
    }
}
