package org.shouwen.wording;

/** What people wrote, in a form of Tasklist: shown as they wrote it, no Markdown, no markup, no template. */
public final class Escaped {

    private Escaped() {}

    /** @return the words in one line */
    public static String of(String words) {
        return words.replaceAll("\\R", " ")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~>-])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
