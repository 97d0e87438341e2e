package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.firstresponsibility.HandoverDesk;
import org.shouwen.firstresponsibility.Substitution;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notices;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.StandIn;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody's absence stops a ticket: leave, sudden absence, return, hand-over, change of post. */
@Tag("scenario")
class StandInIT extends RunningDesk {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{2}-\\d{6}");

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "13812345678"},
             "description": "厨房水龙头漏水", "danger": "%s", "scope": "PERSONAL", "utilityOut": false}
            """;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Substitution substitution;

    @Autowired
    private HandlerChange handlers;

    @Autowired
    private HandoverDesk handoverDesk;

    @Autowired
    private Tickets tickets;

    @Autowired
    private TicketDesk ticketDesk;

    @Autowired
    private Roster roster;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyIsThereAgain() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from handover").update();
        jdbc.sql("delete from post_change").update();
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private static Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    private static void refused(Api.Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(name);
    }

    private String takenBy(String technician, String danger) {
        String number = ok(api().post("/api/tickets", LEAK.formatted(danger))).text("number");
        runJobs();
        while (steps(number).contains("answerCall")) {
            String called = open(number).get(0).path("assignee").asText();
            boolean his = called.equals(technician);
            ok(as(called)
                    .post(
                            "/api/tickets/" + number + "/steps/answerCall",
                            his ? "{\"answer\": \"TAKE\"}" : "{\"answer\": \"CANNOT\", \"reason\": \"走不开\"}"));
            runJobs();
            if (his) {
                return number;
            }
        }
        ok(as(technician).post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"MYSELF\"}"));
        runJobs();
        return number;
    }

    private List<JsonNode> open(String number) {
        return StreamSupport.stream(
                        api().get("/api/tickets/" + number + "/steps")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private List<String> steps(String number) {
        return open(number).stream().map(step -> step.path("step").asText()).toList();
    }

    /** What the person was told; other stories may have told him of a later day. */
    private List<String> bodies(String staff) {
        // Other tests' notices are of later days, and stand before
        List<String> bodies = new ArrayList<>();
        Long after = null;
        do {
            Inbox.Page page = inbox.page(staff, 100, after);
            page.items().forEach(notice -> bodies.add(notice.body()));
            after = page.next();
        } while (after != null);
        return bodies;
    }

    private String holder(String number, String step) {
        return open(number).stream()
                .filter(task -> task.path("step").asText().equals(step))
                .map(task -> task.path("assignee").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open step " + step + " but " + steps(number)));
    }

    private JsonNode lastLine(String number) {
        JsonNode lines =
                api().get("/api/tickets/" + number + "/timeline").body().path("items");
        return lines.get(lines.size() - 1);
    }

    /** What is done every minute. */
    private void round() {
        Instant at = time.instant();
        substitution.concerned(at).forEach(number -> substitution.settle(number, at));
        handoverDesk.tellOfUnsigned(at);
    }

    private long leave(String staff, String from, String until) {
        return ok(as(staff)
                        .post(
                                "/api/absences",
                                "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"家里有事\"}".formatted(from, until)))
                .body()
                .path("id")
                .asLong();
    }

    private String sudden(String staff) {
        return "{\"staff\": \"%s\", \"reason\": \"发烧\"}".formatted(staff);
    }

    /** Emergencies that other tests left open would keep everybody from going on leave. */
    private void noEmergencies(String staff) {
        tickets.page(TicketQuery.of(TicketQuery.Filter.OPEN.handledBy(staff), 100), time.instant()).items().stream()
                .filter(ticket -> ticket.facts().urgent())
                .forEach(ticket -> ticketDesk.withdraw(ticket.number(), "已解决", "desk1", time.instant()));
    }

    @Test
    void whileOneIsOnLeaveTheOtherActsAndUnfinishedWorkComesBackWithItsNotes() {
        noEmergencies("plumber1");
        String number = takenBy("plumber1", "NONE");
        long leave = leave("plumber1", "2026-11-24T08:30", "2026-11-26T18:00");
        refused(as("plumber1").post("/api/absences/" + leave + "/approval", "{}"), 403, "leave-own");
        refused(as("desk2").post("/api/absences/" + leave + "/approval", "{}"), 403, "superior-required");
        ok(as("lead").post("/api/absences/" + leave + "/approval", "{}"));
        round();
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber1");

        time.travelTo("2026-11-24T08:30");
        round();
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber2");
        assertThat(lastLine(number).path("text").asText()).isEqualTo("由钱勇代赵强办理：到场查看");
        refused(as("plumber1").post("/api/tickets/" + number + "/steps/inspectOnSite", "{}"), 403, "task-not-yours");
        ok(as("plumber2").post("/api/tickets/" + number + "/notes", "{\"text\": \"业主周四下午在家\"}"));

        time.travelTo("2026-11-26T18:00");
        round();
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber1");
        assertThat(lastLine(number).path("text").asText()).isEqualTo("赵强回岗，继续办理：到场查看");
        assertThat(bodies("plumber1")).anyMatch(body -> body.contains(number) && body.contains("钱勇留言：业主周四下午在家"));
        assertThat(tickets.get(number).handler()).contains("plumber1");
        round();
        assertThat(lastLine(number).path("event").asText()).isEqualTo("handed-back");
    }

    @Test
    void whereBIsAwayTooCStepsInThenTheLead() {
        String number = takenBy("plumber1", "NONE");
        ok(as("lead").post("/api/absences/sudden", sudden("plumber1")));
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber2");
        ok(as("plumber2").post("/api/absences/sudden", sudden("plumber2")));
        assertThat(holder(number, "inspectOnSite")).isEqualTo("electrician1");
        ok(as("lead").post("/api/absences/sudden", sudden("electrician1")));
        assertThat(holder(number, "inspectOnSite")).isEqualTo("lead");
        ok(as("plumber2").post("/api/absences/return", "{\"staff\": \"plumber2\"}"));
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber2");
        ok(as("lead").post("/api/absences/return", "{\"staff\": \"plumber1\"}"));
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber1");
    }

    @Test
    void aAndBAreNotAwayAtOnce() {
        long first = leave("desk1", "2026-12-01T08:30", "2026-12-04T18:00");
        ok(as("supervisor").post("/api/absences/" + first + "/approval", "{}"));
        refused(
                as("desk2")
                        .post(
                                "/api/absences",
                                "{\"from\": \"2026-12-04T08:30\", \"until\": \"2026-12-07T18:00\", \"reason\": \"探亲\"}"),
                409,
                "both-absent");
        leave("desk2", "2026-12-04T18:00", "2026-12-07T18:00");
    }

    @Test
    void nobodyGoesOnLeaveWhileAnEmergencyHasNoTaker() {
        String number = takenBy("plumber2", "PERSON");
        long leave = leave("plumber2", "2026-11-24T08:30", "2026-11-25T18:00");
        Api.Answer answer = as("lead").post("/api/absences/" + leave + "/approval", "{}");
        refused(answer, 409, "urgent-without-taker");
        assertThat(answer.text()).contains(number);
        // With what other tests left in his hands
        NUMBER.matcher(answer.text())
                .results()
                .map(MatchResult::group)
                .forEach(urgent -> handlers.reassign(
                        urgent,
                        urgent.equals(number) ? "plumber1" : insteadOfPlumber2(urgent),
                        "钱勇请假",
                        "lead",
                        time.instant()));
        ok(as("lead").post("/api/absences/" + leave + "/approval", "{}"));
        assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber1");
    }

    private String insteadOfPlumber2(String number) {
        return handlers.candidates(number, "lead").stream()
                .map(HandlerChange.Candidate::staff)
                .filter(staff -> !staff.equals("plumber2"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHandoverIsSignedByBothOrTheLeadIsToldOnce() {
        String number = takenBy("plumber1", "NONE");
        String record = "{\"post\": \"plumbing-east\", \"incoming\": \"plumber2\", \"shiftEnd\": \"2026-11-23T18:00\","
                + " \"keys\": \"泵房钥匙 2 把\", \"cautions\": \"3 号楼阀门漏\"}";
        Api.Answer made = ok(as("plumber1").post("/api/handovers", record));
        assertThat(made.text("matters")).contains(number, "已接单");
        refused(as("plumber1").post("/api/handovers", record), 409, "handover-twice");
        String path = "/api/handovers/" + made.body().path("id").asLong() + "/signature";
        refused(as("plumber2").post(path, "{}"), 409, "handover-order");
        ok(as("plumber1").post(path, "{}"));
        refused(as("desk1").post(path, "{}"), 403, "handover-not-yours");

        time.travelTo("2026-11-23T18:29:59");
        inbox.markAllRead("lead", time.instant());
        int before = inbox.unread("lead");
        round();
        assertThat(inbox.unread("lead")).isEqualTo(before);
        time.travelTo("2026-11-23T18:30");
        round();
        round();
        assertThat(inbox.unread("lead")).isEqualTo(before + 1);
        assertThat(bodies("lead")).anyMatch(body -> body.contains("接班人没有签字"));
        ok(as("plumber2").post(path, "{}"));
    }

    @Test
    void aPostChangesHandsBeforeAWitness() {
        String number = takenBy("plumber2", "NONE");
        String change = "{\"post\": \"plumbing-east\", \"predecessor\": \"plumber2\", \"successor\": \"electrician1\","
                + " \"witness\": \"%s\", \"items\": \"管钳 2 把\", \"keys\": \"东苑泵房\", \"files\": \"\"}";
        refused(as("plumber1").post("/api/post-changes", change.formatted("lead")), 403, "superior-required");
        refused(as("lead").post("/api/post-changes", change.formatted("plumber2")), 422, "witness-third");
        Api.Answer made = ok(as("lead").post("/api/post-changes", change.formatted("lead")));
        assertThat(made.text("matters")).contains(number, "值班表：每天 08:00-20:00 第 1 位");
        List<OnCallShift> planned = List.copyOf(roster.shifts("east"));
        String path = "/api/post-changes/" + made.body().path("id").asLong() + "/signature";
        try {
            ok(as("plumber2").post(path, "{}"));
            ok(as("electrician1").post(path, "{}"));
            refused(as("plumber2").post(path, "{}"), 409, "post-change-signed");
            assertThat(holder(number, "inspectOnSite")).isEqualTo("plumber2");
            assertThat(ok(as("lead").post(path, "{}")).body().path("effective").asBoolean())
                    .isTrue();
            assertThat(tickets.get(number).handler()).contains("electrician1");
            assertThat(holder(number, "inspectOnSite")).isEqualTo("electrician1");
            assertThat(roster.postsOf("plumber2")).extracting(Post::code).doesNotContain("plumbing-east");
            assertThat(roster.shiftsOf("plumber2", "east")).isEmpty();
            assertThat(roster.shiftsOf("electrician1", "east")).hasSize(2);
        } finally {
            // The people of the demo are everybody's
            roster.relieve("electrician1", "plumbing-east");
            roster.appoint("plumber2", "plumbing-east");
            jdbc.sql("delete from on_call_shift where site = 'east'").update();
            planned.forEach(roster::addShift);
            roster.addStandIn(new StandIn("plumbing-east", "plumber1", "plumber2", 1));
            roster.addStandIn(new StandIn("plumbing-east", "plumber2", "plumber1", 1));
            roster.addStandIn(new StandIn("plumbing-east", "plumber2", "electrician1", 2));
        }
    }

    /** Whoever is asked to sign is told; there is one at a time, and it can be withdrawn until it counts. */
    @Test
    void aChangeOfPostIsOneAtATimeToldAndCanBeWithdrawn() {
        String change = "{\"post\": \"plumbing-east\", \"predecessor\": \"plumber2\", \"successor\": \"electrician1\","
                + " \"witness\": \"%s\"}";
        refused(as("lead").post("/api/post-changes", change.formatted("desk1")), 422, "witness-below");
        long id = ok(as("lead").post("/api/post-changes", change.formatted("supervisor")))
                .body()
                .path("id")
                .asLong();
        for (String person : List.of("plumber2", "electrician1", "supervisor")) {
            assertThat(bodies(person)).as(person).anyMatch(body -> body.contains("三方签字后生效，请您核对后签字"));
        }
        refused(as("lead").post("/api/post-changes", change.formatted("manager")), 409, "post-change-open");
        String path = "/api/post-changes/" + id;
        String reason = "{\"reason\": \"接收人写错了\"}";
        ok(as("plumber2").post(path + "/signature", "{}"));
        refused(as("plumber2").post(path + "/withdrawal", reason), 403, "superior-required");
        refused(as("lead").post(path + "/withdrawal", "{}"), 422, "field-missing");
        assertThat(ok(as("supervisor").post(path + "/withdrawal", reason)).text("withdrawnBy"))
                .isEqualTo("supervisor");
        for (String person : List.of("plumber2", "electrician1", "supervisor")) {
            assertThat(bodies(person)).as(person).anyMatch(body -> body.contains("接收人写错了"));
        }
        refused(as("electrician1").post(path + "/signature", "{}"), 403, "post-change-not-yours");
        refused(as("lead").post(path + "/withdrawal", reason), 409, "post-change-ended");
        assertThat(roster.postsOf("plumber2")).extracting(Post::code).contains("plumbing-east");
        ok(as("lead").post("/api/post-changes", change.formatted("supervisor")));
    }

    /** Two superiors hand on the same post at the same moment: one does, the other reads whose record is there. */
    @RepeatedTest(5)
    void ofTwoChangesOfOnePostOneIsKept() throws InterruptedException, ExecutionException {
        String change = "{\"post\": \"plumbing-east\", \"predecessor\": \"plumber2\", \"successor\": \"%s\","
                + " \"witness\": \"manager\"}";
        Api lead = as("lead");
        Api supervisor = as("supervisor");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> answer : both.invokeAll(List.<Callable<Api.Answer>>of(
                    () -> lead.post("/api/post-changes", change.formatted("electrician1")),
                    () -> supervisor.post("/api/post-changes", change.formatted("desk2"))))) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> assertThat(answer.text("detail")).contains("已有一份变动记录在等"));
        } finally {
            both.shutdown();
        }
    }

    @Test
    void fiveTransfersKeepTheFirstResponderAndAreAllOnTheList() {
        String number = ok(api().post("/api/tickets", LEAK.formatted("NONE"))).text("number");
        runJobs();
        for (int i = 1; i <= 5; i++) {
            time.pass(Duration.ofMinutes(1));
            String post = i % 2 == 0 ? "plumbing-east" : "electrical-east";
            ok(as("lead")
                    .post(
                            "/api/tickets/" + number + "/transfer",
                            "{\"post\": \"%s\", \"reason\": \"不归我们管\"}".formatted(post)));
            runJobs();
            assertThat(tickets.get(number).firstResponder()).isEqualTo("desk1");
            assertThat(steps(number)).contains("dispatch");
        }
        assertThat(notices.ofTicket(number).stream()
                        .filter(notice -> notice.template().equals("transferred.to-responsible")
                                && notice.addressee().equals("desk1")))
                .hasSize(5);
        refused(api().get("/api/responsibility/transfers?month=2026-11"), 403, "page-not-yours");
        refused(as("lead").get("/api/responsibility/transfers?month=November"), 422, "field-month");
        JsonNode listed = ok(as("lead").get("/api/responsibility/transfers?month=2026-11"))
                .body()
                .path("items");
        assertThat(StreamSupport.stream(listed.spliterator(), false)
                        .filter(item -> item.path("ticket").asText().equals(number)))
                .hasSize(5)
                .allMatch(item -> item.path("firstResponder").asText().equals("desk1"));
    }
}
