package org.shouwen.ticket;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that a ticket's timeline tells. The feature in which it happens declares it, once, as a constant of its own enum
 * whose name ends with {@code Event}; {@link TimelineEvents} finds them all. Whatever else has to be known of an event is part
 * of its declaration, so that no list of events stands elsewhere.
 */
public interface TimelineEvent {

    Declaration declared();

    /** @return stable name, as the timeline stores it */
    default String code() {
        return declared().code();
    }

    /** @return an event that staff alone read about; the code is stored, and never changes */
    static Declaration event(String code) {
        return new Declaration(code, null, null, Set.of(), Set.of());
    }

    /** What follows from an event beyond its being told. */
    enum Meaning {
        /** Whoever does the next step must know it, and finds it on his task. */
        NEXT_STEP,
        /** Whoever did it has worked on the matter, and asks the resident not himself. */
        WORK,
        /** The matter has ended with it. */
        END,
        /** Residents read the line itself: whoever writes it writes it for them, too. */
        AS_WRITTEN
    }

    /**
     * What is known of an event.
     *
     * @param words what residents read, naming nobody and quoting nobody; null: it is the staff's own affair
     * @param own what they read of what they did themselves; null: the same
     * @param facts names of what is kept beside the sentence, for programs: codes, numbers and moments, never a person's own
     *     words
     */
    record Declaration(String code, String words, String own, Set<Meaning> meanings, Set<String> facts) {

        public Declaration told(String residents) {
            return new Declaration(code, residents, own, meanings, facts);
        }

        public Declaration ownDoing(String residents) {
            return new Declaration(code, words, residents, meanings, facts);
        }

        public Declaration forNextStep() {
            return meaning(Meaning.NEXT_STEP);
        }

        public Declaration work() {
            return meaning(Meaning.WORK);
        }

        public Declaration end() {
            return meaning(Meaning.END);
        }

        public Declaration asWritten() {
            return meaning(Meaning.AS_WRITTEN);
        }

        /** Whoever tells of it states these facts with the sentence. */
        public Declaration stating(String... names) {
            return new Declaration(code, words, own, meanings, new LinkedHashSet<>(List.of(names)));
        }

        /**
         * @param stated each name followed by its value: text, a number, a constant or a moment; null: not known
         * @return the facts of one event by name, without those that are not known
         * @throws IllegalArgumentException where these are not the facts that are declared
         */
        public Map<String, String> facts(Object... stated) {
            Map<String, String> all = new TreeMap<>();
            Set<String> names = new LinkedHashSet<>();
            for (int i = 0; i < stated.length; i += 2) {
                names.add((String) stated[i]);
                Object value = stated[i + 1];
                if (value != null) {
                    all.put((String) stated[i], value instanceof Enum<?> constant ? constant.name() : value.toString());
                }
            }
            if (!names.equals(facts)) {
                throw new IllegalArgumentException(code + " states " + facts + ", not " + names);
            }
            return all;
        }

        private Declaration meaning(Meaning more) {
            Set<Meaning> all = EnumSet.of(more);
            all.addAll(meanings);
            return new Declaration(code, words, own, all, facts);
        }
    }
}
