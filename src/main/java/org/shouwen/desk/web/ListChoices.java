package org.shouwen.desk.web;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Due;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Sort;
import org.shouwen.ticket.Status;
import org.springframework.stereotype.Component;

/** What the fields of a list's conditions offer. */
@Component
record ListChoices(Kinds kinds, Categories categories, Estate estate, Roster roster) {

    record Choice(String code, String label) {}

    /** @param label of a kind */
    record Group(String label, List<Choice> choices) {}

    record Offered(
            List<Choice> kinds,
            List<Group> categories,
            List<Choice> sites,
            List<Choice> statuses,
            List<Choice> dues,
            List<Choice> people,
            List<Choice> sorts) {}

    Offered offered(Caller reader) {
        return new Offered(
                kinds.all().stream()
                        .map(kind -> new Choice(kind.code(), kind.label()))
                        .toList(),
                kinds.all().stream()
                        .map(kind -> new Group(
                                kind.label(),
                                categories.ofKind(kind.code()).stream()
                                        .map(category -> new Choice(category.code(), category.label()))
                                        .toList()))
                        .toList(),
                reader.readable(estate.sites()).stream()
                        .map(site -> new Choice(site, estate.siteName(site)))
                        .toList(),
                Stream.of(Status.values())
                        .map(status -> new Choice(status.name(), status.label()))
                        .toList(),
                Stream.of(Due.values())
                        .map(due -> new Choice(due.name(), due.label()))
                        .toList(),
                roster.staffOf(reader).stream()
                        .map(staff -> new Choice(staff.code(), staff.name()))
                        .toList(),
                Stream.of(Sort.values())
                        .map(sort -> new Choice(sort.name(), sort.label()))
                        .toList());
    }
}
