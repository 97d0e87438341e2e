package org.shouwen.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.Change.State;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.studio.StudioDesk.Past;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.FormSheets;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改规则 by files: a step gets another name and its form another question, for new cases at once, and back with one click. */
@Tag("scenario")
class FlowChangesIT extends RunningDesk {

    private static final String FLOW = "first-responsibility.bpmn";
    private static final String FORM = "dispatch.form";
    private static final String TABLE = "time-limits.dmn";

    @Autowired
    private StudioDesk desk;

    @Autowired
    private ModelVersions versions;

    @Autowired
    private FormSheets forms;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService models;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService taskForms;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    @Qualifier("modelDeployer")
    private SmartLifecycle start;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, "firstResponsibility", "timeLimits");
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Caller director() {
        return Callers.of("director", roster, time.instant(), Role.MANAGER);
    }

    private Caller supervisor() {
        return Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
    }

    private Version now(String model) {
        return versions.inForce(model).orElseThrow();
    }

    private String file(String model, String file) {
        return new String(versions.files(now(model)).get(file), UTF_8);
    }

    private String renamed(String name) {
        return file(FLOW, FLOW).replaceFirst("(userTask_dispatch\" name=\")[^\"]*", "$1" + name);
    }

    private String asking(String question) {
        return file(FLOW, FORM).replaceFirst("(\"label\": \")经办人", "$1" + question);
    }

    private String arriving(String hours) {
        String table = file(TABLE, TABLE);
        return table.replaceFirst("(D2-6；来源)", "经理会 " + hours + "，$1");
    }

    private Handed hand(String... filesAndTexts) {
        return desk.hand(files(filesAndTexts), List.of());
    }

    private static Map<String, byte[]> files(String... filesAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            files.put(filesAndTexts[i], filesAndTexts[i + 1].getBytes(UTF_8));
        }
        return files;
    }

    private Task dispatching() {
        String number = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """).text("number");
        runJobs();
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_dispatch")
                .singleResult();
    }

    private String shown(Task task) {
        try (var form = taskForms.getDeployedTaskForm(task.getId())) {
            return new String(form.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> sentences(Handed handed) {
        return handed.faults().stream().map(Said::sentence).toList();
    }

    private static void assertRefused(ThrowingCallable deed, Refusal.Kind kind, String... parts) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.getMessage()).contains(parts);
            assertThat(refusal.kind()).isEqualTo(kind);
        });
    }

    private List<Version> inForce(Handed handed, Caller by, Caller other) {
        assertThat(sentences(handed)).isEmpty();
        return desk.approve(desk.propose(handed, "经理会定的", null, null, by).id(), other);
    }

    @Test
    void aStepAndItsFormAreChangedApprovedUsedAndTakenBack() {
        Task before = dispatching();
        Handed handed = hand("新的图.bpmn", renamed("分派经办人"), "表单.xml", asking("谁来办"));
        assertThat(handed.files()).containsOnlyKeys(FLOW, FORM);
        Change draft = desk.draft(handed, manager());
        assertThat(desk.draft(hand("a", renamed("分派经办人"), "b", asking("谁来办")), manager()))
                .as("the same bytes are the same draft")
                .isEqualTo(draft);
        assertThat(desk.differences(draft))
                .extracting(
                        file -> file.title() + file.difference().lines().get(0).cells())
                .containsExactly(
                        "dispatch.form[Cell[label=问题, before=经办人, after=谁来办]]",
                        "首问负责[Cell[label=名称, before=派单或抢单, after=分派经办人]]");

        Change change = desk.propose(draft.id(), "叫法不清楚", manager());
        assertThat(desk.draft(handed, manager())).as("and the same proposal").isEqualTo(change);
        assertThat(dispatching().getName()).as("proposed is not in force").isEqualTo("派单或抢单");
        assertRefused(() -> desk.approve(change.id(), manager()), Refusal.Kind.NOT_ALLOWED, "另一个人");

        Version second = desk.approve(change.id(), supervisor()).get(0);
        assertThat(second.version()).isEqualTo(2);
        Task after = dispatching();
        assertThat(after.getName()).isEqualTo("分派经办人");
        assertThat(shown(after)).contains("谁来办");
        assertThat(forms.inForce("dispatch").orElseThrow().questions().get(0).label())
                .isEqualTo("谁来办");
        assertThat(tasks.createTaskQuery().taskId(before.getId()).singleResult().getName())
                .as("what runs goes on by its own version")
                .isEqualTo("派单或抢单");
        assertThat(shown(before)).contains("经办人");

        start.start();
        assertThat(now(FLOW)).as("what is shipped does not override it").isEqualTo(second);

        Version third = desk.undo(second.id(), director());
        assertThat(dispatching().getName()).isEqualTo("派单或抢单");
        assertThat(third.shipped()).isTrue();
        start.start();
        assertThat(now(FLOW)).isEqualTo(third);
        assertThat(desk.history(FLOW))
                .extracting(FlowChangesIT::told)
                .containsExactly("3 director 撤销第 2 版 = 1", "2 manager 叫法不清楚", "1");
    }

    private static String told(Past past) {
        return past.version().version()
                + past.change()
                        .map(one -> " " + one.proposedBy() + " " + one.reason())
                        .orElse("")
                + (past.restored() == null ? "" : " = " + past.restored());
    }

    @Test
    void aDraftIsKnownToNobodyElseNorWhenItIsDropped() {
        Change draft = desk.draft(hand("a", renamed("分派经办人")), manager());
        assertThat(desk.change(draft.id(), manager())).isEqualTo(draft);
        assertRefused(() -> desk.change(draft.id(), supervisor()), Refusal.Kind.NOT_FOUND, "没有编号为");
        desk.withdraw(draft.id(), manager());
        assertRefused(() -> desk.change(draft.id(), supervisor()), Refusal.Kind.NOT_FOUND, "没有编号为");
        assertThat(desk.notInForce(FLOW)).isEmpty();
    }

    @Test
    void whatIsChangedTogetherIsInForceAndTakenBackTogether() {
        List<Version> both = inForce(hand("a", renamed("分派经办人"), "b", arriving("一")), manager(), supervisor());
        assertThat(both).extracting(Version::model).containsExactlyInAnyOrder(FLOW, TABLE);
        inForce(hand("b", arriving("二")), manager(), supervisor());
        assertRefused(
                () -> desk.undo(now(FLOW).id(), manager()), Refusal.Kind.NOT_POSSIBLE_NOW, "一起改的《办结时限》后来又改过", "先撤销那一次");
        assertThat(now(FLOW).version()).isEqualTo(2);

        desk.undo(now(TABLE).id(), manager());
        assertThat(file(TABLE, TABLE)).contains("经理会 一").doesNotContain("经理会 二");
        desk.undo(now(FLOW).id(), manager());
        assertThat(file(TABLE, TABLE)).doesNotContain("经理会");
        assertThat(file(FLOW, FLOW)).contains("派单或抢单");
        assertThat(now(TABLE).shipped() && now(FLOW).shipped()).isTrue();
    }

    @Test
    void aFormAloneIsChangedForTheFlowThatShowsIt() {
        Version second =
                inForce(hand("x.form", asking("谁来办")), manager(), supervisor()).get(0);
        assertThat(second.model()).isEqualTo(FLOW);
        assertThat(shown(dispatching())).contains("谁来办");
        // The diagram as it is, with the form that came in force meanwhile
        inForce(hand("x.bpmn", renamed("分派经办人")), manager(), supervisor());
        assertThat(shown(dispatching())).contains("谁来办");
        desk.undo(now(FLOW).id(), manager());
        assertThat(shown(dispatching())).contains("谁来办");
        desk.undo(now(FLOW).id(), manager());
        assertThat(shown(dispatching())).contains("经办人");
    }

    @Test
    void whoeverComesSecondSeesWhatTheFirstChanged() {
        Handed others = hand("x.bpmn", renamed("分派经办人"));
        Handed own = hand("x.bpmn", renamed("派工"), "y.form", asking("谁来办"));
        Change draft = desk.draft(own, director());
        Change first = desk.propose(others, "先来的", null, null, manager());
        assertRefused(() -> desk.propose(draft.id(), "后来的", director()), Refusal.Kind.NOT_POSSIBLE_NOW, "郑华", "正在等待批准");
        desk.approve(first.id(), supervisor());
        assertRefused(
                () -> desk.propose(draft.id(), "后来的", director()),
                Refusal.Kind.NOT_POSSIBLE_NOW,
                "《首问负责》",
                "改的是第 1 版，现行的是第 2 版");
        assertThat(desk.overtaken(draft)).extracting(Version::version).containsExactly(1);
        assertRefused(() -> desk.renew(draft.id(), manager()), Refusal.Kind.NOT_ALLOWED, "只有提出人");

        Change again = desk.renew(draft.id(), director());
        assertThat(desk.change(draft.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(desk.differences(again).get(1).difference().lines().get(0).cells())
                .as("that it goes over the first's is said")
                .hasToString("[Cell[label=名称, before=分派经办人, after=派工]]");
        desk.approve(desk.propose(again.id(), "后来的", director()).id(), manager());
        assertThat(dispatching().getName()).isEqualTo("派工");
    }

    @Test
    void whatWasProposedOnAnOlderVersionIsNotApproved() {
        Version second = inForce(hand("x.bpmn", renamed("分派经办人")), manager(), supervisor())
                .get(0);
        Change change = desk.propose(hand("y.form", asking("谁来办")), "问清楚", null, null, manager());
        desk.undo(second.id(), supervisor());
        assertRefused(
                () -> desk.approve(change.id(), director()), Refusal.Kind.NOT_POSSIBLE_NOW, "第 2 版", "现行的是第 3 版", "重做");
        assertThat(desk.change(change.id()).isOpen()).as("nothing half done").isTrue();
        Change again = desk.renew(change.id(), manager());
        desk.approve(desk.propose(again.id(), "问清楚", manager()).id(), director());
        assertThat(file(FLOW, FLOW)).contains("派单或抢单");
        assertThat(file(FLOW, FORM)).contains("谁来办");
    }

    /** In sentences that name the element as people do, by its id for whoever draws it; nothing of it is kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            camunda:candidateGroups="${people.dispatchers(execution)}" | '' | userTask_dispatch | 派单或抢单
            camunda:candidateGroups="${people.dispatchers(execution)}" | camunda:candidateGroups="${canary.sing()}" | userTask_dispatch | 派单或抢单
            camunda:delegateExpression="${notifyHandlerDelegate}" | camunda:expression="${canary.sing()}" | sendTask_notifyHandlerOfDispatch | 通知经办人接单
            camunda:delegateExpression="${notifyHandlerDelegate}" | camunda:class="java.lang.Runtime" | sendTask_notifyHandlerOfDispatch | 通知经办人接单
            name="派单或抢单" | name="${canary.sing()}" | userTask_dispatch | 表达式
            default="flow_notUrgent" | '' | gateway_urgent | 紧急吗?
            <bpmn:sequenceFlow id="flow_grabbed" | <bpmn:scriptTask id="scriptTask_x" scriptFormat="javascript"><bpmn:script>x</bpmn:script></bpmn:scriptTask><bpmn:sequenceFlow id="flow_grabbed" | scriptTask_x | 不允许
            """)
    void whatTheGuardRefusesIsKeptNowhere(String before, String after, String element, String words) {
        assertThat(file(FLOW, FLOW)).contains(before);
        Handed handed = hand("x.bpmn", file(FLOW, FLOW).replace(before, after));
        assertThat(handed.faults()).anySatisfy(fault -> {
            assertThat(fault.element()).isEqualTo(element);
            assertThat(fault.sentence()).contains(words);
        });
        assertRefused(() -> desk.draft(handed, manager()), Refusal.Kind.INVALID, words);
        assertRefused(() -> desk.propose(handed, "试试", null, null, manager()), Refusal.Kind.INVALID, words);
        assertThat(desk.open()).isEmpty();
        assertThat(desk.drafts(manager())).isEmpty();
    }

    @Test
    void whatAFormMayNotHaveIsRefused() {
        for (Map.Entry<String, String> part : Map.of(
                        "{\"type\": \"iframe\", \"url\": \"https://evil.example\"}", "不允许使用 iframe",
                        "{\"type\": \"text\", \"text\": \"![](https://evil.example/x.png)\"}", "外部地址",
                        "{\"type\": \"textfield\", \"key\": \"status\"}", "须以 input_ 开头",
                        "{\"type\": \"script\", \"key\": \"input_x\"}", "不允许使用 script")
                .entrySet()) {
            Handed handed = hand(
                    "x.form", file(FLOW, FORM).replace("\"components\": [", "\"components\": [" + part.getKey() + ","));
            assertThat(sentences(handed))
                    .anySatisfy(sentence -> assertThat(sentence).contains(part.getValue()));
        }
    }

    @Test
    void everyFaultOfAFileSaysWhatToDo() {
        String flow = file(FLOW, FLOW);
        assertThat(sentences(hand("大图.bpmn", flow + " ".repeat(5_000_000))))
                .containsExactly("大图.bpmn：文件超过 1 MB，请去掉图片等多余的内容");
        assertThat(sentences(hand("x.bpmn", flow.replaceFirst("<bpmn:definitions", """
                        <!DOCTYPE x [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]><bpmn:definitions"""))))
                .singleElement()
                .asString()
                .startsWith("x.bpmn：不是有效的 BPMN，请用 Camunda Modeler 打开改正：");
        assertThat(sentences(hand("x.bpmn", flow.replace("id=\"firstResponsibility\"", "id=\"leaveRequest\""))))
                .containsExactly("leave-request.bpmn：这里没有这个流程，请从“规则”页下载要改的那一个，在它上面改，不要改它的 id");
        assertThat(sentences(hand("x.json", "{\"nodes\": []}")))
                .singleElement()
                .asString()
                .contains("表单的 id", "请在 Camunda Modeler 里改成");
        assertThat(sentences(hand("图.png", "\u0089PNG")))
                .singleElement()
                .asString()
                .contains("只接受 Camunda 7 的 .bpmn、.dmn、.form 文件");
        assertThat(sentences(
                        hand("new.form", file(FLOW, FORM).replace("\"id\": \"dispatch\"", "\"id\": \"dispatchNew\""))))
                .containsExactly("dispatch-new.form：没有流程用到这张表单，请和用到它的流程图一起交");
        assertThat(sentences(hand(
                        "new.form",
                        file(FLOW, FORM).replace("\"id\": \"dispatch\"", "\"id\": \"dispatchNew\""),
                        "x.bpmn",
                        flow.substring(0, flow.length() / 2))))
                .singleElement()
                .asString()
                .startsWith("x.bpmn：不是有效的 BPMN");
        assertThat(sentences(hand("a.bpmn", flow, "b.bpmn", renamed("派工"))))
                .containsExactly("b.bpmn：同一次里已经有一个 first-responsibility.bpmn，请只留一个");
        assertThat(sentences(hand("x.bpmn", flow))).containsExactly("没有改动：与所改的版本相同");
        assertThat(desk.hand(Map.of("x.bpmn", flow.getBytes(Charset.forName("GBK"))), List.of())
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("UTF-8"));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("<bpmn:endEvent id=\"endEvent_%d\" name=\"结束 %d\" />".formatted(i, i));
        }
        assertThat(sentences(hand("x.bpmn", flow.replaceFirst("<bpmn:sequenceFlow", many + "<bpmn:sequenceFlow"))))
                .anySatisfy(sentence -> assertThat(sentence).contains("个节点，最多 150 个，请把一部分画成另一个流程"));
    }
}
