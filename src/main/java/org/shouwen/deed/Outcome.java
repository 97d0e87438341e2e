package org.shouwen.deed;

import java.util.HashMap;
import java.util.Map;

/**
 * What came of a deed.
 *
 * @param opened number of a ticket that was opened by it, or null
 * @param view what a program is answered; null: the ticket as it is now
 * @param said what people read afterwards; null: what the deed says of itself
 * @param once what the page shows this once, by name: nobody can ask for it again
 */
public record Outcome(String opened, Object view, String said, Map<String, Object> once) {

    /** The ticket is different now. */
    public static final Outcome CHANGED = new Outcome(null, null, null, Map.of());

    /** It was done before, by the same form. */
    static final Outcome REPEATED = CHANGED.saying("这张表刚才已经提交过，没有再办一次。");

    public static Outcome opened(String number) {
        return new Outcome(number, null, null, Map.of());
    }

    public static Outcome of(Object view) {
        return new Outcome(null, view, null, Map.of());
    }

    public Outcome saying(String words) {
        return new Outcome(opened, view, words, once);
    }

    public Outcome showing(String name, Object value) {
        Map<String, Object> shown = new HashMap<>(once);
        shown.put(name, value);
        return new Outcome(opened, view, said, shown);
    }
}
