package org.shouwen.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.notification.Notice;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.notification.NoticeTexts.NoticeText;
import org.shouwen.notification.NoticeTexts.Typed;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.studio.Updates;
import org.shouwen.testing.AnotherNode;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** A manager writes a notice otherwise: the next one says so, on every node, until he takes it back. */
@Tag("scenario")
class WordingsIT extends RunningDesk {

    private static final String NAME = "answered.to-resident";
    private static final String MODEL = NAME + ".txt";
    private static final String MAIL_OF_HIS = "words@example.org";

    @Autowired
    private StudioDesk desk;

    @Autowired
    private NoticeTexts texts;

    @Autowired
    private ModelVersions versions;

    @Autowired
    private Updates updates;

    @Autowired
    private Notices notices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment surroundings;

    @Autowired
    @Qualifier("modelDeployer")
    private SmartLifecycle start;

    @AfterEach
    void asShipped() {
        ShippedRules.wordings(versions, jdbc, MODEL);
        ShippedRules.again(models, jdbc);
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Caller supervisor() {
        return Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
    }

    private Version now() {
        return versions.inForce(MODEL).orElseThrow();
    }

    /** @param words that stand for 您反映的内容 in the wording */
    private Handed written(String words) {
        NoticeText text = texts.find(NAME);
        Typed typed = texts.typed(NAME, text.subject(), text.body().replace("您反映的内容", words));
        assertThat(typed.faults()).isEmpty();
        return desk.hand(Map.of(MODEL, typed.file()), List.of(now().id()));
    }

    private Change proposed(String words) {
        return desk.propose(written(words), "业主看不懂", null, null, manager());
    }

    private String answered(Api api) {
        Api.Answer answer = api.post("/api/tickets", """
                {"kind": "CONSULTATION", "category": "CONSULT_PARKING", "home": "1-1-101", "channel": "WALK_IN",
                 "reporter": {"name": "张三", "phone": "13812345678", "email": "%s"},
                 "description": "能不能装充电桩 [(${1+1})] 〔编号〕", "details": {"answer": "可以登记"}}
                """.formatted(MAIL_OF_HIS));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private String told(String number) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.isToResident() && notice.template().equals(NAME))
                .map(Notice::body)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    void theNextNoticeSaysWhatWasApprovedAndTakenBackItSaysWhatItSaidBefore() {
        assertThat(told(answered(api()))).contains("您反映的内容：能不能装充电桩 [(${1+1})] 〔编号〕");
        Change change = proposed("〔报事人〕问的是");
        assertThat(desk.title(change)).isEqualTo("《通知：您的〔事项类别〕 〔编号〕 的答复（给业主）》");
        assertThat(desk.differences(change).get(0).difference().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.cells()).singleElement().satisfies(cell -> {
                    assertThat(cell.before()).isEqualTo("您反映的内容：〔描述〕");
                    assertThat(cell.after()).isEqualTo("〔报事人〕问的是：〔描述〕");
                }));
        assertThat(told(answered(api()))).as("nothing before it is approved").contains("您反映的内容");
        assertThatThrownBy(() -> desk.approve(change.id(), manager()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("自己提出的改动要由另一个人批准");
        assertThatThrownBy(() -> desk.propose(written("二"), "也要改", null, null, supervisor()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("正在等待批准");

        desk.approve(change.id(), supervisor());
        String number = answered(api());
        assertThat(told(number)).contains("张三问的是：能不能装充电桩 [(${1+1})] 〔编号〕").doesNotContain("您反映的内容");
        assertThat(mails(MAIL_OF_HIS, number))
                .singleElement()
                .asString()
                .contains("张三问的是：能不能装充电桩", "http")
                .doesNotContain("〔报事人〕");
        assertThat(now().version()).isEqualTo(2);
        assertThat(now().shipped()).isFalse();
        assertThat(updates.everything().get("notification/" + MODEL))
                .asString(UTF_8)
                .contains("[(${reporterName})]问的是");
        assertThat(jdbc.queryForObject(
                        "SELECT subject FROM notice WHERE addressee = 'manager' AND template LIKE 'rule-change-%'"
                                + " ORDER BY id DESC FETCH FIRST ROW ONLY",
                        String.class))
                .contains("您的〔事项类别〕 〔编号〕 的答复");

        start.start();
        assertThat(told(answered(api()))).as("over a restart").contains("张三问的是");

        assertThat(desk.undo(now().id(), manager()).shipped()).isTrue();
        assertThat(told(answered(api()))).contains("您反映的内容");
        assertThat(desk.history(MODEL)).hasSize(3).first().satisfies(past -> assertThat(past.restored())
                .isEqualTo(1));
    }

    @Test
    void itComesInForceFromTheMomentThatWasApproved() {
        Change change = proposed("您说的是");
        desk.approve(change.id(), time.instant().plus(Duration.ofHours(2)), supervisor());
        assertThat(told(answered(api()))).contains("您反映的内容");
        time.pass(Duration.ofHours(2));
        desk.bringInForce(change.id(), time.instant());
        assertThat(told(answered(api()))).contains("您说的是");
    }

    @Test
    void whatTheProgramShipsAnewIsLookedAtThreeWays() {
        String shipped = new String(versions.source(now()), UTF_8);
        versions.deploy(Map.of(MODEL, shipped.replace("我们的答复", "答复").getBytes(UTF_8)), true);
        desk.approve(proposed("您说的是").id(), supervisor());
        start.start();
        assertThat(told(answered(api())))
                .as("what is shipped does not override it")
                .contains("您说的是");
        assertThat(updates.all()).singleElement().satisfies(update -> {
            assertThat(update.theirs().toString()).contains("我们的答复");
            assertThat(update.own().toString()).contains("您说的是");
        });
        Change draft = updates.take(MODEL, manager());
        desk.approve(desk.propose(draft.id(), "用软件的", manager()).id(), supervisor());
        assertThat(now().shipped()).isTrue();
        assertThat(versions.source(now())).asString(UTF_8).isEqualTo(shipped);
        assertThat(updates.all()).isEmpty();
    }

    /** A file that comes by another door than the page fills in nothing else either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(${T(java.lang.Runtime).getRuntime()})]",
                "[[${number}]]",
                "[# th:if=\"${@passwords != null}\"]x[/]",
                "[# th:each=\"x : ${#ctx.variableNames}\"]x[/]",
                "[# th:utext=\"${number}\"/]",
                "[(${number.getClass()})]",
                "[(#{x})]",
                "[(${reporterEmail})]",
                "[/]",
                "〔编号〕",
                "http://example.com",
                "\u202E",
            })
    void whatIsHandedInAsAFileFillsInNothingElse(String harm) {
        String shipped = new String(versions.source(now()), UTF_8);
        Handed handed =
                desk.hand(Map.of(MODEL, shipped.replace("我们的答复", harm + "我们的答复").getBytes(UTF_8)), List.of());
        assertThat(handed.faults()).isNotEmpty();
        assertThatThrownBy(() -> desk.draft(handed, manager())).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheWordingsOfTheProgramAreTaken() {
        assertThat(desk.hand(Map.of("new.to-resident.txt", "题\n\n文\n".getBytes(UTF_8)), List.of())
                        .faults())
                .singleElement()
                .asString()
                .contains("只接受");
    }

    @Test
    void aPreviewSaysWhatTheTicketDoesNotHave() {
        String number = answered(api());
        NoticeText text = texts.find("accepted.to-resident");
        Typed typed = texts.typed("accepted.to-resident", text.subject(), text.body());
        NoticeTexts.Preview preview = texts.preview("accepted.to-resident", typed.file(), tickets.get(number));
        assertThat(preview.subject()).isEqualTo("您的咨询 " + number + " 已安排经办人");
        assertThat(preview.body()).contains("张三，您好", "首问责任人：", "随时查看进度");
        assertThat(preview.missing()).contains("经办人", "约定的时段").doesNotContain("编号", "地点");
    }

    /** The other node's end takes the engine of this one away from Camunda's webapps, too. */
    @Test
    @DirtiesContext
    void anotherNodeSaysItInItsNextNotices() {
        try (ConfigurableApplicationContext node =
                AnotherNode.start(surroundings, time, "--shouwen.models-age-seconds=1")) {
            Api there = new Api(
                    node.getEnvironment().getProperty("local.server.port", Integer.class), "shouwen-demo-token");
            assertThat(told(answered(there))).contains("您反映的内容");
            desk.approve(proposed("您说的是").id(), supervisor());
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(told(answered(there)))
                    .contains("您说的是"));
            desk.undo(now().id(), manager());
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(told(answered(there)))
                    .contains("您反映的内容"));
        }
    }
}
