package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D3 (rules 4.5, corrected by 4.16 "Escalation"): when a promise warns and whom each level asks. Left open by the rule: how long
 * P2 and P3 may take to acknowledge, and quiet hours of 重要 and 重大 complaints.
 */
final class LadderRule implements Rule {

    @Override
    public String table() {
        return "escalation";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of("kind", Values.KINDS, "priority", Values.PRIORITIES, "level", Values.numbers(0, 3));
    }

    /** The columns of the table; a complaint has the priority of its grade. */
    private enum Column {
        P0,
        P1,
        /** P2 and 一般 complaints. */
        USUAL,
        /** 重要 complaints. */
        IMPORTANT,
        /** 重大 complaints. */
        MAJOR,
        /** Kind D. */
        RENOVATION,
        /** P3 and kind G. */
        SLOW
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        Column column = column(asked);
        if (column == null) {
            return Map.of();
        }
        int level = asked.number("level");
        Map<String, Wanted> wanted = new HashMap<>();
        String addressee = addressee(column, level);
        wanted.put("addressee", Wanted.is(addressee));
        wanted.put("basis", Wanted.something());
        if (addressee.equals("NONE")) {
            return wanted;
        }
        wanted.put("percent", Wanted.is(level > 0 ? 100 : column == Column.P0 ? 50 : 75));
        if (level < 2) {
            wanted.put("offsetUnit", Wanted.is("NONE"));
        } else {
            String[] after = after(column, level).split(" ");
            wanted.put("offsetAmount", Wanted.is(Integer.valueOf(after[0])));
            wanted.put("offsetUnit", Wanted.is(after[1]));
        }
        if (column == Column.P0 || column == Column.P1) {
            wanted.put("quiet", Wanted.is("NEVER"));
            if (level > 0) {
                wanted.put("ackAmount", Wanted.is(15));
                wanted.put("ackUnit", Wanted.is("MINUTE"));
            }
        } else if (column != Column.IMPORTANT && column != Column.MAJOR) {
            wanted.put("quiet", Wanted.is("NEXT_SLOT"));
        }
        return wanted;
    }

    private static Column column(Case asked) {
        String priority = (String) asked.facts().get("priority");
        return switch ((String) asked.facts().get("kind")) {
            case "REPAIR" ->
                switch (priority) {
                    case "P0" -> Column.P0;
                    case "P1" -> Column.P1;
                    case "P2" -> Column.USUAL;
                    default -> Column.SLOW;
                };
            case "COMPLAINT" ->
                switch (priority) {
                    case "P0" -> Column.MAJOR;
                    case "P1" -> Column.IMPORTANT;
                    case "P2" -> Column.USUAL;
                    default -> null; // no grade has it
                };
            case "RENOVATION" -> priority.equals("P2") ? Column.RENOVATION : null; // every renovation is P2
            default -> priority.equals("P0") || priority.equals("P1") ? null : Column.SLOW; // G is never urgent
        };
    }

    /** Level 1, 2, 3: only upwards, and nobody is asked twice (4.16). */
    private static String addressee(Column column, int level) {
        if (level == 0) {
            return "RESPONSIBLE";
        }
        List<String> asked =
                switch (column) {
                    case SLOW -> List.of("LEAD", "SUPERVISOR", "NONE");
                    case IMPORTANT -> List.of("SUPERVISOR", "MANAGER", "NONE");
                    case MAJOR -> List.of("SUPERVISOR", "MANAGER", "DIRECTOR");
                    default -> List.of("LEAD", "SUPERVISOR", "MANAGER");
                };
        return asked.get(level - 1);
    }

    private static String after(Column column, int level) {
        boolean second = level == 2;
        return switch (column) {
            case P0 -> second ? "10 MINUTE" : "30 MINUTE";
            case P1 -> second ? "30 MINUTE" : "2 HOUR";
            case USUAL -> second ? "1 WORKDAY" : "3 WORKDAY";
            case IMPORTANT, MAJOR, RENOVATION -> second ? "4 WORKHOUR" : "1 WORKDAY";
            case SLOW -> "1 WORKDAY";
        };
    }
}
