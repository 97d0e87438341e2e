package org.shouwen.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.notification.Notice;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.workflow.UserTasks;

/** Names for the codes of one page, each looked up once. */
final class Names {

    private final Roster roster;
    private final Map<String, String> known = new HashMap<>(Map.of("system", "系统", Notice.RESIDENT, "业主"));

    Names(Roster roster) {
        this.roster = roster;
    }

    String of(String code) {
        return known.computeIfAbsent(code, roster::nameOf);
    }

    /** @return the person, or the posts that a step is offered to */
    String of(UserTasks.OpenTask step) {
        return step.assignee() != null
                ? of(step.assignee())
                : step.posts().stream().map(this::post).collect(Collectors.joining("、"));
    }

    private String post(String code) {
        return roster.post(code).map(Post::name).orElse(code);
    }
}
