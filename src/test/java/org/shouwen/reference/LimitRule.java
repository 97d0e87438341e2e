package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D2 (rules 4.4, corrected by 4.16 no. 5): what a ticket promises. A complaint has the priority of its grade: 重大 P0, 重要 P1,
 * 一般 P2 (D1-8).
 */
final class LimitRule implements Rule {

    @Override
    public String table() {
        return "timeLimits";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "kind", Values.KINDS,
                "priority", Values.PRIORITIES,
                "area", Values.AREAS,
                "hazard", Values.HAZARDS);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        return switch ((String) asked.facts().get("kind")) {
            case "REPAIR" -> repair(asked);
            case "COMPLAINT" -> complaint(asked);
            case "RENOVATION" ->
                new Promise().respond(1, "WORKDAY").finish(3, "WORKDAY").wanted(); // row 12
            case "CONSULTATION" ->
                new Promise().respond(4, "WORKHOUR").finish(48, "HOUR").wanted(); // row 15
            case "SUGGESTION" ->
                new Promise().respond(1, "WORKDAY").finish(7, "WORKDAY").wanted(); // row 16
            case "GOODS" ->
                new Promise().respond(30, "WORKMINUTE").finishSameDay().wanted(); // row 17
            default -> Map.of(); // 表扬 and other services: no row
        };
    }

    private static Map<String, Wanted> repair(Case asked) {
        boolean home = asked.is("area", "HOME");
        if (asked.is("priority", "P0")) {
            return asked.is("hazard", "LIFT_TRAPPED")
                    ? new Promise().respond(1, "MINUTE").arrive(30, "MINUTE").wanted() // row 1: until free
                    : new Promise()
                            .respond(5, "MINUTE")
                            .arrive(15, "MINUTE")
                            .finish(2, "HOUR")
                            .wanted(); // row 2
        }
        if (asked.is("priority", "P1")) {
            Promise urgent = new Promise().respond(10, "MINUTE").arrive(30, "MINUTE");
            return home
                    ? urgent.bySlot(Wanted.is(15)).finishSameDay().wanted() // row 4
                    : urgent.finish(24, "HOUR").wanted(); // row 3
        }
        if (asked.is("priority", "P3")) {
            return asked.is("hazard", "HANDOVER_DEFECT")
                    ? new Promise().respond(1, "WORKDAY").finish(15, "WORKDAY").wanted() // row 8
                    : Map.of(); // D1 gives P3 to nothing else
        }
        if (asked.is("hazard", "SEEPAGE")) {
            return new Promise()
                    .respond(2, "WORKHOUR")
                    .arrive(1, "WORKDAY")
                    .plan(3, "WORKDAY")
                    .finish(15, "WORKDAY")
                    .slotOpen()
                    .wanted(); // row 7; the plan is a clock of its own
        }
        return home
                ? new Promise()
                        .respond(30, "WORKMINUTE")
                        .arrive(4, "WORKHOUR")
                        .bySlot(Wanted.something())
                        .finish(1, "WORKDAY")
                        .wanted() // row 6
                : new Promise()
                        .respond(2, "WORKHOUR")
                        .arrive(1, "WORKDAY")
                        .finish(3, "WORKDAY")
                        .wanted(); // row 5
    }

    private static Map<String, Wanted> complaint(Case asked) {
        return switch ((String) asked.facts().get("priority")) {
            case "P2" ->
                new Promise()
                        .respond(2, "WORKHOUR")
                        .answer(1, "WORKDAY")
                        .finish(3, "WORKDAY")
                        .wanted(); // 9
            case "P1" ->
                new Promise()
                        .respond(1, "WORKHOUR")
                        .answer(1, "WORKDAY")
                        .finish(7, "WORKDAY")
                        .wanted(); // 10
            case "P0" ->
                new Promise()
                        .respond(30, "MINUTE")
                        .limit("arrive", null, Wanted.is("SAME_DAY"))
                        .answer(24, "HOUR")
                        .finish(7, "WORKDAY")
                        .wanted(); // row 11: the manager sees to it the same day, a first report within 24 h
            default -> Map.of(); // no grade has it
        };
    }

    /** The cells of one row; what is not set is promised to nobody. */
    private static final class Promise {

        private final Map<String, Wanted> cells = new HashMap<>();

        Promise() {
            for (String clock : List.of("respond", "arrive", "answer", "plan", "finish")) {
                limit(clock, null, Wanted.oneOf(null, "", "NONE"));
            }
            cells.put("slotMinutes", Wanted.oneOf(null, 0));
        }

        Promise respond(int amount, String unit) {
            return limit("respond", Wanted.is(amount), Wanted.is(unit));
        }

        Promise arrive(int amount, String unit) {
            return limit("arrive", Wanted.is(amount), Wanted.is(unit));
        }

        Promise answer(int amount, String unit) {
            return limit("answer", Wanted.is(amount), Wanted.is(unit));
        }

        Promise plan(int amount, String unit) {
            return limit("plan", Wanted.is(amount), Wanted.is(unit));
        }

        Promise finish(int amount, String unit) {
            return limit("finish", Wanted.is(amount), Wanted.is(unit));
        }

        Promise finishSameDay() {
            return limit("finish", null, Wanted.is("SAME_DAY"));
        }

        Promise bySlot(Wanted minutes) {
            cells.put("slotMinutes", minutes);
            return this;
        }

        Promise slotOpen() {
            cells.remove("slotMinutes");
            return this;
        }

        /** @param amount null: says nothing beside this unit */
        Promise limit(String clock, Wanted amount, Wanted unit) {
            if (amount == null) {
                cells.remove(clock + "Amount");
            } else {
                cells.put(clock + "Amount", amount);
            }
            cells.put(clock + "Unit", unit);
            return this;
        }

        Map<String, Wanted> wanted() {
            cells.put("source", Wanted.something());
            return cells;
        }
    }
}
