package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.roster.Roster;
import org.shouwen.testing.Api;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes of staff are unique without regard to case (F7): whoever is named in any case and width is found, at every door. */
@Tag("scenario")
class StaffCodesIT extends GuardedDesk {

    @Autowired
    private Roster roster;

    @AfterEach
    void everybodyIsThere() {
        jdbc.update("DELETE FROM absence");
        jdbc.update("DELETE FROM handover WHERE post = 'front-desk-east'");
        jdbc.update("DELETE FROM post_change WHERE post = 'plumbing-east' AND witness_signed_at IS NULL");
    }

    @Test
    void aCodeIsSpelledAsItIsRegistered() {
        assertThat(roster.spelled("PLUMBER1")).isEqualTo("plumber1");
        assertThat(roster.spelled(" ｐｌＵＭＢＥＲ１ ")).isEqualTo("plumber1");
        assertThat(roster.spelled("plumber1")).isEqualTo("plumber1");
        assertThat(roster.spelled("Nobody")).isEqualTo("Nobody");
        assertThat(roster.spelled("")).isEmpty();
        assertThat(roster.spelled(null)).isNull();
    }

    @Test
    void absences() {
        assertThat(post("lead", "/api/absences/sudden", "{\"staff\": \"Plumber1\", \"reason\": \"急病\"}")
                        .text("staff"))
                .isEqualTo("plumber1");
        post("lead", "/api/absences/return", "{\"staff\": \"ＰＬＵＭＢＥＲ１\"}");
    }

    @Test
    void stepsAndDeeds() {
        String number = open("大写的工号");
        step("desk1", number, "dispatch", "{\"handler\": \"PLUMBER1\"}");
        assertThat(handler(number)).isEqualTo("plumber1");
        post("lead", "/api/tickets/" + number + "/reassignment", "{\"handler\": \"Plumber2\", \"reason\": \"轮到他\"}");
        assertThat(handler(number)).isEqualTo("plumber2");
        assertThat(token("desk1").get("/api/tickets?handler=PLUMBER2&size=100").text())
                .contains(number);
    }

    @Test
    void handoversAndChangesOfPosts() {
        assertThat(post("desk1", "/api/handovers", """
                                {"post": "front-desk-east", "incoming": "DESK2", "shiftEnd": "2026-11-23T18:00"}
                                """).text("incoming")).isEqualTo("desk2");
        assertThat(post("supervisor", "/api/post-changes", """
                                {"post": "plumbing-east", "predecessor": "PLUMBER1", "successor": "Electrician1", "witness": "LEAD"}
                                """).text("successor"))
                .isEqualTo("electrician1");
    }

    @Test
    void praise() {
        String number = post("desk1", "/api/tickets", """
                {"kind": "PRAISE", "category": "PRAISE_REPAIR", "home": "1-1-101", "description": "热心",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "details": {"praised": "PLUMBER1"}}
                """).text("number");
        runJobs();
        assertThat(token("desk1").get("/api/tickets/" + number).text()).doesNotContain("PLUMBER1 ");
    }

    private String handler(String number) {
        return jdbc.queryForObject("SELECT handler FROM ticket WHERE number = ?", String.class, number);
    }

    private Api.Answer post(String person, String address, String body) {
        Api.Answer answer = token(person).post(address, body);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return answer;
    }
}
