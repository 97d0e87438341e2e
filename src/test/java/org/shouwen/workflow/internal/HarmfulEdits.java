package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwen.testing.Api;
import org.shouwen.testing.ModelEdit;
import org.shouwen.testing.Models;
import org.w3c.dom.Element;

/**
 * Edits of the shipped models that protect no engine but hurt the house, each with words of the sentence that refuses it.
 * Written down before the guard learned the business; the first twelve kinds were tried on the running product, where each
 * was accepted: 500 at intake or withdrawal, a ticket that stands still, a step for nobody, an input lost.
 *
 * <p>What the guard goes by, each rule in one place:
 *
 * <ol>
 *   <li>Tables ({@code TableRules}, {@code TableCover}): what the product reads is in the table as it is shipped: its columns,
 *       their types, their declared values (codes, or a range of numbers), and whether a cell may be empty. A cell keeps to its
 *       column; an amount and its unit go together; every case that the shipped table answers is answered, by exactly one row
 *       where the table is UNIQUE; every row says what it follows from.
 *   <li>Diagrams: what the product needs of one is in its contract and in the diagram as it is shipped. {@code FlowRules}: steps,
 *       events, calls and what they are bound to stay (notices and gateways may go); people, deadlines, wordings, delegates,
 *       conditions and messages are such as the program has for this flow. {@code FlowShape}: every step is reached and leads to
 *       an end, a branch knows where to go, nothing goes round for ever, no two arrows on one line.
 *   <li>Forms ({@code FormFields}): the fields are the ones that the step's listener reads, and offer what it knows; what is
 *       asked can be seen, and somebody can answer it ({@code FormLimits}, {@code FormConditions}).
 * </ol>
 *
 * <p>Style ({@code FlowStyle}) is a warning, never a fault. A fault names model, element or row and column as the picture does.
 */
record HarmfulEdits(String what, UnaryOperator<Map<String, byte[]>> edit, String... words) {

    private static final String CATEGORIES = "categories.dmn";
    private static final String LIMITS = "time-limits.dmn";
    private static final String PRIORITY = "repair-priority.dmn";
    private static final String REPAIR = "repair.bpmn";
    private static final String ACCEPTANCE = "acceptance.bpmn";
    private static final String REPORT = "report-work.form";

    @Override
    public String toString() {
        return what;
    }

    /** @return the models of the product, edited */
    Map<String, byte[]> models() {
        return edit.apply(new TreeMap<>(Models.bytes()));
    }

    private static HarmfulEdits edit(String what, String file, Consumer<ModelEdit> edit, String... words) {
        return new HarmfulEdits(
                what,
                models -> {
                    models.compute(file, (name, bytes) -> ModelEdit.edited(bytes, edit));
                    return models;
                },
                words);
    }

    private static HarmfulEdits replaced(String what, String file, String found, String instead, String... words) {
        return new HarmfulEdits(
                what,
                models -> {
                    String text = new String(models.get(file), UTF_8);
                    if (!text.contains(found)) {
                        throw new IllegalStateException(file + " has no " + found);
                    }
                    models.put(file, text.replace(found, instead).getBytes(UTF_8));
                    return models;
                },
                words);
    }

    /** One field of a form. */
    private static HarmfulEdits field(
            String what, String file, String key, Consumer<ObjectNode> edit, String... words) {
        return new HarmfulEdits(
                what,
                models -> {
                    JsonNode form = Api.parsed(new String(models.get(file), UTF_8));
                    StreamSupport.stream(form.path("components").spliterator(), false)
                            .filter(part -> part.path("key").asText().equals("input_" + key))
                            .forEach(part -> edit.accept((ObjectNode) part));
                    models.put(file, form.toString().getBytes(UTF_8));
                    return models;
                },
                words);
    }

    /** A whole form. */
    private static HarmfulEdits form(String what, Consumer<ObjectNode> edit, String... words) {
        return new HarmfulEdits(
                what,
                models -> {
                    ObjectNode form = (ObjectNode) Api.parsed(new String(models.get(REPORT), UTF_8));
                    edit.accept(form);
                    models.put(REPORT, form.toString().getBytes(UTF_8));
                    return models;
                },
                words);
    }

