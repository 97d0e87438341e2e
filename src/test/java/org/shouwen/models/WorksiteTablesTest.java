package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.citypack.City;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.testing.Models;
import org.shouwen.testing.TableEngine;
import org.shouwen.worksite.Phase;
import org.shouwen.worksite.Violation;

/** The tables D8 and D9, a line a row, and over all that they are asked. */
class WorksiteTablesTest {

    private static final DmnEngine ENGINE = TableEngine.create();

    private static DmnDecisionTableResult evaluate(String id, Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(
                ENGINE.parseDecision(id, new ByteArrayInputStream(Models.bytes().get(Models.kebab(id) + ".dmn"))),
                facts);
    }

    /** D8; the days between two patrols. */
    @ParameterizedTest(name = "D8-{0}: {1} {2} violation={3}")
    @CsvSource(textBlock = """
            1, DEMOLITION, FIRST,  false, 1
            1, DEMOLITION, SECOND, false, 1
            1, DEMOLITION, THIRD,  false, 2
            2, FINISHING,  FIRST,  false, 1
            2, FINISHING,  SECOND, false, 3
            2, FINISHING,  THIRD,  false, 7
            3, PAINTING,   FIRST,  false, 2
            3, PAINTING,   SECOND, false, 3
            3, PAINTING,   THIRD,  false, 7
            4, DEMOLITION, THIRD,  true,  1
            4, PAINTING,   THIRD,  true,  1
            4, PAUSED,     SECOND, true,  1
            5, PAUSED,     FIRST,  false, 7
            5, PAUSED,     SECOND, false, 7
            5, PAUSED,     THIRD,  false, 7
            """)
    void patrolFrequency(int row, Phase phase, EstateLevel level, boolean openViolation, int everyDays) {
        assertThat(evaluate(
                                "patrolFrequency",
                                Map.of("phase", phase.name(), "level", level.name(), "openViolation", openViolation))
                        .getSingleResult()
                        .getEntryMap())
                .containsEntry("everyDays", everyDays);
    }

    /** D9; hours or the same day until the notice has to be delivered, hours until it has to be put right. */
    @ParameterizedTest(name = "D9: {0} again={1}")
    @CsvSource(textBlock = """
            BEARING_STRUCTURE, false, SERIOUS,      true,  HOUR,     2, 24, SITE,     质量管理条例第15条
            BEARING_STRUCTURE, true,  SERIOUS,      true,  HOUR,     2, 24, SITE,     第110号第5条
            GAS,               false, SERIOUS,      true,  HOUR,     2, 24, SITE,     第110号第6条第4项
            ADDED_BUILDING,    false, SERIOUS,      true,  HOUR,     2, 24, SITE,     第110号第6条第1项
            FLOOR_LOAD,        false, SERIOUS,      true,  HOUR,     2, 24, SITE,     第110号第7条
            WET_ROOM,          false, CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第5条第2项
            ENERGY_SAVING,     false, CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第5条第4项
            UNREGISTERED,      false, CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第110号第35条
            UNREGISTERED,      true,  CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第110号第35条
            UNQUALIFIED,       true,  CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第110号第9条
            FACADE,            false, CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第16条第5项（护栏）
            WATERPROOFING,     false, CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第110号第8条
            PIPES,             false, CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 第110号第6条第3项
            FIRE_EXIT,         true,  CONSIDERABLE, true,  SAME_DAY, 1, 72, MATERIAL, 民法典第942条
            HOURS,             false, ORDINARY,     false, SAME_DAY, 1, 24, PASSES,   噪声污染防治法第66条
            HOURS,             true,  ORDINARY,     true,  SAME_DAY, 1, 24, PASSES,   噪声污染防治法第66条
            WASTE,             false, ORDINARY,     false, SAME_DAY, 1, 24, PASSES,   第110号第27条
            WASTE,             true,  ORDINARY,     true,  SAME_DAY, 1, 24, PASSES,   第110号第27条
            NO_PASS,           false, ORDINARY,     false, SAME_DAY, 1, 24, PASSES,   装修管理服务协议
            NO_PASS,           true,  ORDINARY,     true,  SAME_DAY, 1, 24, PASSES,   装修管理服务协议
            NOT_POSTED,        false, ORDINARY,     false, SAME_DAY, 1, 24, PASSES,   装修管理服务协议
            NOT_POSTED,        true,  ORDINARY,     true,  SAME_DAY, 1, 24, PASSES,   装修管理服务协议
            CONDUCT,           false, MINOR,        false, SAME_DAY, 1, 24, NONE,     装修管理服务协议
            CONDUCT,           true,  MINOR,        false, SAME_DAY, 1, 24, NONE,     装修管理服务协议
            """)
    void violationHandling(
            Violation.Kind kind,
            boolean repeated,
            String gravity,
            boolean inWriting,
            String deliverUnit,
            int deliver,
            int rectifyHours,
            String gate,
            String basis) {
        Map<String, Object> answer = evaluate(
                        "violationHandling", Map.of("violation", kind.name(), "repeated", repeated))
                .getSingleResult()
                .getEntryMap();
        assertThat(answer)
                .containsEntry("gravity", gravity)
                .containsEntry("inWriting", inWriting)
                .containsEntry("deliverUnit", deliverUnit)
                .containsEntry("deliverAmount", deliver)
                .containsEntry("rectifyUnit", "HOUR")
                .containsEntry("rectifyAmount", rectifyHours)
                .containsEntry("gate", gate);
        assertThat((String) answer.get("basis")).contains(basis);
    }

