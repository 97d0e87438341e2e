package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D9, last columns (rules 4.11, corrected by 4.16 no. 16): who is told of a violation that could not be stopped. Outside
 * Shanghai every limit is a product default and says so, and Shanghai's law is not named.
 */
final class ReportRule implements Rule {

    @Override
    public String table() {
        return "reportDuty";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of("city", Values.CITIES, "gravity", List.of("SERIOUS", "CONSIDERABLE", "ORDINARY", "MINOR"));
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        Map<String, Wanted> wanted = new HashMap<>();
        wanted.put("receivers", Wanted.says("业主委员会|业委会"));
        if (asked.is("city", "SHANGHAI")) {
            limit(wanted, 24);
            wanted.put("receivers", Wanted.says("业主委员会|业委会", "部门|住建|房管|城管"));
            wanted.put("basis", Wanted.cites("上海市住宅物业管理规定", "59"));
            return wanted;
        }
        if (asked.is("gravity", "MINOR")) {
            return Map.of("dueUnit", Wanted.oneOf(null, "NONE"));
        }
        limit(wanted, asked.is("gravity", "ORDINARY") ? 72 : 24);
        if (!asked.is("gravity", "ORDINARY")) {
            wanted.put("receivers", Wanted.says("业主委员会|业委会", "部门|住建|城管"));
        }
        wanted.put("basis", Wanted.says("产品默认|惯例").and(Wanted.without("上海")));
        return wanted;
    }

    private static void limit(Map<String, Wanted> wanted, int hours) {
        wanted.put("dueAmount", Wanted.is(hours));
        wanted.put("dueUnit", Wanted.is("HOUR"));
    }
}