    /** @return a part that the form did not have */
    private static ObjectNode part(ObjectNode form) {
        return form.withArray("components").addObject().put("type", "separator");
    }

    private static void put(ObjectNode parent, String name, JsonNode value) {
        if (value.isMissingNode()) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
    }

    private static ObjectNode validate(ObjectNode field) {
        return field.withObject("/validate");
    }

    private static void hide(ObjectNode field, String condition) {
        field.withObject("/conditional").put("hide", condition);
    }

    static Stream<HarmfulEdits> all() {
        List<HarmfulEdits> all = new ArrayList<>(theTwelve());
        all.addAll(tables());
        all.addAll(categories());
        all.addAll(diagrams());
        all.addAll(forms());
        all.addAll(formsNobodyCompletes());
        all.addAll(formsNobodySees());
        all.addAll(longIds());
        return all.stream();
    }

    /** Of the design of the studio, in its order; several edits of one kind where it has faces. */
    private static List<HarmfulEdits> theTwelve() {
        return List.of(
                edit(
                        "1 a unit in Chinese",
                        LIMITS,
                        e -> e.cell(5, "respondUnit", "\"小时\""),
                        "《办结时限》第 5 行 签收单位",
                        "“小时”"),
                edit(
                        "2 a message renamed",
                        REPAIR,
                        e -> e.set("message_repairWithdrawn", "name", "repair.takenBack"),
                        "《报修》",
                        "repair.withdrawn"),
                edit("3 no withdrawal", REPAIR, e -> e.drop("subProcess_withdrawal"), "《报修》“撤回或并入事件”", "不能去掉"),
                edit(
                        "4 a wording that does not exist",
                        REPAIR,
                        e -> e.text("sendTask_notifyResidentOfClosing", "inputParameter", "ended-resident"),
                        "《报修》“告知业主办结”",
                        "选的通知文字没有了",
                        "ended-resident"),
                edit(
                        "5 a step for nobody",
                        REPAIR,
                        e -> e.set("userTask_reportWork", "camunda:assignee", null),
                        "《报修》“报告维修结果”",
                        "没有人"),
                edit(
                        "6 a form that nobody reads",
                        REPAIR,
                        e -> ModelEdit.remove(e.elements(listener -> listener.getAttribute("delegateExpression")
                                        .equals("${reportWorkListener}"))
                                .get(0)),
                        "《报修》“报告维修结果”",
                        "填写的内容"),
                edit("7 a row deleted", LIMITS, e -> e.dropRow(5), "《办结时限》", "没有一行适用于"),
                edit("8 a row doubled", LIMITS, e -> e.doubleRow(5), "《办结时限》第 5 行、第 6 行", "同时适用"),
                edit("9 a text for a number", LIMITS, e -> e.cell(5, "respondAmount", "\"十\""), "第 5 行 签收时限", "整数"),
                edit(
                        "9 a negative number",
                        LIMITS,
                        e -> e.cell(5, "respondAmount", "-3"),
                        "《办结时限》第 5 行 签收时限：须为不小于 1 的整数"),
                edit(
                        "10 a called process that does not exist",
                        REPAIR,
                        e -> e.set("callActivity_returnVisit", "calledElement", "returnVisits"),
                        "《报修》“回访”",
                        "没有名为 returnVisits 的流程"),
                edit(
                        "11 the return visit an empty task",
                        REPAIR,
                        e -> {
                            Element visit = e.byId("callActivity_returnVisit");
                            ModelEdit.set(visit, "calledElement", null);
                            e.rename(visit, "task");
                        },
                        "《报修》“回访”",
                        "普通任务"),
                edit(
                        "11 no default answer",
                        REPAIR,
                        e -> e.set("gateway_satisfied", "default", null),
                        "《报修》“业主满意吗?”",
                        "默认"),
                new HarmfulEdits(
                        "12 a foreign picture",
                        models -> {
                            models.put("foreign.bpmn", """
                                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
                                      <process id="theirs" name="外来的图" isExecutable="false">
                                        <startEvent id="a"/><task id="b" name="干活"/><endEvent id="c"/>
                                        <sequenceFlow id="d" sourceRef="a" targetRef="b"/>
                                        <sequenceFlow id="e" sourceRef="b" targetRef="c"/>
                                      </process>
                                    </definitions>""".getBytes(UTF_8));
                            return models;
                        },
                        "《外来的图》“干活”",
                        "普通任务"));
    }

