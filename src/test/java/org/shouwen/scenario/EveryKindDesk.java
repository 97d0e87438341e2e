package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.Measures;
import org.shouwen.externalparty.Letter;
import org.shouwen.externalparty.Letters;
import org.shouwen.renovation.Renovations;
import org.shouwen.repair.MajorRepair;
import org.shouwen.repair.Repairs;
import org.shouwen.testing.Api;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Status;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.timelimit.SupervisionEnds;
import org.springframework.beans.factory.annotation.Autowired;

/** A ticket of each kind at the site east, taken in and handled by people of another one, with whatever stands in lists about it. */
abstract class EveryKindDesk extends RightsDesk {

    private static int homes;

    @Autowired
    RuntimeService flows;

    @Autowired
    private SupervisionDesk supervisions;

    @Autowired
    private SupervisionEnds supervisionEnds;

    @Autowired
    private Letters letters;

    @Autowired
    private Measures measures;

    @Autowired
    private Repairs repairs;

    @Autowired
    private Renovations renovations;

    /** Numbers of the tickets, by kind. */
    final Map<String, String> numbers = new LinkedHashMap<>();

    /** What the flows know that a step asks about. */
    final Map<String, Object> facts = new LinkedHashMap<>();

    @BeforeEach
    void aTicketOfEachKind() {
        register("REPAIR", leak("谁可以办哪一步"));
        register("COMPLAINT", """
                {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "home": "1-1-101", "channel": "PHONE",
                 "reporter": {"name": "张三", "phone": "13800009911"}, "description": "半夜施工", "details": {}}
                """);
        register("CONSULTATION", """
                {"kind": "CONSULTATION", "category": "CONSULT_FEES", "home": "1-1-101", "channel": "PHONE",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "物业费怎么算", "details": {}}
                """);
        register("GOODS", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-101", "description": "搬家",
                 "reporter": {"name": "张三", "phone": "13812345678"},
                 "details": {"applicant": "TENANT", "proof": "NONE", "goods": "纸箱 5"}}
                """);
        numbers.put(
                "RENOVATION",
                RegisteredRenovation.of(newHome(), token(Asker.FIRST_RESPONDER.account), renovations, time));
        time.travelTo("2026-11-23T09:00");
        runJobs();
        // With the papers the applicant has his one-time notice, which later steps ask
        step("desk1", numbers.get("RENOVATION"), "checkPapers", "{\"papers\": []}");
        numbers.values()
                .forEach(number ->
                        jdbc.update("UPDATE ticket SET handler = ? WHERE number = ?", Asker.HANDLER.account, number));
        visitOf(numbers.get("REPAIR"));
        letters.add(
                numbers.get("REPAIR"),
                new Letter(Letter.Party.values()[0], "施工单位", "函 1", time.instant(), time.instant(), false, null),
                Asker.FIRST_RESPONDER.account);
        majorRepairOf(numbers.get("REPAIR"));
        facts.put("person", Asker.TECHNICIAN.account);
        facts.put(
                "measure",
                measures.add(
                        numbers.get("COMPLAINT"),
                        1,
                        new Measure.Promised("每日巡查", Asker.TECHNICIAN.account, time.instant())));
        siteOf(numbers.get("RENOVATION"));
        facts.put("rectification", rectificationOf(numbers.get("REPAIR")));
        supervisions.escalate(numbers.get("REPAIR"), ClockKind.FINISH, 0, time.instant());
        runJobs();
    }

    /** @return a home in which nobody renovates, on the third to tenth floor */
    private static String newHome() {
        int home = homes++;
        return "3-2-%d0%d".formatted(3 + home % 8, 2 + home / 8 % 3);
    }

    void register(String kind, String request) {
        Api.Answer answer = token(Asker.FIRST_RESPONDER.account).post("/api/tickets", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        numbers.put(kind, answer.text("number"));
    }

    void stands(String number, Status status) {
        jdbc.update(
                "UPDATE ticket SET status = ?, is_open = ? WHERE number = ?", status.name(), !status.isFinal(), number);
    }

    void follows(String follower, String incident) {
        jdbc.update(
                "INSERT INTO incident_follower (ticket, incident, joined_at, joined_by) VALUES (?, ?, ?, 'desk1')",
                follower,
                incident,
                Timestamp.from(time.instant()));
    }

    void standsAt(String flow, String step, String number) {
        flows.createProcessInstanceByKey(flow)
                .businessKey(number)
                .setVariables(facts)
                .startBeforeActivity(step)
                .execute();
    }

    private void majorRepairOf(String number) {
        Instant now = time.instant();
        repairs.propose(
                number,
                MajorRepair.proposed(
                        "更换管道", BigDecimal.TEN, MajorRepair.Funding.COMPANY, "全小区", now, Asker.HANDLER.account, now));
        repairs.decide(number, true, null, "manager", now);
    }

    private void visitOf(String number) {
        jdbc.update(
                "INSERT INTO return_visit (ticket, round, occasion, site, rated, rate, drawn, amount, unit, visitor,"
                        + " not_handler, method, reopens, after_rain, attempts, planned_at, due_at, explanation, is_open)"
                        + " VALUES (?, 1, 'CLOSING', 'east', 'NONE', 100, true, 1, 'WORKDAY', 'FRONT_DESK', true,"
                        + " 'PHONE', true, false, 3, ?, ?, '测试', true)",
                number,
                Timestamp.from(time.instant()),
                Timestamp.from(time.instant()));
        facts.put("round", 1);
    }

    /** The one of the month, which other tests may have opened already: so that nothing in these opens it. */
    private Long rectificationOf(String number) {
        String post = jdbc.queryForObject("SELECT post FROM ticket WHERE number = ?", String.class, number);
        String ofMonth = "SELECT id FROM post_rectification WHERE post = ? AND year_and_month = '2026-11'";
        return jdbc.queryForList(ofMonth, Long.class, post).stream().findFirst().orElseGet(() -> {
            Timestamp now = Timestamp.from(time.instant());
            jdbc.update(
                    "INSERT INTO post_rectification (id, post, year_and_month, ticket, person, due_at,"
                            + " opened_at) VALUES (0, ?, '2026-11', ?, 'lead', ?, ?)",
                    post,
                    number,
                    now,
                    now);
            return 0L;
        });
    }

    /** Work that was reported as finished and has passed, with a violation that is not settled. */
    private void siteOf(String number) {
        Timestamp now = Timestamp.from(time.instant());
        jdbc.update(
                "INSERT INTO worksite (ticket, site, opened_at, phase, patrol_due, reported_at, reported_by, passed_at)"
                        + " VALUES (?, 'east', ?, 'DEMOLITION', ?, ?, 'desk1', ?)",
                number,
                now,
                now,
                now,
                now);
        jdbc.update(
                "INSERT INTO violation (ticket, site, kind, what, spot, found_at, found_by, gravity, gate, deliver_by,"
                        + " rectify_by, basis, consequence, report_due) VALUES (?, 'east', 'BEARING_STRUCTURE', '凿墙',"
                        + " 'STOPPED', ?, 'plumber1', 'SERIOUS', 'NONE', ?, ?, '规定', '后果', ?)",
                number,
                now,
                now,
                now,
                now);
        facts.put(
                "violation", jdbc.queryForObject("SELECT max(id) FROM violation WHERE ticket = ?", Long.class, number));
    }

    @AfterEach
    void leaveNothingOpen() {
        numbers.values().forEach(number -> flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(flow -> flows.deleteProcessInstances(List.of(flow.getId()), "walked", true, true, false)));
        numbers.values().forEach(number -> supervisionEnds.ticketIsOver(number, time.instant()));
        jdbc.update("UPDATE complaint_measure SET is_open = false WHERE id = ?", facts.get("measure"));
        jdbc.update("UPDATE violation SET result = 'RECTIFIED' WHERE id = ?", facts.get("violation"));
        jdbc.update("DELETE FROM return_visit WHERE ticket = ?", numbers.get("REPAIR"));
        jdbc.update("UPDATE renovation SET stage = 'LAPSED' WHERE ticket = ?", numbers.get("RENOVATION"));
        numbers.values()
                .forEach(number -> jdbc.update(
                        "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null WHERE number = ?",
                        number));
    }
}
