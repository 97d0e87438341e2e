package org.shouwen.reference;

import java.util.List;
import java.util.Map;

/**
 * D6 (rules 4.8, corrected by 4.16 no. 7, 8 and 10): whether an act of a renovation is allowed, what it needs, by which article
 * of 110号令. What articles 6, 7 and 8 name is done by a firm with the qualification (article 9).
 */
final class ActRule implements Rule {

    /** The prohibited acts, with their item of article 5. */
    private static final Map<String, String> FORBIDDEN =
            Map.of("WET_ROOM", "5(2)", "BEARING_OPENING", "5(3)", "ENERGY_SAVING", "5(4)");

    /** A firm that may do it. */
    private static final String FIRM = "资质";

    private static final Wanted NOT_WITHOUT = Wanted.is("NOT_WITHOUT");

    @Override
    public String table() {
        return "renovationAct";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of("act", Values.ACTS, "qualifiedDesign", Values.FLAG, "endangers", Values.FLAG);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        String act = (String) asked.facts().get("act");
        if (FORBIDDEN.containsKey(act)) {
            return forbidden(Wanted.cites(Citations.DECREE_110, FORBIDDEN.get(act))); // rows 2 to 4
        }
        if (act.equals("BEARING_STRUCTURE") && !asked.yes("qualifiedDesign")) {
            return forbidden(structure()); // row 1
        }
        if (asked.yes("endangers")) {
            return forbidden(Wanted.cites(Citations.DECREE_110, "5(5)")); // row 5
        }
        return switch (act) {
            case "BEARING_STRUCTURE" -> ruled(Wanted.is("ALLOWED_WITH"), structure(), "设计", FIRM); // row 12
            case "ADDED_BUILDING" -> ruled(NOT_WITHOUT, decree("6", "9"), "规划", FIRM); // row 6
            case "FACADE" -> ruled(NOT_WITHOUT, decree("6(2)", "9"), "规划", "管理规约", FIRM); // row 7
            case "GRILLES" ->
                Map.of(
                        "needs", Wanted.says("管理规约"),
                        "qualifiedFirm", Wanted.is(false),
                        "basis",
                                decree("16(5)")
                                        .and(Wanted.says("管理规约"))
                                        .and(Wanted.notBy(Citations.DECREE_110, "6"))); // 4.16 no. 10
            case "HEATING_PIPES" -> ruled(NOT_WITHOUT, decree("6", "9"), "供暖|供热", FIRM); // row 8
            case "GAS_PIPES" -> ruled(NOT_WITHOUT, decree("6", "9"), "燃气", FIRM); // row 9
            case "FLOOR_LOAD" ->
                ruled(Wanted.oneOf("NOT_WITHOUT", "ALLOWED_WITH"), decree("7", "9"), "设计", FIRM); // row 10
            case "WATERPROOFING" -> ruled(Wanted.is("ALLOWED_WITH"), decree("8", "9"), "方案", "闭水", FIRM); // row 11
            case "ORDINARY" -> Map.of("ruling", Wanted.is("ALLOWED"), "qualifiedFirm", Wanted.is(false)); // row 13
            default -> Map.of(); // on no list: the review judges it
        };
    }

    private static Wanted decree(String... articles) {
        return Wanted.cites(Citations.DECREE_110, articles);
    }

    private static Wanted structure() {
        return decree("5(1)").and(Wanted.cites(Citations.QUALITY, "15"));
    }

    private static Map<String, Wanted> forbidden(Wanted basis) {
        return Map.of("ruling", Wanted.is("FORBIDDEN"), "basis", basis);
    }

    private static Map<String, Wanted> ruled(Wanted ruling, Wanted basis, String... needs) {
        return Map.of("ruling", ruling, "needs", Wanted.says(needs), "qualifiedFirm", Wanted.is(true), "basis", basis);
    }
}
