package org.shouwen.renovation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwen.citypack.City;
import org.shouwen.citypack.CityRules;
import org.shouwen.renovation.Scheme.Applicant;
import org.shouwen.renovation.Scheme.Use;
import org.shouwen.testing.TableDecisions;
import org.shouwen.workflow.Decisions;

/**
 * The one complete list of a renovation over every combination of what D5 and D6 ask, against a listing of the rules that
 * was written here from the rules and not from the tables.
 */
class RequirementsTest {

    private static final Tables TABLES = new Tables();
    private static final ActRulings RULINGS = new ActRulings(TABLES);
    private static final Requirements REQUIREMENTS = new Requirements(RULINGS, TABLES, new CityRules());

    /** A million lists of the same few dozen items. */
    private static final Map<Requirement, String> SHORTHANDS = new HashMap<>();

    private static final List<Boolean> EITHER = List.of(false, true);

    /** One whose law asks for more, and the country. */
    private static final List<City> CITIES = List.of(City.BEIJING, City.NATIONAL);

    /** What only a firm with the qualification may do (110号 9): the acts of 6, 7 and 8, and the structure by a design. */
    private static final Set<Act> BY_A_QUALIFIED_FIRM = EnumSet.of(
            Act.BEARING_STRUCTURE,
            Act.ADDED_BUILDING,
            Act.FACADE,
            Act.HEATING_PIPES,
            Act.GAS_PIPES,
            Act.FLOOR_LOAD,
            Act.WATERPROOFING);

