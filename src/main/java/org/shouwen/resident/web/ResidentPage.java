package org.shouwen.resident.web;

import java.util.List;
import org.shouwen.attachment.Attachment;
import org.shouwen.page.Shown;

/**
 * What a resident sees of his matter.
 *
 * @param status where it stands
 * @param stage style of the status
 * @param now where it stands, as a sentence
 * @param open whether something still happens to it
 * @param waits what it waits for while the clock stands still, or null
 * @param files what he handed in himself
 * @param ends when the link stops, or null: the matter has not ended
 * @param parts what features bring
 */
record ResidentPage(
        String number,
        String kind,
        String matter,
        String site,
        String location,
        String status,
        String stage,
        String now,
        boolean open,
        List<Promise> promises,
        String waits,
        List<Person> people,
        List<PlainTimeline.Line> timeline,
        boolean urge,
        boolean withdraw,
        List<Attachment> files,
        String ends,
        List<Shown> parts) {

    /** @param style {@code kept}, {@code late}, {@code runs} or {@code none} */
    record Promise(String what, String due, String state, String style, String why, String source) {}

    /** Somebody who answers for it, by surname only. */
    record Person(String role, String name) {}
}
