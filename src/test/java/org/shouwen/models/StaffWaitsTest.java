package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Nobody waits for staff for ever: whatever a diagram asks of them has a timer on it, or around it. */
class StaffWaitsTest {

    /** Steps without one of their own, and why that is right. */
    private static final Map<String, String> ELSEWHERE = new TreeMap<>(Map.of(
            "external-party sendLetter", "the finish timer of the repair that calls it runs around it",
            "major-repair planMajorRepair", "the finish timer of the repair that calls it runs around it",
            "price-consent confirmQuote", "the finish timer of the repair that calls it runs around it",
            "price-consent reviseQuote", "the finish timer of the repair that calls it runs around it",
            "renovation-approval signAgreement", "waits for the applicant to come and sign, until he wants to begin"));

    @Test
    void everyStepOfStaffHasAClock() throws IOException {
        List<String> without = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList()) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                String name = file.getFileName().toString().replace(".bpmn", "");
                model.getModelElementsByType(UserTask.class).stream()
                        .filter(task -> !isTimed(model, task))
                        .map(task -> name + " " + task.getId().replace("userTask_", ""))
                        .sorted()
                        .forEach(without::add);
            }
        }
        assertThat(without).containsExactlyElementsOf(ELSEWHERE.keySet());
    }

    /** A timer on the step, on a sub-process that it is in, or one that begins a reminder beside it. */
    private static boolean isTimed(BpmnModelInstance model, UserTask task) {
        for (ModelElementInstance scope = task; scope != null; scope = scope.getParentElement()) {
            ModelElementInstance here = scope;
            boolean onIt = model.getModelElementsByType(BoundaryEvent.class).stream()
                    .anyMatch(event -> event.getAttachedTo().equals(here) && hasTimer(event));
            boolean beside = here.getChildElementsByType(SubProcess.class).stream()
                    .filter(SubProcess::triggeredByEvent)
                    .flatMap(reminder -> reminder.getChildElementsByType(StartEvent.class).stream())
                    .anyMatch(StaffWaitsTest::hasTimer);
            if (onIt || beside) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTimer(FlowNode event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }
}
