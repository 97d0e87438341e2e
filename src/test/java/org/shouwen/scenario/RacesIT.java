package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What belongs to no ticket, asked for several times at the same moment. */
@Tag("scenario")
class RacesIT extends RunningDesk {

    private static final OffsetDateTime FIRST_SHIFT = OffsetDateTime.parse("2026-11-01T20:00:01+08:00");

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    /** Pressed twice, or sent again by a proxy. */
    @Test
    void theSameLeaveIsRecordedOnce() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String from = "2026-12-%02dT09:00:00+08:00".formatted(1 + round % 28);
            String leave = "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"看病\"}"
                    .formatted(from, from.replace("T09", "T17"));
            List<Api.Answer> answers = sent("/api/absences", leave, "plumber2", "plumber2", "plumber2");
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .as("%s", answers)
                    .hasSize(1);
            assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
            String id = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .findFirst()
                    .orElseThrow()
                    .text("id");
            assertThat(as("plumber2")
                            .post("/api/absences/" + id + "/cancellation", "{}")
                            .status())
                    .isLessThan(300);
        }
    }

    /** While the clock goes on, so that whoever pressed first need not be the first at the lock. */
    @Test
    void anAbsenceIsReportedOnceAndEndedOnce() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String who = "{\"staff\": \"electrician1\", \"reason\": \"急病\"}";
            assertOneWon(
                    ticking(() -> sent("/api/absences/sudden", who, "lead", "supervisor", "manager", "lead")), "登记");
            assertOneWon(
                    ticking(() -> sent(
                            "/api/absences/return",
                            "{\"staff\": \"electrician1\"}",
                            "lead",
                            "supervisor",
                            "electrician1")),
                    "没有登记不在岗");
        }
    }

    @Test
    void aLeaveIsDecidedOnce() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String leave = leaveOf("desk2", round);
            assertOneWon(
                    ticking(() -> race(
                            post("lead", leave + "/approval", "{}"),
                            post("supervisor", leave + "/refusal", "{\"remark\": \"人手不够\"}"),
                            post("manager", leave + "/approval", "{}"))),
                    "不能再审批");
            as("desk2").post(leave + "/cancellation", "{}");
        }
    }

    /** What is approved may still be taken back, what was taken back is not approved. */
    @Test
    void aLeaveTakenBackStaysTakenBack() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String leave = leaveOf("desk2", round);
            List<Api.Answer> answers = ticking(
                    () -> race(post("lead", leave + "/approval", "{}"), post("desk2", leave + "/cancellation", "{}")));
            assertThat(answers.get(1).status()).as("%s", answers).isEqualTo(200);
            assertThat(jdbc.sql("SELECT status FROM absence WHERE id = ?")
                            .param(Long.valueOf(leave.replaceAll(".*/", "")))
                            .query(String.class)
                            .single())
                    .isEqualTo("CANCELLED");
        }
    }

    @Test
    void whoeverSignsTwiceIsToldWhenHeSigned() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String record = """
                    {"post": "plumbing-east", "incoming": "plumber2", "shiftEnd": "%s",
                     "keys": "", "cash": "", "cautions": ""}
                    """.formatted(FIRST_SHIFT.plusHours(round));
            List<Api.Answer> made = ticking(() -> sent("/api/handovers", record, "plumber1", "plumber1", "plumber1"));
            assertOneWon(made, "已有");
            String id =
                    made.stream().filter(Race::won).findFirst().orElseThrow().text("id");
            assertOneWon(
                    ticking(() ->
                            sent("/api/handovers/" + id + "/signature", "{}", "plumber1", "plumber1", "plumber1")),
                    "签过字");
        }
    }

    /** Whoever is taken back goes on nowhere, and whoever is left goes on, whatever happens at once. */
    @Test
    void nobodyIsLostWhereAnIncidentEndsWhileItsEldestFollowerDoes() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String incident = burst("1-1-201", "");
            List<String> followers = new ArrayList<>();
            for (String home : List.of("1-1-202", "1-1-203", "1-1-204")) {
                followers.add(burst(home, ", \"incident\": \"" + incident + "\""));
            }
            String eldest = "/api/tickets/" + followers.get(0);
            String reason = "{\"reason\": \"弄错了\"}";
            race(
                    post("desk1", eldest + "/incident/departure", reason),
                    post("desk2", eldest + "/withdrawal", reason),
                    post("lead", "/api/tickets/" + incident + "/withdrawal", reason));
            runJobs();
            for (String number : followers) {
                String status = api().get("/api/tickets/" + number).text("status");
                int steps = api().get("/api/tickets/" + number + "/steps")
                        .body()
                        .path("items")
                        .size();
                if (status.equals("WITHDRAWN")) {
                    assertThat(steps).as(number).isZero();
                } else if (status.equals("FOLLOWING")) {
                    String leading = jdbc.sql(
                                    "SELECT t.status FROM incident_follower f JOIN ticket t ON t.number = f.incident WHERE f.ticket = ?")
                            .param(number)
                            .query(String.class)
                            .single();
                    assertThat(leading).as("whom " + number + " follows").isNotEqualTo("WITHDRAWN");
                } else {
                    assertThat(steps).as(number + " " + status).isPositive();
                }
            }
            for (String number : followers) {
                as("manager").post("/api/tickets/" + number + "/withdrawal", reason);
                runJobs();
            }
        }
    }

    private String burst(String home, String extra) {
        Api.Answer answer =
                api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "BURST_PIPE", "home": "%s", "description": "楼道水管爆裂",
                         "reporter": {"name": "住户", "phone": "139001%05d"}%s}
                        """.formatted(home, Math.floorMod(home.hashCode(), 100_000), extra));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private String leaveOf(String staff, int round) {
        String from = "2026-12-%02dT09:00:00+08:00".formatted(1 + round % 28);
        return "/api/absences/"
                + as(staff)
                        .post(
                                "/api/absences",
                                "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"探亲\"}"
                                        .formatted(from, from.replace("T09", "T17")))
                        .text("id");
    }

    private static void assertOneWon(List<Api.Answer> answers, String told) {
        assertThat(answers.stream().filter(Race::won)).as("%s", answers).hasSize(1);
        assertThat(answers).filteredOn(answer -> !Race.won(answer)).allSatisfy(answer -> assertThat(
                        answer.status() + answer.text("detail"))
                .startsWith("409")
                .contains(told));
    }

    private List<Api.Answer> ticking(Supplier<List<Api.Answer>> race) {
        AtomicBoolean over = new AtomicBoolean();
        Thread clock = new Thread(() -> {
            while (!over.get()) {
                time.pass(Duration.ofMillis(1));
                LockSupport.parkNanos(500_000);
            }
        });
        clock.start();
        try {
            return race.get();
        } finally {
            over.set(true);
            try {
                clock.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Supplier<Api.Answer> post(String person, String address, String inputs) {
        Api door = as(person);
        return () -> door.post(address, inputs);
    }

    @SafeVarargs
    private static List<Api.Answer> race(Supplier<Api.Answer>... people) {
        return new Race().run("leave", List.of(people));
    }

    private List<Api.Answer> sent(String address, String inputs, String... people) {
        return new Race()
                .run(
                        address,
                        Arrays.stream(people)
                                .map(this::as)
                                .map(person -> (Supplier<Api.Answer>) () -> person.post(address, inputs))
                                .toList());
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }
}
