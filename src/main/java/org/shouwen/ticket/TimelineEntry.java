package org.shouwen.ticket;

import java.time.Instant;
import java.util.Map;
import org.shouwen.roster.Roster;

/**
 * One line of a ticket's history; never changed, never removed.
 *
 * @param at when it happened
 * @param actor code of who did it
 * @param what what happened, as its feature declares it
 * @param text what people read
 * @param standsFor code of the person in whose place the actor acted (代A), or null
 * @param facts what programs read of it, by the names that its declaration gives
 */
public record TimelineEntry(
        Instant at,
        String actor,
        TimelineEvent.Declaration what,
        String text,
        String standsFor,
        Map<String, String> facts) {

    /** The actor where no person acts. */
    public static final String SYSTEM = "system";

    /** The actor where the resident acts himself. */
    public static final String RESIDENT = "resident";

    /** The actor where somebody beside the resident answers what he alone was asked. */
    public static final String SECOND_PERSON = "second-person";

    /** How people read the actors that are no members of staff. */
    private static final Map<String, String> NOT_STAFF = Map.of(SYSTEM, "系统", RESIDENT, "业主", SECOND_PERSON, "征询对象");

    /** @return who acted, as people read it: never a code of ours */
    public static String nameOf(String actor, Roster roster) {
        String name = NOT_STAFF.get(actor);
        return name == null ? roster.nameOf(actor) : name;
    }

    /** @return stable name, for example {@code dispatched} */
    public String event() {
        return what.code();
    }

    public boolean is(TimelineEvent event) {
        return event().equals(event.code());
    }

    public boolean means(TimelineEvent.Meaning meaning) {
        return what.meanings().contains(meaning);
    }

    /** @return what residents read; null: it is nothing for them */
    public String wordsForResident() {
        if (means(TimelineEvent.Meaning.AS_WRITTEN)) {
            return text;
        }
        return actor.equals(RESIDENT) && what.own() != null ? what.own() : what.words();
    }
}