    private static List<HarmfulEdits> categories() {
        return List.of(
                edit(
                        "a code twice",
                        CATEGORIES,
                        e -> e.cell(2, "category", "\"HOME_PLUMBING\""),
                        "第 2 行 代码：第 1 行已经用了 HOME_PLUMBING"),
                edit(
                        "a code that no address can have",
                        CATEGORIES,
                        e -> e.cell(2, "category", "\"家庭/电路\""),
                        "第 2 行 代码：只能用英文字母、数字、- 和 _"),
                edit("no code", CATEGORIES, e -> e.cell(2, "category", "-"), "第 2 行 代码：只能用英文字母"),
                edit(
                        "a label twice in a kind",
                        CATEGORIES,
                        e -> e.cell(2, "label", "\"家庭水管维修\""),
                        "第 2 行 名称：第 1 行的",
                        "已经叫“家庭水管维修”"),
                edit(
                        "a label that no ticket can keep",
                        CATEGORIES,
                        e -> e.cell(2, "label", "\"" + "长".repeat(61) + "\""),
                        "第 2 行 名称：须有 1 到 60 字"),
                edit("no label", CATEGORIES, e -> e.cell(2, "label", "\" \""), "第 2 行 名称：须有 1 到 60 字"),
                edit("a trade of one's own", CATEGORIES, e -> e.cell(2, "trade", "\"POOL\""), "第 2 行 工种", "“POOL”"),
                edit("an unknown hazard", CATEGORIES, e -> e.cell(2, "hazard", "\"SMOKE\""), "第 2 行 险情或专项", "“SMOKE”"),
                edit("an unknown place", CATEGORIES, e -> e.cell(2, "area", "\"GARDEN\""), "第 2 行 部位", "“GARDEN”"),
                edit("a kind of one's own", CATEGORIES, e -> e.cell(2, "kind", "\"LEASE\""), "第 2 行 事项类别", "“LEASE”"),
                edit(
                        "a window below nothing",
                        CATEGORIES,
                        e -> e.cell(2, "windowHours", "-1"),
                        "第 2 行 重复报事看几小时：须为不小于 0 的整数"),
                edit(
                        "a window that is not whole",
                        CATEGORIES,
                        e -> e.cell(2, "windowHours", "1.5"),
                        "第 2 行 重复报事看几小时：须为不小于 0 的整数"),
                edit(
                        "the last one of a kind taken out of offer",
                        CATEGORIES,
                        e -> IntStream.rangeClosed(1, e.rows().size())
                                .filter(row ->
                                        e.rows().get(row - 1).getTextContent().contains("\"SERVICE\""))
                                .forEach(row -> e.cell(row, "offered", "false")),
                        "一个可选的类别也没有"));
    }

