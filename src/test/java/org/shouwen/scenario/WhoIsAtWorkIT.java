package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.LineError;
import org.shouwen.rights.Role;
import org.shouwen.roster.Housekeeper;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.RosterImport;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.SupervisionDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way to hand out work refuses everybody who cannot do it, and offers him nowhere; who is shut out has nothing in hand. */
@Tag("scenario")
class WhoIsAtWorkIT extends GuardedDesk {

    private static final String POST = "plumbing-east";
    private static final Pattern VALUE = Pattern.compile("\"value\":\"([^\"]+)\"");
    private static final AtomicInteger CALLERS = new AtomicInteger(40_000_000);

    /** Why somebody gets no work; each is a person of his own. */
    enum Gone {
        UNKNOWN("nobody-at-all"),
        WITHOUT_ACCOUNT("no-account"),
        DISABLED("shut-out"),
        ON_LEAVE("on-leave"),
        OF_ANOTHER_SITE("of-west");

        private final String code;

        Gone(String code) {
            this.code = code;
        }
    }

    @Autowired
    private FormService forms;

    @Autowired
    private Roster roster;

    @Autowired
    private Housekeepers housekeepers;

    @Autowired
    private RosterImport imports;

    @Autowired
    private HandlerChange handlers;

    @Autowired
    private Tickets tickets;

    @Autowired
    private SupervisionDesk supervisions;

    @BeforeEach
    void peopleWhoAreNotThere() {
        for (Gone gone : EnumSet.complementOf(EnumSet.of(Gone.UNKNOWN))) {
            if (roster.staff(gone.code).isEmpty()) {
                roster.hire(new Staff(gone.code, "某" + gone.code, null, null));
                if (gone != Gone.WITHOUT_ACCOUNT) {
                    accounts.create(gone.code, "shouwen-demo", Set.of(Role.TECHNICIAN));
                }
            }
            roster.appoint(gone.code, gone == Gone.OF_ANOTHER_SITE ? "plumbing-west" : POST);
        }
        accounts.disable(Gone.DISABLED.code);
        ok(token("lead").post("/api/absences/sudden", "{\"staff\": \"on-leave\", \"reason\": \"发烧\"}"));
    }

    @AfterEach
    void everybodyElseIsThereAgain() {
        jdbc.update("delete from absence");
        jdbc.update("delete from handover");
        jdbc.update("delete from post_change");
        for (Gone gone : Gone.values()) {
            roster.relieve(gone.code, POST);
        }
        roster.relieve(Gone.OF_ANOTHER_SITE.code, "plumbing-west");
        housekeepers.remove("east", "2", "");
        roster.relieve("plumber2", "lead-east");
        accounts.enable("plumber2");
    }

    private static Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    /** @return each way, called with the code of a person */
    private Map<String, Function<String, Api.Answer>> ways() {
        Map<String, Function<String, Api.Answer>> ways = new LinkedHashMap<>();
        String waiting = open("等派单");
        String task = task(waiting).getId();
        ways.put("dispatch", who -> stepOf("desk1", waiting, "dispatch", "{\"handler\": \"" + who + "\"}"));
        ways.put("dispatch in Tasklist", who -> as("desk1")
                .engine("POST", "/task/" + task + "/submit-form", form(Map.of("input_handler", "\"" + who + "\""))));
        String disputed = disputed();
        ways.put(
                "decide",
                who -> stepOf("lead", disputed, "decide", "{\"handler\": \"" + who + "\", \"reason\": \"轮到他\"}"));
        String begun = grabbed("在办");
        ways.put("reassign", who -> token("lead")
                .post("/api/tickets/" + begun + "/reassignment", "{\"handler\": \"" + who + "\", \"reason\": \"换人\"}"));
        ways.put("reassign on the page", who -> as("lead")
                .form(
                        "/desk/tickets/" + begun + "/reassignment",
                        Map.of("handler", who, "reason", "换人"),
                        "Referer",
                        "http://127.0.0.1/desk/tickets/" + begun));
        String complaint = complaint();
        ways.put(
                "investigate together",
                who -> stepOf(
                        "desk1",
                        complaint,
                        "investigate",
                        "{\"findings\": \"属实\", \"plan\": \"制止\", \"second\": \"" + who + "\"}"));
        String answered = complaint();
        step("desk1", answered, "investigate", "{\"findings\": \"属实\", \"plan\": \"制止\"}");
        ways.put("put right", who -> stepOf("desk1", answered, "answerComplainant", """
                        {"answer": "已制止", "response": "AGREED", "what1": "每日巡查", "staff1": "%s", "dueAt1": "2026-11-27T18:00"}
                        """.formatted(who)));
        String late = open("没人派的单子");
        supervisions.escalate(late, ClockKind.FINISH, 0, time.instant());
        runJobs();
        ways.put("support", who -> stepOf("lead", late, "acknowledge", """
                        {"decision": "SUPPORT", "staff": "%s", "remark": "增派人手"}
                        """.formatted(who)));
        ways.put("hand over a shift", who -> token("plumber1").post("/api/handovers", """
                        {"post": "plumbing-east", "incoming": "%s", "shiftEnd": "2026-11-23T18:00"}
                        """.formatted(who)));
        return ways;
    }