    @Test
    void everyCaseHasExactlyOneAnswer() {
        List<String> findings = new ArrayList<>();
        for (boolean flag : new boolean[] {true, false}) {
            for (Violation.Kind kind : Violation.Kind.values()) {
                one("violationHandling", Map.of("violation", kind.name(), "repeated", flag), findings);
            }
            for (City city : City.values()) {
                one("materialRefusal", Map.of("city", city.name(), "agreed", flag), findings);
            }
            for (Phase phase : Phase.values()) {
                for (EstateLevel level : EstateLevel.values()) {
                    one(
                            "patrolFrequency",
                            Map.of("phase", phase.name(), "level", level.name(), "openViolation", flag),
                            findings);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private static void one(String id, Map<String, Object> facts, List<String> findings) {
        DmnDecisionTableResult result = evaluate(id, facts);
        if (result.size() != 1 || result.getFirstResult().getEntryMap().containsValue(null)) {
            findings.add(id + " " + facts + ": " + result);
        }
    }

    /** 110号 33 and 38, 噪声法 82: what the law threatens, and that our limits are ours. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            GAS,           第110号第38条
            PIPES,         第110号第38条
            FLOOR_LOAD,    第110号第38条
            WET_ROOM,      第110号第38条
            ENERGY_SAVING, 第110号第38条
            WATERPROOFING, 第110号第33条
            HOURS,         拒不改正的，给予警告，对个人可以处200元以上1000元以下罚款
            """)
    void whatTheLawThreatens(Violation.Kind kind, String words) {
        Map<String, Object> answer = evaluate("violationHandling", Map.of("violation", kind.name(), "repeated", false))
                .getSingleResult()
                .getEntryMap();
        assertThat((String) answer.get("consequence")).contains(words);
        assertThat((String) answer.get("basis")).endsWith("；时限为产品默认");
    }

    /** D9, 河南 64; XUCHANG lies in Henan. */
    @ParameterizedTest(name = "{0} agreed={1}: {2}")
    @CsvSource(textBlock = """
            NATIONAL, false, false, 没有约定
            NATIONAL, true,  true,  本小区管理规约
            SHANGHAI, true,  true,  本小区管理规约
            HENAN,    true,  false, 河南省物业管理条例第64条
            XUCHANG,  true,  false, 河南省物业管理条例第64条
            HENAN,    false, false, 河南省物业管理条例第64条
            """)
    void materialRefusal(City city, boolean agreed, boolean refusable, String basis) {
        Map<String, Object> answer = evaluate("materialRefusal", Map.of("city", city.name(), "agreed", agreed))
                .getSingleResult()
                .getEntryMap();
        assertThat(answer).containsEntry("refusable", refusable);
        assertThat((String) answer.get("basis")).contains(basis);
    }

    /** The house never fines; what it tells is what an authority may do. */
    @Test
    void nobodyIsFinedByTheHouse() {
        for (Violation.Kind kind : Violation.Kind.values()) {
            String consequence =
                    (String) evaluate("violationHandling", Map.of("violation", kind.name(), "repeated", true))
                            .getSingleResult()
                            .getEntryMap()
                            .get("consequence");
            assertThat(consequence).isNotBlank();
            if (consequence.contains("罚款")) {
                assertThat(consequence).startsWith("主管部门");
            }
        }
    }
}
