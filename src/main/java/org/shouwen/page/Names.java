package org.shouwen.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TimelineEntry;

/** Names for the codes of one page, each looked up once. */
public final class Names {

    private final Roster roster;
    private final Map<String, String> known = new HashMap<>(
            Map.of(TimelineEntry.SYSTEM, "系统", TimelineEntry.RESIDENT, "业主", TimelineEntry.SECOND_PERSON, "征询对象"));

    public Names(Roster roster) {
        this.roster = roster;
    }

    public String of(String code) {
        return known.computeIfAbsent(code, roster::nameOf);
    }

    public String all(Collection<String> codes) {
        return codes.stream().map(this::of).collect(Collectors.joining("、"));
    }

    /** @return the person, or where there is none the posts */
    public String of(String person, Collection<String> posts) {
        return person != null ? of(person) : posts.stream().map(this::post).collect(Collectors.joining("、"));
    }

    /** @return the post's name */
    public String post(String code) {
        return roster.post(code).map(Post::name).orElse(code);
    }
}
