package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D9 (rules 4.11, corrected by 4.16 no. 8, 10, 11, 17 and 19): how grave a violation on a renovation site is and what follows.
 * The limits are product defaults (4.16 "What people see"): 2 hours for a notice at once, 72 hours for three days.
 */
final class ViolationRule implements Rule {

    /** No level of 4.11 names it: grave enough for a notice, the rest is left open. */
    private static final String OPEN = "OPEN";

    @Override
    public String table() {
        return "violationHandling";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "violation",
                List.of(
                        "BEARING_STRUCTURE",
                        "GAS",
                        "ADDED_BUILDING",
                        "FLOOR_LOAD",
                        "WET_ROOM",
                        "ENERGY_SAVING",
                        "UNREGISTERED",
                        "UNQUALIFIED",
                        "FACADE",
                        "WATERPROOFING",
                        "PIPES",
                        "FIRE_EXIT",
                        "HOURS",
                        "WASTE",
                        "NO_PASS",
                        "NOT_POSTED",
                        "CONDUCT"),
                "repeated",
                Values.FLAG);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        String violation = (String) asked.facts().get("violation");
        Map<String, Wanted> wanted = new HashMap<>(byGravity(gravity(violation), asked.yes("repeated")));
        wanted.put("basis", basis(violation));
        if (consequence(violation) != null) {
            wanted.put("consequence", consequence(violation));
        }
        return wanted;
    }

    private static String gravity(String violation) {
        return switch (violation) {
            case "BEARING_STRUCTURE", "GAS", "ADDED_BUILDING" -> "SERIOUS";
            case "FACADE", "WATERPROOFING", "PIPES", "FIRE_EXIT" -> "CONSIDERABLE";
            case "FLOOR_LOAD", "WET_ROOM", "ENERGY_SAVING", "UNQUALIFIED", "UNREGISTERED" -> OPEN;
            case "HOURS", "WASTE", "NO_PASS", "NOT_POSTED" -> "ORDINARY";
            default -> "MINOR";
        };
    }

    private static Map<String, Wanted> byGravity(String gravity, boolean repeated) {
        Wanted grave = Wanted.is(gravity);
        return switch (gravity) {
            case "SERIOUS" ->
                Map.of(
                        "gravity", grave,
                        "inWriting", Wanted.is(true),
                        "deliverAmount", Wanted.is(2),
                        "deliverUnit", Wanted.is("HOUR"),
                        "rectifyAmount", Wanted.is(24),
                        "rectifyUnit", Wanted.is("HOUR"),
                        "gate", Wanted.is("SITE"));
            case "CONSIDERABLE" ->
                Map.of(
                        "gravity", grave,
                        "inWriting", Wanted.is(true),
                        "deliverUnit", Wanted.is("SAME_DAY"),
                        "rectifyAmount", Wanted.is(72),
                        "rectifyUnit", Wanted.is("HOUR"),
                        "gate", Wanted.is("MATERIAL"));
            case OPEN -> Map.of("gravity", Wanted.oneOf("SERIOUS", "CONSIDERABLE"), "inWriting", Wanted.is(true));
            case "ORDINARY" ->
                Map.of(
                        "gravity", grave,
                        "inWriting", Wanted.is(repeated), // the second time a notice
                        "rectifyUnit", Wanted.oneOf("SAME_DAY", "HOUR"),
                        "gate", Wanted.is("PASSES"));
            default -> Map.of("gravity", grave, "inWriting", Wanted.is(false), "gate", Wanted.is("NONE"));
        };
    }

    private static Wanted basis(String violation) {
        return switch (violation) {
            case "BEARING_STRUCTURE" -> decree("5");
            case "GAS" -> decree("6");
            case "ADDED_BUILDING" -> decree("6");
            case "FACADE" -> decree("6", "16(5)"); // guards by 管理规约 and 16(五)
            case "WATERPROOFING" -> decree("8");
            case "PIPES" -> decree("6");
            case "HOURS" -> Wanted.cites(Citations.NOISE, "66");
            case "WASTE" -> decree("27");
            case "FLOOR_LOAD" -> decree("7");
            case "WET_ROOM" -> decree("5(2)");
            case "ENERGY_SAVING" -> decree("5(4)");
            case "UNQUALIFIED" -> decree("9");
            case "UNREGISTERED" -> decree("35");
            default -> Wanted.something();
        };
    }

    /** @return what the law threatens, or null where the rule names nothing */
    private static Wanted consequence(String violation) {
        return switch (violation) {
            case "BEARING_STRUCTURE" -> Wanted.cites(Citations.QUALITY, "69").and(Wanted.says("5万|五万|50000"));
            case "GAS", "PIPES", "FLOOR_LOAD", "WET_ROOM", "ENERGY_SAVING" -> decree("38");
            case "UNREGISTERED" -> decree("35").and(Wanted.says("500元以上1000元以下|五百元以上一千元以下"));
            case "WATERPROOFING" -> decree("33"); // a neighbour's damage
            case "HOURS" ->
                Wanted.cites(Citations.NOISE, "82").and(Wanted.says("拒不改正", "给予警告", "二百元以上一千元以下|200元以上1000元以下"));
            default -> null;
        };
    }

    private static Wanted decree(String... articles) {
        return Wanted.cites(Citations.DECREE_110, articles);
    }
}
