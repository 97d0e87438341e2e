package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * D5 (rules 4.7, corrected by 4.16 no. 7, 8, 12, 13 and 14): the papers of a renovation, each by when and by which article. What
 * is only custom must not stand beside a law's name.
 */
final class DocumentRule implements Rule {

    /** The product's codes, by the paper of the rule. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("OWNERSHIP", "proof of right"),
            Map.entry("IDENTITY", "identity"),
            Map.entry("PLAN", "scheme"),
            Map.entry("STRUCTURAL_DESIGN", "structural design"),
            Map.entry("BUILDING_APPROVAL", "planning approval"),
            Map.entry("FACADE_APPROVAL", "facade approval"),
            Map.entry("HEATING_APPROVAL", "heating approval"),
            Map.entry("GAS_APPROVAL", "gas approval"),
            Map.entry("LOAD_DESIGN", "load design"),
            Map.entry("WATERPROOF_PLAN", "waterproofing plan"),
            Map.entry("WATER_TEST", "water test"),
            Map.entry("STRUCTURAL_FIRM", "qualification"),
            Map.entry("QUALIFICATION", "qualification"),
            Map.entry("OWNER_CONSENT", "owner's consent"),
            Map.entry("AGREEMENT", "agreement"),
            Map.entry("CAUTIONS", "cautions"),
            Map.entry("NEIGHBOURS", "neighbours told"),
            Map.entry("WORKERS", "workers"),
            Map.entry("DEPOSIT", "deposit"),
            Map.entry("FIRE_APPROVAL", "fire approval"),
            Map.entry("CONSTRUCTION_PERMIT", "construction permit"),
            Map.entry("FIRE_EXTINGUISHERS", "extinguishers"));

    private static final String POSTED = "posted in the building";
    private static final String CUSTOM_AS_LAW = "custom told as law";
    private static final Wanted CUSTOM = Wanted.says("惯例|规约|产品默认|行业");
    private static final String NOW = "NOW";
    private static final String BEFORE_START = "BEFORE_START";
    private static final String AT_COMPLETION = "AT_COMPLETION";

    @Override
    public String table() {
        return "renovationDocuments";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "applicant", List.of("OWNER", "USER"),
                "use", List.of("RESIDENTIAL", "SHOP"),
                "structural", Values.FLAG,
                "addedBuilding", Values.FLAG,
                "facade", Values.FLAG,
                "heating", Values.FLAG,
                "gas", Values.FLAG,
                "extraLoad", Values.FLAG,
                "waterproof", Values.FLAG,
                "contractor", Values.FLAG,
                "workers", Values.FLAG,
                "deposit", Values.FLAG,
                "city", Values.CITIES);
    }

    /** What follows from the acts: by article 9 a qualified firm does what 6, 7 and 8 name, and the structure (D6-12). */
    @Override
    public Map<String, Object> asked(Map<String, Object> facts) {
        Map<String, Object> asked = new HashMap<>(facts);
        asked.put("qualifiedFirm", isReserved(new Case(facts)));
        return asked;
    }

