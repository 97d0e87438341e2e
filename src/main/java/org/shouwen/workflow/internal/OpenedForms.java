package org.shouwen.workflow.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormFacts;

/** A form that is opened is given what its step shows, as that stands now, beside the variables the engine keeps. */
class OpenedForms extends FormServiceImpl {

    private final Function<String, Object> beans;
    private final Acting acting;

    /** @param beans by their names in the models */
    OpenedForms(Function<String, Object> beans, Acting acting) {
        this.beans = beans;
        this.acting = acting;
    }

    @Override
    public VariableMap getTaskFormVariables(String task) {
        return getTaskFormVariables(task, null, true);
    }

    /** The engine's own answer comes first: it refuses whoever may not read the task. What a step shows is the same for everybody. */
    @Override
    public VariableMap getTaskFormVariables(String task, Collection<String> names, boolean deserialize) {
        VariableMap kept = super.getTaskFormVariables(task, names, deserialize);
        VariableMap shown = acting.asSystem(() -> commandExecutor.execute(context ->
                // A desk asks tables that the reader may not evaluate himself
                context.runWithoutAuthorization(
                        () -> shown(context.getTaskManager().findTaskById(task)))));
        shown.keySet().stream()
                .filter(name -> names == null || names.contains(name))
                .forEach(name -> kept.putValueTyped(name, shown.getValueTyped(name)));
        return kept;
    }

    private VariableMap shown(TaskEntity task) {
        VariableMap facts = Variables.createVariables();
        facts(task.getTaskDefinition()).forEach(listener -> listener.show(task, facts));
        return facts;
    }

    private Stream<FormFacts> facts(TaskDefinition step) {
        List<TaskListener> listeners = step.getTaskListeners().get(TaskListener.EVENTNAME_CREATE);
        return Stream.ofNullable(listeners)
                .flatMap(List::stream)
                .map(this::bean)
                .filter(Objects::nonNull);
    }

    private FormFacts bean(TaskListener listener) {
        return listener instanceof DelegateExpressionTaskListener named
                        && beans.apply(named.getExpressionText().replaceAll("[${}]", "")) instanceof FormFacts facts
                ? facts
                : null;
    }
}
