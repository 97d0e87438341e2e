package org.shouwen.workflow.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.CategoryTable;
import org.springframework.stereotype.Component;

/** Categories as they lay in a database table until they became a table of rules, where somebody had changed them there. */
@Component
record FormerCategories(Sql sql) {

    static final String FILE = ModelNames.kebab(CategoryTable.ID) + ".dmn";

    /** What our own migrations had made of them. */
    static final String OURS = "c0e42880636e014e7259a7a91d702fd085753e2769052171a765c02234501035";

    private static final Pattern RULE = Pattern.compile("      <rule id=\"([^\"]*)\">.*?</rule>\\n", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("<description>.*?</description>", Pattern.DOTALL);
    private static final String HERE = "本项目";

    /** Cells of a row in the order of the table, without its basis. */
    private static final List<String> COLUMNS =
            List.of("code", "kind", "label", "area", "trade", "hazard", "warranty_item", "window_hours", "offered");

    /**
     * @param shipped the table as this version ships it
     * @return the table with the categories of this place; empty where they are as we had made them
     */
    Optional<byte[]> changed(byte[] shipped) {
        List<List<String>> rows = sql.list(
                (row, i) -> {
                    List<String> cells = new ArrayList<>();
                    for (String column : COLUMNS) {
                        cells.add(String.valueOf(row.getObject(column)));
                    }
                    return cells;
                },
                "SELECT * FROM former_category ORDER BY position, code");
        return hash(rows).equals(OURS) ? Optional.empty() : Optional.of(written(rows, shipped));
    }

    static String hash(List<List<String>> rows) {
        try {
            byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is the same as in the shipped table stays as it is written there. */
    private static byte[] written(List<List<String>> rows, byte[] shipped) {
        String xml = new String(shipped, StandardCharsets.UTF_8);
        Map<String, String> rules = new LinkedHashMap<>();
        Matcher rule = RULE.matcher(xml);
        int first = xml.length();
        int last = 0;
        while (rule.find()) {
            rules.put(cells(rule.group()).get(0), rule.group());
            first = Math.min(first, rule.start());
            last = rule.end();
        }
        String like = rules.values().iterator().next();
        StringBuilder written = new StringBuilder(xml.substring(0, first));
        for (int i = 0; i < rows.size(); i++) {
            List<String> wanted = cells(rows.get(i));
            String known = rules.get(wanted.get(0));
            if (known == null) {
                written.append(with(wanted, renamed(like, i)));
            } else {
                boolean same = cells(known).subList(0, wanted.size()).equals(wanted);
                written.append(same ? known : with(wanted, known));
            }
        }
        return written.append(xml.substring(last)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(String rule) {
        return TEXT.matcher(rule).results().map(cell -> cell.group(1)).toList();
    }

    /** @return the row as the table writes it */
    private static List<String> cells(List<String> row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            cells.put(COLUMNS.get(i), row.get(i));
        }
        return COLUMNS.stream()
                .map(column -> switch (column) {
                    case "window_hours", "offered" -> cells.get(column).toLowerCase(Locale.ROOT);
                    default -> cells.get(column).equals("null") ? "" : '"' + escaped(cells.get(column)) + '"';
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String escaped(String text) {
        return text.replace('"', '”').replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String with(List<String> cells, String rule) {
        List<String> all = new ArrayList<>(cells);
        all.add('"' + HERE + '"');
        StringBuilder written = new StringBuilder();
        Matcher text = TEXT.matcher(rule);
        for (String cell : all) {
            text.find();
            text.appendReplacement(written, Matcher.quoteReplacement("<text>" + cell + "</text>"));
        }
        text.appendTail(written);
        return NOTE.matcher(written)
                .replaceFirst(Matcher.quoteReplacement("<description>来源：" + HERE + "，升级前的类别</description>"));
    }

    /** @return with ids that nothing has yet */
    private static String renamed(String rule, int number) {
        return rule.replaceAll("id=\"([^\"]*)\"", "id=\"$1_former" + number + "\"");
    }
}
