package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.Api;

/** Nobody below a person reports him absent or back, or decides about his leave: over the API and on the page. */
@Tag("scenario")
class RankIT extends GuardedDesk {

    private static final String LEAVE =
            "{\"from\": \"2026-12-01T08:30\", \"until\": \"2026-12-02T18:00\", \"reason\": \"家里有事\"}";

    @AfterEach
    void everybodyIsThereAgain() {
        jdbc.update("DELETE FROM absence");
    }

    private int absences() {
        return jdbc.queryForObject("SELECT count(*) FROM absence", Integer.class);
    }

    private static void refused(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.text()).contains("须由上一级办理");
    }

    @ParameterizedTest
    @CsvSource({
        "lead, supervisor, manager",
        "lead, manager, director",
        "supervisor, manager, director",
        "manager, director, director"
    })
    void whoeverIsBelowDecidesNothingAboutHisSuperior(String below, String superior, String above) {
        int before = absences();
        String sudden = "{\"staff\": \"%s\", \"reason\": \"发烧\"}".formatted(superior);
        Map<String, String> form = Map.of("staff", superior, "until", "", "reason", "发烧");
        refused(token(below).post("/api/absences/sudden", sudden));
        refused(as(below).form("/desk/roster/absences", form));
        assertThat(absences()).isEqualTo(before);

        boolean highest = superior.equals("director");
        Api.Answer asked = token(superior).post("/api/absences", LEAVE);
        assertThat(asked.text("status")).as(asked.text()).isEqualTo(highest ? "APPROVED" : "ASKED");
        String leave = asked.body().path("id").asText();
        refused(token(below).post("/api/absences/" + leave + "/approval", "{}"));
        refused(token(below).post("/api/absences/" + leave + "/refusal", "{\"remark\": \"人手不够\"}"));
        refused(as(below).form("/desk/roster/leave/" + leave + "/approval", Map.of()));
        refused(as(below).form("/desk/roster/leave/" + leave + "/refusal", Map.of("remark", "人手不够")));
        if (!highest) {
            assertThat(token(above)
                            .post("/api/absences/" + leave + "/approval", "{}")
                            .text("status"))
                    .isEqualTo("APPROVED");
        }

        assertThat(token(superior).post("/api/absences/sudden", sudden).status())
                .isEqualTo(201);
        refused(token(below).post("/api/absences/return", "{\"staff\": \"" + superior + "\"}"));
        refused(as(below).form("/desk/roster/returns", Map.of("staff", superior)));
    }
}
