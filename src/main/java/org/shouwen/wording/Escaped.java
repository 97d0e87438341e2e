package org.shouwen.wording;

/** What people wrote, in a form of Tasklist: shown as they wrote it, no Markdown, no markup, no template, no link. */
public final class Escaped {

    private Escaped() {}

    /** @return the words in one line */
    public static String of(String words) {
        return words.replaceAll("\\R", " ")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~>@-])", "\\\\$1")
                // Where a list or an address would begin
                .replaceAll("(?i)(:(?=//)|(?<=www)\\.|(?<=^\\d{1,9})\\.)", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
