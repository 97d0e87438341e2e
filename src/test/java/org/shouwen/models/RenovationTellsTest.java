package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.Models.Diagram;

/**
 * Whoever applied for a renovation, or is decided upon, hears of it: each way from one wait of its flows to the next says
 * what he is told, or why he need not be. A step that is added is not in the table, and has to say so, too.
 */
class RenovationTellsTest {

    private static final Set<String> FLOWS = Set.of(
            "oneTimeNotice",
            "renovation",
            "renovationApproval",
            "renovationSupplement",
            "renovationSupervision",
            "violation",
            "certificateRevocation");

    private static final String RESIDENT = ".to-resident";

    /** From a wait, by the answers on the way: what the resident is told; after —, why nothing. */
    private static final String TABLE = """
            certificateRevocation event_stopCheckOverdue: — only the house is late
            certificateRevocation startEvent_certificateRevoked: — told to stop at the moment of the revocation
            certificateRevocation startEvent_siteFiled: — told at the end of the renovation
            certificateRevocation userTask_checkStop 否: — what goes on is a violation, which has a flow of its own
            certificateRevocation userTask_checkStop 是: — he did as he was told
            oneTimeNotice callActivity_supplement 否: — told by the supplement: lapsed
            oneTimeNotice callActivity_supplement 是: — told by the approval: examined, and by when it is decided
            oneTimeNotice startEvent_ticketTaken 否: requirements
            oneTimeNotice startEvent_ticketTaken 是: requirements
            renovation callActivity_renovationApproval 否: — told by the approval
            renovation callActivity_renovationApproval 是: — told by the approval
            renovation callActivity_renovationSupervision: — told by the inspection and the deposit; asked and told at the end
            renovation callActivity_returnVisit 否: reopened
            renovation callActivity_returnVisit 是: renovation-closed
            renovation event_ownerFinishDue: — only the house is late
            renovation startEvent_renovationRegistered: — applied for at the desk; told once when the papers were looked at
            renovation startEvent_renovationUrged: — he urges, whoever works on it is told
            renovation startEvent_renovationWithdrawn: withdrawn
            renovation userTask_answerOwner: renovation-answered
            renovationApproval callActivity_furtherSupplement 否 否: — told by the supplement: lapsed
            renovationApproval callActivity_furtherSupplement 否 是: — no way: what has lapsed is not approved
            renovationApproval callActivity_furtherSupplement 是: renovation-examined
            renovationApproval callActivity_oneTimeNotice 否: — told by the supplement: lapsed
            renovationApproval callActivity_oneTimeNotice 是: renovation-examined
            renovationApproval event_checkDue: — only the house is late
            renovationApproval startEvent_applied: — nothing is decided
            renovationApproval startEvent_examinationDue: — only the house is late
            renovationApproval userTask_checkPapers: — told by the one-time notice, which is next
            renovationApproval userTask_decideRegistration 不予 否: renovation-refused
            renovationApproval userTask_decideRegistration 不予 是: renovation-refused
            renovationApproval userTask_decideRegistration 准予 否: renovation-approved
            renovationApproval userTask_decideRegistration 准予 是: renovation-approved
            renovationApproval userTask_decideRegistration 另补: renovation-supplement
            renovationApproval userTask_reviewPlan: — an opinion inside the house; the decision is told
            renovationApproval userTask_signAgreement: renovation-registered
            renovationSupervision event_completionReported: completion-reported
            renovationSupervision event_depositOverdue: — only the house is late
            renovationSupervision event_filingOverdue: — only the house is late
            renovationSupervision event_inspectionOverdue: — only the house is late
            renovationSupervision event_patrolOverdue: — only the house is late
            renovationSupervision event_periodOver: period-over
            renovationSupervision startEvent_registrationIssued: — told with the certificate
            renovationSupervision userTask_closeFile: — he is asked whether he is satisfied, and told at the end
            renovationSupervision userTask_inspectCompletion 合格 收过: completion-passed
            renovationSupervision userTask_inspectCompletion 合格 没有: completion-passed
            renovationSupervision userTask_inspectCompletion 要整改: completion-defects
            renovationSupervision userTask_patrol 基本完工: nearly-done
            renovationSupervision userTask_patrol 照常: — nothing was found; a violation has a flow of its own
            renovationSupervision userTask_patrol 连续拒不开门: entry-refused
            renovationSupervision userTask_returnDeposit: deposit-returned
            renovationSupplement event_papersCheckOverdue: — only the house is late
            renovationSupplement event_supplementDue: renovation-lapsed
            renovationSupplement event_supplemented: — he did it himself and reads on his page that the desk looks at it
            renovationSupplement startEvent_papersMissing: — told by whoever found it missing
            renovationSupplement userTask_acceptPapers 否: renovation-supplement
            renovationSupplement userTask_acceptPapers 是: — told by the approval: examined, and by when it is decided
            renovationSupplement userTask_bringPapers 否: renovation-supplement
            renovationSupplement userTask_bringPapers 是: — told by the approval: examined, and by when it is decided
            violation event_deliveryOverdue: — only the house is late
            violation event_reinspectionOverdue: — only the house is late
            violation event_reportOverdue: — only the house is late
            violation event_restored: violation-outcome
            violation startEvent_siteFiled: — told of the report before, and of the renovation at its end
            violation startEvent_violationFound 口头劝阻即可 停下了: rectification
            violation startEvent_violationFound 口头劝阻即可 拒不停止或者已成事实 已整改: rectification violation-outcome
            violation startEvent_violationFound 口头劝阻即可 拒不停止或者已成事实 没有，只记录: rectification violation-outcome
            violation startEvent_violationFound 口头劝阻即可 拒不停止或者已成事实 没有，须上报: rectification
            violation startEvent_violationFound 要: rectification
            violation userTask_deliverNotice 停下了: — told when it was found, by when to put it right
            violation userTask_deliverNotice 拒不停止或者已成事实 已整改: violation-outcome
            violation userTask_deliverNotice 拒不停止或者已成事实 没有，只记录: violation-outcome
            violation userTask_deliverNotice 拒不停止或者已成事实 没有，须上报: — told once it is reported
            violation userTask_reinspect 已整改: violation-outcome
            violation userTask_reinspect 没有，只记录: violation-outcome
            violation userTask_reinspect 没有，须上报: — told once it is reported
            violation userTask_reportViolation: violation-outcome
            """;

