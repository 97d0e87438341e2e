package org.shouwen.ticket;

import java.util.Arrays;
import java.util.List;

/**
 * Something a kind of ticket asks at intake beyond the common facts; pages and callers show it without knowing the kind.
 * The answer comes in as {@link Details}, and the kind checks it.
 *
 * @param name name of the detail
 * @param label what people read
 * @param options what can be chosen; empty but for {@link Type#CHOICE}
 * @param hint what the label leaves open, or ""
 */
public record Question(String name, String label, Type type, List<Option> options, String hint) {

    /** How it is answered. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        /** {@code true} or {@code false}. */
        FLAG,
        /** The value of one of the options. */
        CHOICE,
        /** A whole number. */
        NUMBER,
        /** A date and time; without offset local time. */
        MOMENT,
        /** A day, for example 2026-11-23. */
        DATE,
        /** Code of a member of the staff. */
        STAFF,
        /** Code of a post. */
        POST
    }

    /** Something to choose. */
    public record Option(String value, String label) {}

    public static Question of(String name, String label, Type type, String hint) {
        return new Question(name, label, type, List.of(), hint);
    }

    /** One of these. */
    public static Question choice(String name, String label, String hint, Option... options) {
        return new Question(name, label, Type.CHOICE, Arrays.asList(options), hint);
    }
}
