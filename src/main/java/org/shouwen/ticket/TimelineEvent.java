package org.shouwen.ticket;

/**
 * Something that a ticket's timeline tells. The feature in which it happens declares it, once, as a constant of its own
 * enum; whatever else has to be known of an event is part of its declaration.
 */
public interface TimelineEvent {

    Declaration declared();

    /** @return stable name, as the timeline stores it */
    default String code() {
        return declared().code();
    }

    /** @return an event that staff alone read about, and that nobody waits for */
    static Declaration event(String code) {
        return new Declaration(code, null, null, false, false);
    }

    /**
     * What is known of an event.
     *
     * @param words what residents read; null: it is the staff's own affair
     * @param own what they read of what they did themselves; null: the same
     * @param work whether whoever does the next step must know it
     * @param ends whether the matter has ended with it
     */
    record Declaration(String code, String words, String own, boolean work, boolean ends) {

        /** Residents read it, too, in words that name nobody and quote nobody. */
        public Declaration told(String residents) {
            return new Declaration(code, residents, own, work, ends);
        }

        /** A resident can do it himself, and reads it as his own doing. */
        public Declaration ownDoing(String residents) {
            return new Declaration(code, words, residents, work, ends);
        }

        /** Whoever does the next step finds it on his task. */
        public Declaration forWork() {
            return new Declaration(code, words, own, true, ends);
        }

        /** The matter has ended with it; the resident's link goes by it. */
        public Declaration ending() {
            return new Declaration(code, words, own, work, true);
        }
    }
}