    private static boolean isReserved(Case asked) {
        return Stream.of("structural", "addedBuilding", "facade", "heating", "gas", "extraLoad", "waterproof")
                .anyMatch(asked::yes);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        Papers papers = new Papers();
        papers.need("proof of right", NOW, decree("14")); // row 1
        papers.need("identity", NOW, decree("14")); // row 2
        papers.need("scheme", NOW, decree("14")); // row 3
        if (asked.yes("structural")) {
            papers.need("structural design", NOW, decree("14").and(Wanted.cites(Citations.QUALITY, "15"))); // row 4
        }
        // row 5: acts of article 6, each of its authority
        if (asked.yes("addedBuilding")) {
            papers.need("planning approval", NOW, decree("6", "14"));
        }
        if (asked.yes("facade")) {
            papers.need("facade approval", NOW, decree("6", "14"));
        }
        if (asked.yes("heating")) {
            papers.need("heating approval", NOW, decree("6", "14"));
        }
        if (asked.yes("gas")) {
            papers.need("gas approval", NOW, decree("6", "14"));
        }
        // row 6
        if (asked.yes("extraLoad")) {
            papers.need("load design", NOW, decree("7", "14"));
        }
        if (asked.yes("waterproof")) {
            papers.need("waterproofing plan", NOW, decree("8", "14"));
            papers.need("water test", AT_COMPLETION, decree("8"));
        }
        // row 7, and article 9
        if (isReserved(asked)) {
            papers.need("qualification", NOW, decree("9", "14"));
        } else if (asked.yes("contractor")) {
            papers.need("qualification", NOW, decree("14"));
        }
        if (asked.is("applicant", "USER")) {
            papers.need("owner's consent", NOW, Wanted.anyOf(decree("13"), decree("14"))); // row 8: 13/14
        }
        papers.need("agreement", BEFORE_START, decree("16")); // row 9
        papers.need("cautions", BEFORE_START, decree("15").and(Wanted.cites(Citations.PROPERTY, "52"))); // row 10
        papers.need("neighbours told", BEFORE_START, decree("15")); // row 11
        papers.need(
                POSTED,
                BEFORE_START,
                asked.is("city", "BEIJING")
                        ? Wanted.cites("北京市物业管理条例", "79")
                        : Wanted.says("惯例")); // row 11, 4.16 no. 13
        if (asked.yes("workers")) {
            papers.need("workers", null, custom()); // row 12
        }
        if (asked.yes("deposit")) {
            papers.need("deposit", null, Wanted.says("规约").and(custom())); // row 13
        }
        if (asked.is("use", "SHOP")) {
            papers.need("fire approval", null, custom()); // row 14
            papers.need("construction permit", null, decree("44")); // above 300,000 yuan or 300 m² (4.16 no. 12)
        }
        papers.need("extinguishers", null, custom()); // row 15
        papers.wanted.put(CUSTOM_AS_LAW, Wanted.nothing()); // 4.16 no. 14
        return papers.wanted;
    }

    private static Wanted decree(String... articles) {
        return Wanted.cites(Citations.DECREE_110, articles);
    }

    /** Custom, or the site's own 管理规约 (4.16 no. 14). */
    private static Wanted custom() {
        return CUSTOM.and(new Wanted(
                "no law", basis -> Citations.of(String.valueOf(basis), "").isEmpty()));
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    /**
     * @return by paper its stage, and its basis; a paper that the rule does not know has the product's code. Beside them papers whose
     *     water and power routes or responsible person's phone are told as law
     */
    @Override
    public Map<String, Object> outputs(List<Map<String, Object>> rows) {
        Map<String, Object> outputs = new HashMap<>();
        for (Map<String, Object> row : rows) {
            String code = (String) row.get("code");
            String paper = CODES.getOrDefault(code, code);
            outputs.put(paper, row.get("neededBy"));
            outputs.put(paper + ", basis", row.get("basis"));
            String text = (String) row.get("text");
            if (text.contains("张贴")) {
                outputs.put(POSTED, row.get("neededBy"));
                outputs.put(POSTED + ", basis", row.get("basis"));
            }
            if ((text.contains("走向") || text.contains("电话")) && !CUSTOM.holds().test(row.get("basis"))) {
                outputs.merge(CUSTOM_AS_LAW, paper, (some, more) -> some + ", " + more);
            }
        }
        return outputs;
    }

    private static final class Papers {

        private final Map<String, Wanted> wanted = new HashMap<>();

        /**
         * @param by stage; null: any
         * @param basis null: any
         */
        void need(String paper, String by, Wanted basis) {
            wanted.put(paper, by == null ? Wanted.something() : Wanted.is(by));
            wanted.put(paper + ", basis", basis == null ? Wanted.something() : basis);
        }
    }
}