    @Test
    void everyCombinationGetsTheCompleteListAndNothingBesides() {
        List<String> findings = new ArrayList<>();
        int combinations = 0;
        for (Set<Act> acts : subsets()) {
            for (Applicant applicant : Applicant.values()) {
                for (Use use : Use.values()) {
                    for (int bits = 0; bits < 1 << 4; bits++) {
                        Scheme scheme = new Scheme(
                                applicant, use, acts, bit(bits, 0), bit(bits, 1), bit(bits, 2), bit(bits, 3));
                        for (City city : CITIES) {
                            combinations++;
                            List<String> told = REQUIREMENTS.of(scheme, city).stream()
                                    .map(RequirementsTest::shorthand)
                                    .toList();
                            List<String> due = listing(scheme, city);
                            if (!told.equals(due) && findings.size() < 10) {
                                findings.add(scheme + " " + city + "\n  told " + told + "\n  due  " + due);
                            }
                        }
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
        // Thirteen acts, and seven facts with two values each
        assertThat(combinations).isEqualTo(1 << 20);
    }

    @Test
    void everyItemSaysWhatToDoOnceAndFitsOnTheNotice() {
        List<Requirement> everything = REQUIREMENTS.of(
                new Scheme(Applicant.USER, Use.SHOP, EnumSet.allOf(Act.class), false, false, true, true), City.BEIJING);
        assertThat(everything).extracting(Requirement::code).doesNotHaveDuplicates();
        assertThat(everything).extracting(Requirement::text).doesNotHaveDuplicates();
        assertThat(everything).allSatisfy(requirement -> {
            assertThat(requirement.code()).hasSizeLessThanOrEqualTo(40);
            assertThat(requirement.text())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(200)
                    .doesNotEndWith("。");
            assertThat(requirement.basis()).hasSizeLessThanOrEqualTo(200);
            assertThat(requirement.item().section().heading())
                    .isEqualTo(requirement.stage().label());
        });
    }

    /** D6, and D6-5 for whatever the review finds to be dangerous. */
    @ParameterizedTest
    @EnumSource(Act.class)
    void everyActIsRuledOnByItsArticle(Act act) {
        for (boolean design : EITHER) {
            assertThat(ruled(RULINGS.of(act, design))).isEqualTo(ruling(act, design));
            assertThat(RULINGS.of(act, design).qualifiedFirm())
                    .as("a firm for %s", act)
                    .isEqualTo(BY_A_QUALIFIED_FIRM.contains(act));
            ActRuling dangerous = RULINGS.of(act, design, true);
            assertThat(dangerous.forbidden()).isTrue();
            assertThat(dangerous.needs()).isEmpty();
            assertThat(abridged(dangerous.basis()))
                    .isEqualTo(
                            RULINGS.of(act, design).forbidden()
                                    ? ruling(act, design).split(" ", 2)[1]
                                    : "办法5(5)");
        }
    }

    private static String ruled(ActRuling ruling) {
        return (ruling.result() + " " + abridged(ruling.basis())).strip();
    }

    private static String ruling(Act act, boolean design) {
        return switch (act) {
            case BEARING_STRUCTURE -> design ? "ALLOWED_WITH 办法5(1)、9；质量条例15" : "FORBIDDEN 办法5(1)；质量条例15、69";
            case WET_ROOM -> "FORBIDDEN 办法5(2)";
            case BEARING_OPENING -> "FORBIDDEN 办法5(3)";
            case ENERGY_SAVING -> "FORBIDDEN 办法5(4)";
            case ADDED_BUILDING -> "NOT_WITHOUT 办法6(1)、9";
            case FACADE -> "NOT_WITHOUT 办法6(2)、9；管理规约";
            case GRILLES -> "ALLOWED_WITH 管理规约；办法16(5)";
            case HEATING_PIPES -> "NOT_WITHOUT 办法6(3)、9";
            case GAS_PIPES -> "NOT_WITHOUT 办法6(4)、9";
            case FLOOR_LOAD -> "ALLOWED_WITH 办法7、9";
            case WATERPROOFING -> "ALLOWED_WITH 办法8、9";
            case ORDINARY -> "ALLOWED 不在办法5至8所列的行为之内";
            case OTHER -> "ALLOWED_WITH 办法5(5)";
        };
    }

    /** D6 rows 1 to 4 as items to take out, then D5 rows 1 to 8 and 14, 9 to 13 and 15, and what comes at completion. */
    private static List<String> listing(Scheme scheme, City city) {
        return scheme.use() == Use.SHOP
                ? lines(scheme, city).stream()
                        .map(line -> line.replace("办法", "参照办法"))
                        .toList()
                : lines(scheme, city);
    }

    private static List<String> lines(Scheme scheme, City city) {
        Set<Act> acts = scheme.acts();
        boolean qualified = acts.stream().anyMatch(BY_A_QUALIFIED_FIRM::contains);
        List<String> due = new ArrayList<>();
        add(
                due,
                acts.contains(Act.BEARING_STRUCTURE) && !scheme.qualifiedDesign(),
                "NOW TAKE_OUT_BEARING_STRUCTURE 办法5(1)；质量条例15、69");
        add(due, acts.contains(Act.WET_ROOM), "NOW TAKE_OUT_WET_ROOM 办法5(2)");
        add(due, acts.contains(Act.BEARING_OPENING), "NOW TAKE_OUT_BEARING_OPENING 办法5(3)");
        add(due, acts.contains(Act.ENERGY_SAVING), "NOW TAKE_OUT_ENERGY_SAVING 办法5(4)");
        add(due, true, "NOW OWNERSHIP 办法14");
        add(due, true, "NOW IDENTITY 办法14");
        add(due, true, "NOW PLAN 办法14；水、电线路走向为惯例");
        add(due, acts.contains(Act.BEARING_STRUCTURE), "NOW STRUCTURAL_DESIGN 办法14；质量条例15");
        add(due, acts.contains(Act.ADDED_BUILDING), "NOW BUILDING_APPROVAL 办法6、14");
        add(due, acts.contains(Act.FACADE), "NOW FACADE_APPROVAL 办法6、14；管理规约");
        add(due, acts.contains(Act.HEATING_PIPES), "NOW HEATING_APPROVAL 办法6、14");
        add(due, acts.contains(Act.GAS_PIPES), "NOW GAS_APPROVAL 办法6、14");
        add(due, acts.contains(Act.FLOOR_LOAD), "NOW LOAD_DESIGN 办法7、14");
        add(due, acts.contains(Act.WATERPROOFING), "NOW WATERPROOF_PLAN 办法8、14");
        add(due, scheme.contractor() && !qualified, "NOW QUALIFICATION 办法14；现场负责人和电话为惯例");
        add(due, scheme.contractor() && qualified, "NOW QUALIFICATION 办法9、14；现场负责人和电话为惯例");
        add(due, !scheme.contractor() && qualified, "NOW QUALIFICATION 办法9、14");
        add(due, scheme.applicant() == Applicant.USER, "NOW OWNER_CONSENT 办法13、14");
        add(due, scheme.use() == Use.SHOP, "NOW FIRE_APPROVAL 惯例，以当地消防规定为准");
        add(due, scheme.use() == Use.SHOP, "NOW CONSTRUCTION_PERMIT 办法44；当地对施工许可限额的规定");
        add(due, true, "BEFORE_START AGREEMENT 办法16");
        add(due, true, "BEFORE_START CAUTIONS 办法15；物业条例52");
        add(due, city == City.BEIJING, "BEFORE_START NEIGHBOURS 办法15；北京物业条例79");
        add(due, city != City.BEIJING, "BEFORE_START NEIGHBOURS 办法15（告知邻里）；楼内张贴为惯例");
        add(due, scheme.workers(), "BEFORE_START WORKERS 惯例；本小区管理规约");
        add(due, scheme.deposit(), "BEFORE_START DEPOSIT 管理规约");
        add(due, true, "BEFORE_START FIRE_EXTINGUISHERS 惯例；本小区管理规约");
        add(due, acts.contains(Act.WATERPROOFING), "AT_COMPLETION WATER_TEST 办法8");
        return due;
    }

    private static void add(List<String> due, boolean holds, String line) {
        if (holds) {
            due.add(line);
        }
    }

    private static String shorthand(Requirement requirement) {
        return SHORTHANDS.computeIfAbsent(
                requirement, each -> (each.stage() + " " + each.code() + " " + abridged(each.basis())).strip());
    }

    /** @return 办法5(1)；质量条例15、69 for the articles as residents read them */
    private static String abridged(String basis) {
        return basis.replace("《住宅室内装饰装修管理办法》", "办法")
                .replace("《建设工程质量管理条例》", "质量条例")
                .replace("《物业管理条例》", "物业条例")
                .replace("《北京市物业管理条例》", "北京物业条例")
                .replaceAll("第(\\d+)条第(\\d+)项", "$1($2)")
                .replaceAll("第(\\d+)条", "$1");
    }

    private static boolean bit(int bits, int place) {
        return (bits >> place & 1) == 1;
    }

    private static List<Set<Act>> subsets() {
        Act[] all = Act.values();
        List<Set<Act>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Act> acts = EnumSet.noneOf(Act.class);
            for (Act act : all) {
                if (bit(bits, act.ordinal())) {
                    acts.add(act);
                }
            }
            subsets.add(acts);
        }
        return subsets;
    }

    /** The tables in force, each question asked once. */
    private static final class Tables implements Decisions {

        private final Decisions tables = new TableDecisions();
        private final Map<List<Object>, List<Map<String, Object>>> answers = new HashMap<>();

        @Override
        public Optional<Map<String, Object>> row(String decision, Map<String, Object> facts) {
            return rows(decision, facts).stream().findFirst();
        }

        @Override
        public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
            return answers.computeIfAbsent(List.of(decision, facts), asked -> tables.rows(decision, facts));
        }
    }
}
