package org.shouwen.resident.web;

import java.util.List;

/**
 * What the page of a renovation shows beyond every matter's.
 *
 * @param stage where it stands
 * @param now the same as a sentence
 * @param notice the one-time notice, or null: nothing was told yet
 * @param acts what is planned, each with its article
 * @param cautions what must not be done, to be confirmed; or null: not now
 * @param certificate null: none was issued
 * @param completion whether he can say that the work is done
 */
record RenovationPart(
        String stage,
        String now,
        Told notice,
        List<ActRow> acts,
        Cautions cautions,
        Card certificate,
        boolean completion) {

    /**
     * @param receipt when and how it was received, or null
     * @param tally how many of how many are there
     */
    record Told(String number, String listed, String receipt, String tally, List<Group> groups) {

        /** @return whether the applicant is asked to do something; asked by the page, so public */
        public boolean asks() {
            return receipt == null
                    || groups.stream().flatMap(group -> group.items().stream()).anyMatch(Item::asks);
        }
    }

    record Group(String heading, List<Item> items) {}

    /**
     * @param state how it stands, as people read it
     * @param deed what the resident can do about it
     * @param act code of the act to take out, where that is the deed; else null
     */
    record Item(
            String code, int position, String text, String basis, String state, String style, Deed deed, String act) {

        boolean asks() {
            return deed != Deed.NOTHING;
        }
    }

    /** What can be done about an item on the page. */
    enum Deed {
        HAND_IN,
        TAKE_OUT,
        /** The original is shown at the desk; no picture of it is taken. */
        AT_THE_DESK,
        NOTHING
    }

    record ActRow(String act, String result, String style, String needs, String basis) {}

    /** @param received when the owner confirmed, or null: he is asked to */
    record Cautions(List<ActRow> prohibited, List<ActRow> notWithout, String hours, String received) {}

    /** @param state 有效, or why it is not */
    record Card(String number, String period, String hours, String state, boolean valid) {}
}