    private static List<HarmfulEdits> tables() {
        return List.of(
                edit("an amount without unit", LIMITS, e -> e.cell(1, "arriveUnit", ""), "第 1 行 到场单位", "一起"),
                edit("no amount of a unit", LIMITS, e -> e.cell(5, "respondAmount", "0"), "第 5 行 签收时限：须为不小于 1 的整数"),
                edit("an amount of no unit", LIMITS, e -> e.cell(1, "finishAmount", "5"), "第 1 行 办结时限", "须为 0"),
                edit("an amount without end", LIMITS, e -> e.cell(5, "respondAmount", "1000000"), "须为不大于 999 的整数"),
                edit(
                        "every row deleted",
                        "renovation-documents.dmn",
                        e -> IntStream.range(0, 24).forEach(row -> e.dropRow(1)),
                        "一行也没有"),
                edit("a cell emptied", LIMITS, e -> e.cell(5, "respondAmount", ""), "第 5 行 签收时限", "不能为空"),
                edit("a rate above all", "visit-rule.dmn", e -> e.cell(1, "rate", "200"), "第 1 行", "须为不大于 100 的整数"),
                edit("a column deleted", LIMITS, e -> e.dropOutput("finishAmount"), "《办结时限》", "缺少列“办结时限”"),
                edit("a column renamed", LIMITS, e -> e.set("output_source", "name", "why"), "缺少列“依据（向业主说明）”"),
                edit("a fact renamed", LIMITS, e -> e.text("inputExpression_kind", "text", "type"), "缺少列“事项类别”"),
                edit(
                        "a type changed",
                        LIMITS,
                        e -> e.set("output_respondAmount", "typeRef", "string"),
                        "列“签收时限”",
                        "类型须为整数"),
                edit("no origin of a row", LIMITS, e -> e.cell(5, "source", "\"\""), "第 5 行 依据（向业主说明）", "不能为空"),
                edit(
                        "no annotation of a row",
                        LIMITS,
                        e -> ModelEdit.remove(
                                e.elements(text -> text.getLocalName().equals("description"))
                                        .get(4)),
                        "第 5 行",
                        "须写明依据"),
                edit(
                        "all rows hold",
                        LIMITS,
                        e -> e.set("decisionTable_timeLimits", "hitPolicy", "COLLECT"),
                        "《办结时限》",
                        "命中规则"),
                edit("no last row of FIRST", PRIORITY, e -> e.dropRow(13), "《报修优先级》", "没有一行适用于"),
                edit("a row that holds always", LIMITS, e -> e.cell(1, "hazard", "-"), "同时适用"),
                edit(
                        "a case that does not exist",
                        LIMITS,
                        e -> e.cell(2, "kind", "\"REPAIRS\""),
                        "第 2 行 事项类别",
                        "“REPAIRS”"),
                edit("yes in Chinese", PRIORITY, e -> e.cell(1, "urgent", "是"), "第 1 行 立即呼叫值班", "true 或 false"),
                edit(
                        "hours that are none",
                        "renovation-hours.dmn",
                        e -> e.cell(1, "forbidden", "\"晚上\""),
                        "第 1 行 禁止时段",
                        "不是时段"),
                edit(
                        "a very long text",
                        LIMITS,
                        e -> e.cell(5, "source", "\"" + "长".repeat(400) + "\""),
                        "第 5 行",
                        "最多 200 字"),
                edit(
                        "a code of one's own",
                        LIMITS,
                        e -> e.text("outputValues_respondUnit", "text", "\"WORKDAY\",\"WEEK\""),
                        "列“签收单位”",
                        "可选值"));
    }

