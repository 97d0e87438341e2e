package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.TaskForms;
import org.springframework.stereotype.Component;

@Component
class EngineTaskForms implements TaskForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;
    private final FormService opened;
    private final DeployedForms forms;
    private final EngineUserTasks tasks;
    private final Moments moments;
    private final Acting acting;

    EngineTaskForms(
            ProcessEngine engine,
            FormService opened,
            DeployedForms forms,
            EngineUserTasks tasks,
            Moments moments,
            Acting acting) {
        this.engine = engine;
        this.opened = opened;
        this.forms = forms;
        this.tasks = tasks;
        this.moments = moments;
        this.acting = acting;
    }

    /**
     * An open task.
     *
     * @param form as it was deployed with its flow
     */
    private record Open(String id, String step, String name, JsonNode form) {}

    @Override
    public Optional<TaskForm> of(String number, String task) {
        return open(number, task).flatMap(open -> facts(open)
                .map(facts -> new TaskForm(
                        open.id(),
                        open.step(),
                        open.name(),
                        new FormParts(open.form(), facts, acting.when(), moments.zone()).all(),
                        FormParts.asked(open.form(), facts))));
    }

    @Override
    public String submit(String number, String task, Map<String, List<String>> typed) {
        Open open = open(number, task).orElseThrow(() -> tasks.taken("这一步", number));
        Map<String, Object> facts = new HashMap<>();
        if (FormParts.asksFacts(open.form())) {
            facts(open).ifPresent(facts::putAll);
        }
        tasks.submit(number, task, open.name(), FormParts.answers(open.form(), typed, facts));
        return open.name();
    }

    /** Looked up past the engine's permissions, which know no ticket: what is shown and taken is guarded where it is. */
    private Optional<Open> open(String number, String task) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> Optional.ofNullable(
                                context.getTaskManager().findTaskById(task))
                        .filter(found -> number.equals(found.getExecution().getProcessBusinessKey()))
                        .map(this::open)));
    }

    private Open open(TaskEntity task) {
        return new Open(
                task.getId(),
                task.getTaskDefinitionKey().substring(EngineUserTasks.PREFIX.length()),
                task.getName(),
                forms.of(task));
    }

    /** @return what the step shows, by name; empty where somebody did the step meanwhile */
    private Optional<Map<String, Object>> facts(Open open) {
        VariableMap shown;
        try {
            shown = opened.getTaskFormVariables(open.id());
        } catch (NullValueException done) {
            return Optional.empty();
        }
        Map<String, Object> facts = new HashMap<>();
        shown.keySet().stream()
                .filter(name -> name.startsWith(FormParts.SHOWN))
                .forEach(name -> facts.put(name, plain(shown.getValueTyped(name))));
        return Optional.of(facts);
    }

    private static Object plain(TypedValue fact) {
        if (!(fact instanceof JsonValue json)) {
            return fact.getValue();
        }
        try {
            return JSON.readTree(json.getValueSerialized());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
