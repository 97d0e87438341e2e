package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 *   <li>Forms ({@code FormFields}): the fields are the ones that the step's listener reads, and offer what it knows.
 * </ol>
 *
 * <p>Style ({@code FlowStyle}) is a warning, never a fault. A fault names model, element or row and column as the picture does.
 */
record HarmfulEdits(String what, UnaryOperator<Map<String, byte[]>> edit, String... words) {

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

    static Stream<HarmfulEdits> all() {
        List<HarmfulEdits> all = new ArrayList<>(theTwelve());
        all.addAll(tables());
        all.addAll(diagrams());
        all.addAll(forms());
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
                        "没有名为 ended-resident 的通知文字"),
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
                        e -> e.text("sendTask_notifyHandlerOfUrging", "inputParameter", "closed-resident"),
                        "《报修》“催促维修工”",
                        "-handler"),
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
