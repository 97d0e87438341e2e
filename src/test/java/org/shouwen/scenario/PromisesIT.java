package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Promised times over the API: the calendar's test points (rules 4.15) and what the table D2 makes of a ticket. */
@Tag("scenario")
class PromisesIT extends RunningDesk {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Accounts accounts;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    @ParameterizedTest
    @CsvSource({
        // Fri 16:00: 02-14 works (make-up Saturday), 02-15..23 Spring Festival, 02-24, 02-25
        "2026-02-13T16:00:00+08:00, 3, WORKDAY, 2026-02-25T18:00:00+08:00",
        // Thu 17:00: 1 h that day, 05-01..05 off, 05-06 08:30 + 3 h
        "2026-04-30T17:00:00+08:00, 4, WORKHOUR, 2026-05-06T11:30:00+08:00",
        // Sat: Sunday 09-20 is a make-up working day
        "2026-09-19T10:00:00+08:00, 1, WORKDAY, 2026-09-20T18:00:00+08:00",
        // 11:30: half an hour, lunch 12-14, one and a half hours
        "2026-11-24T11:30:00+08:00, 2, WORKHOUR, 2026-11-24T15:30:00+08:00",
        // New Year's Day of the lunar year, 03:00: by the wall clock
        "2026-02-17T03:00:00+08:00, 15, MINUTE, 2026-02-17T03:15:00+08:00",
        "2026-02-17T03:00:00+08:00, 2, HOUR, 2026-02-17T05:00:00+08:00",
    })
    void theCalendarsTestPoints(String from, int amount, String unit, String due) {
        Api.Answer answer = api().get("/api/calendar/deadline?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8)
                + "&amount=" + amount + "&unit=" + unit);
        assertThat(answer.text("due")).isEqualTo(due);
        assertThat(answer.text("explanation")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        // Monday 09:00; a lift with somebody in it: 1 min, 30 min, no limit until free
        "LIFT_TRAPPED, place, LIFT-1-1, NONE, P0, 2026-11-23T09:01+08:00, 2026-11-23T09:30+08:00, ",
        // Any other danger to persons: 5 min, 15 min, under control in 2 h
        "GAS_LEAK, home, 1-1-101, PERSON, P0, 2026-11-23T09:05+08:00, 2026-11-23T09:15+08:00, 2026-11-23T11:00+08:00",
        // P2 at home: 30 working minutes, 4 working hours (3 before lunch, 1 after), the next working day
        "HOME_PLUMBING, home, 1-1-101, NONE, P2, 2026-11-23T09:30+08:00, 2026-11-23T15:00+08:00, 2026-11-24T18:00+08:00",
        // P2 in public: 2 working hours, 1 and 3 working days
        "PUBLIC_LIGHTING, place, LAMP-01, NONE, P2, 2026-11-23T11:00+08:00, 2026-11-24T18:00+08:00, 2026-11-26T18:00+08:00",
        // A leak: 2 working hours, 1 working day, a plan within 3, 15 working days (11-24..12-14)
        "SEEPAGE, home, 1-1-101, NONE, P2, 2026-11-23T11:00+08:00, 2026-11-24T18:00+08:00, 2026-12-14T18:00+08:00",
        // A defect left by the builder: 1 working day, no arrival, 15 working days
        "HANDOVER_DEFECT, home, 3-1-101, NONE, P3, 2026-11-24T18:00+08:00, , 2026-12-14T18:00+08:00",
    })
    void whatTheTablePromises(
            String category,
            String where,
            String code,
            String danger,
            String priority,
            String respond,
            String arrive,
            String finish) {
        Api.Answer answer = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "%s", "%s": "%s", "danger": "%s",
                         "reporter": {"name": "张三", "phone": "13812345678"}, "description": "请尽快"}
                        """.formatted(category, where, code, danger));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text("priority")).isEqualTo(priority);
        assertThat(answer.text("respondBy")).isEqualTo(seconds(respond));
        assertThat(answer.text("arriveBy")).isEqualTo(seconds(arrive));
        assertThat(answer.text("resolveBy")).isEqualTo(seconds(finish));
        boolean leak = category.equals("SEEPAGE");
        assertThat(answer.text("planBy")).isEqualTo(leak ? "2026-11-26T18:00:00+08:00" : null);
        assertThat(answer.body().path("limits").findValuesAsText("source"))
                .hasSize(leak ? 4 : 3)
                .noneMatch(String::isBlank);
    }

    /** D2 no. 1: whoever is being freed is freed without a limit; a step without one is due at no moment, and at no invented one. */
    @Test
    void aStepWithoutALimitIsDueAtNoMoment() {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "LIFT_TRAPPED", "place": "LIFT-1-1", "description": "有人被困"}
                        """).text("number");
        runJobs();
        for (String[] done : List.of(
                new String[] {"answerCall", "{\"answer\": \"TAKE\"}"},
                new String[] {"inspectOnSite", "{\"findings\": \"人在里面\"}"})) {
            JsonNode open = step(number, done[0]);
            assertThat(open.path("due").asText()).startsWith("2026-11-23T09:");
            Api.Answer answer =
                    as(open.path("assignee").asText()).post("/api/tickets/" + number + "/steps/" + done[0], done[1]);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            runJobs();
        }
        assertThat(step(number, "reportWork").path("due").isMissingNode()
                        || step(number, "reportWork").path("due").isNull())
                .isTrue();
    }

    private JsonNode step(String number, String step) {
        return StreamSupport.stream(
                        api().get("/api/tickets/" + number + "/steps")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(open -> open.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow();
    }

    /** 4.16 no. 5: promised on Monday, told in the mail and on the page; late on Friday, supervised, and told after all. */
    @Test
    void thePlanOfALeakIsAClockOfItsOwn() {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "SEEPAGE", "home": "1-1-101", "danger": "NONE",
                         "reporter": {"name": "张三", "phone": "13812345678", "email": "plan@residents.example"},
                         "description": "北卧室天花板渗水"}
                        """).text("number");
        runJobs();
        assertThat(mails(number)).anyMatch(mail -> mail.contains("告诉您维修方案：11月26日（周四）18:00 前"));
        assertThat(api().get("/api/tickets/" + number + "/steps")
                        .body()
                        .path("items")
                        .findValuesAsText("step"))
                .contains("tellPlan");

        time.travelTo("2026-11-27T09:00");
        runJobs();
        assertThat(lines(number)).anyMatch(line -> line.startsWith("方案超时：一级督办"));
        assertThat(api().post("/api/tickets/" + number + "/steps/tellPlan", "{\"plan\": \"外墙裂缝，补缝后重做防水\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        assertThat(lines(number)).contains("维修方案：外墙裂缝，补缝后重做防水").anyMatch(line -> line.startsWith("方案超时：事情已办"));
        assertThat(mails(number)).anyMatch(mail -> mail.contains("打算这样修") && mail.contains("补缝后重做防水"));
    }

    private List<String> mails(String number) {
        return jdbc.queryForList(
                "SELECT body FROM notice WHERE ticket = ? AND channel = 'EMAIL'", String.class, number);
    }

    private List<String> lines(String number) {
        return api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("text");
    }

    private static String seconds(String moment) {
        return moment == null ? null : moment.replace("+08:00", ":00+08:00");
    }

    /** P1 at home with a slot: there within 15 minutes of it, done before that day ends. */
    @Test
    void anAppointmentMovesTheClocks() {
        Api.Answer answer = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_ELECTRICAL", "home": "1-1-101", "utilityOut": true,
                         "reporter": {"name": "张三", "phone": "13812345678"}, "description": "全屋没电",
                         "appointment": {"from": "2026-11-23T20:00+08:00", "to": "2026-11-23T21:00+08:00"}}
                        """);
        assertThat(answer.text("priority")).isEqualTo("P1");
        assertThat(answer.text("respondBy")).isEqualTo("2026-11-23T09:10:00+08:00");
        assertThat(answer.text("arriveBy")).isEqualTo("2026-11-23T20:15:00+08:00");
        assertThat(answer.text("resolveBy")).isEqualTo("2026-11-24T00:00:00+08:00");
    }

    @Test
    void aDateBeyondThePublishedYearsSaysSo() {
        Api.Answer answer = api().get("/api/calendar/deadline?from=2026-12-31T16:00&amount=3&unit=WORKDAY");
        assertThat(answer.text("warning")).contains("2027").contains("尚未公布");
    }
}
