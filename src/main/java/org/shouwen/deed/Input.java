package org.shouwen.deed;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shouwen.problem.Written;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;

/**
 * What a deed asks.
 *
 * @param name as it is handed in, over the API and by the form
 * @param label as people read it
 * @param max most characters; of no account where none are typed
 * @param choices what can be chosen by whom, of a text what is suggested; the codes of a fixed choice depend on neither
 * @param initial what the form begins with
 * @param otherwise what counts where a program leaves it out, though people are asked for it; or null
 * @param onForm false: people say it otherwise, programs alone hand it in
 * @param hint what helps to fill it in, or ""
 */
public record Input(
        String name,
        String label,
        Type type,
        boolean required,
        int max,
        BiFunction<Ticket, Caller, List<Choice>> choices,
        BiFunction<Ticket, Caller, String> initial,
        String otherwise,
        boolean onForm,
        String hint) {

    /** How it is typed, and what it becomes. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        /** One of {@link Input#choices}. */
        CHOICE,
        /** A moment with offset, or in local time. */
        MOMENT,
        DATE,
        FLAG,
        /** Photos and documents; over the API as multipart. */
        FILES,
        /** Answers by name: the questions of another kind of ticket. */
        DETAILS
    }

    private static final int CODE = 60;

    private static final BiFunction<Ticket, Caller, String> BLANK = (ticket, caller) -> "";

    private static final BiFunction<Ticket, Caller, List<Choice>> NOTHING = (ticket, caller) -> List.of();

    public static Input text(String name, String label, int max) {
        return new Input(name, label, Type.TEXT, true, max, NOTHING, BLANK, null, true, "");
    }

    public static Input longText(String name, String label, int max) {
        return new Input(name, label, Type.LONG_TEXT, true, max, NOTHING, BLANK, null, true, "");
    }

    /** @return why; every change that others have to understand asks it */
    public static Input reason(String label) {
        return longText("reason", label, Written.REASON);
    }

    public static Input choice(String name, String label, Function<Ticket, List<Choice>> choices) {
        return choice(name, label, (ticket, caller) -> choices.apply(ticket));
    }

    public static Input choice(String name, String label, BiFunction<Ticket, Caller, List<Choice>> choices) {
        return new Input(
                name,
                label,
                Type.CHOICE,
                true,
                CODE,
                (ticket, caller) -> Choice.toldApart(choices.apply(ticket, caller)),
                BLANK,
                null,
                true,
                "");
    }

    /** @param label says what people read of a constant */
    public static <E extends Enum<E>> Input choice(
            String name, String label, Class<E> codes, Function<E, String> words) {
        List<Choice> all = Arrays.stream(codes.getEnumConstants())
                .map(code -> new Choice(code.name(), words.apply(code)))
                .toList();
        return choice(name, label, (ticket, caller) -> all);
    }

    public static Input moment(String name, String label) {
        return new Input(name, label, Type.MOMENT, true, CODE, NOTHING, BLANK, null, true, "");
    }

    public static Input date(String name, String label) {
        return new Input(name, label, Type.DATE, true, CODE, NOTHING, BLANK, null, true, "");
    }

    public static Input flag(String name, String label) {
        return new Input(name, label, Type.FLAG, false, CODE, NOTHING, BLANK, null, true, "");
    }

    public static Input files(String name, String label) {
        return new Input(name, label, Type.FILES, true, 0, NOTHING, BLANK, null, true, "");
    }

    public static Input details(String name, String label) {
        return new Input(name, label, Type.DETAILS, false, 0, NOTHING, BLANK, null, true, "");
    }

    /** People are offered these words, and may write others. */
    public Input suggesting(String... words) {
        List<Choice> known =
                Arrays.stream(words).map(word -> new Choice(word, word)).toList();
        return new Input(name, label, type, required, max, (ticket, caller) -> known, initial, otherwise, onForm, hint);
    }

    /** @return whether a program may leave it out */
    public boolean mayBeLeftOut() {
        return !required || otherwise != null;
    }

    public Input optional() {
        return new Input(name, label, type, false, max, choices, initial, otherwise, onForm, hint);
    }

    public Input otherwise(String text) {
        return new Input(name, label, type, required, max, choices, initial, text, onForm, hint);
    }

    public Input forPrograms() {
        return new Input(name, label, type, false, max, choices, initial, otherwise, false, hint);
    }

    public Input from(Function<Ticket, String> value) {
        return from((ticket, caller) -> value.apply(ticket));
    }

    public Input from(BiFunction<Ticket, Caller, String> value) {
        return new Input(name, label, type, required, max, choices, value, otherwise, onForm, hint);
    }

    public Input hint(String words) {
        return new Input(name, label, type, required, max, choices, initial, otherwise, onForm, words);
    }
}
