package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Several people do the same thing at the same moment: one of them did it, all others are told so with who and when, and nobody
 * meets an error or is told that he may not. {@code -Draces=1000} is the whole; the gate takes a share.
 */
@Tag("scenario")
class RacesIT extends RunningDesk {

    private static final int ROUNDS = Integer.getInteger("races", 20);
    private static final ExecutorService PEOPLE = Executors.newFixedThreadPool(3);

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-103",
             "reporter": {"name": "张三", "phone": "13812345678"}, "description": "同时办理"}
            """;

    @Autowired
    private Accounts accounts;

    private String number;

    @AfterAll
    static void goHome() {
        PEOPLE.shutdownNow();
    }

    /** A step that two may do, and the same step sent twice by one. */
    @Test
    void oneOfThoseWhoDoTheSameStepWins() throws Exception {
        for (int races = 0; races < ROUNDS; ) {
            open();
            races += step("dispatch", "{\"handler\": \"plumber1\"}", "desk1", "desk2", "desk1");
            races += step("accept", "{\"decision\": \"ACCEPT\"}", "plumber1", "plumber1");
            races += step("inspectOnSite", "{\"findings\": \"阀芯磨损\", \"result\": \"REPAIR\"}", "plumber1", "plumber1");
            races += step(
                    "reportWork",
                    "{\"cause\": \"阀芯磨损\", \"work\": \"更换阀芯\", \"materialSource\": \"NONE\"}",
                    "plumber1",
                    "plumber1");
            races += step("acceptWork", "{\"result\": \"ACCEPTED\"}", "desk1", "desk1", "desk1");
            races += step(
                    "visit",
                    "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}",
                    "desk1",
                    "desk2");
        }
    }

    private int step(String step, String inputs, String... people) throws Exception {
        List<Api.Answer> answers = atOnce("/steps/" + step, inputs, people);
        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .as("%s of %s: %s", step, number, answers)
                .hasSize(1);
        assertLosersKnow(step, answers);
        runJobs();
        return 1;
    }

    /** A deed after which the same one is not possible any more. */
    @ParameterizedTest
    @ValueSource(strings = {"withdrawal", "conversion"})
    void oneOfThoseWhoDoTheSameDeedWins(String deed) throws Exception {
        String inputs = deed.equals("withdrawal")
                ? "{\"reason\": \"不修了\"}"
                : "{\"kind\": \"CONSULTATION\", \"category\": \"CONSULT_FEES\", \"reason\": \"问收费\"}";
        for (int round = 0; round < ROUNDS / 4; round++) {
            open();
            List<Api.Answer> answers = atOnce("/" + deed, inputs, "desk1", "desk2", "lead");
            assertThat(answers.stream().filter(answer -> answer.status() < 300))
                    .as("%s of %s: %s", deed, number, answers)
                    .hasSize(1);
            assertThat(answers)
                    .as("%s of %s", deed, number)
                    .allMatch(answer -> answer.status() < 300 || answer.status() == 409);
            runJobs();
        }
    }

    /** What can be done by one after the other. */
    @Test
    void nobodyMeetsAnErrorWhereBothMay() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            open();
            List<Api.Answer> answers = atOnce("/urge", "{\"reason\": \"急\"}", "desk1", "desk2", "lead");
            assertThat(answers).as(number).allMatch(answer -> answer.status() < 500 && answer.status() != 403);
            runJobs();
        }
    }

    /** Pressed twice, or sent again by a proxy. */
    @Test
    void theSameLeaveIsRecordedOnce() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
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

    private void assertLosersKnow(String what, List<Api.Answer> answers) {
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .as("%s of %s", what, number)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                    // Who and when
                    assertThat(answer.text("detail")).containsPattern("\\p{IsHan}{2,3}在 .*\\d\\d:\\d\\d 办理过");
                });
    }

    private List<Api.Answer> atOnce(String path, String inputs, String... people) throws Exception {
        return sent("/api/tickets/" + number + path, inputs, people);
    }

    private List<Api.Answer> sent(String address, String inputs, String... people) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people.length);
        List<Future<Api.Answer>> answers = Arrays.stream(people)
                .map(this::as)
                .map(person -> PEOPLE.submit((Callable<Api.Answer>) () -> {
                    start.await();
                    return person.post(address, inputs);
                }))
                .toList();
        List<Api.Answer> told = new ArrayList<>();
        for (Future<Api.Answer> answer : answers) {
            told.add(answer.get());
        }
        return told;
    }

    private void open() {
        Api.Answer answer = api().post("/api/tickets", LEAK);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        number = answer.text("number");
        runJobs();
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }
}
