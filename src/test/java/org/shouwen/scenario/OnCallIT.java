package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** An emergency at night: one person after the other, until somebody answers. */
@Tag("scenario")
class OnCallIT extends RunningDesk {

    private static final String BURST = """
            {"kind": "REPAIR", "category": "BURST_PIPE", "place": "LIFT-%s-1", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "13812345678"},
             "description": "管道爆裂，水往下灌", "danger": "PERSON", "scope": "UNIT", "utilityOut": false}
            """;
    private static final Instant NIGHT = Instant.parse("2026-12-31T19:00:00Z");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private String open(String building) {
        Api.Answer answer = api().post("/api/tickets", BURST.formatted(building));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text("priority")).isEqualTo("P0");
        runJobs();
        return answer.text("number");
    }

    private void pass(int minutes) {
        time.pass(Duration.ofMinutes(minutes));
        runJobs();
    }

    private List<Notice> told(String number, String template) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.template().equals(template))
                .toList();
    }

    @Test
    void atThreeOnNewYearsMorningTheThirdPersonIsReachedWithinTenMinutes() {
        time.travelTo("2027-01-01T03:00");
        String number = open("1");
        pass(5);
        pass(5);
        assertThat(told(number, "urgent.to-person"))
                .extracting(Notice::addressee)
                .containsExactly("plumber1", "electrician1", "lead");
        assertThat(told(number, "urgent.to-person"))
                .extracting(Notice::createdAt)
                .containsExactly(NIGHT, NIGHT.plusSeconds(300), NIGHT.plusSeconds(600));
        assertThat(told(number, "urgent.to-person").get(2).body()).contains("您是第 3 位值班人");

        Api.Answer taken = as("lead").post("/api/tickets/" + number + "/steps/answerCall", "{\"answer\": \"TAKE\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        runJobs();
        assertThat(api().get("/api/tickets/" + number).text("handler")).isEqualTo("lead");
        assertThat(api().get("/api/tickets/" + number).text("firstResponder")).isEqualTo("desk1");
    }

    @Test
    void whereNobodyAnswersLeadAndManagerAreCalledAtOnceAndTheCallGoesRoundAgain() {
        time.travelTo("2027-01-01T03:00");
        String number = open("1");
        pass(5);
        pass(5);
        pass(5);
        assertThat(told(number, "unanswered.to-person"))
                .extracting(Notice::addressee)
                .containsExactly("lead", "manager");
        assertThat(told(number, "unanswered.to-person"))
                .extracting(Notice::createdAt)
                .containsOnly(NIGHT.plusSeconds(900));
        assertThat(api().get("/api/tickets/" + number + "/steps").text()).contains("answerAsSuperior");
        pass(5);
        assertThat(told(number, "urgent.to-person"))
                .extracting(Notice::addressee)
                .containsExactly("plumber1", "electrician1", "lead", "plumber1");
    }

    @Test
    void whoseAccountIsShutIsSkippedWithoutWaiting() {
        time.travelTo("2027-01-01T03:00");
        accounts.disable("plumber1");
        String number = open("1");
        assertThat(told(number, "urgent.to-person"))
                .extracting(Notice::addressee, Notice::createdAt)
                .containsExactly(tuple("electrician1", NIGHT));
        accounts.enable("plumber1");
    }

    @Test
    void aTechnicianOnCallAtBothSitesTakesOneAndPassesTheOtherOn() {
        time.travelTo("2027-01-01T03:00");
        String east = open("1");
        String west = open("4");
        Api plumber = as("plumber1");
        plumber.post("/api/tickets/" + east + "/steps/answerCall", "{\"answer\": \"TAKE\"}");
        plumber.post("/api/tickets/" + west + "/steps/answerCall", "{\"answer\": \"CANNOT\", \"reason\": \"在东苑抢修\"}");
        runJobs();
        assertThat(api().get("/api/tickets/" + east).text("handler")).isEqualTo("plumber1");
        assertThat(told(west, "urgent.to-person")).extracting(Notice::addressee).containsExactly("plumber1", "lead");
    }
}
