package org.shouwen.workflow;

import java.util.List;
import org.shouwen.wording.Escaped;

/** A text of a form: what is ours is Markdown, what people wrote stands in it as they wrote it. */
public final class FormText {

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

    @Override
    public String toString() {
        return text.toString();
    }
}
