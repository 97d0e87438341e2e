package org.shouwen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Proves that the tests of a class together went through every node and along every flow of a diagram. */
public final class FlowCoverage implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final String process;
    private final Set<Method> ran = new HashSet<>();
    private Set<String> before;

    public FlowCoverage(String process) {
        this.process = process;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SlimDesk.TAKEN.clear();
        before = ProcessDesk.engine().getHistoryService().createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ran.add(context.getRequiredTestMethod());
    }

    /** Says nothing where only some of the class's tests ran. */
    @Override
    public void afterAll(ExtensionContext context) {
        Collection<Method> all = AnnotationSupport.findAnnotatedMethods(
                context.getRequiredTestClass(), Testable.class, HierarchyTraversalMode.TOP_DOWN);
        if (!ran.containsAll(all)) {
            return;
        }
        BpmnModelInstance model = ProcessDesk.model(process);
        assertThat(missing(model, FlowNode.class, visited()))
                .as("nodes of %s that no test went through", process)
                .isEmpty();
        assertThat(missing(model, SequenceFlow.class, taken()))
                .as("flows of %s that no test went along", process)
                .isEmpty();
    }

    private static Set<String> missing(BpmnModelInstance model, Class<? extends FlowElement> kind, Set<String> seen) {
        return model.getModelElementsByType(kind).stream()
                .map(FlowElement::getId)
                .filter(id -> !seen.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> visited() {
        return ProcessDesk.engine().getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(process))
                .filter(activity -> !before.contains(activity.getProcessInstanceId()))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    private Set<String> taken() {
        return SlimDesk.TAKEN.stream()
                .filter(flow -> flow.startsWith(process + " "))
                .map(flow -> flow.substring(process.length() + 1))
                .collect(Collectors.toSet());
    }
}
