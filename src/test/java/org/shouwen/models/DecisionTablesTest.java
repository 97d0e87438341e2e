package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Models;
import org.shouwen.testing.Models.Table;
import org.shouwen.testing.TableEngine;

/** The decision tables row by row against the rules D1 to D6, D12 and D14, and over the product of what they are asked. */
class DecisionTablesTest {

    private static final DmnEngine ENGINE = TableEngine.create();
    private static final Map<String, DmnDecision> DECISIONS = new LinkedHashMap<>();

    /** Years since handover: on both sides of two and five. */
    private static final List<Object> AGES = List.of(0, 1, 2, 4, 5, 6, 999);

    /** D1; no row for complaints, renovations and enquiries (7, 8, 13): they are kinds of their own. */
    @ParameterizedTest(name = "D1-{0}: {1} {2} {3} out={4} {5} {6}")
    @CsvSource(nullValues = "-", textBlock = """
                     1, LIFT_TRAPPED,    NONE,     PERSONAL, false, PUBLIC, LIFT,            P0, true,  电梯维保单位
                     2, GAS_LEAK,        NONE,     PERSONAL, false, PUBLIC, GENERAL,         P0, true,  燃气公司
                     2, FIRE,            NONE,     UNIT,     false, PUBLIC, GENERAL,         P0, true,  119
                     2, FALLING_OBJECT,  PROPERTY, PERSONAL, false, PUBLIC, GENERAL,         P0, true,  110
                     2, ELECTRIC_SHOCK,  PERSON,   PERSONAL, true,  PUBLIC, ELECTRICAL,      P0, true,  120
                     3, NONE,            PERSON,   PERSONAL, false, HOME,   CARPENTRY,       P0, true,  按险情
                     3, HANDOVER_DEFECT, PERSON,   PERSONAL, false, HOME,   GENERAL,         P0, true,  按险情
                     4, BURST_PIPE,      NONE,     UNIT,     false, PUBLIC, PLUMBING,        P1, true,  专业单位
                     4, LARGE_LEAK,      PROPERTY, ESTATE,   false, PUBLIC, PLUMBING,        P1, true,  专业单位
                     4, BURST_PIPE,      NONE,     PERSONAL, false, PUBLIC, PLUMBING,        P1, true,  专业单位
                     4, SEWAGE_OVERFLOW, UNKNOWN,  UNKNOWN,  false, PUBLIC, PLUMBING,        P1, true,  排水
                     4, WATER_OUTAGE,    NONE,     ESTATE,   true,  PUBLIC, PLUMBING,        P1, true,  供水
                     4, POWER_OUTAGE,    NONE,     UNIT,     true,  PUBLIC, ELECTRICAL,      P1, true,  供电
                     4, SEWAGE_OVERFLOW, NONE,     UNIT,     false, PUBLIC, PLUMBING,        P1, true,  排水
                     5, NONE,            NONE,     PERSONAL, true,  HOME,   PLUMBING,        P1, true,  -
                     5, NONE,            PROPERTY, PERSONAL, true,  HOME,   ELECTRICAL,      P1, true,  -
                     5, NONE,            NONE,     ESTATE,   true,  HOME,   PLUMBING,        P1, true,  -
                     5, NONE,            UNKNOWN,  UNKNOWN,  true,  PUBLIC, ELECTRICAL,      P1, true,  -
                     6, GATE_FAILURE,    UNKNOWN,  UNKNOWN,  false, PUBLIC, SECURITY_SYSTEM, P1, true,  -
                     6, GATE_FAILURE,    NONE,     ESTATE,   false, PUBLIC, SECURITY_SYSTEM, P1, true,  -
                     9, NONE,            PROPERTY, UNIT,     false, PUBLIC, CIVIL,           P2, false, -
                     9, NONE,            NONE,     ESTATE,   false, PUBLIC, ELECTRICAL,      P2, false, -
                    10, NONE,            NONE,     PERSONAL, false, HOME,   PLUMBING,        P2, false, -
                    10, NONE,            UNKNOWN,  UNKNOWN,  false, HOME,   PLUMBING,        P2, false, -
                    11, SEEPAGE,         NONE,     UNIT,     false, HOME,   CIVIL,           P2, false, -
                    11, SEEPAGE,         UNKNOWN,  UNKNOWN,  false, HOME,   CIVIL,           P2, false, -
                    11, SEEPAGE,         PROPERTY, UNIT,     false, HOME,   CIVIL,           P1, true,  -
                    12, HANDOVER_DEFECT, NONE,     PERSONAL, false, HOME,   GENERAL,         P3, false, -
                    14, GATE_FAILURE,    NONE,     UNIT,     false, PUBLIC, SECURITY_SYSTEM, P2, false, -
                    10, NONE,            PROPERTY, PERSONAL, false, HOME,   PLUMBING,        P1, true,  -
                     9, NONE,            PROPERTY, UNKNOWN,  false, PUBLIC, ELECTRICAL,      P1, true,  -
                    14, NONE,            PROPERTY, PERSONAL, false, HOME,   CARPENTRY,       P2, false, -
                    14, NONE,            NONE,     PERSONAL, true,  HOME,   CARPENTRY,       P2, false, -
                    """)
    void priority(
            int row,
            String hazard,
            String danger,
            String scope,
            boolean utilityOut,
            String area,
            String trade,
            String priority,
            boolean urgent,
            String reportTo) {
        Map<String, Object> answer = one(
                "repairPriority",
                Map.of(
                        "hazard", hazard,
                        "danger", danger,
                        "scope", scope,
                        "utilityOut", utilityOut,
                        "area", area,
                        "trade", trade));
        assertThat(answer).containsEntry("priority", priority).containsEntry("urgent", urgent);
        if (reportTo == null) {
            assertThat(answer).containsEntry("reportTo", "");
        } else {
            assertThat((String) answer.get("reportTo")).contains(reportTo);
        }
    }

