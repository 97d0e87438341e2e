package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.Models.Diagram;
import org.shouwen.testing.Models.Table;

/** The rules of {@code docs/modelling.md} that are marked T; the numbers are the rules' numbers. */
class ModelStyleTest {

    /** Nobody calls them; delegates start them, which run in the job of a timer or of their own. */
    private static final Set<String> STARTED_IN_A_JOB = Set.of("supervision");

    private static final int MOST_NODES = 15;
    private static final Pattern DEADLINE =
            Pattern.compile("\\$\\{([a-z]\\w*D|d)eadlines\\.[a-z][A-Za-z]*\\(execution\\)}");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{(!?[a-z][A-Za-z0-9]*|[a-z][A-Za-z0-9]* == '[A-Z][A-Z0-9_]*')}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*Delegate}");
    private static final Pattern STATE_REACHED = Pattern.compile("([a-z]+)\\.[a-z][A-Za-z]*");
    private static final Pattern LIFETIME = Pattern.compile("P\\d+D");
    private static final Pattern GENERATED = Pattern.compile("(?=.*\\d)[a-z0-9]{7}");

    /** Verbs of the delegates that tell somebody. */
    private static final Pattern TELLS = Pattern.compile("\\$\\{(notify|announce|call)([A-Z][A-Za-z]*)?Delegate}");

    private static final List<String> OTHER_WAYS =
            List.of("class", "expression", "type", "topic", "resultVariable", "decisionRef");
    /** A table as people and as modellers call it: 办结时限 timeLimits. */
    private static final Pattern TABLE = Pattern.compile("\\p{IsHan}+ [a-z][A-Za-z]+");

    private static final Pattern TWO_SENTENCES = Pattern.compile("[^。\\s]+。[^。\\s]+。");

    private final List<Diagram> diagrams = Models.diagrams();
    private final List<Table> tables = Models.tables();
    private final List<String> findings = new ArrayList<>();

    /** Rule 2. */
    @Test
    void gatewaysSplitOrJoinAndNothingElseDoes() {
        each(FlowNode.class, (diagram, node) -> {
            int in = node.getIncoming().size();
            int out = node.getOutgoing().size();
            if (!(node instanceof Gateway)) {
                finding(in > 1, diagram, node, "joins " + in + " flows; a gateway should");
                finding(out > 1, diagram, node, "splits into " + out + " flows; a gateway should");
            } else {
                finding(in > 1 && out > 1, diagram, node, "joins and splits at once");
                finding(in < 2 && out < 2, diagram, node, "neither joins nor splits");
                finding(in == 0 || out == 0, diagram, node, "is a dead end");
            }
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 4. */
    @Test
    void aLevelHasAtMostFifteenNodes() {
        for (Diagram diagram : diagrams) {
            level(diagram, diagram.process(), diagram.process().getFlowElements());
            diagram.all(SubProcess.class).forEach(sub -> level(diagram, sub, sub.getFlowElements()));
        }
        assertThat(findings).isEmpty();
    }

    private void level(Diagram diagram, BaseElement level, Collection<FlowElement> elements) {
        long nodes = elements.stream().filter(FlowNode.class::isInstance).count();
        finding(nodes > MOST_NODES, diagram, level, "has " + nodes + " nodes on one level");
    }

    /** Rule 5. */
    @Test
    void everyElementIsDrawn() {
        each(FlowElement.class, (diagram, element) -> {
            boolean drawn = element instanceof SequenceFlow
                    ? element.getDiagramElement() instanceof BpmnEdge
                    : element.getDiagramElement() instanceof BpmnShape;
            finding(!drawn, diagram, element, "is executed but not drawn");
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 5. */
    @Test
    void labelsOfEventsAndGatewaysStandFree() {
        each(FlowNode.class, (diagram, node) -> {
            if (!(node instanceof Event || node instanceof Gateway) || isBlank(node.getName())) {
                return;
            }
            BpmnLabel label = node.getDiagramElement() instanceof BpmnShape shape ? shape.getBpmnLabel() : null;
            if (label == null || label.getBounds() == null) {
                findings.add(diagram.at(node) + "its label has no place");
                return;
            }
            diagram.all(BpmnShape.class).stream()
                    .filter(other -> !(other.getBpmnElement() instanceof SubProcess))
                    .filter(other -> overlap(label.getBounds(), other.getBounds()))
                    .forEach(other -> findings.add(diagram.at(node) + "its label lies on "
                            + other.getBpmnElement().getId()));
        });
        assertThat(findings).isEmpty();
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    /** Rule 7. */
    @Test
    void eventsAreNamedAndEveryEndIsAnother() {
        each(Event.class, (diagram, event) -> finding(isBlank(event.getName()), diagram, event, "has no label"));
        for (Diagram diagram : diagrams) {
            Set<String> seen = new HashSet<>();
            diagram.all(EndEvent.class)
                    .forEach(end -> finding(
                            !seen.add(String.valueOf(end.getName())),
                            diagram,
                            end,
                            "ends like another: " + end.getName()));
        }
        assertThat(findings).isEmpty();
    }

    /** Rule 8. */
    @Test
    void aSplitIsAQuestionAndEveryFlowAnAnswer() {
        each(Gateway.class, (diagram, gateway) -> {
            boolean question = (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
                    && gateway.getOutgoing().size() > 1;
            if (!question) {
                finding(!isBlank(gateway.getName()), diagram, gateway, "asks nothing, so it has no label");
                return;
            }
            String name = String.valueOf(gateway.getName()).strip();
            finding(
                    !name.endsWith("?") && !name.endsWith("？"),
                    diagram,
                    gateway,
                    "is not named as a question: " + name);
            SequenceFlow normal = gateway instanceof ExclusiveGateway exclusive
                    ? exclusive.getDefault()
                    : ((InclusiveGateway) gateway).getDefault();
            finding(normal == null, diagram, gateway, "has no default answer");
            Set<String> answers = new HashSet<>();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                finding(isBlank(flow.getName()), diagram, flow, "is an answer without a label");
                finding(!answers.add(flow.getName()), diagram, flow, "answers like another: " + flow.getName());
                boolean isDefault = normal != null && normal.getId().equals(flow.getId());
                finding(
                        isDefault == (flow.getConditionExpression() != null),
                        diagram,
                        flow,
                        isDefault ? "is the default and has a condition" : "has no condition");
            }
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 9. */
    @Test
    void timersSayWhatIsLateNotWhen() {
        each(TimerEventDefinition.class, (diagram, timer) -> {
            Event event = (Event) timer.getParentElement();
            finding(
                    String.valueOf(event.getName()).matches(".*[\\p{Nd}一二两三四五六七八九十百半]+\\s*(个|分|小时|天|日|周|月|工作).*")
                            || String.valueOf(event.getName()).matches(".*\\p{Nd}.*"),
                    diagram,
                    event,
                    "its label names a duration: " + event.getName());
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 10. */
    @Test
    void idsSayWhatAnElementIs() {
        each(FlowElement.class, (diagram, element) -> {
            String prefix = prefix(element);
            String id = String.valueOf(element.getId());
            if (prefix == null) {
                findings.add(diagram.at(element) + "of a kind that is not used here: "
                        + element.getElementType().getTypeName());
            } else {
                String stem = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
                finding(
                        !stem.matches("[a-z][A-Za-z0-9]*")
                                || GENERATED.matcher(stem).matches(),
                        diagram,
                        element,
                        "its id should be " + prefix + " and a word");
            }
        });
        assertThat(findings).isEmpty();
    }

    private static String prefix(FlowElement element) {
        Map<Class<?>, String> prefixes = new LinkedHashMap<>();
        prefixes.put(StartEvent.class, "startEvent_");
        prefixes.put(EndEvent.class, "endEvent_");
        prefixes.put(Event.class, "event_");
        prefixes.put(UserTask.class, "userTask_");
        prefixes.put(BusinessRuleTask.class, "businessRuleTask_");
        prefixes.put(ServiceTask.class, "serviceTask_");
        prefixes.put(SendTask.class, "sendTask_");
        prefixes.put(ReceiveTask.class, "receiveTask_");
        prefixes.put(CallActivity.class, "callActivity_");
        prefixes.put(SubProcess.class, "subProcess_");
        prefixes.put(Gateway.class, "gateway_");
        prefixes.put(SequenceFlow.class, "flow_");
        return prefixes.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Rule 11. */
    @Test
    void messagesErrorsAndEscalationsNameAFeatureAndAState() {
        each(Message.class, (diagram, message) -> stateReached(diagram, message, "message_", message.getName()));
        each(Error.class, (diagram, error) -> stateReached(diagram, error, "error_", error.getErrorCode()));
        each(
                Escalation.class,
                (diagram, escalation) ->
                        stateReached(diagram, escalation, "escalation_", escalation.getEscalationCode()));
        assertThat(findings).isEmpty();
    }

    private void stateReached(Diagram diagram, BaseElement element, String prefix, String name) {
        var matcher = STATE_REACHED.matcher(String.valueOf(name));
        if (!matcher.matches()) {
            findings.add(diagram.at(element) + "should be named feature.stateReached, not " + name);
            return;
        }
        Path feature = Path.of("src", "main", "java", "org", "shouwen", matcher.group(1));
        finding(!Files.isDirectory(feature), diagram, element, "no feature named " + matcher.group(1));
        String state = name.substring(matcher.group(1).length() + 1);
        String id = prefix + matcher.group(1) + Character.toUpperCase(state.charAt(0)) + state.substring(1);
        finding(!id.equals(element.getId()), diagram, element, "its id should be " + id);
    }

    /** Rule 12. */
    @Test
    void workIsDoneByDelegatesOnly() {
        each(FlowNode.class, (diagram, node) -> {
            String type = node.getElementType().getTypeName();
            finding(Set.of("scriptTask", "task", "manualTask").contains(type), diagram, node, "is a " + type);
        });
        eachDelegated((diagram, task) -> {
            String expression = String.valueOf(Models.delegateOf(task));
            finding(!DELEGATE.matcher(expression).matches(), diagram, task, "is not done by a delegate: " + expression);
            OTHER_WAYS.stream()
                    .filter(way -> task.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, way) != null)
                    .forEach(way -> findings.add(diagram.at(task) + "has another implementation: " + way));
        });
        each(
                MessageEventDefinition.class,
                (diagram, message) -> finding(
                        message.getParentElement() instanceof ThrowEvent,
                        diagram,
                        (BaseElement) message.getParentElement(),
                        "throws a message; a send task should do it"));
        assertThat(findings).isEmpty();
    }

    /** Rule 12: an envelope is a notice that leaves the house, and every such notice is one. */
    @Test
    void noticesAreSendTasksAndNothingElseIs() {
        eachDelegated((diagram, task) -> finding(
                task instanceof SendTask
                        != TELLS.matcher(String.valueOf(Models.delegateOf(task)))
                                .matches(),
                diagram,
                task,
                task instanceof SendTask ? "sends nothing" : "sends, so it should be a send task"));
        assertThat(findings).isEmpty();
    }

    /** Rule 12: whoever reads the picture finds the table that a step asks. */
    @Test
    void ruleTasksNameTheirTables() {
        each(
                BusinessRuleTask.class,
                (diagram, task) -> namesTables(
                        diagram,
                        task,
                        task.getDocumentations().stream()
                                .map(ModelElementInstance::getTextContent)
                                .collect(Collectors.joining())));
        assertThat(findings).isEmpty();
    }

    /** Rule 20: what is decided before a flow starts stands at its start. */
    @Test
    void startsNameTheTablesThatDecidedBefore() {
        Set<String> annotated = new HashSet<>();
        each(Association.class, (diagram, association) -> {
            if (association.getSource() instanceof StartEvent start) {
                annotated.add(start.getId() + diagram.file());
                namesTables(diagram, start, ((TextAnnotation) association.getTarget()).getTextContent());
            }
        });
        each(
                StartEvent.class,
                (diagram, start) -> finding(
                        start.getCamundaFormRef() != null && !annotated.contains(start.getId() + diagram.file()),
                        diagram,
                        start,
                        "does not say which tables decided before"));
        assertThat(findings).isEmpty();
    }

    private void namesTables(Diagram diagram, BaseElement element, String text) {
        List<String> named = TABLE.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        finding(named.isEmpty(), diagram, element, "names no table");
        named.stream()
                .filter(name -> tables.stream()
                        .noneMatch(table -> name.equals(table.decision().getName() + " "
                                + table.decision().getId())))
                .forEach(name -> findings.add(diagram.at(element) + "there is no table " + name));
    }

    /** Rule 21. */
    @Test
    void everyProcessSaysInTwoSentencesWhatIsPromisedToWhom() {
        each(Process.class, (diagram, process) -> {
            String text = process.getDocumentations().stream()
                    .map(documentation -> documentation.getTextContent().strip())
                    .collect(Collectors.joining());
            finding(!TWO_SENTENCES.matcher(text).matches(), diagram, process, "its documentation is not two sentences");
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 13. */
    @Test
    void conditionsReadOneVariable() {
        each(
                ConditionExpression.class,
                (diagram, condition) -> finding(
                        !CONDITION.matcher(condition.getTextContent().strip()).matches()
                                || condition.getLanguage() != null,
                        diagram,
                        (BaseElement) condition.getParentElement(),
                        "not a condition on one variable: "
                                + condition.getTextContent().strip()));
        assertThat(findings).isEmpty();
    }

    /** Rule 14. */
    @Test
    void timersAskTheDeadlines() {
        each(TimerEventDefinition.class, (diagram, timer) -> {
            String time = Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                    .filter(value -> value != null)
                    .map(value -> value.getTextContent().strip())
                    .collect(Collectors.joining(" "));
            finding(
                    !DEADLINE.matcher(time).matches(),
                    diagram,
                    (BaseElement) timer.getParentElement(),
                    "should wait for ${deadlines.…(execution)}, not " + time);
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 15. */
    @Test
    void noFieldsAreInjected() {
        each(
                CamundaField.class,
                (diagram, field) -> findings.add(
                        diagram.file() + " " + field.getCamundaName() + ": camunda:field lands in a shared singleton"));
        assertThat(findings).isEmpty();
    }

    /** Rule 16; a called process begins in its caller's transaction. */
    @Test
    void theFirstStepIsASavePoint() {
        Set<String> called = diagrams.stream()
                .flatMap(diagram -> diagram.all(CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .collect(Collectors.toSet());
        for (Diagram diagram : diagrams) {
            if (called.contains(diagram.id())) {
                continue;
            }
            diagram.process().getFlowElements().stream()
                    .filter(StartEvent.class::isInstance)
                    // Where nobody waits for an answer, the job of whoever starts it is the save point
                    .filter(start -> ((StartEvent) start).getCamundaFormRef() != null)
                    .flatMap(start -> firstActivities((StartEvent) start, new HashSet<>()))
                    .forEach(first -> finding(
                            !first.isCamundaAsyncBefore(),
                            diagram,
                            first,
                            "is the first step and should be asyncBefore"));
        }
        assertThat(findings).isEmpty();
    }

    private static Stream<Activity> firstActivities(FlowNode from, Set<String> seen) {
        return from.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .filter(next -> seen.add(next.getId()))
                .flatMap(next -> next instanceof Activity activity ? Stream.of(activity) : firstActivities(next, seen));
    }

    /** Rule 16: what a person or a message did is never undone by what the flow does next. */
    @Test
    void everyDelegateRunsInAJob() {
        eachDelegated((diagram, task) -> finding(!isInAJob(diagram, task), diagram, task, "should be asyncBefore"));
        assertThat(findings).isEmpty();
    }

    /** @return whether the node is reached in a job: its own, a timer's, or the one of the delegate before it */
    private boolean isInAJob(Diagram diagram, FlowNode node) {
        return node.isCamundaAsyncBefore()
                || !node.getIncoming().isEmpty()
                        && node.getIncoming().stream()
                                .map(SequenceFlow::getSource)
                                .allMatch(from -> Models.isDelegated(from)
                                        || from instanceof CatchEvent event && isTimer(event)
                                        || from instanceof Gateway && isInAJob(diagram, from)
                                        || from instanceof StartEvent && isCalledInAJob(diagram.id()));
    }

    private static boolean isTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** @return whether whoever calls or starts the process does so in a job of his own */
    private boolean isCalledInAJob(String process) {
        if (STARTED_IN_A_JOB.contains(process)) {
            return true;
        }
        List<CallActivity> calls = diagrams.stream()
                .flatMap(diagram -> diagram.all(CallActivity.class).stream())
                .filter(call -> process.equals(call.getCalledElement()))
                .toList();
        return !calls.isEmpty() && calls.stream().allMatch(FlowNode::isCamundaAsyncBefore);
    }

    /** Rule 16. */
    @Test
    void asyncAfterMakesNoEmptyJob() {
        each(FlowNode.class, (diagram, node) -> {
            if (!node.isCamundaAsyncAfter()) {
                return;
            }
            boolean waits = node instanceof UserTask
                    || node instanceof ReceiveTask
                    || node instanceof CatchEvent
                            && !((CatchEvent) node).getEventDefinitions().isEmpty();
            finding(!waits, diagram, node, "does not wait, so asyncAfter saves nothing");
            node.getOutgoing().stream()
                    .map(SequenceFlow::getTarget)
                    .filter(FlowNode::isCamundaAsyncBefore)
                    .forEach(next -> findings.add(
                            diagram.at(node) + "asyncAfter before " + next.getId() + ", which is asyncBefore"));
        });
        assertThat(findings).isEmpty();
    }

    /** Rule 17. */
    @Test
    void historyEnds() {
        each(
                Process.class,
                (diagram, process) -> finding(
                        !LIFETIME.matcher(String.valueOf(process.getCamundaHistoryTimeToLiveString()))
                                .matches(),
                        diagram,
                        process,
                        "historyTimeToLive should be a number of days, P180D"));
        for (Table table : tables) {
            if (!LIFETIME.matcher(String.valueOf(table.decision().getCamundaHistoryTimeToLiveString()))
                    .matches()) {
                findings.add(table.file() + " " + table.id() + ": historyTimeToLive should be a number of days, P180D");
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Rule 18. */
    @Test
    void callsHandOnTheBusinessKeyAndNamedVariables() {
        each(CallActivity.class, (diagram, call) -> {
            List<CamundaIn> ins = within(call, CamundaIn.class);
            finding(
                    ins.stream().noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())),
                    diagram,
                    call,
                    "does not hand on the business key");
            finding(
                    !"latest".equals(call.getCamundaCalledElementBinding()),
                    diagram,
                    call,
                    "should call the latest version");
            for (CamundaIn in : ins) {
                boolean named = in.getCamundaBusinessKey() != null
                        || in.getCamundaSource() != null && in.getCamundaTarget() != null;
                finding(!named || in.getCamundaVariables() != null, diagram, call, "hands in without names");
            }
            for (CamundaOut out : within(call, CamundaOut.class)) {
                boolean named = out.getCamundaSource() != null && out.getCamundaTarget() != null;
                finding(!named || out.getCamundaVariables() != null, diagram, call, "takes back without names");
            }
        });
        assertThat(findings).isEmpty();
    }

    private static <T extends ModelElementInstance> List<T> within(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : List.copyOf(element.getExtensionElements().getChildElementsByType(type));
    }

    /** Rule 19. */
    @Test
    void everyUserTaskIsExplained() {
        each(
                UserTask.class,
                (diagram, task) -> finding(
                        task.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent())),
                        diagram,
                        task,
                        "has no documentation: who does it, when is it done"));
        assertThat(findings).isEmpty();
    }

    /** DMN 2 and 5. */
    @Test
    void tablesSayWhyAndWhereFrom() {
        for (Table table : tables) {
            List<Rule> rules = List.copyOf(table.table().getRules());
            rules.stream()
                    .filter(rule -> rule.getDescription() == null
                            || isBlank(rule.getDescription().getTextContent()))
                    .forEach(rule ->
                            findings.add(table.file() + " " + rule.getId() + ": its annotation names no origin"));
            if (table.table().getOutputs().stream()
                    .noneMatch(output -> Set.of("basis", "source").contains(output.getName()))) {
                findings.add(table.file() + ": no column says what a row follows from (basis)");
            }
            HitPolicy policy = table.table().getHitPolicy();
            if (policy == HitPolicy.FIRST) {
                Rule last = rules.get(rules.size() - 1);
                if (!last.getInputEntries().stream()
                        .allMatch(cell -> cell.getTextContent().strip().equals("-"))) {
                    findings.add(table.file() + " " + last.getId() + ": FIRST needs a closing row that always holds");
                }
                if (rules.stream()
                        .noneMatch(
                                rule -> rule.getDescription().getTextContent().contains("FIRST"))) {
                    findings.add(table.file() + ": no annotation says why its hit policy is FIRST");
                }
            } else if (policy != HitPolicy.UNIQUE && policy != HitPolicy.COLLECT) {
                findings.add(table.file() + ": hit policy " + policy);
            }
        }
        assertThat(findings).isEmpty();
    }

    /** DMN 5: what was not read in the law itself says so where people read it, not only in the table. */
    @Test
    void anArticleThatIsNotVerifiedIsMarkedInWhatPeopleRead() {
        for (Table table : tables) {
            for (Rule rule : table.table().getRules()) {
                String annotation = rule.getDescription().getTextContent();
                boolean marked = rule.getOutputEntries().stream()
                        .anyMatch(cell -> cell.getTextContent().contains("条号待核"));
                if (marked != annotation.contains("条号待核") && !annotation.contains("不对外引用")) {
                    findings.add(table.file() + " " + rule.getId() + ": 条号待核 in its annotation or its answer alone");
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private interface Check<T> {
        void check(Diagram diagram, T element);
    }

    private <T extends ModelElementInstance> void each(Class<T> type, Check<T> check) {
        diagrams.forEach(diagram -> diagram.all(type).forEach(element -> check.check(diagram, element)));
    }

    private void eachDelegated(Check<Task> check) {
        diagrams.forEach(diagram -> diagram.delegated().forEach(task -> check.check(diagram, task)));
    }

    private void finding(boolean wrong, Diagram diagram, BaseElement element, String sentence) {
        if (wrong) {
            findings.add(diagram.at(element) + sentence);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
