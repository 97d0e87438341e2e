package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.Telephone;
import org.springframework.beans.factory.annotation.Autowired;

/** One burst pipe, forty reports: one repair, one text to all, forty answers. */
@Tag("scenario")
class IncidentIT extends RunningDesk {

    private static final String SATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}";
    private static final String DISSATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"DISSATISFIED\", \"remark\": \"还没水\"}";

    @Autowired
    private Accounts accounts;

    @Autowired
    private LinkDesk links;

    private Api desk;
    /** On call by day. */
    private Api plumber;

    @BeforeEach
    void people() {
        desk = api();
        plumber = as("plumber2");
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private static String report(String home, String extra) {
        return """
                {"kind": "REPAIR", "category": "BURST_PIPE", "home": "%s", "description": "楼道水管爆裂，没有水",
                 "reporter": {"name": "住户", "phone": "1380013%s"}, "scope": "UNIT"%s}
                """.formatted(home, "%04d".formatted(Math.floorMod(home.hashCode(), 10_000)), extra);
    }

    private String opened(String json) {
        Api.Answer answer = desk.post("/api/tickets", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    private String join(String home, String incident) {
        return opened(report(home, ", \"incident\": \"" + incident + "\""));
    }

    private void refused(String problem, String path, String json) {
        Api.Answer answer = desk.post(path, json);
        assertThat(answer.text("type")).as(answer.text()).isEqualTo("urn:shouwen:problem:" + problem);
    }

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private void repair(String number) {
        step(plumber, number, "answerCall", "{\"answer\": \"TAKE\"}");
        step(plumber, number, "inspectOnSite", "{\"findings\": \"主管接头爆裂\"}");
        step(
                plumber,
                number,
                "reportWork",
                "{\"cause\": \"老化\", \"work\": \"更换接头\", \"materialSource\": \"STOCK\", \"materials\": \"接头\"}");
        step(desk, number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
    }

    private String status(String number) {
        return desk.get("/api/tickets/" + number).text("status");
    }

    private List<String> numbers(String path) {
        return StreamSupport.stream(desk.get(path).body().path("items").spliterator(), false)
                .map(item -> item.path("number").asText())
                .toList();
    }

    private JsonNode repairs(String month) {
        for (JsonNode item : desk.get("/api/incidents/figures?site=east&month=" + month)
                .body()
                .path("items")) {
            if (item.path("kind").asText().equals("REPAIR")) {
                return item;
            }
        }
        throw new AssertionError("no repairs in " + month);
    }

    /** Homes of the second building in the order of their numbers. */
    private List<String> homes(int count) {
        List<String> homes = new ArrayList<>();
        for (JsonNode home : desk.get("/api/homes?q=2-&size=100").body().path("items")) {
            homes.add(home.path("code").asText());
        }
        assertThat(homes).hasSizeGreaterThanOrEqualTo(count);
        return homes.subList(0, count);
    }

    @Test
    void fortyReportsAreOneRepairAndFortyAnswers() {
        time.travelTo("2027-03-15T09:00");
        List<String> homes = homes(40);
        String incident = opened(report(homes.get(0), ""));
        runJobs();
        List<String> followers = new ArrayList<>();
        for (String home : homes.subList(1, 40)) {
            assertThat(numbers("/api/tickets/similar?kind=REPAIR&category=BURST_PIPE&home=" + home))
                    .as("offered at " + home)
                    .contains(incident);
            followers.add(join(home, incident));
        }
        assertThat(followers).allMatch(number -> status(number).equals("FOLLOWING"));
        JsonNode row = repairs("2027-03");
        assertThat(row.path("contacts").asInt()).isEqualTo(40);
        assertThat(row.path("matters").asInt()).isEqualTo(1);
        assertThat(row.path("incidents").asInt()).isEqualTo(1);

        // One is found by his phone, though the lists show one matter only
        assertThat(numbers("/api/tickets?q="
                        + "1380013%04d".formatted(Math.floorMod(homes.get(7).hashCode(), 10_000))))
                .contains(followers.get(6));

        Api.Answer told =
                desk.post("/api/tickets/" + incident + "/announcements", "{\"text\": \"主管爆裂，正在抢修，预计 18 点恢复供水\"}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        runJobs();
        assertThat(desk.get("/api/tickets/" + incident + "/announcements")
                        .body()
                        .path("items")
                        .path(0)
                        .path("told")
                        .asInt())
                .isEqualTo(40);

        repair(incident);
        assertThat(followers).allMatch(number -> status(number).equals("FOLLOWING"));
        step(desk, incident, "visit", SATISFIED);
        assertThat(status(incident)).isEqualTo("CLOSED");
        assertThat(followers).allMatch(number -> status(number).equals("VISIT_DUE"));
        refused("incident-closed", "/api/tickets", report(homes.get(3), ", \"incident\": \"" + incident + "\""));

        followers.subList(1, 39).forEach(number -> step(desk, number, "visit", SATISFIED));
        assertThat(followers.subList(1, 39)).allMatch(number -> status(number).equals("CLOSED"));
        // One house still has no water: that is a repair of its own
        step(desk, followers.get(0), "visit", DISSATISFIED);
        assertThat(status(followers.get(0))).isEqualTo("RECEIVED");
        assertThat(repairs("2027-03").path("matters").asInt()).isEqualTo(2);
        assertThat(repairs("2027-03").path("contacts").asInt()).isEqualTo(40);
        repair(followers.get(0));
        step(desk, followers.get(0), "visit", SATISFIED);
        assertThat(status(followers.get(0))).isEqualTo("CLOSED");
        JsonNode all = desk.get("/api/incidents/" + incident).body();
        assertThat(all.path("incident").path("reports").asInt()).isEqualTo(39);
    }

    @Test
    void whatIsNotTheSameMatterIsNotOfferedAndNotTaken() {
        time.travelTo("2027-04-12T09:00");
        String incident = opened(report("1-1-201", ""));
        String similar = "/api/tickets/similar?kind=REPAIR&category=";
        assertThat(numbers(similar + "BURST_PIPE&home=1-2-301")).contains(incident);
        assertThat(numbers(similar + "BURST_PIPE&home=1%202%20301")).contains(incident);
        assertThat(numbers(similar + "BURST_PIPE&home=3-1-101")).doesNotContain(incident);
        assertThat(numbers(similar + "WATER_OUTAGE&home=1-2-301")).doesNotContain(incident);
        // The household's own tickets, whatever they are about
        assertThat(numbers(similar + "HOME_DRAIN&home=1-1-201")).contains(incident);
        time.travelTo("2027-04-12T22:00");
        assertThat(numbers(similar + "BURST_PIPE&home=1-2-301")).doesNotContain(incident);

        refused("incident-unknown", "/api/tickets", report("1-2-301", ", \"incident\": \"BX-27-999999\""));
        refused("incident-site", "/api/tickets", report("4-1-101", ", \"incident\": \"" + incident + "\""));
        refused(
                "incident-less-urgent",
                "/api/tickets",
                report("1-2-301", ", \"danger\": \"PERSON\", \"incident\": \"" + incident + "\""));
        refused("incident-none", "/api/tickets/" + incident + "/announcements", "{\"text\": \"大家好\"}");
        assertThat(desk.get("/api/incidents/" + incident).status()).isEqualTo(404);
    }

    @Test
    void aTicketJoinsLeavesAndGoesOnInPlaceOfTheFirst() {
        time.travelTo("2027-05-10T09:00");
        String first = opened(report("1-1-301", ""));
        String second = opened(report("1-1-302", ""));
        runJobs();
        Api.Answer joined = desk.post("/api/tickets/" + second + "/incident", "{\"incident\": \"" + first + "\"}");
        assertThat(joined.text("status")).as(joined.text()).isEqualTo("FOLLOWING");
        runJobs();
        assertThat(desk.get("/api/tickets/" + second + "/steps").body().path("items"))
                .isEmpty();
        // Whoever joins a follower joins the incident
        String third = join("1-1-401", second);
        assertThat(numbers("/api/incidents?month=2027-05")).contains(first);

        assertThat(desk.post("/api/tickets/" + third + "/urge", "{}").status()).isEqualTo(200);
        assertThat(desk.get("/api/tickets/" + first + "/timeline").text()).contains("随事件办理的 " + third);
        assertThat(plumber.post("/api/tickets/" + third + "/incident/departure", "{\"reason\": \"别的事\"}")
                        .status())
                .isEqualTo(403);

        Api.Answer withdrawn = desk.post("/api/tickets/" + first + "/withdrawal", "{\"reason\": \"搬走了\"}");
        assertThat(withdrawn.text("status")).as(withdrawn.text()).isEqualTo("WITHDRAWN");
        runJobs();
        assertThat(status(second)).isEqualTo("RECEIVED");
        assertThat(desk.get("/api/incidents/" + second)
                        .body()
                        .path("incident")
                        .path("reports")
                        .asInt())
                .isEqualTo(2);

        Api.Answer left = desk.post("/api/tickets/" + third + "/incident/departure", "{\"reason\": \"阀门坏了\"}");
        assertThat(left.text("status")).as(left.text()).isEqualTo("RECEIVED");
        runJobs();
        repair(third);
        assertThat(status(third)).isEqualTo("VISIT_DUE");
    }

    @Test
    void aRepeatedRequestJoinsOnce() {
        time.travelTo("2027-06-14T09:00");
        String incident = opened(report("1-1-501", ""));
        String json = report("1-1-502", ", \"incident\": \"" + incident + "\"");
        Api.Answer one = desk.post("/api/tickets", json, "Idempotency-Key", "join-once");
        Api.Answer again = desk.post("/api/tickets", json, "Idempotency-Key", "join-once");
        assertThat(one.status()).as(one.text()).isEqualTo(201);
        assertThat(again.text("number")).isEqualTo(one.text("number"));
        assertThat(desk.get("/api/incidents/" + incident).body().path("followers"))
                .hasSize(1);
    }

    /** Whoever reported it, first or later, reads how the one matter stands, what all were told, and what came of it. */
    @Test
    void everyReportersPageSaysHowTheMatterStandsAndOffersWhatCanBeDone() {
        time.travelTo("2027-05-11T09:00");
        List<String> homes = homes(25);
        String incident = opened(report(homes.get(20), ""));
        runJobs();
        String follower = join(homes.get(21), incident);
        String said = "正在抢修，预计两小时恢复供水";
        assertThat(desk.post("/api/tickets/" + incident + "/announcements", "{\"text\": \"" + said + "\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        String late = join(homes.get(22), incident);
        for (String number : List.of(incident, follower, late)) {
            assertThat(page(number)).as(number).contains("通报", said, "/r/t/" + number + "/withdrawal");
        }
        step(plumber, incident, "answerCall", "{\"answer\": \"TAKE\"}");
        assertThat(page(follower)).contains(incident, "已接单");
        step(plumber, incident, "inspectOnSite", "{\"findings\": \"主管接头爆裂\"}");
        assertThat(page(follower)).contains("已到场").doesNotContain("更换接头");
        step(
                plumber,
                incident,
                "reportWork",
                "{\"cause\": \"老化\", \"work\": \"更换接头\", \"materialSource\": \"STOCK\", \"materials\": \"接头\"}");
        assertThat(page(follower)).contains("待验收", "更换接头", "/r/t/" + follower + "/withdrawal");
        step(desk, incident, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        // Whether its first reporter is still asked is nobody else's business
        assertThat(page(follower)).contains("已办完").doesNotContain("待回访");
        step(desk, incident, "visit", SATISFIED);
        assertThat(status(follower)).isEqualTo("VISIT_DUE");
        for (String number : List.of(incident, follower, late)) {
            assertThat(page(number)).as(number).contains(said).doesNotContain("/r/t/" + number + "/withdrawal");
            refused(
                    status(number).equals("CLOSED") ? "ticket-closed" : "ticket-status",
                    "/api/tickets/" + number + "/withdrawal",
                    "{\"reason\": \"不办了\"}");
        }
        for (String number : List.of(follower, late)) {
            Telephone telephone = new Telephone(port);
            assertThat(Telephone.text(telephone.open(link(number))))
                    .as("what is refused is not offered")
                    .doesNotContain("/r/t/" + number + "/urge");
            assertThat(telephone
                            .post(number, "/withdrawal", Map.of("reason", "不办了"))
                            .statusCode())
                    .as(number)
                    .isEqualTo(409);
        }
        assertThat(page(follower)).contains("一并办完", "更换接头");
        assertThat(status(follower)).isEqualTo("VISIT_DUE");
    }

    private String link(String number) {
        return URI.create(links.issue(number, "desk1", time.instant())).getPath();
    }

    private String page(String number) {
        return Telephone.text(new Telephone(port).open(link(number)));
    }
}
