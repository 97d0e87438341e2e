package org.shouwen.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TimelineEntry;

/** Names for the codes of one page, each looked up once. */
public final class Names {

    private final Roster roster;
    private final Function<String, TicketKind> kinds;
    private final Map<String, String> known = new HashMap<>();

    /** @param kinds finds a kind of ticket by its code */
    public Names(Roster roster, Function<String, TicketKind> kinds) {
        this.roster = roster;
        this.kinds = kinds;
    }

    public String of(String code) {
        return known.computeIfAbsent(code, actor -> TimelineEntry.nameOf(actor, roster));
    }

    public String all(Collection<String> codes) {
        return codes.stream().map(this::of).collect(Collectors.joining("、"));
    }

    /** @return the person, or where there is none the posts */
    public String of(String person, Collection<String> posts) {
        return person != null ? of(person) : posts.stream().map(this::post).collect(Collectors.joining("、"));
    }

    /** @return what a clock of this ticket is called */
    public String of(Ticket ticket, ClockKind clock) {
        return kinds.apply(ticket.kind()).label(clock);
    }

    /** @return the post's name */
    public String post(String code) {
        return roster.post(code).map(Post::name).orElse(code);
    }
}
