package org.shouwen.page;

import java.util.regex.Pattern;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/** Sentences for people who never see the API. */
public final class Plain {

    private static final Pattern FIELD_NAME = Pattern.compile("（[A-Za-z][A-Za-z.-]*）");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Plain() {}

    /** @return the refusal without the names of the API's fields */
    public static String sentence(Refusal refusal) {
        return FIELD_NAME.matcher(refusal.getMessage()).replaceAll("");
    }

    /** @return what was typed into a search box, without characters that no database takes; null where nothing is left */
    public static String search(String typed, int longest) {
        String text = Typed.plain(typed == null ? "" : CONTROL.matcher(typed).replaceAll(""));
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        return cut.isEmpty() ? null : cut;
    }
}
