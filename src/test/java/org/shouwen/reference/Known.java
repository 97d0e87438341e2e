package org.shouwen.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A difference between rule and product that stands and is known. It excuses only the answer it names, and the test fails when
 * it is gone.
 *
 * @param table id of the decision
 * @param where {@code input=CODE,CODE} parts separated by blanks; empty: wherever it is
 * @param output in which the product differs
 * @param product words of the product's answer, or its number or flag; empty: it has none
 * @param why what the rule says, with its section, and what is to be done
 */
record Known(String table, String where, String output, String product, String why) {

    boolean covers(String asked, Map<String, Object> facts, String differing, Object answer) {
        String said = answer == null ? "" : answer.toString();
        boolean ours = answer instanceof String && !product.isEmpty() ? said.contains(product) : said.equals(product);
        return table.equals(asked)
                && output.equals(differing)
                && ours
                && Arrays.stream(where.split(" ")).allMatch(part -> part.isEmpty() || holds(part, facts));
    }

    private static boolean holds(String part, Map<String, Object> facts) {
        String[] sides = part.split("=");
        return List.of(sides[1].split(",")).contains(String.valueOf(facts.get(sides[0])));
    }
}