    private Api.Answer stepOf(String person, String number, String step, String inputs) {
        return token(person).post("/api/tickets/" + number + "/steps/" + step, inputs);
    }

    private String disputed() {
        String number = open("两次退回");
        for (int i = 0; i < 2; i++) {
            step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
            step("plumber1", number, "accept", "{\"decision\": \"RETURN\", \"reason\": \"不归我\"}");
        }
        return number;
    }

    private String complaint() {
        String number = ok(api().post("/api/tickets", """
                        {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "site": "east",
                         "reporter": {"name": "张三", "phone": "137%08d"}, "description": "装修太吵",
                         "details": {"households": 1}}
                        """.formatted(CALLERS.incrementAndGet())))
                .text("number");
        runJobs();
        step("desk1", number, "contactComplainant", "{\"words\": \"电话联系\"}");
        return number;
    }

    @ParameterizedTest
    @EnumSource
    void noWayHandsWorkToWhoeverIsNotThere(Gone gone) {
        ways().forEach((way, hand) -> {
            Map<String, Object> before = world();
            Api.Answer answer = hand.apply(gone.code);
            if (way.endsWith("page")) {
                assertThat(answer.text()).as(way).doesNotContain("已改派");
            } else {
                assertThat(answer.status()).as(way + " " + answer.text()).isBetween(400, 499);
                assertThat(answer.text()).as(way).containsAnyOf(reasons(gone));
            }
            assertThat(world()).as(way).isEqualTo(before);
        });
    }