    @Test
    void everyWaySaysWhomItTells() {
        Map<String, String> said = TABLE.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a, TreeMap::new));
        Map<String, String> ways = new TreeMap<>();
        diagrams().forEach(diagram -> diagram.all(FlowNode.class).stream()
                .filter(RenovationTellsTest::waits)
                .forEach(wait -> walk(wait, diagram.id() + " " + wait.getId(), "", ways)));
        Map<String, String> expected = new TreeMap<>(said);
        expected.replaceAll((way, words) -> words.startsWith("— ") ? "" : words);
        assertThat(ways).isEqualTo(expected);
    }

    private static Stream<Diagram> diagrams() {
        return Models.diagrams().stream().filter(diagram -> FLOWS.contains(diagram.id()));
    }

    /** A person, the clock or another flow goes on from here; an event that begins a sub-process of its own, too. */
    private static boolean waits(FlowNode node) {
        boolean begins = node instanceof StartEvent start
                && (!(start.getParentElement() instanceof SubProcess sub) || sub.triggeredByEvent());
        return node instanceof UserTask
                || node instanceof CallActivity
                || node instanceof BoundaryEvent
                || node instanceof CatchEvent && !(node instanceof StartEvent)
                || begins;
    }

    private static void walk(FlowNode from, String way, String told, Map<String, String> ways) {
        List<SequenceFlow> next = List.copyOf(from.getOutgoing());
        for (SequenceFlow flow : next) {
            String answer = next.size() > 1 && flow.getName() != null ? " " + flow.getName() : "";
            arrive(flow.getTarget(), way + answer, told, ways);
        }
    }

    private static void arrive(FlowNode at, String way, String told, Map<String, String> ways) {
        if (at instanceof SubProcess sub) {
            sub.getChildElementsByType(StartEvent.class).forEach(start -> walk(start, way, told, ways));
        } else if (at instanceof EndEvent && at.getParentElement() instanceof SubProcess sub && goesOn(sub, at)) {
            walk(sub, way, told, ways);
        } else if (at instanceof EndEvent || waits(at)) {
            // Where a way forks, one branch may tell more
            ways.merge(way, told.strip(), (one, other) -> one.contains(other) ? one : (one + " " + other).strip());
        } else {
            walk(at, way, at instanceof SendTask task ? told + message(task) : told, ways);
        }
    }

    /** A path that only reminds ends beside the sub-process, which goes on. */
    private static boolean goesOn(SubProcess sub, FlowNode end) {
        return !sub.triggeredByEvent() && !isBeside(end, new TreeSet<>());
    }

    private static boolean isBeside(FlowNode node, Set<String> seen) {
        if (node instanceof BoundaryEvent event) {
            return !event.cancelActivity();
        }
        return seen.add(node.getId())
                && !node.getIncoming().isEmpty()
                && node.getIncoming().stream().allMatch(flow -> isBeside(flow.getSource(), seen));
    }

    private static String message(SendTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> input.getCamundaName().equals("message"))
                .filter(input -> input.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .map(CamundaInputParameter::getTextContent)
                .map(String::strip)
                .filter(stem -> stem.endsWith(RESIDENT))
                .map(stem -> " " + stem.substring(0, stem.length() - RESIDENT.length()))
                .collect(Collectors.joining());
    }
}
