package org.shouwen.workflow.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a diagram's file, of which single attributes and elements are written anew. Everything else stays to the byte:
 * comments, order, indentation, line ends. The file is well-formed: whoever edits it has read it as a model before.
 */
final class Markup {

    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|(\\w{2,4}));");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "quot", "\"", "apos", "'", "amp", "&");

    /** What opens, closes or interrupts; what looks like a tag inside a comment is none. */
    private static final Pattern MARK = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<!DOCTYPE[^>]*>"
                    + "|<(?<close>/?)(?:(?<prefix>[\\w.-]+):)?(?<name>[\\w.-]+)(?:\"[^\"]*\"|'[^']*'|[^'\">/]|/(?!>))*+(?<alone>/?)>",
            Pattern.DOTALL);

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s+(?:(?<prefix>[\\w.-]+):)?(?<name>[\\w.-]+)\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*')");

    private final String text;
    private final List<Element> elements = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();

    /** What replaces the text between two positions. */
    private record Edit(int from, int to, String instead) {}

    /** @param from where its name begins, with the blanks before it */
    private record Attribute(int from, int value, int to, String written) {}

    /** An element as it lies in the text. */
    static final class Element {

        private final String prefix;
        private final String name;
        private final Element parent;
        private final Map<String, String> spaces;
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final List<Element> children = new ArrayList<>();
        private final int from;
        private final int open;
        private final boolean alone;
        private int close;

        private Element(Matcher tag, Element parent) {
            this.prefix = Objects.toString(tag.group("prefix"), "");
            this.name = tag.group("name");
            this.parent = parent;
            this.from = tag.start();
            this.open = tag.end();
            this.alone = !tag.group("alone").isEmpty();
            this.close = open;
            this.spaces = new HashMap<>(parent == null ? Map.of() : parent.spaces);
            attributes(tag);
        }

        private void attributes(Matcher tag) {
            Matcher found = ATTRIBUTE.matcher(tag.group());
            Map<String[], Attribute> read = new LinkedHashMap<>();
            while (found.find()) {
                String space = Objects.toString(found.group("prefix"), "");
                String value = found.group("value");
                if (space.equals("xmlns")) {
                    spaces.put(found.group("name"), value.substring(1, value.length() - 1));
                } else {
                    read.put(
                            new String[] {space, found.group("name")},
                            new Attribute(
                                    tag.start() + found.start(),
                                    tag.start() + found.start("value"),
                                    tag.start() + found.end(),
                                    value));
                }
            }
            read.forEach((called, attribute) -> attributes.put(
                    key(called[0].isEmpty() ? "" : spaces.getOrDefault(called[0], called[0]), called[1]), attribute));
        }

        private static String key(String space, String name) {
            return space + " " + name;
        }

        String name() {
            return name;
        }

        List<Element> children() {
            return children;
        }

        List<Element> children(String called) {
            return children.stream().filter(child -> child.name.equals(called)).toList();
        }

        /** @return null where it is not there */
        String attribute(String called) {
            return attribute("", called);
        }

        /** @param space the namespace */
        String attribute(String space, String called) {
            Attribute attribute = attributes.get(key(space, called));
            return attribute == null
                    ? null
                    : unescaped(
                            attribute.written().substring(1, attribute.written().length() - 1));
        }

        /** @return a name as it is written here; the file knows the namespace, for something of it stands in it */
        String spelled(String space, String called) {
            return spaces.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(space))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .findFirst()
                            .orElseThrow()
                    + ":" + called;
        }

        /** @return a name as elements beside this one are written */
        String sibling(String called) {
            return prefix.isEmpty() ? called : prefix + ":" + called;
        }
    }

    private Markup(String text) {
        this.text = text;
        Deque<Element> open = new ArrayDeque<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (mark.group("name") == null) {
                continue;
            }
            if (!mark.group("close").isEmpty()) {
                open.pop().close = mark.start();
                continue;
            }
            Element element = new Element(mark, open.peek());
            elements.add(element);
            if (element.parent != null) {
                element.parent.children.add(element);
            }
            if (!element.alone) {
                open.push(element);
            }
        }
    }

    static Markup of(String text) {
        return new Markup(text);
    }

    /** @return every element, in the order of the text */
    List<Element> elements() {
        return elements;
    }

    /** @return what stands between an element's tags, without outer blanks */
    String content(Element element) {
        return unescaped(text.substring(element.open, element.close)).strip();
    }

    void set(Element element, String name, String value) {
        set(element, "", name, value);
    }

    /** @param value null takes the attribute away */
    void set(Element element, String space, String name, String value) {
        Attribute written = element.attributes.get(Element.key(space, name));
        if (Objects.equals(value, element.attribute(space, name))) {
            return;
        }
        if (written == null) {
            int end = element.open - (element.alone ? 2 : 1);
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            String spelled = space.isEmpty() ? name : element.spelled(space, name);
            edits.add(new Edit(end, end, " " + spelled + "=\"" + escaped(value) + "\""));
        } else if (value == null) {
            edits.add(new Edit(written.from(), written.to(), ""));
        } else {
            edits.add(new Edit(written.value(), written.to(), "\"" + escaped(value) + "\""));
        }
    }

    /** Takes an element away, with the line that it stands on. */
    void remove(Element element) {
        edits.add(new Edit(lead(element), end(element), ""));
    }

    /** What stands between an element's tags is this. */
    void put(Element element, String content) {
        if (content(element).equals(content)) {
            return;
        }
        edits.add(new Edit(element.open, element.close, escaped(content)));
    }

    /**
     * Puts elements at the end of another one, or at its beginning.
     *
     * @param after the child that they follow; null: they are the first ones
     * @param lines the elements, a line each, a step deeper by two blanks
     */
    void add(Element parent, Element after, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String indent = indent(parent);
        StringBuilder written = new StringBuilder();
        lines.forEach(
                line -> written.append(newline()).append(indent).append("  ").append(line));
        if (parent.alone) {
            int end = parent.open - 2;
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            String tag = parent.sibling(parent.name);
            edits.add(new Edit(end, parent.open, ">" + written + newline() + indent + "</" + tag + ">"));
        } else {
            int at = after == null ? parent.open : end(after);
            boolean empty = parent.children.isEmpty() && content(parent).isEmpty();
            edits.add(new Edit(at, empty ? parent.close : at, written + (empty ? newline() + indent : "")));
        }
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private int end(Element element) {
        return element.alone ? element.open : text.indexOf('>', element.close) + 1;
    }

    private int lead(Element element) {
        int at = element.from;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private String indent(Element element) {
        String before = text.substring(lead(element), element.from);
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    boolean isChanged() {
        return !edits.isEmpty();
    }

    /** @return the text with everything that was written anew */
    String text() {
        StringBuilder written = new StringBuilder();
        int at = 0;
        for (Edit edit : edits.stream()
                .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to))
                .toList()) {
            written.append(text, at, edit.from()).append(edit.instead());
            at = edit.to();
        }
        return written.append(text.substring(at)).toString();
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Editors write a sign by its name or by its number, &#38;. */
    private static String unescaped(String value) {
        return REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(sign(found)));
    }

    private static String sign(MatchResult found) {
        if (found.group(3) != null) {
            return NAMED.getOrDefault(found.group(3), found.group());
        }
        boolean hex = found.group(1) == null;
        int sign = Integer.parseInt(hex ? found.group(2) : found.group(1), hex ? 16 : 10);
        return Character.isValidCodePoint(sign) ? Character.toString(sign) : found.group();
    }
}