    private static String[] reasons(Gone gone) {
        return switch (gone) {
            case UNKNOWN -> new String[] {"不在岗位", "没有工号", "没有姓名或工号"};
            case WITHOUT_ACCOUNT -> new String[] {"没有账号"};
            case DISABLED -> new String[] {"账号已停用"};
            case ON_LEAVE -> new String[] {"不在岗"};
            case OF_ANOTHER_SITE -> new String[] {"不在这个服务点的岗位上", "不在岗位", "不在这张工单的岗位"};
        };
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotThereIsOfferedNowhere(Gone gone) {
        String number = open("谁能接");
        assertThat(offered(number)).isNotEmpty().doesNotContain(gone.code);
        String begun = grabbed("谁能接手");
        assertThat(handlers.candidates(begun, "lead"))
                .extracting(HandlerChange.Candidate::staff)
                .contains("plumber2")
                .doesNotContain(gone.code);
        assertThat(as("lead").get("/desk/tickets/" + begun).text()).doesNotContain("\"" + gone.code + "\"");
        // Who is away today may be there then, and people move between sites
        if (gone != Gone.ON_LEAVE && gone != Gone.OF_ANOTHER_SITE) {
            for (String page : List.of("handovers", "post-changes")) {
                assertThat(as("lead").get("/desk/roster/" + page).text()).doesNotContain("\"" + gone.code + "\"");
            }
        }
    }

    /** @return codes, as the form's choice holds them */
    private List<String> offered(String number) {
        String choices =
                String.valueOf(forms.getTaskFormVariables(task(number).getId()).get("show_people"));
        return VALUE.matcher(choices).results().map(found -> found.group(1)).toList();
    }

    @Test
    void whatWasOfferedBeforeIsNotWhenTheAccountIsDisabledOrLeaveBegins() {
        String number = open("谁能接");
        assertThat(offered(number)).contains("plumber1", "plumber2");
        ok(token("lead").post("/api/absences/sudden", "{\"staff\": \"plumber1\", \"reason\": \"发烧\"}"));
        assertThat(offered(number)).doesNotContain("plumber1").contains("plumber2");
        ok(token("lead").post("/api/absences/return", "{\"staff\": \"plumber1\"}"));
        assertThat(offered(number)).contains("plumber1");
        disable("plumber2");
        assertThat(offered(number)).contains("plumber1").doesNotContain("plumber2");
    }

    private String disable(String account) {
        Api.Answer answer = as("admin").form("/desk/admin/accounts/" + account + "/disabling", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return as("admin").get("/desk/admin/accounts").text();
    }

    @Test
    void whatSomebodyHasInHandGoesBackOrOnTheMomentHisAccountIsDisabledAndIsListed() {
        String offered = open("派给他");
        step("desk1", offered, "dispatch", "{\"handler\": \"plumber2\"}");
        String taken = open("他接了");
        step("plumber2", taken, "dispatch", "{\"handler\": \"MYSELF\"}");
        String begun = open("他到场了");
        step("plumber2", begun, "dispatch", "{\"handler\": \"MYSELF\"}");
        step("plumber2", begun, "inspectOnSite", "{\"findings\": \"缺配件\", \"result\": \"REPAIR\"}");
        assertThat(tickets.get(begun).status()).isEqualTo(Status.ON_SITE);

        roster.appoint("plumber2", "lead-east");
        housekeepers.set(new Housekeeper("east", "2", "", "plumber2", "manager", time.instant()));
        assertThat(as("admin").get("/desk/admin/accounts/plumber2/disabling").text())
                .contains(offered, taken, begun, "值班表：东苑", "管家：东苑 2 号楼，停用后由首问责任人回访");
        String page = disable("plumber2");

        assertThat(page).contains(offered + "：退回岗位重新派单", taken + "：退回岗位重新派单", begun + "：改由赵强办理", "值班表：东苑");
        runJobs();
        for (String number : List.of(offered, taken)) {
            assertThat(tickets.get(number).status()).isEqualTo(Status.RECEIVED);
            assertThat(tickets.get(number).handler()).isEmpty();
            assertThat(task(number).getTaskDefinitionKey()).isEqualTo("userTask_dispatch");
            assertThat(lines(number)).contains("退回岗位“东苑水暖综合维修”重新派单：钱勇的账号已停用");
            step("plumber1", number, "dispatch", "{\"handler\": \"MYSELF\"}");
        }
        assertThat(tickets.get(begun).handler()).contains("plumber1");
        assertThat(lines(begun)).contains("改派给赵强：钱勇的账号已停用");
        assertThat(tasks.createTaskQuery().taskAssignee("plumber2").count()).isZero();
    }

    private List<String> lines(String number) {
        return api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("text");
    }

    /** Neither the resident nor a program is told to wait for somebody who is gone. */
    @Test
    void whatSomebodyPromisedIsAnsweredForByWhoActsForHimOnceHeIsShutOut() {
        String number = complaint();
        step("desk1", number, "investigate", "{\"findings\": \"属实\", \"plan\": \"制止\"}");
        step("desk1", number, "answerComplainant", """
                        {"answer": "已制止", "response": "AGREED", "what1": "装地锁", "staff1": "plumber2", "dueAt1": "2026-11-27T18:00"}
                        """);
        disable("plumber2");
        assertThat(responsible(number)).isNotEqualTo("plumber2");
        String page = "/desk/admin/accounts/plumber2";
        as("admin").form(page + "/enabling", Map.of(), "Referer", "http://127.0.0.1" + page);
        assertThat(as("admin").get("/desk/admin/accounts").text()
                        + as("admin").get(page).text())
                .contains("已启用账号 plumber2");
        assertThat(responsible(number)).isEqualTo("plumber2");
        as("admin").form(page + "/enabling", Map.of(), "Referer", "http://127.0.0.1" + page);
        assertThat(as("admin").get(page).text()).contains("没有停用，不用启用");
    }

    private String responsible(String number) {
        return api().get("/api/tickets/" + number + "/complaint")
                .body()
                .path("measures")
                .path(0)
                .path("staff")
                .asText();
    }

    @Test
    void whoeverCannotSignInIsNotCalled() {
        disable("plumber2");
        String number = ok(api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "danger": "PERSON",
                         "reporter": {"name": "张三", "phone": "13812345678"}, "description": "热水烫人"}
                        """)).text("number");
        runJobs();
        assertThat(task(number).getAssignee()).isEqualTo("lead");
        assertThat(lines(number)).contains("跳过值班人钱勇：账号已停用");
        ok(token("desk1").post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"好了\"}"));
    }

    @Test
    void aPlanDoesNotCountOnWhoIsDisabledOrUnknownAndNamesWhoHasNoAccount() {
        Map<OnCallShift, String> kept = new LinkedHashMap<>();
        roster.shifts("east").forEach(shift -> kept.put(shift, ""));
        String shift = "site,staff,from,to,order\neast,%s,08:00,20:00,1\n";
        String pair = "post,staff,substitute,turn\nelectrical-west,electrician1,%s,1\n";
        assertThat(sentences(imports.importShifts(new StringReader(shift.formatted("shut-out")))))
                .singleElement()
                .asString()
                .contains("账号已停用");
        assertThat(sentences(imports.importStandIns(new StringReader(pair.formatted("shut-out")))))
                .singleElement()
                .asString()
                .contains("账号已停用");
        assertThat(imports.importShifts(new StringReader(shift.formatted("nobody-at-all")))
                        .errors())
                .hasSize(1);
        assertThat(imports.importStandIns(new StringReader(pair.formatted("nobody-at-all")))
                        .errors())
                .hasSize(1);
        assertThat(sentences(imports.importShifts(new StringReader(shift.formatted("of-west")))))
                .singleElement()
                .asString()
                .contains("不在东苑的岗位上");
        assertThat(imports.importShifts(new StringReader(shift.formatted("no-account")))
                        .notes())
                .containsExactly("某no-account（no-account）没有账号，值班时叫不到，会被跳过，请尽快建立账号");
        assertThat(imports.importStandIns(new StringReader(pair.formatted("no-account")))
                        .notes())
                .hasSize(1);
        assertThat(imports.importShifts(new StringReader(shift.formatted("on-leave")))
                        .notes())
                .isEmpty();

        jdbc.update("delete from on_call_shift where site = 'east'");
        kept.keySet().forEach(roster::addShift);
        roster.removeStandIn("electrical-west", "electrician1", "no-account");
        roster.addStandIn(new StandIn("electrical-west", "electrician1", "plumber2", 1));
    }

    private static List<String> sentences(ImportReport report) {
        return report.errors().stream().map(LineError::sentence).toList();
    }

    @Test
    void nobodyLeavesAPostByAFileWhileHeHasItsWorkInHand() {
        String number = grabbed("在办");
        ImportReport report = imports.importStaff("code,name,phone,email,posts\nplumber1,赵强,,,plumbing-west\n");
        assertThat(sentences(report)).singleElement().asString().contains("没办完的工单", number);
        assertThat(roster.postsOf("plumber1")).hasSize(2);
    }

    @Test
    void postsAreChangedOnTheAccountsPageOnceTheirWorkIsHandedOver() {
        String number = grabbed("在办");
        String page = "/desk/admin/accounts/plumber1";
        Map<String, String> west = Map.of("post", "plumbing-west");
        as("admin").form(page + "/posts", west, "Referer", "http://127.0.0.1" + page);
        assertThat(as("admin").get(page).text()).contains("没办完的工单", number);
        assertThat(roster.postsOf("plumber1")).hasSize(2);

        tickets
                .page(TicketQuery.of(TicketQuery.Filter.OPEN.handledBy("plumber1"), 100), time.instant())
                .items()
                .stream()
                .filter(ticket -> ticket.status().isAtWork())
                .forEach(ticket -> handlers.reassign(ticket.number(), "plumber2", "换岗", "system", time.instant()));
        as("admin").form(page + "/posts", west, "Referer", "http://127.0.0.1" + page);
        assertThat(as("admin").get(page).text()).contains("排在这个服务点的值班表里");
        List<OnCallShift> planned = List.copyOf(roster.shifts("east"));
        roster.handOnShifts("east", "plumber1", "plumber2");
        as("admin").form(page + "/posts", west);
        assertThat(roster.postsOf("plumber1")).extracting(Post::code).containsExactly("plumbing-west");
        assertThat(as("admin").get(page).text()).contains("系统管理员：岗位改为：西苑水暖综合维修");
        roster.appoint("plumber1", POST);
        planned.forEach(roster::addShift);
        roster.addStandIn(new StandIn(POST, "plumber1", "plumber2", 1));
        roster.addStandIn(new StandIn(POST, "plumber2", "plumber1", 1));
    }

    @Test
    void aGivenPasswordOpensOnlyThePageOnWhichOneChoosesHisOwn() {
        if (!accounts.exists("newcomer")) {
            roster.hire(new Staff("newcomer", "新同事", null, null));
        }
        as("admin")
                .form(
                        "/desk/admin/accounts",
                        Map.of("username", "newcomer", "password", "given-by-admin", "role", "TECHNICIAN"));
        assertThat(as("admin").get("/desk/admin/accounts").text()).contains("首次登录时须改密码");
        TasklistSession person = TasklistSession.signedIn(port, "newcomer", "given-by-admin");
        for (String other : List.of("/desk", "/desk/inbox", "/camunda/app/tasklist/default/")) {
            assertThat(person.get(other).status()).as(other).isEqualTo(302);
        }
        assertThat(person.engine("/task/count").status()).isEqualTo(302);
        assertThat(person.get("/desk/password").text()).contains("只有您知道的");
        String page = "/desk/password";
        String here = "http://127.0.0.1" + page;
        person.form(
                page, Map.of("current", "no", "password", "my-own-secret", "again", "my-own-secret"), "Referer", here);
        String wrong = person.get(page).text();
        assertThat(wrong).contains("现在的密码不对").doesNotContain("my-own-secret");
        person.form(
                page,
                Map.of("current", "given-by-admin", "password", "my-own-secret", "again", "my-own-secret"),
                "Referer",
                here);
        assertThat(TasklistSession.signedIn(port, "newcomer", "my-own-secret")
                        .get("/desk")
                        .status())
                .isEqualTo(200);
    }

    /** Whoever finds an open session does not guess on in it; its owner still signs in elsewhere, and sees that somebody guessed. */
    @Test
    void nobodyGuessesOnAtThePageOfOnesOwnPassword() {
        if (!accounts.exists("guessed")) {
            roster.hire(new Staff("guessed", "吴掌好", "13700001117", null));
            accounts.create("guessed", "an old sailor's song", Set.of(Role.TECHNICIAN));
        }
        String page = "/desk/password";
        String here = "http://127.0.0.1" + page;
        TasklistSession person = TasklistSession.signedIn(port, "guessed", "an old sailor's song");
        for (String taken : List.of("13700001117", "desseug2026", "wuzhanghao", "dongyuan1", "shouwenhuayuan")) {
            person.form(
                    page,
                    Map.of("current", "an old sailor's song", "password", taken, "again", taken),
                    "Referer",
                    here);
            assertThat(person.get(page).text()).as(taken).contains("容易被猜中");
        }
        for (int guess = 1; guess <= 10; guess++) {
            person.form(
                    page,
                    Map.of("current", "guess " + guess, "password", "my-own-secret", "again", "my-own-secret"),
                    "Referer",
                    here);
            assertThat(person.get(page).text()).as("guess " + guess).contains("现在的密码不对");
        }
        Map<String, String> right =
                Map.of("current", "an old sailor's song", "password", "my-own-secret", "again", "my-own-secret");
        person.form(page, right, "Referer", here);
        assertThat(person.get(page).text()).contains("连续输错 10 次");
        assertThat(as("admin").get("/desk/admin/accounts/guessed").text()).contains("改密码时输错了现在的密码");
        assertThat(TasklistSession.signedIn(port, "guessed", "an old sailor's song")
                        .get("/desk")
                        .status())
                .isEqualTo(200);
        time.pass(Duration.ofMinutes(16));
        person = TasklistSession.signedIn(port, "guessed", "an old sailor's song");
        person.form(page, right, "Referer", here);
        assertThat(TasklistSession.signedIn(port, "guessed", "my-own-secret")
                        .get("/desk")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void staffAndAccountsAreOneWhateverTheCaseAndWidth() {
        assertThat(sentences(imports.importStaff("code,name,phone,email,posts\nPLUMBER1,赵强二,,,\n")))
                .singleElement()
                .asString()
                .contains("已有工号 plumber1");
        assertThat(sentences(imports.importStaff("code,name,phone,email,posts\nnewone,甲,,,\nNewOne,乙,,,\n")))
                .singleElement()
                .asString()
                .contains("重复");
        assertThat(TasklistSession.signedIn(port, " ＰLUMBER1 ", "shouwen-demo")
                        .get("/desk")
                        .text())
                .contains("赵强");
        String number = open("大小写");
        assertThat(api().get("/api/tickets/" + number.toLowerCase(Locale.ROOT)).text("number"))
                .isEqualTo(number);
        assertThat(as("desk1")
                        .get("/desk/tickets/" + number.toLowerCase(Locale.ROOT))
                        .text())
                .contains(number);
    }
}
