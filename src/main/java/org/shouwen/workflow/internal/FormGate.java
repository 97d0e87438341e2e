package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Submission;

/**
 * Puts our gate before every form of every model. The engine takes any variable from anybody with a form; here only
 * {@code input_…} comes in, as transient values that the step's listener reads, and only from the person whose task it
 * is. Routing facts can therefore not be overwritten from outside.
 */
class FormGate extends AbstractBpmnParseListener {

    /** Longer than any checklist. */
    private static final int LONGEST_LIST = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskGuard guard;
    private final TaskHolders holders;

    FormGate(TaskGuard guard, TaskHolders holders) {
        this.guard = guard;
        this.holders = holders;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.setTaskFormHandler(new GatedTaskForm(task.getTaskFormHandler(), guard));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, holders::onCreate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, guard::onUpdate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, guard::onComplete);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getStartFormHandler() != null) {
            process.setStartFormHandler(new GatedStartForm(process.getStartFormHandler()));
        }
    }

    private static void handIn(VariableMap inputs, VariableScope scope) {
        Set<String> strange = new TreeSet<>();
        for (String name : inputs.keySet()) {
            if (!name.startsWith(Submission.INPUT)) {
                strange.add(name);
            }
        }
        if (!strange.isEmpty()) {
            throw Refusal.invalid(
                    "input-undeclared", strange.iterator().next(), "表单没有声明“" + String.join("、", strange) + "”，不接受");
        }
        for (String name : inputs.keySet()) {
            scope.setVariableLocal(name, Variables.untypedValue(plain(name, inputs), true));
        }
        scope.setVariableLocal(Submission.MARK, Variables.booleanValue(true, true));
    }

    /** Only plain values come in, and lists of texts: no serialised objects, no files. */
    private static Object plain(String name, VariableMap inputs) {
        TypedValue typed = inputs.getValueTyped(name);
        if (typed instanceof JsonValue json) {
            return list(name, json);
        }
        // A serialised value is not even read
        if (!(typed instanceof SerializableValue)) {
            Object value = inputs.get(name);
            if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
                return value;
            }
        }
        throw notPlain(name);
    }

    private static Refusal notPlain(String name) {
        return Refusal.invalid("input-type", name, "“" + name + "”只能是文字、数字或是否");
    }

    /** What a checklist hands in: the codes that were ticked. */
    private static List<String> list(String name, JsonValue json) {
        String text = json.getValueSerialized();
        if (text == null || text.length() > LONGEST_LIST) {
            throw Refusal.invalid("input-too-long", name, "“" + name + "”太长");
        }
        try {
            List<String> codes = new ArrayList<>();
            for (JsonNode code : arrayOf(name, JSON.readTree(text))) {
                if (!code.isTextual()) {
                    throw notPlain(name);
                }
                codes.add(code.asText());
            }
            return codes;
        } catch (JsonProcessingException e) {
            throw notPlain(name);
        }
    }

    private static JsonNode arrayOf(String name, JsonNode list) {
        if (!list.isArray()) {
            throw notPlain(name);
        }
        return list;
    }

    private record GatedTaskForm(TaskFormHandler original, TaskGuard guard) implements TaskFormHandler {

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            return original.createTaskForm(task);
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            parsedAlready(original);
        }

        @Override
        public void submitFormVariables(VariableMap inputs, VariableScope scope) {
            guard.mustBeMine((TaskEntity) scope);
            handIn(inputs, scope);
        }
    }

    private record GatedStartForm(StartFormHandler original) implements StartFormHandler {

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity process) {
            return original.createStartFormData(process);
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            parsedAlready(original);
        }

        @Override
        public void submitFormVariables(VariableMap inputs, VariableScope scope) {
            handIn(inputs, scope);
        }
    }

    private static void parsedAlready(FormHandler original) {
        throw new IllegalStateException("the gate is set after parsing: " + original);
    }
}