    private static List<HarmfulEdits> diagrams() {
        return List.of(
                edit(
                        "a name that no row takes",
                        REPAIR,
                        e -> e.set("userTask_reportWork", "name", "报告维修结果".repeat(50)),
                        "名称最多 100 个字"),
                edit("another process id", REPAIR, e -> e.set("repair", "id", "repairs"), "没有名为 repairs 的流程"),
                replaced(
                        "a timer of one's own",
                        ACCEPTANCE,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines"
                                + ".deemedBy(execution)}</bpmn:timeDate>",
                        "<bpmn:timeDuration>PT2H</bpmn:timeDuration>",
                        "《验收》“业主逾期未答复”",
                        "deadlines.deemedBy"),
                edit(
                        "a reminder that ends the work",
                        REPAIR,
                        e -> e.set("startEvent_finishDue", "isInterrupting", null),
                        "《报修》“办结将到期”",
                        "不中断"),
                edit(
                        "a withdrawal that ends nothing",
                        REPAIR,
                        e -> e.set("startEvent_withdrawn", "isInterrupting", "false"),
                        "《报修》“已不再单独办理”",
                        "中断"),
                edit(
                        "an answer without condition",
                        REPAIR,
                        e -> ModelEdit.remove(e.within("flow_notSatisfied", "conditionExpression")),
                        "《报修》“否”",
                        "条件"),
                edit(
                        "an answer that leads nowhere of its own",
                        REPAIR,
                        e -> e.drop("flow_workNotDone"),
                        "《报修》“修好了吗?”",
                        "少了条件为 ${!workDone} 的箭头“否”"),
                edit(
                        "an answer turned round",
                        "incident-closing.bpmn",
                        e -> e.text("flow_more", "conditionExpression", "${!more}"),
                        "条件与原来相反"),
                edit(
                        "a flag compared with a code",
                        REPAIR,
                        e -> e.text("flow_notSatisfied", "conditionExpression", "${satisfied == 'NO'}"),
                        "《报修》“否”",
                        "是或否"),
                edit(
                        "an answer that does not come back",
                        REPAIR,
                        e -> ModelEdit.remove(e.within("callActivity_acceptance", "out")),
                        "《报修》“验收”",
                        "workAccepted"),
                edit(
                        "a call about no ticket",
                        REPAIR,
                        e -> ModelEdit.remove(e.within("callActivity_acceptance", "in")),
                        "《报修》“验收”",
                        "工单编号"),
                edit(
                        "a step that the product counts on",
                        REPAIR,
                        e -> e.bridge("userTask_reportWork"),
                        "《报修》“报告维修结果”",
                        "不能去掉"),
                edit(
                        "another feature's delegate",
                        REPAIR,
                        e -> e.set(
                                "serviceTask_startSupervisionOfReopening",
                                "camunda:delegateExpression",
                                "${expireSlipDelegate}"),
                        "《报修》“上报返工”",
                        "expireSlipDelegate"),
                edit(
                        "a parameter missing",
                        REPAIR,
                        e -> ModelEdit.remove(e.within("serviceTask_startSupervisionOfReopening", "inputOutput")),
                        "《报修》“上报返工”",
                        "cause"),
                edit(
                        "a wording for somebody else",
                        REPAIR,
                        e -> e.text("sendTask_notifyHandlerOfUrging", "inputParameter", "closed.to-resident"),
                        "《报修》“催促维修工”",
                        ".to-handler"),
                edit("a step without a name", REPAIR, e -> e.set("userTask_reportWork", "name", ""), "之后的人工步骤：没有名称"),
                edit("round for ever", REPAIR, e -> e.lead("flow_doneByOthers", "gateway_toWork"), "《报修》", "转圈"),
                edit("nobody comes here", REPAIR, e -> e.lead("flow_urged", "endEvent_urged"), "《报修》“催促维修工”", "走不到"),
                edit(
                        "it goes nowhere",
                        REPAIR,
                        e -> e.dropArrow(e.byId("flow_residentToldOfReopening")),
                        "《报修》“告知业主重新办理”",
                        "之后没有箭头"),
                edit(
                        "it waits for what never comes",
                        REPAIR,
                        e -> e.rename(e.byId("gateway_toAcceptance"), "parallelGateway"),
                        "《报修》",
                        "种类"),
                edit(
                        "a step many times over",
                        REPAIR,
                        e -> e.add("userTask_reportWork", "multiInstanceLoopCharacteristics"),
                        "《报修》“报告维修结果”",
                        "重复"),
                edit(
                        "somebody who left",
                        REPAIR,
                        e -> e.set("userTask_reportWork", "camunda:assignee", "zhangsan"),
                        "《报修》“报告维修结果”",
                        "办理人"),
                edit(
                        "a group as a person",
                        ACCEPTANCE,
                        e -> e.set("userTask_acceptWork", "camunda:assignee", "${people.leads(execution)}"),
                        "《验收》“验收维修”",
                        "办理人"),
                edit(
                        "a message caught twice",
                        REPAIR,
                        e -> e.elements(d -> d.getAttribute("messageRef").equals("message_repairUrged"))
                                .get(0)
                                .setAttribute("messageRef", "message_repairWithdrawn"),
                        "《报修》",
                        "只能等一次"),
                edit(
                        "a start that registers nothing",
                        REPAIR,
                        e -> ModelEdit.remove(e.within("startEvent_registered", "executionListener")),
                        "《报修》“报修已登记”",
                        "repairStartListener"),
                edit(
                        "two arrows on one line",
                        ACCEPTANCE,
                        e -> {
                            List<Element> points =
                                    e.elements(p -> p.getLocalName().equals("waypoint")
                                            && ((Element) p.getParentNode())
                                                    .getAttribute("bpmnElement")
                                                    .equals("flow_residentAsked"));
                            points.get(0).setAttribute("x", "212");
                        },
                        "《验收》",
                        "同一条线"),
                edit(
                        "two answers from one step",
                        ACCEPTANCE,
                        e -> e.set("flow_silent", "sourceRef", "userTask_acceptWork"),
                        "《验收》“验收维修”",
                        "只能有一条"));
    }

