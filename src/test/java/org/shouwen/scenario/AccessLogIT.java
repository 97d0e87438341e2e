package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.accesslog.AccessLog;
import org.shouwen.testing.Api;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reads a ticket's people masked is shown them for half an hour when he says why; the supervisor reads that he was. */
@Tag("scenario")
class AccessLogIT extends GuardedDesk {

    private static final String NAME = "欧阳探微";
    private static final String PHONE = "13987654321";

    @Autowired
    private AccessLog log;

    private String number;

    @BeforeEach
    void aClosedTicket() {
        Api.Answer opened = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-103",
                 "reporter": {"name": "%s", "phone": "%s"}, "description": "打%s找%s"}
                """.formatted(NAME, PHONE, PHONE, NAME));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        number = opened.text("number");
        api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"修好了\"}");
        runJobs();
    }

    @AfterEach
    void forgetIt() {
        jdbc.update("DELETE FROM access_log");
    }

    private Api.Answer asked(String person, String inputs) {
        return token(person).post("/api/tickets/" + number + "/disclosure", inputs);
    }

    private String ticket(String person) {
        return token(person).get("/api/tickets/" + number).text();
    }

    @Test
    void whoSaysWhyIsShownItForAWhileOnThatTicketAndForHimself() {
        assertThat(ticket("desk2")).contains("欧**", "139****4321").doesNotContain(NAME, PHONE);
        assertThat(asked("desk2", "{\"purpose\": \"CONTACT\"}").status()).isEqualTo(422);
        assertThat(asked("desk2", "{\"reason\": \"来电\"}").status()).isEqualTo(422);
        assertThat(asked("admin", "{\"purpose\": \"OTHER\", \"reason\": \"看看\"}")
                        .status())
                .isEqualTo(403);
        assertThat(asked("supervisor", "{\"purpose\": \"OTHER\", \"reason\": \"看看\"}")
                        .text("type"))
                .endsWith("disclosure-not-needed");
        assertThat(ticket("desk2")).doesNotContain(NAME, PHONE);

        Api.Answer shown = asked("desk2", "{\"purpose\": \"CONTACT\", \"reason\": \"业主来电\"}");
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text()).contains(NAME, PHONE);
        assertThat(as("desk2").get("/desk/tickets/" + number).text()).contains(NAME, PHONE, "您能看到完整信息到");
        assertThat(token("desk2").get("/api/tickets?size=100").text()).doesNotContain(NAME, PHONE);
        assertThat(ticket("plumber2")).doesNotContain(NAME, PHONE);
        assertThat(asked("desk2", "{\"purpose\": \"CONTACT\", \"reason\": \"再看\"}")
                        .status())
                .isEqualTo(409);
        time.pass(Duration.ofMinutes(31));
        assertThat(ticket("desk2")).doesNotContain(NAME, PHONE);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM access_log", Integer.class))
                .isEqualTo(1);
    }

    /** Without script, too: a form of the page sends it, and what is missing leads back. */
    @Test
    void thePageAsksTheSame() {
        String address = "/desk/tickets/" + number + "/disclosure";
        String page = "/desk/tickets/" + number;
        as("desk2")
                .form(
                        address,
                        Map.of("form", "disclosure", "purpose", "CONTACT"),
                        "Referer",
                        "http://127.0.0.1" + page);
        assertThat(as("desk2").get(page).text()).doesNotContain(NAME, PHONE);
        as("desk2").form(address, Map.of("form", "disclosure", "purpose", "IDENTITY", "reason", "核对"));
        assertThat(as("desk2").get(page).text()).contains(NAME, PHONE);
    }

    @Test
    void theLogIsForSuperiorsOfTheSiteByPersonAndPeriodAndPage() {
        assertThat(asked("desk2", "{\"purpose\": \"CONTACT\", \"reason\": \"<b>业主</b>来电\"}")
                        .status())
                .isEqualTo(200);
        String path = "/access-log";
        assertThat(as("supervisor").get("/desk" + path).text())
                .contains(number, "李静（desk2）", "姓名、电话", "需要联系业主：&lt;b&gt;业主&lt;/b&gt;来电")
                .doesNotContain(NAME, PHONE);
        Api manager = token("manager");
        for (String found :
                List.of("", "?staff=desk2", "?staff=%E6%9D%8E%E9%9D%99", "?from=2026-11-23&until=2026-11-23")) {
            assertThat(manager.get("/api" + path + found).text()).as(found).contains(number, "CONTACT");
        }
        for (String none : List.of("?staff=plumber2", "?from=2026-11-24", "?until=2026-11-22", "?after=1")) {
            assertThat(manager.get("/api" + path + none).text()).as(none).doesNotContain(number);
        }
        for (String wrong : List.of("?from=2026-11-24&until=2026-11-23", "?from=morgen", "?after=x")) {
            assertThat(manager.get("/api" + path + wrong).status()).as(wrong).isEqualTo(422);
        }
        for (String other : List.of("desk2", "plumber1", "lead", "admin")) {
            assertThat(token(other).get("/api" + path).status()).as(other).isEqualTo(403);
        }
        IntStream.range(0, 60)
                .forEach(
                        i -> jdbc.update(
                                "INSERT INTO access_log (ticket, site, staff, at, fields, purpose, reason)"
                                        + " SELECT ticket, site, staff, at, fields, purpose, 'alt' FROM access_log WHERE reason <> 'alt'"));
        Api.Answer first = manager.get("/api" + path);
        assertThat(first.body().path("items")).hasSize(50);
        assertThat(manager.get("/api" + path + "?after=" + first.text("next"))
                        .body()
                        .path("items"))
                .hasSize(11);
    }

    @Test
    void linesAreForgottenWhenTheirTimeIsOver() {
        asked("desk2", "{\"purpose\": \"CONTACT\", \"reason\": \"来电\"}");
        assertThat(log.forget(now().minus(Duration.ofDays(1096)))).isZero();
        assertThat(log.forget(now().plusSeconds(1))).isEqualTo(1);
    }

    private java.time.Instant now() {
        return time.instant();
    }
}
