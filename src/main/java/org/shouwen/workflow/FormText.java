package org.shouwen.workflow;

import java.util.List;
import org.shouwen.wording.Escaped;

/** A text of a form: what is ours is Markdown, what people wrote stands in it as they wrote it. */
public final class FormText {

    /** The engine keeps a text in a column of so many characters; a task with a longer one is never there. */
    private static final int LONGEST = 4000;

    private static final String REST = "\n\n……（太长，其余请到页面上查看）";

    private final StringBuilder text = new StringBuilder();

    /** @param markdown ours; nobody's words */
    public FormText ours(String markdown) {
        text.append(markdown);
        return this;
    }

    public FormText words(String written) {
        text.append(Escaped.of(written));
        return this;
    }

    public FormText line(String label, String written) {
        return ours("**" + label + "**：").words(written).ours("  \n");
    }

    /** @param items nothing is shown where there are none */
    public FormText list(String label, List<String> items) {
        if (!items.isEmpty()) {
            ours("\n**" + label + "**：\n\n");
            items.forEach(item -> ours("- ").words(item).ours("\n"));
        }
        return this;
    }

    /** @return what the form shows: all of it, or as many whole lines as a form can be given, at least a part of the first */
    @Override
    public String toString() {
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        int room = LONGEST - REST.length();
        int line = text.lastIndexOf("\n", room);
        int end = line > room / 2 ? line : room;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        // Nor may what escapes a character stand alone: then it would escape ours
        int escapes = 0;
        while (escapes < end && text.charAt(end - 1 - escapes) == '\\') {
            escapes++;
        }
        return text.substring(0, end - escapes % 2) + REST;
    }
}
