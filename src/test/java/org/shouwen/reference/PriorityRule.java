package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D1 (rules 4.2, corrected by 4.16 no. 1 to 4): how urgent a repair is. Rows 7, 8 and 13 are kinds of their own and no repairs.
 * A category reaches the table as trade and hazard.
 */
final class PriorityRule implements Rule {

    @Override
    public String table() {
        return "repairPriority";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "hazard", Values.HAZARDS,
                "danger", Values.DANGERS,
                "scope", Values.SCOPES,
                "utilityOut", Values.FLAG,
                "area", Values.AREAS,
                "trade", Values.TRADES);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        String priority = priority(asked);
        Map<String, Wanted> wanted = new HashMap<>();
        wanted.put("priority", Wanted.is(priority));
        // every row of P0 and P1 calls whoever is on call, no other does
        wanted.put("urgent", Wanted.is(priority.equals("P0") || priority.equals("P1")));
        wanted.put("reportTo", reportTo(asked));
        wanted.put("basis", Wanted.something());
        return wanted;
    }

    private static String priority(Case asked) {
        if (isEmergency(asked) || asked.is("danger", "PERSON")) {
            return "P0"; // rows 1 to 3
        }
        if (isOutage(asked)) {
            return "P1"; // row 4, whatever the scope and whatever is not said of it (4.16 no. 1)
        }
        boolean waterOrPower = asked.is("trade", "PLUMBING", "ELECTRICAL");
        if (waterOrPower && asked.yes("utilityOut")) {
            return "P1"; // row 5, and a wider outage is never slower than a narrow one (4.16 no. 2, 4)
        }
        // row 6; silence about the scope is never "harmless" (4.16 no. 1)
        if (asked.is("hazard", "GATE_FAILURE") && asked.is("scope", "ESTATE", "UNKNOWN")) {
            return "P1";
        }
        if (asked.is("danger", "PROPERTY") && (waterOrPower || asked.is("hazard", "SEEPAGE"))) {
            return "P1"; // water through a ceiling (4.16 no. 3)
        }
        return asked.is("hazard", "HANDOVER_DEFECT") ? "P3" : "P2"; // row 12; rows 9 to 11 and 14
    }

    private static Wanted reportTo(Case asked) {
        if (asked.is("hazard", "LIFT_TRAPPED")) {
            return Wanted.says("维保", "一小时|1小时|1 小时"); // an accident within the hour
        }
        if (asked.is("hazard", "FIRE")) {
            return Wanted.says("119");
        }
        if (asked.is("hazard", "GAS_LEAK")) {
            return Wanted.says("燃气");
        }
        if (asked.is("hazard", "FALLING_OBJECT")) {
            return Wanted.says("110");
        }
        if (asked.is("hazard", "ELECTRIC_SHOCK") || asked.is("danger", "PERSON")) {
            return Wanted.something(); // row 3: by type
        }
        return isOutage(asked) ? Wanted.something() : Wanted.nothing(); // row 4: the supplier
    }

    private static boolean isEmergency(Case asked) {
        return asked.is("hazard", "LIFT_TRAPPED", "GAS_LEAK", "FIRE", "FALLING_OBJECT", "ELECTRIC_SHOCK");
    }

    private static boolean isOutage(Case asked) {
        return asked.is("hazard", "BURST_PIPE", "LARGE_LEAK", "WATER_OUTAGE", "POWER_OUTAGE", "SEWAGE_OVERFLOW");
    }
}
