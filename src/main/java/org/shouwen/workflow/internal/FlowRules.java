package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.NoticeNames;
import org.shouwen.workflow.NoticeNeeds;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * What the business needs of a diagram. Its contract and the diagram as it is shipped say what the program counts on: steps,
 * events and calls stay, and so does what they are bound to; notices and gateways may go. Whatever is used, people, times,
 * delegates, wordings, is such as the program has for this flow.
 */
class FlowRules {

    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?(\\w+)( == '([\\w\\p{IsHan}]+)')?}");
    static final Pattern DAYS = Pattern.compile("P[1-9]\\d{0,4}D");
    /** The engine keeps at most 255 characters of it, and nobody reads more than these. */
    private static final int LONGEST_NAME = 100;

    private static final Set<String> DEFINITIONS = Set.of(
            "", "timerEventDefinition", "messageEventDefinition", "errorEventDefinition", "terminateEventDefinition");
    private static final String MODEL = "";

    private final Program program;
    private final ShippedModels shipped;

    FlowRules(Program program, ShippedModels shipped) {
        this.program = program;
        this.shipped = shipped;
    }

    /**
     * @param answers what managers' own steps of the flow declare
     * @param waitingTimes names of the waiting times
     */
    void judge(Flow flow, OwnAnswers answers, Set<String> waitingTimes, Judgement.Model into) {
        Optional<ProcessContract> contract = shipped.contract(flow.id());
        Optional<Flow> reference = shipped.flow(flow.id());
        if (contract.isEmpty() || reference.isEmpty()) {
            flow.nodes(Node::isStrange).forEach(node -> strange(flow, node, into));
            into.fault(
                    flow.id(),
                    MODEL,
                    "没有名为 " + flow.id() + " 的流程：流程的 id 须是 "
                            + shipped.flows().keySet().stream().collect(Collectors.joining("、")) + " 之一");
        } else {
            new One(flow, contract.get(), reference.get(), answers, waitingTimes, into).judge();
        }
    }

    private static void strange(Flow flow, Node node, Judgement.Model into) {
        into.fault(
                node.id(),
                flow.place(node.id()),
                "不能用" + (node.is("task", "manualTask") ? "普通任务，不会有人办" : " " + node.kind()) + "；请改成人工步骤、通知、查表或子流程");
    }

    private final class One {

        private final Flow flow;
        private final ProcessContract contract;
        private final Flow reference;
        private final OwnAnswers answers;
        private final Set<String> waitingTimes;
        private final Judgement.Model into;
        private final Map<String, Map<String, String>> usable = new TreeMap<>();
        private final Map<String, Class<?>> variables;

        One(
                Flow flow,
                ProcessContract contract,
                Flow reference,
                OwnAnswers answers,
                Set<String> waitingTimes,
                Judgement.Model into) {
            this.flow = flow;
            this.contract = contract;
            this.reference = reference;
            this.answers = answers;
            this.waitingTimes = waitingTimes;
            this.into = into;
            this.variables = new TreeMap<>(shipped.variables(flow.id()));
        }

        void judge() {
            process();
            reference.nodes().values().forEach(this::stays);
            messages();
            answersLeadOn();
            declared();
            flow.nodes().values().forEach(this::node);
            flow.arrows().values().forEach(this::condition);
        }

        private void fault(Node node, String words) {
            into.fault(node.id(), flow.place(node.id()), words);
        }

        // ---- what the program counts on

        private void process() {
            if (!DAYS.matcher(attribute("historyTimeToLive")).matches()) {
                into.fault(flow.id(), MODEL, "须写明历史保存的天数（historyTimeToLive），例如 P180D");
            }
            for (String attribute :
                    List.of("isStartableInTasklist", "candidateStarterUsers", "candidateStarterGroups")) {
                String asShipped = Optional.ofNullable(reference.process().getAttribute(Flow.CAMUNDA, attribute))
                        .orElse("");
                if (!asShipped.equals(attribute(attribute))) {
                    into.fault(
                            flow.id(),
                            MODEL,
                            attribute + " 须" + (asShipped.isEmpty() ? "空着" : "为 " + asShipped) + "：由谁、从哪里发起由程序规定");
                }
            }
        }

        private String attribute(String name) {
            return Optional.ofNullable(flow.process().getAttribute(Flow.CAMUNDA, name))
                    .orElse("");
        }

        private void stays(Node needed) {
            Node here = flow.nodes().get(needed.id());
            if (here == null) {
                boolean mayGo = needed.is("sendTask")
                        || needed.isGateway() && !contract.places().contains(needed.id());
                String place = reference.place(needed.id());
                if (mayGo && needed.is("sendTask")) {
                    into.warning(flow.id(), place, "这项通知不再发出");
                } else if (!mayGo) {
                    into.fault(flow.id(), place, "程序要用到这一步，不能去掉（可以改名、换位置），id 须是 " + needed.id());
                }
                return;
            }
            if (!here.kind().equals(needed.kind())) {
                // A task that nobody does says so itself
                if (!here.isStrange()) {
                    fault(here, "种类须是" + needed.kindInWords() + "，不能改成" + here.kindInWords());
                }
                return;
            }
            event(here, needed);
            bindings(here, needed);
        }

        /**
         * What the program answers leads where it is provided for, as often as it is asked about, wherever that is drawn. Yes and
         * no are one question, whichever is the normal answer.
         */
        private void answersLeadOn() {
            Map<String, List<Arrow>> asked = questions(reference);
            Map<String, List<Arrow>> here = questions(flow);
            asked.forEach((question, arrows) -> {
                if (here.getOrDefault(question, List.of()).size() < arrows.size()) {
                    Arrow gone = arrows.stream()
                            .filter(arrow -> here.getOrDefault(question, List.of()).stream()
                                    .noneMatch(left -> left.id().equals(arrow.id())))
                            .findFirst()
                            .orElse(arrows.get(0));
                    into.fault(
                            flow.id(),
                            reference.place(gone.from()),
                            "少了条件为 " + gone.condition().orElseThrow() + " 的箭头" + reference.place(gone.id())
                                    + "：程序会这样回答，那时单子走错路，办不下去");
                }
            });
        }

        /** @return arrows that ask, by what they ask about */
        private static Map<String, List<Arrow>> questions(Flow flow) {
            Map<String, List<Arrow>> questions = new TreeMap<>();
            flow.arrows().values().forEach(arrow -> {
                Matcher asked = CONDITION.matcher(arrow.condition().orElse(""));
                if (asked.matches()) {
                    questions
                            .computeIfAbsent(asked.group(1) + " " + asked.group(3), key -> new ArrayList<>())
                            .add(arrow);
                }
            });
            return questions;
        }

        private void event(Node here, Node needed) {
            if (!here.definitionKind().equals(needed.definitionKind())) {
                fault(here, "须是原来那种事件，不能改成别的");
            }
            if (here.interrupts() != needed.interrupts()) {
                fault(here, "须设为" + (needed.interrupts() ? "中断正在办的事" : "不中断正在办的事"));
            }
            if (!here.attribute("attachedToRef").equals(needed.attribute("attachedToRef"))) {
                fault(here, "须留在" + reference.place(needed.attribute("attachedToRef")) + "上");
            }
            if (here.isEventSubProcess() != needed.isEventSubProcess()) {
                fault(here, needed.isEventSubProcess() ? "须由事件触发" : "不能由事件触发");
            }
            String message = reference.message(needed);
            if (!message.equals(flow.message(here))) {
                fault(here, "须等消息 " + message);
            }
            String error = reference.meant(needed, "errorRef", "errorCode");
            if (!error.equals(flow.meant(here, "errorRef", "errorCode"))) {
                fault(here, "须是错误 " + error);
            }
        }

        private void bindings(Node here, Node needed) {
            if (!here.delegate().equals(needed.delegate()) && !ShippedModels.isNotice(needed.delegate())) {
                fault(here, "须由 ${" + needed.delegate() + "} 办理，不能换成 " + here.camunda("delegateExpression"));
            }
            if (!here.attribute("calledElement").equals(needed.attribute("calledElement"))
                    && shipped.flows().containsKey(here.attribute("calledElement"))) {
                fault(here, "须调用流程 " + needed.attribute("calledElement"));
            }
            for (String event : List.of("create", "complete")) {
                List<String> told = here.listeners("taskListener", event);
                needed.listeners("taskListener", event).stream()
                        .filter(listener -> !told.contains(listener))
                        .forEach(listener -> fault(
                                here,
                                "缺少 " + event + " 监听 ${" + listener + "}，"
                                        + (event.equals("create") ? "表单上看不到情况" : "填写的内容会丢失")));
            }
            List<String> starting = here.listeners("executionListener", "start");
            needed.listeners("executionListener", "start").stream()
                    .filter(listener -> !starting.contains(listener))
                    .forEach(listener -> fault(here, "缺少 start 监听 ${" + listener + "}，工单不会登记"));
            needed.parameters("outputParameter").forEach((name, value) -> {
                if (!value.equals(here.parameters("outputParameter").get(name))) {
                    fault(here, "须把 " + name + " 设为 " + value);
                }
            });
            if (!here.camunda("formRef").isEmpty() && needed.camunda("formRef").isEmpty()
                    || needed.is("startEvent") && !here.camunda("formRef").equals(needed.camunda("formRef"))) {
                fault(here, "表单须" + (needed.camunda("formRef").isEmpty() ? "空着" : "是 " + needed.camunda("formRef")));
            }
            if (here.attribute("calledElement").equals(needed.attribute("calledElement"))) {
                handedOver(here, mappings(needed, "in"), mappings(needed, "out"));
            }
        }

        private void handedOver(Node call, Set<String> in, Set<String> out) {
            Set<String> given = mappings(call, "in");
            in.stream()
                    .filter(mapping -> !given.contains(mapping))
                    .forEach(mapping ->
                            fault(call, mapping.isEmpty() ? "须带上工单编号（businessKey），否则不知道是哪一单" : "须交给它 " + mapping));
            Set<String> back = mappings(call, "out");
            out.stream()
                    .filter(mapping -> !back.contains(mapping))
                    .forEach(mapping -> fault(call, "须取回 " + mapping + "，后面的判断要用"));
        }

        /** @return {@code source → target}; the business key is the empty text */
        private static Set<String> mappings(Node call, String kind) {
            return call.extensions(kind).stream()
                    .map(mapping -> mapping.getAttribute("businessKey") != null
                            ? ""
                            : mapping.getAttribute("source") + " → " + mapping.getAttribute("target"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private void messages() {
            Map<String, Long> asShipped = awaited(reference);
            Map<String, Long> here = awaited(flow);
            for (String message : contract.messages()) {
                if (!here.containsKey(message)) {
                    into.fault(flow.id(), MODEL, "没有一处等消息 " + message + "，程序要用到");
                } else if (here.get(message) > asShipped.getOrDefault(message, 1L)) {
                    into.fault(flow.id(), MODEL, "消息 " + message + " 只能等一次");
                }
            }
            flow.nodes(node -> node.is("receiveTask") || node.definitionKind().equals("messageEventDefinition"))
                    .filter(node -> !contract.messages().contains(flow.message(node)))
                    .forEach(node -> fault(
                            node, "没有人会发消息 " + flow.message(node) + "，可选：" + String.join("、", contract.messages())));
        }

        private static Map<String, Long> awaited(Flow flow) {
            return flow.nodes().values().stream()
                    .map(flow::message)
                    .filter(message -> !message.isEmpty())
                    .collect(Collectors.groupingBy(message -> message, Collectors.counting()));
        }

        // ---- what is used

        private void node(Node node) {
            if (node.isStrange()) {
                strange(flow, node, into);
                return;
            }
            if (node.name().length() > LONGEST_NAME) {
                fault(node, "名称最多 " + LONGEST_NAME + " 个字");
            }
            if (node.element().getChildElements().stream()
                    .anyMatch(child -> child.getLocalName().endsWith("LoopCharacteristics"))) {
                fault(node, "一步不能重复办（多实例、循环）");
            }
            if (node.isEvent()) {
                used(node);
            }
            if (node.is("userTask")) {
                human(node);
            }
            if (node.isDelegated() && node.camunda("decisionRef").isEmpty()) {
                delegated(node);
            }
            if (node.is("callActivity")) {
                call(node);
            }
            for (String time : Flow.asked(node, "time").toList()) {
                time(node, time);
            }
            parameters(node);
        }

        private void time(Node node, String time) {
            Optional<String> waiting = WaitingTimes.asked(time);
            if (waiting.isPresent()) {
                if (!waitingTimes.contains(waiting.get())) {
                    fault(node, "等候时限表里没有“" + waiting.get() + "”，可选：" + String.join("、", waitingTimes));
                }
            } else if (!uses("time").containsKey(time)) {
                fault(node, "这里没有时限 " + time + "，可选：" + choices("time"));
            }
        }

        // ---- managers' own steps

        /** What they declare is the flow's own: nothing of the program has that name. */
        private void declared() {
            Set<String> known = shipped.flows().keySet().stream()
                    .flatMap(process -> shipped.variables(process).keySet().stream())
                    .collect(Collectors.toSet());
            answers.byName().forEach((name, answer) -> {
                if (known.contains(name)) {
                    answer.steps()
                            .forEach(step -> fault(
                                    flow.nodes().get(step),
                                    "表单里“" + answer.label() + "”的键不能是 input_" + name + "：程序已用了这个名字，请换一个"));
                } else {
                    variables.put(name, String.class);
                }
            });
        }

        private void own(Node step) {
            if (shipped.form(step.camunda("formRef")).isPresent()) {
                fault(step, "表单 " + step.camunda("formRef") + " 是程序自己的步骤用的，请另做一张");
            }
            List<DomElement> late = step.extensions("taskListener").stream()
                    .filter(listener -> "timeout".equals(listener.getAttribute("event")))
                    .toList();
            String due = step.camunda("dueDate");
            if (WaitingTimes.asked(due).isEmpty()) {
                fault(step, "没有选到什么时候办完，可选的等候时限：" + String.join("、", waitingTimes));
            } else if (late.size() != 1 || !isTold(step, late.get(0), due)) {
                fault(step, "到期没有办的须上报督办（timeout 监听 ${" + BuildingBlocks.LATE + "}，时限与 dueDate 相同）");
            }
        }

        private static boolean isTold(Node step, DomElement listener, String due) {
            List<String> times = Flow.below(listener)
                    .filter(time -> time.getLocalName().startsWith("time")
                            && time.getChildElements().isEmpty())
                    .map(time -> time.getLocalName() + time.getTextContent().strip())
                    .toList();
            return Flow.bean(String.valueOf(listener.getAttribute("delegateExpression")))
                            .equals(BuildingBlocks.LATE)
                    && (BuildingBlocks.TIMEOUT + step.id()).equals(listener.getAttribute("id"))
                    && times.equals(List.of("timeDate" + due));
        }

        private void used(Node event) {
            String definition = event.definitionKind();
            if (event.definitions().size() > 1) {
                fault(event, "只能等一件事");
            }
            event.definitions().stream()
                    .flatMap(Flow::below)
                    .filter(time -> time.getLocalName().matches("timeDuration|timeCycle"))
                    .forEach(time -> fault(event, "时限是一个时刻，须写在 timeDate 里，不能是 " + time.getLocalName()));
            boolean asShipped = reference.nodes().containsKey(event.id());
            if (!DEFINITIONS.contains(definition)
                    || event.is("intermediateCatchEvent", "boundaryEvent") && definition.isEmpty()) {
                fault(event, "只能等时限或消息");
            } else if (event.is("endEvent") && !definition.isEmpty() && !asShipped) {
                fault(event, "新画的结束只能是普通结束");
            } else if (definition.equals("timerEventDefinition")
                    && Flow.asked(event, "time").findAny().isEmpty()) {
                fault(event, "没有时限，可选：" + choices("time"));
            }
        }

        private void human(Node step) {
            String person = step.camunda("assignee");
            String group = step.camunda("candidateGroups");
            if (step.name().isBlank()) {
                fault(step, "没有名称：任务列表和单子上看不出要办什么，请写上");
            }
            if (person.isBlank() && group.isBlank() && OwnAnswers.isOwn(step)) {
                fault(step, "没有人办理，请选办理人");
            } else if (person.isBlank() && group.isBlank()) {
                fault(
                        step,
                        "没有人办理，请选办理人（assignee）：" + choices("assignee") + "；或岗位（candidateGroups）："
                                + choices("candidateGroups"));
            }
            for (String kind : List.of("assignee", "candidateGroups")) {
                String who = step.camunda(kind);
                if (!who.isBlank() && !uses(kind).containsKey(who)) {
                    fault(step, "这里没有这样的办理人 " + who + "，可选：" + choices(kind));
                }
            }
            if (!step.camunda("candidateUsers").isBlank()) {
                fault(step, "不能按姓名指定候选人（candidateUsers），请选岗位");
            }
            for (String kind : List.of("priority", "followUpDate")) {
                if (!step.camunda(kind).isBlank()) {
                    fault(step, kind + " 须空着");
                }
            }
            if (step.camunda("dueDate").isBlank() && !OwnAnswers.isOwn(step)) {
                into.warning(step.id(), flow.place(step.id()), "没有办理期限（dueDate），不会到期提醒");
            }
            List<String> readers = step.listeners("taskListener", "complete").stream()
                    .filter(listener -> program.fieldsOf(listener).isPresent())
                    .toList();
            Set<String> own = reference.nodes().values().stream()
                    .flatMap(ShippedModels::readers)
                    .collect(Collectors.toCollection(TreeSet::new));
            own.add(BuildingBlocks.LISTENER);
            if (readers.size() != 1 || !own.containsAll(readers)) {
                fault(
                        step,
                        "须有一个 complete 监听登记填写的内容，填写的内容才不会丢失；这个流程里有："
                                + own.stream()
                                        .sorted()
                                        .map(bean -> "${" + bean + "}")
                                        .collect(Collectors.joining("、")));
            }
            step.extensions("taskListener").stream()
                    .map(listener -> listener.getAttribute("event"))
                    .filter(event -> !"create".equals(event)
                            && !"complete".equals(event)
                            && !(OwnAnswers.isOwn(step) && "timeout".equals(event)))
                    .forEach(event -> fault(step, "监听只能是 create 或 complete，不能是 " + event));
            if (OwnAnswers.isOwn(step)) {
                own(step);
            }
        }

        private void asksTable(Node step) {
            List<TableModel> askable = shipped.asked(flow.id());
            String choices = askable.isEmpty()
                    ? "这个流程的工单登记时没有问过规则表，不能查表"
                    : "可选：" + askable.stream().map(TableModel::name).collect(Collectors.joining("、"));
            Map<String, String> given = step.parameters("inputParameter");
            given.keySet().stream()
                    .filter(name -> !name.equals(AskedTables.PARAMETER))
                    .forEach(name -> fault(step, "这一步没有参数 " + name));
            String table = given.get(AskedTables.PARAMETER);
            if (table == null) {
                fault(step, "没有选查哪张表，" + choices);
            } else if (shipped.table(table).isEmpty()) {
                fault(step, "没有名为 " + table + " 的规则表，" + choices);
            } else if (askable.stream().noneMatch(known -> known.id().equals(table))) {
                TableModel other = shipped.table(table).get();
                fault(
                        step,
                        "《" + other.name() + "》要问"
                                + other.inputs().stream()
                                        .map(TableModel.Column::called)
                                        .collect(Collectors.joining("、"))
                                + "，这里的工单登记时没有按这张表留下情况；" + choices);
            }
        }

        private void delegated(Node step) {
            if (step.delegate().equals(AskedTables.DELEGATE)) {
                asksTable(step);
                return;
            }
            Map<String, String> here = uses("delegate");
            String delegate = step.delegate();
            if (!here.containsKey(delegate)) {
                fault(
                        step,
                        "这个流程不能用 ${" + delegate + "}，可选："
                                + here.keySet().stream()
                                        .map(bean -> "${" + bean + "}")
                                        .collect(Collectors.joining("、")));
                return;
            }
            Map<String, Set<String>> taken = new TreeMap<>();
            shipped.nodes().filter(node -> node.delegate().equals(delegate)).forEach(node -> node.parameters(
                            "inputParameter")
                    .forEach((name, value) ->
                            taken.computeIfAbsent(name, key -> new TreeSet<>()).add(value)));
            if (delegate.equals(BuildingBlocks.SUPERVISES)) {
                taken.get(BuildingBlocks.CAUSE).add(BuildingBlocks.OWN_STEP);
            }
            Map<String, String> given = step.parameters("inputParameter");
            for (String name : union(taken.keySet(), given.keySet())) {
                if (!given.containsKey(name)) {
                    fault(
                            step,
                            "缺少参数 " + name
                                    + (name.equals(ShippedModels.MESSAGE)
                                            ? "（通知文字）"
                                            : "，可选：" + String.join("、", taken.get(name))));
                } else if (!taken.containsKey(name)) {
                    fault(step, "这一步没有参数 " + name);
                } else if (ShippedModels.isNotice(delegate) && name.equals(ShippedModels.MESSAGE)) {
                    wording(step, delegate, given.get(name));
                } else if (!taken.get(name).contains(given.get(name))) {
                    fault(
                            step,
                            "参数 " + name + " 没有“" + given.get(name) + "”这个值，可选：" + String.join("、", taken.get(name)));
                }
            }
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(TreeSet::new));
        }

        private void wording(Node step, String delegate, String stem) {
            String audience = ShippedModels.audience(delegate);
            Optional<NoticeNeeds.Need> need = program.wording(stem);
            if (need.isEmpty()) {
                fault(step, "选的通知文字没有了，请另选一份（图里写的是 " + stem + "）");
            } else if (!NoticeNames.audience(stem).equals(audience)) {
                fault(step, "《" + need.get().title() + "》是给别人的，这里须以 .to-" + audience + " 结尾");
            } else {
                Set<String> missing = shipped.unknownFacts(flow.id(), need.get());
                if (!missing.isEmpty()) {
                    fault(
                            step,
                            "《" + need.get().title() + "》讲的是“" + String.join("”“", missing)
                                    + "”，这个流程里没有，发出去会缺内容或者对不上，请另选一份");
                }
            }
        }

        private void call(Node call) {
            String process = call.attribute("calledElement");
            List<Node> calls = shipped.nodes()
                    .filter(node -> node.is("callActivity")
                            && node.attribute("calledElement").equals(process))
                    .toList();
            if (calls.isEmpty()) {
                fault(
                        call,
                        "没有名为 " + process + " 的流程可以调用，可选："
                                + shipped.nodes()
                                        .map(node -> node.attribute("calledElement"))
                                        .filter(name -> !name.isEmpty())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining("、")));
                return;
            }
            String binding = call.camunda("calledElementBinding");
            if (!binding.isEmpty() && !binding.equals("latest")) {
                fault(call, "须调用现用的版本（latest）");
            }
            if (!reference.nodes().containsKey(call.id())) {
                handedOver(call, targets(calls, "in"), Set.of());
            }
            Map<String, Class<?>> theirs = shipped.variables(process);
            for (String kind : List.of("in", "out")) {
                for (DomElement mapping : call.extensions(kind)) {
                    if (mapping.getAttribute("businessKey") == null) {
                        String source = mapping.getAttribute("source");
                        String target = mapping.getAttribute("target");
                        Class<?> from = (kind.equals("in") ? variables : theirs).get(String.valueOf(source));
                        Class<?> to = (kind.equals("in") ? theirs : variables).get(String.valueOf(target));
                        if (from == null || from != to) {
                            fault(call, "不能把 " + source + " 交给 " + target + "：两边须是已声明的同类变量");
                        }
                    }
                }
            }
        }

        private static Set<String> targets(List<Node> calls, String kind) {
            Set<String> common = new HashSet<>(mappings(calls.get(0), kind));
            calls.forEach(call -> common.retainAll(mappings(call, kind)));
            return common;
        }

        private void parameters(Node node) {
            Set<String> told = new HashSet<>();
            for (String kind : List.of("taskListener", "executionListener")) {
                node.extensions(kind).stream()
                        .map(listener ->
                                listener.getAttribute("event") + " 监听 " + listener.getAttribute("delegateExpression"))
                        .filter(listener -> !told.add(listener))
                        .forEach(listener -> fault(node, listener + " 写了两次，只留一次"));
            }
            List<String> outputs =
                    new ArrayList<>(node.parameters("outputParameter").keySet());
            outputs.stream().filter(name -> !variables.containsKey(name)).forEach(name -> fault(node, "没有变量 " + name));
            if (node.extensions("inputOutput").size() > 1) {
                fault(node, "参数（inputOutput）写了两份，只留一份");
            }
            if (!node.isDelegated() && !node.parameters("inputParameter").isEmpty()) {
                fault(node, "这一步没有参数");
            }
        }

        /** An arrow that leads where it led, for the other answer than the shipped one: cases go round, or past what they need. */
        private boolean isTurned(Arrow arrow, String condition) {
            Arrow needed = reference.arrows().get(arrow.id());
            return needed != null
                    && needed.from().equals(arrow.from())
                    && needed.to().equals(arrow.to())
                    && needed.condition()
                            .filter(asked -> !asked.equals(condition)
                                    && asked.replace("!", "").equals(condition.replace("!", "")))
                            .isPresent();
        }

        private void condition(Arrow arrow) {
            Matcher condition = CONDITION.matcher(arrow.condition().orElse(""));
            if (isTurned(arrow, arrow.condition().orElse(""))) {
                into.fault(arrow.id(), flow.place(arrow.id()), "条件与原来相反，单子会走到另一个回答的路上；要对调的请改箭头的去向");
            }
            Class<?> type = condition.matches() ? variables.get(condition.group(1)) : null;
            if (type != null && (type == Boolean.class) != (condition.group(2) == null)) {
                into.fault(
                        arrow.id(),
                        flow.place(arrow.id()),
                        "条件里的 " + condition.group(1)
                                + (type == Boolean.class ? " 是“是或否”，写成 ${变量} 或 ${!变量}" : " 是代码，写成 ${变量 == 'VALUE'}"));
            } else if (type == String.class && condition.group().startsWith("${!")) {
                into.fault(arrow.id(), flow.place(arrow.id()), "代码不能加“!”，写成 ${变量 == 'VALUE'}，其余的走默认");
            } else if (type != null && answers.byName().containsKey(condition.group(1))) {
                answered(arrow, answers.byName().get(condition.group(1)), condition.group(3));
            }
        }

        private void answered(Arrow arrow, OwnAnswers.Answer answer, String code) {
            if (!answer.codes().contains(code)) {
                into.fault(
                        arrow.id(),
                        flow.place(arrow.id()),
                        "“" + answer.label() + "”没有“" + code + "”这个回答，可选：" + String.join("、", answer.codes()));
            } else if (answers.mayBeMissing(answer, arrow.from())) {
                into.fault(arrow.id(), flow.place(arrow.id()), "走到这里时“" + answer.label() + "”可能还没有人回答，须先经过问它的步骤");
            }
        }

        /** @return what this flow may use of a kind, with what people call the place where it does as shipped */
        private Map<String, String> uses(String kind) {
            return usable.computeIfAbsent(kind, key -> {
                Map<String, String> all = shipped.usable(
                        flow.id(),
                        key.equals("delegate")
                                ? used -> used.nodes().values().stream()
                                        .filter(Node::isDelegated)
                                        .map(node -> Map.entry(node, node.delegate()))
                                : used -> used.asked(key));
                BuildingBlocks.people(key).forEach(who -> all.putIfAbsent(who, ""));
                return all;
            });
        }

        private String choices(String kind) {
            Map<String, String> named = new LinkedHashMap<>(uses(kind));
            return named.isEmpty()
                    ? "（没有）"
                    : named.entrySet().stream()
                            .map(use -> use.getKey()
                                    + (use.getValue().isEmpty()
                                            ? ""
                                            : "（" + use.getValue().replaceAll("\\s+", "") + "）"))
                            .collect(Collectors.joining("、"));
        }
    }
}
