package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.testing.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every list of the pages and of the API, found among the addresses: people of another site read nothing of this one there,
 * whatever site they ask for; its own superiors and administrators do.
 */
@Tag("scenario")
class SiteListsIT extends EveryKindDesk {

    private static final String ASKED = "?site=east&month=2026-11&tab=all&mine=false&size=100";

    /** What nobody but people of the site east writes or is. */
    private static final List<String> OF_THE_SITE = List.of("\"east\"", "plumbing-east", "东苑水工", "巡查东苑", "钥匙东苑");

    @Autowired
    private Absences absences;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    @AfterEach
    void leaveNoBooks() {
        jdbc.update("DELETE FROM absence WHERE reason = '巡查东苑'");
        jdbc.update("DELETE FROM handover WHERE key_ring = '钥匙东苑'");
        jdbc.update("DELETE FROM post_change WHERE key_ring = '钥匙东苑'");
    }

    /** Something of the site in every list. */
    @BeforeEach
    void somethingInEveryList() {
        Timestamp now = Timestamp.from(time.instant());
        String number = numbers.get("REPAIR");
        Api.Answer joined = token("desk1")
                .post("/api/tickets", leak("也漏水").replace("\"kind\"", "\"incident\": \"" + number + "\", \"kind\""));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        numbers.put("FOLLOWER", joined.text("number"));
        absences.add(
                "electrician1",
                Absence.Kind.LEAVE,
                time.instant().plus(Duration.ofDays(300)),
                time.instant().plus(Duration.ofDays(301)),
                "巡查东苑",
                Absence.Status.ASKED,
                "electrician1",
                time.instant());
        jdbc.update(
                "INSERT INTO handover (post, outgoing, incoming, shift_end, matters, key_ring, cash, cautions, created_at)"
                        + " VALUES ('plumbing-east', 'plumber1', 'plumber2', ?, '', '钥匙东苑', '', '', ?)",
                now,
                now);
        jdbc.update(
                "INSERT INTO post_change (post, predecessor, successor, witness, matters, items, key_ring, files,"
                        + " created_by, created_at) VALUES ('plumbing-east', 'plumber1', 'plumber2', 'lead', '', '',"
                        + " '钥匙东苑', '', 'lead', ?)",
                now);
        jdbc.update(
                "INSERT INTO ticket_timeline (ticket_id, at, actor, event, text)"
                        + " SELECT id, ?, 'desk1', 'transferred', '转派' FROM ticket WHERE number = ?",
                now,
                number);
        jdbc.update(
                "UPDATE goods_release SET issued_at = ?, issued_by = 'desk1', valid_until = ? WHERE number = ?",
                now,
                now,
                numbers.get("GOODS"));
        time.travelTo("2026-11-23T09:30");
    }

    @Test
    void noListShowsPeopleOfAnotherSiteAnythingOfThisOne() {
        List<String> lists = lists();
        assertThat(lists)
                .contains("/api/tickets", "/api/visits/figures", "/desk/roster/handovers", "/desk/supervision");
        List<String> seen = new ArrayList<>();
        for (Asker asker : Asker.values()) {
            if (asker.name().startsWith("OTHER")) {
                lists.forEach(list -> {
                    String text = read(asker, list).text();
                    Stream.concat(numbers.values().stream(), OF_THE_SITE.stream())
                            .filter(text::contains)
                            .forEach(word -> seen.add(asker.label + " reads " + word + " at " + list));
                });
            }
        }
        assertThat(seen).isEmpty();
    }