    /** Tasklist keeps its button grey, or our listener refuses whatever is handed in: a step that nobody can do. */
    private static List<HarmfulEdits> formsNobodyCompletes() {
        return List.of(
                field(
                        "asked where nobody reads it",
                        "answer-call.form",
                        "reason",
                        f -> f.remove("conditional"),
                        "填写的内容会丢失"),
                field("demanded and never seen", REPORT, "work", f -> hide(f, "=true"), "“维修内容”", "永远不会显示，却是必填"),
                field(
                        "hidden whatever is answered",
                        REPORT,
                        "materials",
                        f -> hide(f, "=input_materialSource != \"SHOP\""),
                        "“材料清单”",
                        "永远不会显示"),
                field(
                        "a condition on what nobody asks",
                        "inspect-on-site.form",
                        "amount",
                        f -> hide(f, "=input_outcome != \"QUOTE\""),
                        "永远不会显示"),
                new HarmfulEdits(
                        "demanded in a group that is never seen",
                        models -> {
                            ObjectNode form = (ObjectNode) Api.parsed(new String(models.get(REPORT), UTF_8));
                            ObjectNode group =
                                    form.objectNode().put("type", "group").put("id", "Group_all");
                            hide(group, "=input_materialSource = null");
                            group.set("components", form.path("components").deepCopy());
                            form.putArray("components").add(group);
                            models.put(REPORT, form.toString().getBytes(UTF_8));
                            return models;
                        },
                        "“故障原因”",
                        "永远不会显示，却是必填"),
                field("two that wait for each other", REPORT, "cost", f -> hide(f, "=input_cost = null"), "永远不会显示"),
                field(
                        "demanded and hidden at times",
                        REPORT,
                        "work",
                        f -> hide(f, "=input_materialSource = \"NONE\""),
                        "“维修内容”",
                        "程序要求填写时不能隐藏"),
                field(
                        "a condition that means nothing",
                        REPORT,
                        "materials",
                        f -> hide(f, "=input_materialSource ="),
                        "“材料清单”",
                        "看不懂"),
                field("least above most", REPORT, "cost", f -> validate(f).put("min", 200_000), "“向业主收费（元）”", "大于最大值"),
                field(
                        "longer than it may be",
                        REPORT,
                        "work",
                        f -> validate(f).put("minLength", 2_000),
                        "“维修内容”",
                        "大于最多字数"),
                field(
                        "no letter fits",
                        REPORT,
                        "work",
                        f -> validate(f).put("maxLength", 0),
                        "“维修内容”",
                        "最多字数须是 1 到 10000 的整数"),
                field(
                        "a bound that is no number",
                        REPORT,
                        "cost",
                        f -> validate(f).put("min", "none"),
                        "最小值须是数字"),
                field(
                        "steps that jump over what is allowed",
                        REPORT,
                        "cost",
                        f -> validate(f.put("increment", 5)).put("min", 1).put("max", 4),
                        "“向业主收费（元）”",
                        "最小值 1 和最大值 4 之间没有 5 的倍数"),
                field(
                        "no whole number between the bounds",
                        REPORT,
                        "cost",
                        f -> validate(f.put("decimalDigits", 0)).put("min", 1.2).put("max", 1.8),
                        "之间没有 1 的倍数"),
                field(
                        "steps and digits that do not meet",
                        REPORT,
                        "cost",
                        f -> validate(f.put("increment", "1.5").put("decimalDigits", 0))
                                .put("min", 1)
                                .put("max", 2),
                        "之间没有 3 的倍数"),
                field(
                        "a bound beyond what is counted",
                        REPORT,
                        "cost",
                        f -> validate(f).put("max", new BigDecimal("1e18")),
                        "最大值须是数字，最多 18 位"),
                replaced("a bound without end", REPORT, "\"max\": 100000", "\"max\": 1e999", "最大值须是数字，最多 18 位"),
                field("digits without end", REPORT, "cost", f -> f.put("decimalDigits", 2_000_000_000), "须是 0 到 9 的整数"),
                field(
                        "half a letter",
                        REPORT,
                        "work",
                        f -> validate(f).put("maxLength", 0.5),
                        "“维修内容”",
                        "最多字数须是 1 到 10000 的整数，不能是“0.5”"),
                field(
                        "more letters than are counted, where nobody must answer",
                        REPORT,
                        "materials",
                        f -> validate(f).put("maxLength", 4_294_967_296L),
                        "最多字数须是 1 到 10000 的整数"),
                field(
                        "a letter less than none",
                        REPORT,
                        "materials",
                        f -> validate(f).put("minLength", -1),
                        "最少字数须是 0 到 200 的整数"),
                field(
                        "more than the program takes",
                        "register-repair.form",
                        "contact",
                        f -> validate(f).put("min", 10).put("max", 99),
                        "程序只收 1 到 9"),
                field(
                        "a preset out of bounds",
                        REPORT,
                        "cost",
                        f -> f.put("defaultValue", -1),
                        "“向业主收费（元）”",
                        "不在允许的范围内"),
                field(
                        "a preset that is too long",
                        REPORT,
                        "work",
                        f -> f.put("defaultValue", "修".repeat(1_001)),
                        "超过最多 1000 字"),
                field(
                        "a preset that is no option",
                        REPORT,
                        "materialSource",
                        f -> f.put("defaultValue", "SHOP"),
                        "“材料来源”",
                        "“SHOP”不在选项里"),
                field(
                        "a time without a day",
                        "send-letter.form",
                        "promisedOn",
                        f -> f.put("subtype", "time"),
                        "“对方承诺的日期”",
                        "不能是“time”"),
                field(
                        "a day where a moment is read",
                        "send-letter.form",
                        "promisedOn",
                        f -> f.put("subtype", "date"),
                        "“对方承诺的日期”",
                        "须问日期和时间"),
                field("demanded and only to read", REPORT, "work", f -> f.put("readonly", true), "“维修内容”", "必填却不能填写"),
                field("demanded and disabled", REPORT, "work", f -> f.put("disabled", true), "“维修内容”", "必填却不能填写"),
                field(
                        "a choice without options",
                        REPORT,
                        "materialSource",
                        f -> f.putArray("values"),
                        "“材料来源”",
                        "没有选项"));
    }

