package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is late in silence: warned, overdue, each level told once, acknowledged or passed on. */
@Tag("scenario")
class EscalationIT extends RunningDesk {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138 1234 5678", "email": "zhang@residents.example"},
             "description": "厨房水龙头漏水", "danger": "%s", "scope": "PERSONAL", "utilityOut": false}
            """;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    @Autowired
    private Calendars calendars;

    @Autowired
    private TaskService tasks;

    private Api desk;
    private Api lead;
    private Api supervisor;
    private String number;

    @BeforeEach
    void people() {
        desk = api();
        lead = as("lead");
        supervisor = as("supervisor");
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private void open(String danger) {
        Api.Answer answer = desk.post("/api/tickets", LEAK.formatted(danger));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        number = answer.text("number");
        runJobs();
    }

    private void at(String moment) {
        time.travelTo(moment);
        runJobs();
    }

    private Api.Answer acknowledge(Api person, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/acknowledge", inputs);
        runJobs();
        return answer;
    }

    /** @return who was told this in the app, in order */
    private List<String> told(String template) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.template().equals(template) && notice.channel() == ChannelKind.IN_APP)
                .map(Notice::addressee)
                .toList();
    }

    private List<String> events(String... which) {
        return desk.get("/api/tickets/" + number + "/timeline").body().path("items").findValuesAsText("event").stream()
                .filter(List.of(which)::contains)
                .toList();
    }

    /** @return the ticket's line in a list of the supervision page */
    private JsonNode line(String list) {
        for (JsonNode line : supervisor.get("/api/supervision").body().path(list)) {
            if (line.path("number").asText().equals(number)) {
                return line;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void aTicketThatNobodyTakesIsWarnedOfAndGoesUpLevelByLevel() {
        open("NONE");
        // 30 working minutes to take it: 75 % is 09:22:30
        at("2026-11-23T09:22");
        assertThat(told("limit-warning.to-responsible")).isEmpty();
        at("2026-11-23T09:23");
        assertThat(told("limit-warning.to-responsible")).containsExactlyInAnyOrder("plumber1", "plumber2", "desk1");

        at("2026-11-23T09:30");
        assertThat(told("supervision.to-person")).containsExactly("lead");
        assertThat(line("unacknowledged").path("asked").asText()).isEqualTo("lead");
        at("2026-11-23T09:31");
        assertThat(line("late").path("clock").asText()).isEqualTo("RESPOND");
        assertThat(acknowledge(as("plumber1"), "{\"decision\": \"CONTINUE\", \"remark\": \"好\"}")
                        .status())
                .isEqualTo(403);

        // The lead has 4 working hours: until 15:30; then the supervisor is asked
        at("2026-11-23T15:30");
        assertThat(told("supervision.to-person")).containsExactly("lead", "supervisor");
        Api.Answer answer = acknowledge(supervisor, "{\"decision\": \"CONTINUE\", \"remark\": \"马上派人\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(line("unacknowledged").isMissingNode()).isTrue();

        // Acknowledging does not stop the ladder: the second level comes one working day after, in the next morning
        at("2026-11-25T08:30");
        // The promise to be done on Tuesday is broken by now, too: that is for the lead
        // The supervisor was asked on this ladder before: it goes on to the manager
        assertThat(told("supervision.to-person")).containsExactlyInAnyOrder("lead", "supervisor", "manager", "lead");
        answer = acknowledge(
                as("manager"),
                "{\"decision\": \"NEW_TIME\", \"newTime\": \"2026-11-25T10:00:00+08:00\", \"remark\": \"人手不足\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(subjects("zhang@residents.example", number, 2))
                .last()
                .asString()
                .contains("时间有变");

        // A new time, a ladder of its own
        at("2026-11-25T10:00");
        assertThat(events("warned", "escalated", "supervision-passed", "acknowledged", "promised"))
                .containsExactlyInAnyOrder(
                        // to take it: warned, the lead, the supervisor in his place, the supervisor himself, a new time
                        "warned",
                        "escalated",
                        "supervision-passed",
                        "acknowledged",
                        "escalated",
                        "promised",
                        "acknowledged",
                        // to take it by the new time
                        "warned",
                        "escalated",
                        // to be done
                        "warned",
                        "escalated");
        assertThat(told("limit-warning.to-responsible")).hasSize(9);
    }

    @Test
    void theLeadGivesAnUntakenTicketToSomebody() {
        open("NONE");
        at("2026-11-23T09:30");
        Api.Answer answer =
                acknowledge(lead, "{\"decision\": \"REASSIGN\", \"staff\": \"plumber2\", \"remark\": \"由钱勇去\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Api.Answer ticket = desk.get("/api/tickets/" + number);
        assertThat(ticket.text("handler")).isEqualTo("plumber2");
        assertThat(ticket.text("status")).isEqualTo("ACCEPTED");
        assertThat(events("reassigned", "acknowledged")).containsExactly("reassigned", "acknowledged");
        // Taken now: nothing more about taking it
        at("2026-11-23T12:00");
        assertThat(events("escalated")).hasSize(1);
    }

    /** Tasklist's calls run with the engine's permissions of the person, ours do not. */
    @Test
    void theLeadGivesANewTimeInTasklist() {
        open("NONE");
        at("2026-11-23T09:30");
        TasklistSession tasklist = TasklistSession.signedIn(port, "lead", "shouwen-demo");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_acknowledge")
                .singleResult()
                .getId();
        Api.Answer answer = tasklist.engine("POST", "/task/" + task + "/submit-form", """
                        {"variables": {"input_decision": {"value": "NEW_TIME"},
                                       "input_newTime": {"value": "2026-11-23T11:00+08:00"},
                                       "input_remark": {"value": "人手不足"}}}
                        """);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        runJobs();
        assertThat(events("promised", "acknowledged")).containsExactly("promised", "acknowledged");
        at("2026-11-23T11:00");
        assertThat(events("warned")).hasSize(2);
    }

    @Test
    void anEmergencyIsNotQuietAtNight() {
        time.travelTo("2026-11-21T03:00");
        open("PERSON");
        // 5 minutes to take it; the lead has 15 minutes by the clock, then whoever is above him, never whoever is on
        // call
        at("2026-11-21T03:05");
        assertThat(events("escalated")).hasSize(1);
        at("2026-11-21T03:15");
        assertThat(events("escalated")).hasSize(2);
        at("2026-11-21T03:20");
        assertThat(events("supervision-passed")).hasSize(1);
        at("2026-11-21T03:35");
        assertThat(told("supervision.to-person"))
                .startsWith("lead", "supervisor", "manager")
                .doesNotContain("plumber1");
        assertThat(events("escalated")).hasSize(3);
    }

    @Test
    void aTicketThatIsTakenInTimeTellsNobody() {
        open("NONE");
        desk.post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
        runJobs();
        as("plumber1").post("/api/tickets/" + number + "/steps/accept", "{\"decision\": \"ACCEPT\"}");
        at("2026-11-23T11:00");
        assertThat(told("limit-warning.to-responsible")).isEmpty();
        assertThat(told("supervision.to-person")).isEmpty();
    }

    @Test
    void anEditedHolidayMovesWhatWasPromised() {
        open("NONE");
        LocalDate tuesday = LocalDate.parse("2026-11-24");
        assertThat(finishBy()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        try {
            calendars.put(new CalendarDay("", tuesday, CalendarDay.Kind.OFF, "停工", false, true, ""));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> finishBy()
                    .equals(Instant.parse("2026-11-25T10:00:00Z")));
            assertThat(events("recomputed")).hasSize(1);
        } finally {
            calendars.remove("", tuesday);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> finishBy()
                .equals(Instant.parse("2026-11-24T10:00:00Z")));
    }

    private Instant finishBy() {
        for (JsonNode deadline : desk.get("/api/tickets/" + number).body().path("limits")) {
            if (deadline.path("clock").asText().equals("FINISH")) {
                return java.time.OffsetDateTime.parse(deadline.path("due").asText())
                        .toInstant();
            }
        }
        throw new AssertionError("no promise to finish");
    }

    @Test
    void onlyWhoSupervisesSees() {
        assertThat(desk.get("/api/supervision").status()).isEqualTo(403);
        assertThat(lead.get("/api/supervision").status()).isEqualTo(200);
        assertThat(lead.post("/api/supervision/failed-steps/1/retry", "").status())
                .isEqualTo(403);
        assertThat(supervisor.post("/api/supervision/failed-steps/1/retry", "").status())
                .isEqualTo(404);
    }
}
