package org.shouwen.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.problem.Refusal;

/**
 * The text of a decision table's file, of which cells and annotations are written anew and rows come and go. Everything else
 * stays to the byte: comments, order, indentation, line ends.
 */
final class TableXml {

    /** What opens, closes or interrupts; what looks like a tag inside a comment is none. */
    private static final Pattern MARK = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>"
                    + "|<(?<close>/?)(?:[\\w.-]+:)?(?<name>[\\w.-]+)(?:\"[^\"]*\"|'[^']*'|[^'\">/]|/(?!>))*+(?<alone>/?)>",
            Pattern.DOTALL);

    private static final Pattern ID = Pattern.compile("\\bid\\s*=\\s*([\"'])[^\"']*\\1");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->\\s*", Pattern.DOTALL);
    private static final String NOTE = "description";
    private static final String TEXT = "text";

    private final String xml;
    private final List<Rule> rules;

    /**
     * A row.
     *
     * @param lead where the blanks and comments before it begin
     * @param note its annotation; null: it has none
     * @param texts of its cells
     */
    private record Rule(int lead, Element element, Element note, List<Element> texts) {}

    /** Positions of the tags: from is before the first, to after the last. */
    private record Element(int from, int open, int close, int to) {

        boolean isAlone() {
            return open == to;
        }
    }

    private TableXml(String xml, List<Rule> rules) {
        this.xml = xml;
        this.rules = rules;
    }

    /** @throws Refusal where it is not written as editors write such files */
    static TableXml of(byte[] file) {
        String xml = new String(file, StandardCharsets.UTF_8);
        if (!Arrays.equals(xml.getBytes(StandardCharsets.UTF_8), file)) {
            throw Refusal.invalid("table-unreadable", null, "这张表的文件不是 UTF-8 编码，请用 Camunda Modeler 打开另存后再改");
        }
        return new TableXml(xml, new Reader(xml).rules());
    }

    /**
     * @param rows in their order, those that are gone left out
     * @return the file with these rows; the same bytes where they are as they were
     */
    byte[] with(List<Draft.Row> rows) {
        if (rules.isEmpty()) {
            return xml.getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder written = new StringBuilder(xml.substring(0, rules.get(0).lead()));
        for (Draft.Row row : rows) {
            Rule rule = rules.get(row.from());
            if (rule.texts().size() != row.cells().size()) {
                throw Refusal.invalid("table-unreadable", null, "这张表有的格写法特别，请用 Camunda Modeler 改");
            }
            String lead = xml.substring(rule.lead(), rule.element().from());
            written.append(row.copy() ? COMMENT.matcher(lead).replaceAll("") : lead);
            String text = text(rule, row);
            written.append(row.copy() ? renamed(text) : text);
        }
        return written.append(
                        xml.substring(rules.get(rules.size() - 1).element().to()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text(Rule rule, Draft.Row row) {
        StringBuilder written = new StringBuilder();
        int at = rule.element().from();
        if (rule.note() != null) {
            at = put(written, at, rule.note(), row.note());
        } else if (!row.note().isEmpty()) {
            written.append(xml, at, rule.element().open());
            at = rule.element().open();
            String tag = xml.substring(rule.element().from(), at);
            String name = tag.substring(1, tag.indexOf("rule")) + NOTE;
            written.append(xml, at, firstTag(at));
            at = firstTag(at);
            written.append('<').append(name).append('>').append(escaped(row.note()));
            written.append("</")
                    .append(name)
                    .append('>')
                    .append(xml, rule.element().open(), at);
        }
        for (int i = 0; i < rule.texts().size(); i++) {
            at = put(written, at, rule.texts().get(i), row.cells().get(i));
        }
        return written.append(xml, at, rule.element().to()).toString();
    }

    /** @return where the blanks after that position end */
    private int firstTag(int from) {
        int at = from;
        while (Character.isWhitespace(xml.charAt(at))) {
            at++;
        }
        return at;
    }

    private int put(StringBuilder written, int at, Element element, String text) {
        String old = element.isAlone() ? "" : xml.substring(element.open(), element.close());
        if (read(old).equals(text)) {
            written.append(xml, at, element.to());
        } else if (element.isAlone()) {
            String tag = xml.substring(element.from(), element.to() - 2).stripTrailing();
            written.append(xml, at, element.from()).append(tag).append('>').append(escaped(text));
            written.append("</").append(tag.substring(1).split("\\s")[0]).append('>');
        } else {
            written.append(xml, at, element.open()).append(escaped(text)).append(xml, element.close(), element.to());
        }
        return element.to();
    }

    /** @return the row's text with ids that nothing has yet */
    private static String renamed(String rule) {
        String mark = "s" + UUID.randomUUID().toString().substring(0, 8);
        Matcher tag = MARK.matcher(rule);
        StringBuilder written = new StringBuilder();
        int at = 0;
        int number = 0;
        while (tag.find()) {
            Matcher id = ID.matcher(tag.group());
            if (tag.group("name") != null && id.find()) {
                String name = tag.group("name") + "_" + mark + (number == 0 ? "" : "_" + number);
                written.append(rule, at, tag.start() + id.start())
                        .append("id=\"")
                        .append(name)
                        .append('"');
                at = tag.start() + id.end();
                number++;
            }
        }
        return written.append(rule.substring(at)).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** @return what a parser reads there, without outer blanks */
    private static String read(String content) {
        StringBuilder text = new StringBuilder();
        Matcher mark = Pattern.compile("<!--.*?-->|<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL)
                .matcher(content);
        int at = 0;
        while (mark.find()) {
            text.append(unescaped(content.substring(at, mark.start())));
            text.append(mark.group(1) == null ? "" : mark.group(1));
            at = mark.end();
        }
        return text.append(unescaped(content.substring(at))).toString().strip();
    }

    private static String unescaped(String text) {
        Matcher sign = Pattern.compile("&(#x?)?(\\w+);").matcher(text.replace("\r\n", "\n"));
        return sign.replaceAll(found -> Matcher.quoteReplacement(
                switch (String.valueOf(found.group(1))) {
                    case "#" -> Character.toString(Integer.parseInt(found.group(2)));
                    case "#x" -> Character.toString(Integer.parseInt(found.group(2), 16));
                    default ->
                        switch (found.group(2)) {
                            case "lt" -> "<";
                            case "gt" -> ">";
                            case "amp" -> "&";
                            case "quot" -> "\"";
                            case "apos" -> "'";
                            default -> found.group();
                        };
                }));
    }

    /** Goes through the file once. */
    private static final class Reader {

        private final String xml;
        private final Deque<String> names = new ArrayDeque<>();
        private final Deque<Integer> from = new ArrayDeque<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private final List<Rule> rules = new ArrayList<>();
        private int lead;
        private Element note;
        private List<Element> texts = new ArrayList<>();

        Reader(String xml) {
            this.xml = xml;
        }

        List<Rule> rules() {
            Matcher mark = MARK.matcher(xml);
            while (mark.find()) {
                String name = mark.group("name");
                if (name == null) {
                    continue;
                }
                if (!mark.group("close").isEmpty()) {
                    int opened = open.pop();
                    int began = from.pop();
                    names.pop();
                    ended(name, new Element(began, opened, mark.start(), mark.end()));
                } else if (!mark.group("alone").isEmpty()) {
                    ended(name, new Element(mark.start(), mark.end(), mark.end(), mark.end()));
                } else {
                    names.push(name);
                    from.push(mark.start());
                    open.push(mark.end());
                    lead = name.equals("decisionTable") ? mark.end() : lead;
                }
            }
            return rules;
        }

        private void ended(String name, Element element) {
            if (isIn("decisionTable") && name.equals("rule")) {
                rules.add(new Rule(lead, element, note, texts));
                texts = new ArrayList<>();
                note = null;
            } else if (isIn("rule") && name.equals(NOTE)) {
                note = element;
            } else if (name.equals(TEXT) && (isIn("inputEntry") || isIn("outputEntry"))) {
                texts.add(element);
            }
            if (isIn("decisionTable")) {
                lead = element.to();
            }
        }

        private boolean isIn(String parent) {
            return Predicate.isEqual(parent).test(names.peek());
        }
    }
}