    /** D1: each step is one from less to more; what is not said is never less than what is harmless. */
    @ParameterizedTest(name = "{0}: {1} is never slower than {2}")
    @CsvSource(textBlock = """
                    danger,     UNKNOWN,  NONE
                    danger,     PROPERTY, NONE
                    danger,     PROPERTY, UNKNOWN
                    danger,     PERSON,   PROPERTY
                    scope,      UNKNOWN,  PERSONAL
                    scope,      UNIT,     PERSONAL
                    scope,      ESTATE,   UNIT
                    scope,      ESTATE,   UNKNOWN
                    utilityOut, true,     false
                    """)
    void widerOrMoreDangerousIsNeverSlower(String fact, String more, String less) {
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> facts : product("repairPriority")) {
            if (String.valueOf(facts.get(fact)).equals(less)) {
                Object value = facts.get(fact) instanceof Boolean ? (Object) Boolean.valueOf(more) : more;
                Map<String, Object> slow = one("repairPriority", facts);
                Map<String, Object> fast = one("repairPriority", with(facts, fact, value));
                if (((String) fast.get("priority")).compareTo((String) slow.get("priority")) > 0
                        || (Boolean) slow.get("urgent") && !(Boolean) fast.get("urgent")) {
                    findings.add(facts + ": " + slow + ", with " + more + ": " + fast);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** D1-4: what floods, stinks or leaves homes without water or light is urgent whatever was said and left unsaid. */
    @Test
    void anOutageOrAFloodIsUrgentWhateverIsSaidOfIt() {
        List<String> hazards = List.of("BURST_PIPE", "LARGE_LEAK", "WATER_OUTAGE", "POWER_OUTAGE", "SEWAGE_OVERFLOW");
        assertThat(product("repairPriority").stream().filter(facts -> hazards.contains(facts.get("hazard"))))
                .allSatisfy(facts -> assertThat(one("repairPriority", facts))
                        .containsEntry("urgent", true)
                        .satisfies(row -> assertThat(row.get("priority")).isIn("P0", "P1")));
    }

    /** D2, the rows of repairs, which promise no answer; amounts of NONE say nothing. */
    @ParameterizedTest(name = "D2-{0}: {1} {2} {3}")
    @CsvSource(textBlock = """
                    1, P0, PUBLIC, LIFT_TRAPPED,     1, MINUTE,     30, MINUTE,    0, NONE,      0, 电梯
                    2, P0, PUBLIC, GAS_LEAK,         5, MINUTE,     15, MINUTE,    2, HOUR,      0, 行业
                    2, P0, HOME,   NONE,             5, MINUTE,     15, MINUTE,    2, HOUR,      0, 行业
                    3, P1, PUBLIC, BURST_PIPE,      10, MINUTE,     30, MINUTE,   24, HOUR,      0, 行业
                    4, P1, HOME,   NONE,            10, MINUTE,     30, MINUTE,    1, SAME_DAY, 15, 1998
                    5, P2, PUBLIC, NONE,             2, WORKHOUR,    1, WORKDAY,   3, WORKDAY,   0, 三星级
                    6, P2, HOME,   NONE,            30, WORKMINUTE,  4, WORKHOUR,  1, WORKDAY,  15, 四、五星级
                    7, P2, PUBLIC, SEEPAGE,          2, WORKHOUR,    1, WORKDAY,  15, WORKDAY,   0, 渗漏
                    7, P2, HOME,   SEEPAGE,          2, WORKHOUR,    1, WORKDAY,  15, WORKDAY,  15, 渗漏
                    8, P3, HOME,   HANDOVER_DEFECT,  1, WORKDAY,     0, NONE,     15, WORKDAY,   0, 建设单位
                    """)
    void limits(
            int row,
            String priority,
            String area,
            String hazard,
            int respond,
            String respondUnit,
            int arrive,
            String arriveUnit,
            int finish,
            String finishUnit,
            int slotMinutes,
            String source) {
        Map<String, Object> answer =
                one("timeLimits", Map.of("kind", "REPAIR", "priority", priority, "area", area, "hazard", hazard));
        assertThat(answer)
                .containsEntry("respondAmount", respond)
                .containsEntry("respondUnit", respondUnit)
                .containsEntry("arriveAmount", arrive)
                .containsEntry("arriveUnit", arriveUnit)
                .containsEntry("finishAmount", finish)
                .containsEntry("finishUnit", finishUnit)
                .containsEntry("slotMinutes", slotMinutes)
                .doesNotContainKeys("answerAmount", "answerUnit");
        // Only a leak promises a plan (4.16 no. 5)
        boolean leak = hazard.equals("SEEPAGE");
        assertThat(answer.get("planAmount")).isEqualTo(leak ? 3 : null);
        assertThat(answer.get("planUnit")).isEqualTo(leak ? "WORKDAY" : null);
        assertThat((String) answer.get("source")).contains(source);
    }

    /** D2, the rows of the other kinds; what is not said is not promised. */
    @ParameterizedTest(name = "D2-{0}: {1} {2}")
    @CsvSource(nullValues = "-", textBlock = """
                     9, COMPLAINT,    P2, HOME,    2, WORKHOUR,   -, -,         1, WORKDAY,  3, WORKDAY,  一个工作日内答复
                     9, COMPLAINT,    P3, PUBLIC,  2, WORKHOUR,   -, -,         1, WORKDAY,  3, WORKDAY,  一个工作日内答复
                    10, COMPLAINT,    P1, HOME,    1, WORKHOUR,   -, -,         1, WORKDAY,  7, WORKDAY,  七个工作日
                    11, COMPLAINT,    P0, PUBLIC, 30, MINUTE,     1, SAME_DAY, 24, HOUR,     7, WORKDAY,  书面
                    12, RENOVATION,   P2, HOME,    1, WORKDAY,    -, -,         -, -,        3, WORKDAY,  三个工作日内审批
                    15, CONSULTATION, P3, HOME,    4, WORKHOUR,   -, -,         -, -,       48, HOUR,     四十八小时
                    16, SUGGESTION,   P3, PUBLIC,  1, WORKDAY,    -, -,         -, -,        7, WORKDAY,  采纳与否
                    16, PRAISE,       P3, PUBLIC,  1, WORKDAY,    -, -,         -, -,        3, WORKDAY,  转达
                    17, SERVICE,      P3, HOME,   30, WORKMINUTE, -, -,         -, -,        1, SAME_DAY, 当日
                    """)
    void limitsOfOtherKinds(
            int row,
            String kind,
            String priority,
            String area,
            Integer respond,
            String respondUnit,
            Integer arrive,
            String arriveUnit,
            Integer answer,
            String answerUnit,
            Integer finish,
            String finishUnit,
            String source) {
        Map<String, Object> limits =
                one("timeLimits", Map.of("kind", kind, "priority", priority, "area", area, "hazard", "NONE"));
        assertThat(limits.get("respondAmount")).isEqualTo(respond);
        assertThat(limits.get("respondUnit")).isEqualTo(respondUnit);
        assertThat(limits.get("arriveAmount")).isEqualTo(arrive);
        assertThat(limits.get("arriveUnit")).isEqualTo(arriveUnit);
        assertThat(limits.get("answerAmount")).isEqualTo(answer);
        assertThat(limits.get("answerUnit")).isEqualTo(answerUnit);
        assertThat(limits.get("finishAmount")).isEqualTo(finish);
        assertThat(limits.get("finishUnit")).isEqualTo(finishUnit);
        assertThat(limits.get("slotMinutes")).isEqualTo(0);
        assertThat((String) limits.get("source")).contains(source);
    }

    /** D10: each row, and every combination is answered. */
    @ParameterizedTest(name = "D10 {0} with {1}")
    @CsvSource(textBlock = """
                    OWNER,          IDENTITY,      false, ISSUE,   ''
                    OWNER,          AUTHORISATION, false, REFUSE,  身份证件
                    FAMILY,         RECORDED_CALL, false, ISSUE,   ''
                    FAMILY,         IDENTITY,      false, CONSENT, 业主的同意
                    TENANT,         AUTHORISATION, false, ISSUE,   ''
                    TENANT,         NONE,          false, CONSENT, 业主的同意
                    LEAVING_TENANT, AUTHORISATION, false, ISSUE,   ''
                    LEAVING_TENANT, RECORDED_CALL, false, WRITING, 书面同意
                    CONTRACTOR,     PERMIT,        true,  ISSUE,   ''
                    CONTRACTOR,     PERMIT,        false, REFUSE,  没有在有效期内的
                    CONTRACTOR,     IDENTITY,      false, REFUSE,  施工登记证
                    MERCHANT,       STAFF_CARD,    false, ISSUE,   ''
                    MERCHANT,       NONE,          false, REFUSE,  员工证
                    """)
    void goodsLeaveByTheRule(String requester, String proof, boolean permitInForce, String release, String missing) {
        Map<String, Object> row =
                one("goodsRuling", Map.of("requester", requester, "proof", proof, "permitInForce", permitInForce));
        assertThat(row).containsEntry("release", release);
        assertThat((String) row.get("missing")).contains(missing);
        assertThat(product("goodsRuling"))
                .allSatisfy(facts -> assertThat(one("goodsRuling", facts)).isNotEmpty());
    }

    /** A repair is not answered but repaired; every promise has both an amount and a unit, or neither. */
    @Test
    void aPromiseIsWholeOrNotThere() {
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> facts : product("timeLimits")) {
            Map<String, Object> row = one("timeLimits", facts);
            boolean repair = facts.get("kind").equals("REPAIR");
            for (String clock : List.of("respond", "arrive", "answer", "finish")) {
                boolean amount = row.get(clock + "Amount") != null;
                boolean unit = row.get(clock + "Unit") != null;
                boolean asked = clock.equals("respond") || clock.equals("finish") || repair && clock.equals("arrive");
                if (amount != unit || asked && !amount || repair && clock.equals("answer") && amount) {
                    findings.add(facts + " " + clock + ": " + row);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** D3 as corrected: each level of a ladder asks a higher duty than the one before. */
    @Test
    void everyLadderOnlyGoesUp() {
        List<String> duties = List.of("LEAD", "SUPERVISOR", "MANAGER", "DIRECTOR");
        for (String kind : List.of(
                "REPAIR", "COMPLAINT", "CONSULTATION", "SUGGESTION", "PRAISE", "SERVICE", "RENOVATION", "GOODS")) {
            for (String priority : List.of("P0", "P1", "P2", "P3")) {
                int before = -1;
                boolean over = false;
                for (int level = 1; level <= 3; level++) {
                    Object addressee = one("escalation", Map.of("kind", kind, "priority", priority, "level", level))
                            .get("addressee");
                    if (addressee.equals("NONE")) {
                        over = true;
                    } else {
                        assertThat(over)
                                .as("%s %s level %s after none", kind, priority, level)
                                .isFalse();
                        assertThat(duties.indexOf(addressee))
                                .as("%s %s level %s", kind, priority, level)
                                .isGreaterThan(before);
                        before = duties.indexOf(addressee);
                    }
                }
                assertThat(before).as("%s %s asks somebody", kind, priority).isNotNegative();
            }
        }
    }

    /** D3; amounts of NONE say nothing. */
    @ParameterizedTest(name = "D3-{2} {0} {1}")
    @CsvSource(textBlock = """
                    REPAIR, P0, 0,  50,  0, NONE,    RESPONSIBLE, NEVER,     0, NONE
                    REPAIR, P0, 1, 100,  0, NONE,    LEAD,        NEVER,    15, MINUTE
                    REPAIR, P0, 2, 100, 10, MINUTE,  SUPERVISOR,  NEVER,    15, MINUTE
                    REPAIR, P0, 3, 100, 30, MINUTE,  MANAGER,     NEVER,    15, MINUTE
                    REPAIR, P1, 0,  75,  0, NONE,    RESPONSIBLE, NEVER,     0, NONE
                    REPAIR, P1, 1, 100,  0, NONE,    LEAD,        NEVER,    15, MINUTE
                    REPAIR, P1, 2, 100, 30, MINUTE,  SUPERVISOR,  NEVER,    15, MINUTE
                    REPAIR, P1, 3, 100,  2, HOUR,    MANAGER,     NEVER,    15, MINUTE
                    REPAIR, P2, 0,  75,  0, NONE,    RESPONSIBLE, NEXT_SLOT, 0, NONE
                    REPAIR, P2, 1, 100,  0, NONE,    LEAD,        NEXT_SLOT, 4, WORKHOUR
                    REPAIR, P2, 2, 100,  1, WORKDAY, SUPERVISOR,  NEXT_SLOT, 4, WORKHOUR
                    REPAIR, P2, 3, 100,  3, WORKDAY, MANAGER,     NEXT_SLOT, 4, WORKHOUR
                    REPAIR, P3, 0,  75,  0, NONE,    RESPONSIBLE, NEXT_SLOT, 0, NONE
                    REPAIR, P3, 1, 100,  0, NONE,    LEAD,        NEXT_SLOT, 4, WORKHOUR
                    REPAIR, P3, 2, 100,  1, WORKDAY, SUPERVISOR,  NEXT_SLOT, 4, WORKHOUR
                    REPAIR, P3, 3, 100,  0, NONE,    NONE,        NEXT_SLOT, 0, NONE
                    COMPLAINT, P0, 0,  75,  0, NONE,     RESPONSIBLE, NEVER,      0, NONE
                    COMPLAINT, P0, 1, 100,  0, NONE,     SUPERVISOR,  NEVER,     15, MINUTE
                    COMPLAINT, P0, 2, 100,  4, WORKHOUR, MANAGER,     NEVER,     15, MINUTE
                    COMPLAINT, P0, 3, 100,  1, WORKDAY,  DIRECTOR,    NEVER,     15, MINUTE
                    COMPLAINT, P1, 0,  75,  0, NONE,     RESPONSIBLE, NEXT_SLOT,  0, NONE
                    COMPLAINT, P1, 1, 100,  0, NONE,     SUPERVISOR,  NEXT_SLOT, 15, WORKMINUTE
                    COMPLAINT, P1, 2, 100,  4, WORKHOUR, MANAGER,     NEXT_SLOT, 15, WORKMINUTE
                    COMPLAINT, P1, 3, 100,  0, NONE,     NONE,        NEXT_SLOT,  0, NONE
                    COMPLAINT, P2, 0,  75,  0, NONE,     RESPONSIBLE, NEXT_SLOT,  0, NONE
                    COMPLAINT, P2, 1, 100,  0, NONE,     LEAD,        NEXT_SLOT,  4, WORKHOUR
                    COMPLAINT, P2, 2, 100,  1, WORKDAY,  SUPERVISOR,  NEXT_SLOT,  4, WORKHOUR
                    COMPLAINT, P3, 3, 100,  3, WORKDAY,  MANAGER,     NEXT_SLOT,  4, WORKHOUR
                    CONSULTATION, P3, 0,  75, 0, NONE,    RESPONSIBLE, NEXT_SLOT, 0, NONE
                    SUGGESTION,   P3, 1, 100, 0, NONE,    LEAD,        NEXT_SLOT, 4, WORKHOUR
                    SERVICE,      P3, 2, 100, 1, WORKDAY, SUPERVISOR,  NEXT_SLOT, 4, WORKHOUR
                    PRAISE,       P3, 3, 100, 0, NONE,    NONE,        NEXT_SLOT, 0, NONE
                    RENOVATION, P2, 0,  75,  0, NONE,     RESPONSIBLE, NEXT_SLOT, 0, NONE
                    RENOVATION, P2, 1, 100,  0, NONE,     LEAD,        NEXT_SLOT, 4, WORKHOUR
                    RENOVATION, P2, 2, 100,  4, WORKHOUR, SUPERVISOR,  NEXT_SLOT, 4, WORKHOUR
                    RENOVATION, P2, 3, 100,  1, WORKDAY,  MANAGER,     NEXT_SLOT, 4, WORKHOUR
                    """)
    void ladder(
            String kind,
            String priority,
            int level,
            int percent,
            int offset,
            String offsetUnit,
            String addressee,
            String quiet,
            int ack,
            String ackUnit) {
        assertThat(one("escalation", Map.of("kind", kind, "priority", priority, "level", level)))
                .containsEntry("percent", percent)
                .containsEntry("offsetAmount", offset)
                .containsEntry("offsetUnit", offsetUnit)
                .containsEntry("addressee", addressee)
                .containsEntry("quiet", quiet)
                .containsEntry("ackAmount", ack)
                .containsEntry("ackUnit", ackUnit);
    }

    /** D12; a warranty ends on the day: two full years are no longer within two years; - is a handover nobody registered. */
    @ParameterizedTest(name = "D12-{0}: {1} {2} {3} {4}")
    @CsvSource(nullValues = "-", textBlock = """
                    1, HOME,   WATERPROOFING, UNKNOWN,          0, BUILDER,          false, 五年
                    1, PUBLIC, WATERPROOFING, UNKNOWN,          4, BUILDER,          false, 五年
                    2, HOME,   FITTINGS,      UNKNOWN,          1, BUILDER,          false, 两年
                    2, PUBLIC, FITTINGS,      UNKNOWN,          0, BUILDER,          false, 两年
                    3, HOME,   HEATING,       UNKNOWN,          1, BUILDER,          false, 采暖期
                    4, PUBLIC, STRUCTURE,     UNKNOWN,        999, BUILDER,          false, 设计使用年限
                    5, HOME,   WATERPROOFING, OWN_RENOVATION,   1, RENOVATION_FIRM,  true,  装修公司
                    5, HOME,   FITTINGS,      OWN_RENOVATION,   0, RENOVATION_FIRM,  true,  装修公司
                    6, PUBLIC, WATERPROOFING, UNKNOWN,          5, PROPERTY_COMPANY, false, 维修资金
                    6, PUBLIC, FITTINGS,      UNKNOWN,          2, PROPERTY_COMPANY, false, 维修资金
                    6, PUBLIC, HEATING,       UNKNOWN,          6, PROPERTY_COMPANY, false, 维修资金
                    6, PUBLIC, NONE,          UNKNOWN,          0, PROPERTY_COMPANY, false, 公共部位
                    7, HOME,   WATERPROOFING, UNKNOWN,          5, OWNER,            true,  先上门查明
                    7, HOME,   FITTINGS,      UNKNOWN,          2, OWNER,            true,  先报价
                    7, HOME,   HEATING,       UNKNOWN,        999, OWNER,            true,  先报价
                    7, HOME,   NONE,          UNKNOWN,          0, OWNER,            true,  先报价
                    8, HOME,   SUPPLIER_LINE, UNKNOWN,          0, SUPPLIER,         false, 专业单位
                    9, HOME,   WATERPROOFING, NEIGHBOUR,        1, NEIGHBOUR,        false, 责任方
                    0, HOME,   HANDOVER,      UNKNOWN,          6, BUILDER,          false, 遗漏工程
                    2, HOME,   DRAIN,         UNKNOWN,          1, BUILDER,          false, 使用不当造成堵塞的除外
                    7, HOME,   DRAIN,         UNKNOWN,          2, OWNER,            true,  先报价
                    9, HOME,   DRAIN,         NEIGHBOUR,        1, NEIGHBOUR,        false, 责任方
                    2, PUBLIC, RESCUE,        UNKNOWN,          1, BUILDER,          false, 我们先救援、抢修；设施还在两年保修期内，费用由建设单位承担
                    6, PUBLIC, RESCUE,        UNKNOWN,          2, PROPERTY_COMPANY, false, 我们先救援
                    0, PUBLIC, RESCUE,        UNKNOWN,          -, PROPERTY_COMPANY, false, 交房日期没有登记，先查明
                    0, PUBLIC, FITTINGS,      UNKNOWN,          -, PROPERTY_COMPANY, false, 交房日期没有登记，先查明
                    0, HOME,   WATERPROOFING, UNKNOWN,          -, OWNER,            true,  交房日期没有登记，先查明
                    0, HOME,   DRAIN,         UNKNOWN,          -, OWNER,            true,  交房日期没有登记，先查明
                    7, HOME,   NONE,          UNKNOWN,          -, OWNER,            true,  先报价
                    4, PUBLIC, STRUCTURE,     UNKNOWN,          -, BUILDER,          false, 设计使用年限
                    """)
    void responsibility(
            int row,
            String area,
            String item,
            String cause,
            Integer age,
            String responsible,
            boolean paid,
            String advice) {
        Map<String, Object> answer = one(
                "responsibility",
                Map.of(
                        "area",
                        area,
                        "warrantyItem",
                        item,
                        "cause",
                        cause,
                        "handoverKnown",
                        age != null,
                        "age",
                        age == null ? 0 : age));
        assertThat(answer).containsEntry("responsible", responsible).containsEntry("paid", paid);
        assertThat((String) answer.get("advice")).contains(advice);
        if (age == null) {
            assertThat((String) answer.get("advice")).doesNotContain("已过");
        }
    }

    /** D4. */
    @ParameterizedTest(name = "D4-{0}: {1} {2} {3} {4} {5} {6} known={7} {8}")
    @CsvSource(textBlock = """
                     2, REPAIR, P0, HOME,   NONE,            PERSON,   PERSONAL, true,  NONE,         100, 24, HOUR,    FIRST_RESPONDER, true,  PHONE,  true,  false
                     2, REPAIR, P1, PUBLIC, BURST_PIPE,      NONE,     UNIT,     false, NONE,         100, 24, HOUR,    FIRST_RESPONDER, true,  PHONE,  true,  false
                     2, REPAIR, P0, HOME,   SEEPAGE,         PERSON,   UNIT,     true,  SATISFIED,    100, 24, HOUR,    FIRST_RESPONDER, true,  PHONE,  true,  true
                     2, REPAIR, P2, HOME,   NONE,            PROPERTY, PERSONAL, true,  SATISFIED,    100, 24, HOUR,    FIRST_RESPONDER, true,  PHONE,  true,  false
                     2, REPAIR, P2, PUBLIC, NONE,            PERSON,   UNIT,     false, NONE,         100, 24, HOUR,    FIRST_RESPONDER, true,  PHONE,  true,  false
                     2, REPAIR, P2, HOME,   NONE,            NONE,     UNIT,     true,  NONE,         100, 24, HOUR,    FIRST_RESPONDER, true,  PHONE,  true,  false
                     3, REPAIR, P2, HOME,   SEEPAGE,         PROPERTY, UNIT,     true,  NONE,         100,  3, WORKDAY, FIRST_RESPONDER, true,  VISIT,  true,  true
                     3, REPAIR, P2, PUBLIC, SEEPAGE,         NONE,     PERSONAL, false, SATISFIED,    100,  3, WORKDAY, FIRST_RESPONDER, true,  VISIT,  true,  true
                     4, REPAIR, P2, HOME,   NONE,            NONE,     PERSONAL, true,  DISSATISFIED, 100,  1, WORKDAY, FRONT_DESK,      true,  PHONE,  true,  false
                     5, REPAIR, P2, HOME,   NONE,            NONE,     PERSONAL, true,  SATISFIED,     30,  5, WORKDAY, FRONT_DESK,      true,  WECHAT, false, false
                     5, REPAIR, P2, HOME,   NONE,            NONE,     PERSONAL, false, FAIR,          30,  5, WORKDAY, FRONT_DESK,      true,  WECHAT, false, false
                     6, REPAIR, P2, HOME,   NONE,            NONE,     PERSONAL, true,  NONE,         100,  3, WORKDAY, FRONT_DESK,      true,  PHONE,  true,  false
                     7, REPAIR, P2, PUBLIC, NONE,            NONE,     ESTATE,   true,  NONE,          30,  5, WORKDAY, FRONT_DESK,      true,  WECHAT, true,  false
                     2, REPAIR, P3, HOME,   HANDOVER_DEFECT, PROPERTY, PERSONAL, true,  NONE,         100, 24, HOUR,    FIRST_RESPONDER, false, PHONE,  true,  false
                     2, REPAIR, P3, HOME,   HANDOVER_DEFECT, NONE,     UNIT,     true,  SATISFIED,    100, 24, HOUR,    FIRST_RESPONDER, false, PHONE,  true,  false
                    10, REPAIR, P3, HOME,   HANDOVER_DEFECT, NONE,     PERSONAL, true,  NONE,         100,  5, WORKDAY, FIRST_RESPONDER, false, PHONE,  true,  false
                    10, REPAIR, P3, PUBLIC, HANDOVER_DEFECT, UNKNOWN,  UNIT,     true,  NONE,         100,  5, WORKDAY, FIRST_RESPONDER, false, PHONE,  true,  false
                    11, REPAIR, P2, PUBLIC, GATE_FAILURE,    NONE,     UNIT,     false, NONE,           0,  0, NONE,    FRONT_DESK,      true,  PHONE,  false, false
                     1, COMPLAINT,    P0, HOME,   NONE, PERSON,   PERSONAL, true,  NONE,         100, 2, WORKDAY, MANAGER,    true, PHONE, true,  false
                     1, COMPLAINT,    P1, PUBLIC, NONE, NONE,     ESTATE,   false, SATISFIED,    100, 2, WORKDAY, SUPERVISOR, true, PHONE, true,  false
                     1, COMPLAINT,    P2, HOME,   NONE, PROPERTY, UNIT,     true,  DISSATISFIED, 100, 2, WORKDAY, SUPERVISOR, true, PHONE, true,  false
                     8, RENOVATION,   P2, HOME,   NONE, NONE,     PERSONAL, true,  NONE,         100, 7, WORKDAY, HOUSEKEEPER, false, PHONE, true, false
                     9, CONSULTATION, P3, HOME,   NONE, NONE,     PERSONAL, true,  NONE,          10, 7, WORKDAY, FRONT_DESK, true, PHONE, false, false
                     9, SUGGESTION,   P3, PUBLIC, NONE, NONE,     ESTATE,   true,  NONE,          10, 7, WORKDAY, FRONT_DESK, true, PHONE, false, false
                    11, PRAISE,       P3, PUBLIC, NONE, NONE,     PERSONAL, true,  NONE,           0, 0, NONE,    FRONT_DESK, true, PHONE, false, false
                    11, SERVICE,      P3, HOME,   NONE, NONE,     PERSONAL, true,  NONE,           0, 0, NONE,    FRONT_DESK, true, PHONE, false, false
                    """)
    void returnVisits(
            int row,
            String kind,
            String priority,
            String area,
            String hazard,
            String danger,
            String scope,
            boolean reporterKnown,
            String rated,
            int rate,
            int amount,
            String unit,
            String visitor,
            boolean notHandler,
            String method,
            boolean reopens,
            boolean afterRain) {
        Map<String, Object> answer = one(
                "visitRule",
                Map.of(
                        "kind", kind,
                        "priority", priority,
                        "area", area,
                        "hazard", hazard,
                        "danger", danger,
                        "scope", scope,
                        "reporterKnown", reporterKnown,
                        "rated", rated));
        assertThat(answer)
                .containsEntry("rate", rate)
                .containsEntry("dueAmount", amount)
                .containsEntry("dueUnit", unit)
                .containsEntry("visitor", visitor)
                .containsEntry("notHandler", notHandler)
                .containsEntry("method", method)
                .containsEntry("reopens", reopens)
                .containsEntry("afterRain", afterRain)
                .containsEntry("attempts", 3);
    }

    /** D2-12, D2-13, D8b: the steps of a renovation that are no promise of its ticket. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SUPPLEMENT, 10, WORKDAY, 不计审批时限",
        "COMPLETION_INSPECTION, 3, WORKDAY, 查验",
        "PAPERS_CHECK, 1, WORKDAY, 核对",
        "FILING, 10, WORKDAY, 归档",
        "DEPOSIT_RETURN, 7, WORKDAY, 退还"
    })
    void renovationLimits(String step, int amount, String unit, String source) {
        Map<String, Object> answer = one("renovationLimits", Map.of("step", step));
        assertThat(answer).containsEntry("dueAmount", amount).containsEntry("dueUnit", unit);
        assertThat((String) answer.get("source")).contains(source);
    }

    /** D14; of several rows the gravest holds. */
    @ParameterizedTest(name = "D14: {0}")
    @CsvSource(textBlock = """
                    injury,                    1,   0, MAJOR,     MANAGER,         受伤
                    media,                     1,   0, MAJOR,     MANAGER,         媒体
                    none,                      5,   0, MAJOR,     MANAGER,         五户
                    none,                      4,   2, MAJOR,     MANAGER,         第三次
                    misconductEvidence,        1,   0, MAJOR,     MANAGER,         违规
                    none,                      1,   1, IMPORTANT, SUPERVISOR,      第二次
                    betweenDepartments,        1,   0, IMPORTANT, SUPERVISOR,      几个部门
                    securityMatter,            1,   0, IMPORTANT, SUPERVISOR,      安全
                    lossClaimed,               1,   0, IMPORTANT, SUPERVISOR,      赔偿
                    hotline,                   1,   0, ORDINARY,  SUPERVISOR,      12345
                    none,                      4,   0, ORDINARY,  FIRST_RESPONDER, 一般
                    lossClaimed|injury,        1,   1, MAJOR,     MANAGER,         受伤
                    hotline|lossClaimed,       1,   0, IMPORTANT, SUPERVISOR,      赔偿
                    hotline|media,             1,   0, MAJOR,     MANAGER,         媒体
                    """)
    void complaintGrades(String facts, int households, int repeats, String grade, String owner, String why) {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("households", households, "repeats", repeats));
        List<String> said = List.of(facts.split("\\|"));
        List.of(
                        "injury",
                        "media",
                        "misconductEvidence",
                        "betweenDepartments",
                        "securityMatter",
                        "lossClaimed",
                        "hotline")
                .forEach(fact -> asked.put(fact, said.contains(fact)));
        Map<String, Object> answer = one("complaintGrade", asked);
        assertThat(answer).containsEntry("grade", grade).containsEntry("owner", owner);
        assertThat((String) answer.get("why")).contains(why);
    }

    /** The one-time notice of a repair: a word of each item, in the table's order, and no item besides. */
    @ParameterizedTest(name = "{0} {1} {2} paid={3} {4} slot={5}")
    @CsvSource(textBlock = """
                    PUBLIC, LIFT,       LIFT_TRAPPED,    false, PROPERTY_COMPANY, false, 扒门|绕行|当面验收|首问责任人
                    PUBLIC, LIFT,       LIFT_TRAPPED,    false, BUILDER,          false, 扒门|先救援、抢修|绕行|当面验收|首问责任人
                    PUBLIC, GENERAL,    GAS_LEAK,        false, SUPPLIER,         false, 打开门窗|专业单位|绕行|当面验收|首问责任人
                    PUBLIC, GENERAL,    FIRE,            false, PROPERTY_COMPANY, false, 不要乘坐电梯|绕行|当面验收|首问责任人
                    PUBLIC, ELECTRICAL, ELECTRIC_SHOCK,  false, PROPERTY_COMPANY, false, 断开电源|绕行|当面验收|首问责任人
                    PUBLIC, GENERAL,    FALLING_OBJECT,  false, PROPERTY_COMPANY, false, 坠落范围|绕行|当面验收|首问责任人
                    HOME,   CIVIL,      SEEPAGE,         true,  OWNER,            false, 下雨|成年人|打电话|先报价|代购|当面验收|首问责任人
                    HOME,   GENERAL,    HANDOVER_DEFECT, false, BUILDER,          false, 每五个工作日|派人上门|派人查验|首问责任人负责跟进，及时|当面验收|首问责任人
                    HOME,   PLUMBING,   NONE,            true,  OWNER,            false, 总阀|成年人|打电话|先报价|代购|当面验收|首问责任人
                    HOME,   ELECTRICAL, NONE,            false, BUILDER,          true,  空气开关|派人上门|派人查验|首问责任人负责跟进，及时|当面验收|首问责任人
                    HOME,   CARPENTRY,  NONE,            true,  RENOVATION_FIRM,  true,  成年人|约定的时段|先报价|代购|装修合同|当面验收|首问责任人
                    HOME,   CIVIL,      NONE,            false, NEIGHBOUR,        true,  成年人|约定的时段|受损部位|当面验收|首问责任人
                    PUBLIC, ELECTRICAL, NONE,            false, PROPERTY_COMPANY, false, 绕行|当面验收|首问责任人
                    """)
    void requirements(
            String area,
            String trade,
            String hazard,
            boolean paid,
            String responsible,
            boolean appointment,
            String words) {
        List<Object> items = many(
                "repairRequirements",
                Map.of(
                        "area", area,
                        "trade", trade,
                        "hazard", hazard,
                        "paid", paid,
                        "responsible", responsible,
                        "appointment", appointment,
                        "external",
                                List.of("BUILDER", "SUPPLIER").contains(responsible)
                                        && List.of("NONE", "HANDOVER_DEFECT").contains(hazard)));
        List<String> expected = List.of(words.split("\\|"));
        assertThat(items).as("%s", items).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat((String) items.get(i)).contains(expected.get(i));
        }
    }

    /** D6; what the review found to endanger structure or safety is forbidden, whatever it is. */
    @ParameterizedTest(name = "D6-{0}: {1} design={2} endangers={3}")
    @CsvSource(nullValues = "-", textBlock = """
                     1, BEARING_STRUCTURE, false, false, FORBIDDEN,    -,          第5条第1项
                     2, WET_ROOM,          false, false, FORBIDDEN,    -,          第5条第2项
                     2, WET_ROOM,          true,  false, FORBIDDEN,    -,          第5条第2项
                     3, BEARING_OPENING,   true,  false, FORBIDDEN,    -,          第5条第3项
                     4, ENERGY_SAVING,     false, false, FORBIDDEN,    -,          第5条第4项
                     5, OTHER,             false, true,  FORBIDDEN,    -,          第5条第5项
                     5, BEARING_STRUCTURE, true,  true,  FORBIDDEN,    -,          第5条第5项
                     5, ORDINARY,          false, true,  FORBIDDEN,    -,          第5条第5项
                     6, ADDED_BUILDING,    false, false, NOT_WITHOUT,  规划,       第6条
                     7, FACADE,            false, false, NOT_WITHOUT,  规划,       第6条
                     7, GRILLES,           false, false, ALLOWED_WITH, 管理规约,   第16条第5项
                     8, HEATING_PIPES,     false, false, NOT_WITHOUT,  供暖单位,   第6条
                     9, GAS_PIPES,         false, false, NOT_WITHOUT,  燃气单位,   第6条
                    10, FLOOR_LOAD,        false, false, ALLOWED_WITH, 设计方案,   第7条
                    11, WATERPROOFING,     false, false, ALLOWED_WITH, 闭水试验,   第8条
                    12, BEARING_STRUCTURE, true,  false, ALLOWED_WITH, 有相应资质, 第5条第1项
                    13, ORDINARY,          false, false, ALLOWED,      -,          第5条至第8条
                     5, OTHER,             false, false, ALLOWED_WITH, 工程审核,   第5条第5项
                    """)
    void acts(int row, String act, boolean design, boolean endangers, String ruling, String needs, String basis) {
        Map<String, Object> answer =
                one("renovationAct", Map.of("act", act, "qualifiedDesign", design, "endangers", endangers));
        assertThat(answer).containsEntry("ruling", ruling);
        says(answer, "needs", needs);
        says(answer, "basis", basis);
    }

    private static void says(Map<String, Object> answer, String column, String word) {
        if (word == null) {
            assertThat(answer).containsEntry(column, "");
        } else {
            assertThat((String) answer.get(column)).contains(word);
        }
    }

    /** D5: what each fact adds to the papers that every renovation needs; all combinations are in RequirementsTest. */
    @ParameterizedTest(name = "D5-{0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
                    1-3 9-11 15, -,             -
                    4,           structural,    STRUCTURAL_DESIGN
                    5,           addedBuilding, BUILDING_APPROVAL
                    5,           facade,        FACADE_APPROVAL
                    5,           heating,       HEATING_APPROVAL
                    5,           gas,           GAS_APPROVAL
                    6,           extraLoad,     LOAD_DESIGN
                    6,           waterproof,    WATERPROOF_PLAN|WATER_TEST
                    7,           contractor,    QUALIFICATION
                    7,           qualifiedFirm, QUALIFICATION
                    8,           USER,          OWNER_CONSENT
                    12,          workers,       WORKERS
                    13,          deposit,       DEPOSIT
                    14,          SHOP,          FIRE_APPROVAL|CONSTRUCTION_PERMIT
                    """)
    void documents(String row, String fact, String more) {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of(
                "applicant",
                "USER".equals(fact) ? "USER" : "OWNER",
                "use",
                "SHOP".equals(fact) ? "SHOP" : "RESIDENTIAL",
                "city",
                "HANGZHOU"));
        List.of(
                        "structural",
                        "addedBuilding",
                        "facade",
                        "heating",
                        "gas",
                        "extraLoad",
                        "waterproof",
                        "contractor",
                        "qualifiedFirm",
                        "workers",
                        "deposit")
                .forEach(name -> asked.put(name, name.equals(fact)));
        List<Object> codes = evaluate("renovationDocuments", asked).collectEntries("code");
        List<Object> always =
                List.of("OWNERSHIP", "IDENTITY", "PLAN", "AGREEMENT", "CAUTIONS", "NEIGHBOURS", "FIRE_EXTINGUISHERS");
        assertThat(codes).containsAll(always);
        assertThat(codes.stream().filter(code -> !always.contains(code)))
                .containsExactly(more == null ? new Object[0] : more.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repairPriority",
                "timeLimits",
                "responsibility",
                "escalation",
                "visitRule",
                "complaintGrade",
                "renovationAct",
                "renovationLimits"
            })
    void everyCaseHasExactlyOneAnswer(String decision) {
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> facts : product(decision)) {
            try {
                DmnDecisionTableResult result = evaluate(decision, facts);
                if (result.size() != 1 || result.getFirstResult().getEntryMap().containsValue(null)) {
                    findings.add(facts + ": " + result);
                }
            } catch (RuntimeException e) {
                findings.add(facts + ": " + e.getMessage());
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void everyRepairHasAListWithoutRepetition() {
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> facts : product("repairRequirements")) {
            List<Object> items = many("repairRequirements", facts);
            if (items.isEmpty() || new HashSet<>(items).size() < items.size() || items.contains(null)) {
                findings.add(facts + ": " + items);
            }
        }
        assertThat(findings).isEmpty();
    }

    /** @return every combination of the table's declared values */
    private static List<Map<String, Object>> product(String decision) {
        List<Map<String, Object>> cases = List.of(Map.of());
        for (Input input : Models.table(decision).table().getInputs()) {
            cases = cases.stream()
                    .flatMap(facts -> values(input).map(value -> with(facts, Table.name(input), value)))
                    .toList();
        }
        return cases;
    }

    private static Stream<Object> values(Input input) {
        return switch (input.getInputExpression().getTypeRef()) {
            case "boolean" -> Stream.of(true, false);
            case "integer" ->
                input.getInputValues() == null ? AGES.stream() : declared(input).map(Integer::valueOf);
            default -> declared(input).map(code -> code.replace("\"", ""));
        };
    }

    private static Stream<String> declared(Input input) {
        return Arrays.stream(
                input.getInputValues().getText().getTextContent().strip().split("\\s*,\\s*"));
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> one(String decision, Map<String, Object> facts) {
        return evaluate(decision, facts).getSingleResult().getEntryMap();
    }

    private static List<Object> many(String decision, Map<String, Object> facts) {
        return evaluate(decision, facts).collectEntries("item");
    }

    private static DmnDecisionTableResult evaluate(String decision, Map<String, Object> facts) {
        DmnDecision table = DECISIONS.computeIfAbsent(
                decision,
                id -> ENGINE.parseDecision(
                        id, new ByteArrayInputStream(Models.bytes().get(Models.kebab(id) + ".dmn"))));
        return ENGINE.evaluateDecisionTable(table, facts);
    }
}
