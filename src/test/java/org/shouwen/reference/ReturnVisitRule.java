package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D4 (rules 4.6, corrected by 4.16 "Return visits"): who is visited after the end. The rows hold from above downwards, but for
 * leaks, which have a row of their own: nearly every leak affects neighbours. What affects neighbours otherwise is a fault in a
 * home whose scope goes beyond it: common parts affect everybody and have row 7. A complaint has the priority of its grade.
 */
final class ReturnVisitRule implements Rule {

    @Override
    public String table() {
        return "visitRule";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "kind", Values.KINDS,
                "priority", Values.PRIORITIES,
                "area", Values.AREAS,
                "hazard", Values.HAZARDS,
                "danger", Values.DANGERS,
                "scope", Values.SCOPES,
                "reporterKnown", Values.FLAG,
                "rated", List.of("NONE", "SATISFIED", "FAIR", "DISSATISFIED"));
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        return switch ((String) asked.facts().get("kind")) {
            case "COMPLAINT" ->
                asked.is("priority", "P3")
                        ? Map.of() // no grade has it
                        : new Visit(100, 2, "WORKDAY", asked.is("priority", "P0") ? "MANAGER" : "SUPERVISOR")
                                .by("PHONE", "VISIT")
                                .reopens(true)
                                .with("notHandler", Wanted.is(true))
                                .wanted(); // row 1
            case "REPAIR" -> repair(asked);
            case "RENOVATION" ->
                new Visit(100, 7, "WORKDAY", "HOUSEKEEPER").by("PHONE").wanted(); // row 8, 管家
            case "CONSULTATION", "SUGGESTION" ->
                new Visit(10, 7, "WORKDAY", "FRONT_DESK").reopens(false).wanted(); // row 9
            default -> Map.of("rate", Wanted.is(0)); // row 11
        };
    }

    private static Map<String, Wanted> repair(Case asked) {
        boolean leak = asked.is("hazard", "SEEPAGE");
        boolean home = asked.is("area", "HOME");
        boolean neighbours = home && asked.is("scope", "UNIT", "ESTATE");
        boolean urgent = asked.is("priority", "P0", "P1");
        if (leak && !urgent) {
            return new Visit(100, 3, "WORKDAY", "FIRST_RESPONDER")
                    .by("VISIT", "PHONE")
                    .reopens(true)
                    .afterRain(true)
                    .wanted(); // row 3
        }
        if (urgent || asked.is("danger", "PERSON", "PROPERTY") || neighbours) {
            return new Visit(100, 24, "HOUR", "FIRST_RESPONDER")
                    .by("PHONE")
                    .reopens(true)
                    .afterRain(leak)
                    .wanted(); // row 2; the rain opens the second visit of every leak
        }
        if (asked.is("priority", "P3")) {
            return home
                    ? new Visit(100, 5, "WORKDAY", "FIRST_RESPONDER")
                            .by("PHONE")
                            .reopens(true)
                            .wanted() // row 10
                    : Map.of(); // 遗漏工程 is in a home
        }
        if (!home) {
            return asked.yes("reporterKnown")
                    ? new Visit(30, 5, "WORKDAY", "FRONT_DESK")
                            .by("WECHAT")
                            .reopens(true)
                            .wanted() // row 7
                    : Map.of("rate", Wanted.is(0));
        }
        return switch ((String) asked.facts().get("rated")) {
            case "DISSATISFIED" ->
                new Visit(100, 1, "WORKDAY", "FRONT_DESK")
                        .by("PHONE")
                        .reopens(true)
                        .wanted(); // 4
            case "NONE" ->
                new Visit(100, 3, "WORKDAY", "FRONT_DESK")
                        .by("PHONE")
                        .reopens(true)
                        .wanted(); // row 6
            default ->
                new Visit(30, 5, "WORKDAY", "FRONT_DESK")
                        .by("SMS", "WECHAT")
                        .reopens(false)
                        .wanted(); // row 5
        };
    }

    private static final class Visit {

        private final Map<String, Wanted> cells = new HashMap<>();

        Visit(int rate, int amount, String unit, String visitor) {
            cells.put("rate", Wanted.is(rate));
            cells.put("dueAmount", Wanted.is(amount));
            cells.put("dueUnit", Wanted.is(unit));
            cells.put("visitor", Wanted.is(visitor));
            cells.put("afterRain", Wanted.is(false));
            cells.put("attempts", Wanted.is(3));
            cells.put("basis", Wanted.something());
        }

        Visit by(Object... methods) {
            return with("method", Wanted.oneOf(methods));
        }

        Visit reopens(boolean again) {
            return with("reopens", Wanted.is(again));
        }

        Visit afterRain(boolean again) {
            return with("afterRain", Wanted.is(again));
        }

        Visit with(String output, Wanted wanted) {
            cells.put(output, wanted);
            return this;
        }

        Map<String, Wanted> wanted() {
            return cells;
        }
    }
}