    /** Form-js draws nothing at all of what it cannot read: an empty step without a word. */
    private static List<HarmfulEdits> formsNobodySees() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        List<HarmfulEdits> all = new ArrayList<>();
        for (JsonNode strange : List.of(make.textNode("x"), make.nullNode(), make.objectNode(), make.missingNode())) {
            all.add(form(
                    "parts that are " + strange.getNodeType(), f -> put(f, "components", strange), "components 须是一列"));
            all.add(form(
                    "parts of a group that are " + strange.getNodeType(),
                    f -> put(part(f).put("type", "group").put("id", "Group_x"), "components", strange),
                    "“Group_x”",
                    "components 须是一列"));
        }
        for (String name : List.of("validate", "conditional", "layout")) {
            all.add(form(name + " that is a text", f -> part(f).put(name, "x"), name + " 须是一个对象"));
            all.add(form(name + " that is nothing", f -> part(f).putNull(name), name + " 须是一个对象"));
            all.add(form(name + " that is a list", f -> part(f).putArray(name), name + " 须是一个对象"));
        }
        all.addAll(List.of(
                form("no form", f -> f.withArray("components").add("x"), "每一部分须是一个对象"),
                form("a part of no kind", f -> part(f).remove("type"), "缺少种类（type）"),
                form(
                        "an id twice",
                        f -> {
                            part(f).put("id", "Field_x");
                            part(f).put("id", "Field_x");
                        },
                        "id Field_x 用了两次"),
                form("the id of the form", f -> part(f).put("id", f.path("id").asText()), "用了两次"),
                field(
                        "an option that is a text",
                        REPORT,
                        "materialSource",
                        f -> f.withArray("values").add("STOCK"),
                        "“材料来源”",
                        "values 须是一列对象"),
                field(
                        "options that are no list",
                        REPORT,
                        "materialSource",
                        f -> f.set("values", f.path("values").path(0).deepCopy()),
                        "“材料来源”",
                        "values 须是一列对象"),
                form(
                        "a condition that is no text",
                        f -> part(f).putObject("conditional").put("hide", true),
                        "隐藏的条件（hide）须是文字"),
                form(
                        "a form within a form within a form",
                        f -> {
                            ObjectNode inner = part(f);
                            for (int i = 0; i < 12; i++) {
                                inner.put("type", "group");
                                ObjectNode next = f.objectNode().put("type", "text");
                                inner.putArray("components").add(next);
                                inner = next;
                            }
                        },
                        "分组最多套 10 层")));
        for (String loop : List.of(
                "count(input_faults) > 3",
                "(for i in 1..99999 return i) = null",
                "some i in [1] satisfies i = input_cost",
                "every i in [1] satisfies i = input_cost",
                "input_cost * 2 = 4")) {
            all.add(form(
                    "a condition that reckons: " + loop,
                    f -> hide(part(f).put("type", "text"), "=" + loop),
                    "隐藏的条件只能比较"));
        }
        return all;
    }

    private static List<HarmfulEdits> longIds() {
        String id = "a".repeat(201);
        String words = "id 最多 200 个字符，现有 ";
        return List.of(
                edit(
                        "an arrow whose id the engine cannot keep",
                        REPAIR,
                        e -> e.set("flow_workNotDone", "id", id),
                        words + "201 个"),
                replaced(
                        "a step whose id the engine cannot keep",
                        REPAIR,
                        "userTask_reportWork",
                        "userTask_" + id,
                        "《报修》“报告维修结果”：" + words + "210 个"),
                edit(
                        "a row whose id the engine cannot keep",
                        LIMITS,
                        e -> e.rows().get(0).setAttribute("id", id),
                        words),
                form("a form whose id the engine cannot keep", f -> f.put("id", id), words),
                form("a part whose id is too long", f -> part(f).put("id", id), words));
    }

    private static List<HarmfulEdits> forms() {
        return List.of(
                replaced(
                        "a question that nobody reads",
                        REPORT,
                        "\"input_work\"",
                        "\"input_remarks\"",
                        "“维修内容”",
                        "这一步不收"),
                replaced(
                        "an answer nobody knows",
                        REPORT,
                        "\"value\": \"STOCK\"",
                        "\"value\": \"WAREHOUSE\"",
                        "“材料来源”",
                        "WAREHOUSE"),
                new HarmfulEdits(
                        "a question that is needed",
                        models -> {
                            String form = new String(models.get(REPORT), UTF_8);
                            int from = form.indexOf("\"key\": \"input_cause\"");
                            int begin = form.lastIndexOf("{", from);
                            int end = form.indexOf("},\n    {", from);
                            models.put(
                                    REPORT,
                                    (form.substring(0, begin) + form.substring(form.indexOf("{", end)))
                                            .getBytes(UTF_8));
                            return models;
                        },
                        "缺少“故障原因”"));
    }
}
