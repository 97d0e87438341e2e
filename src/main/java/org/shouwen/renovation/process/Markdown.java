package org.shouwen.renovation.process;

/** What people write is shown in forms as they wrote it: no Markdown, no markup, no template. */
final class Markdown {

    private Markdown() {}

    static String escaped(String words) {
        return words.replaceAll("\\R", " ")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~>-])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