    /** Else the test above would be satisfied with lists in which nothing stands. */
    @Test
    void superiorsOfTheSiteAndAdministratorsReadThem() {
        Map<String, String> words = Map.ofEntries(
                Map.entry("/api/tickets", "REPAIR"),
                Map.entry("/api/incidents", "REPAIR"),
                Map.entry("/api/incidents/figures", "east"),
                Map.entry("/api/visits", "REPAIR"),
                Map.entry("/api/visits/figures", "east"),
                Map.entry("/api/goods-releases", "GOODS"),
                Map.entry("/api/complaints/measures", "COMPLAINT"),
                Map.entry("/api/supervision", "REPAIR"),
                Map.entry("/api/responsibility/transfers", "REPAIR"),
                Map.entry("/api/one-time-notices/figures", "east"),
                Map.entry("/api/absences", "巡查东苑"),
                Map.entry("/api/handovers", "钥匙东苑"),
                Map.entry("/api/post-changes", "钥匙东苑"),
                Map.entry("/desk", "REPAIR"),
                Map.entry("/desk/incidents", "REPAIR"),
                Map.entry("/desk/visits", "REPAIR"),
                Map.entry("/desk/goods", "GOODS"),
                Map.entry("/desk/supervision", "REPAIR"),
                Map.entry("/desk/roster", "东苑"),
                Map.entry("/desk/roster/transfers", "REPAIR"),
                Map.entry("/desk/roster/handovers", "钥匙东苑"),
                Map.entry("/desk/roster/post-changes", "钥匙东苑"));
        List<String> missed = new ArrayList<>();
        for (Asker asker : List.of(Asker.LEAD, Asker.MANAGER, Asker.ADMINISTRATOR)) {
            words.forEach((list, word) -> {
                Api.Answer answer = read(asker, list);
                if (answer.status() != 200 || !answer.text().contains(numbers.getOrDefault(word, word))) {
                    missed.add(asker.label + " at " + list + ": " + answer.status() + " without " + word);
                }
            });
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void whatLeadsToATicketSaysNoMoreThanThatThereIsNone() {
        String number = numbers.get("REPAIR");
        Api.Answer theirs = as(Asker.OTHER_FRONT_DESK.account).call("GET", "/desk?q=" + number, null);
        Api.Answer none = as(Asker.OTHER_FRONT_DESK.account).call("GET", "/desk?q=BX-26-999999", null);
        assertThat(theirs.status()).isEqualTo(none.status()).isEqualTo(200);
        assertThat(read(Asker.FRONT_DESK, "/api/tickets/similar?home=1-1-101").text())
                .contains(number);
        assertThat(read(Asker.OTHER_FRONT_DESK, "/api/tickets/similar?home=1-1-101")
                        .text())
                .doesNotContain(number);
    }

    /** Managers keep the rules of their own sites; the others are not there for them. */
    @Test
    void theRulesOfAnotherSiteAreNotThere() {
        assertThat(read(Asker.OTHER_MANAGER, "/desk/admin/sites/east").status()).isEqualTo(404);
        assertThat(read(Asker.OTHER_MANAGER, "/desk/admin/sites/hill").status()).isEqualTo(200);
        assertThat(read(Asker.MANAGER, "/desk/admin/sites/east").status()).isEqualTo(200);
        assertThat(read(Asker.ADMINISTRATOR, "/desk/admin/sites/east").status()).isEqualTo(200);
    }

    /** Whoever is asked first takes it in, so every home is found; whom to call there only its own desk reads in full. */
    @Test
    void phonesOfAHomeAreInFullForItsOwnDesk() {
        assertThat(read(Asker.FRONT_DESK, "/desk/register?location=1-1-101").text())
                .contains("13800000001");
        assertThat(read(Asker.OTHER_FRONT_DESK, "/desk/register?location=1-1-101")
                        .text())
                .contains("1-1-101")
                .doesNotContain("13800000001");
    }

    private List<String> lists() {
        return addresses.getHandlerMethods().keySet().stream()
                .filter(address -> address.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(address -> address.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") || path.startsWith("/desk"))
                .filter(path -> !path.contains("{"))
                // The examples of tables that are imported name the demo's posts; whoever is asked first finds any home
                .filter(path -> !path.equals("/desk/admin/imports") && !path.equals("/api/homes"))
                .sorted()
                .toList();
    }

    private Api.Answer read(Asker asker, String path) {
        String asked = path.contains("?") ? path : path + ASKED;
        return path.startsWith("/api/")
                ? token(asker.account).get(asked)
                : as(asker.account).call("GET", asked, null);
    }
}
