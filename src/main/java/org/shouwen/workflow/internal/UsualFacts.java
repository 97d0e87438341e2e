package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;

/**
 * A routing fact that nobody set has the value its contract calls usual: a condition reads it, and a call neither hands it over
 * nor back. Nine of ten facts of a life are as usual; kept, each is a row written and deleted.
 */
class UsualFacts {

    private final Supplier<Stream<ProcessContract>> contracts;
    private volatile Map<String, Map<String, Variable<?>>> known;

    UsualFacts(Supplier<Stream<ProcessContract>> contracts) {
        this.contracts = contracts;
    }

    /** @return the fact of that name in the process of that key; empty where that is not declared, or has no usual value */
    private Optional<Variable<?>> find(String key, Object name) {
        if (known == null) {
            known = contracts
                    .get()
                    .collect(Collectors.toMap(ProcessContract::key, contract -> contract.variables().stream()
                            .filter(fact -> fact.usual() != null)
                            .collect(Collectors.toMap(Variable::name, fact -> fact))));
        }
        return Optional.ofNullable(known.getOrDefault(key, Map.of()).get(name));
    }

    /** @return the fact of that name where the flow is; empty where that is not declared, or has no usual value */
    Optional<Variable<?>> find(VariableScope scope, Object name) {
        ExecutionEntity execution = scope instanceof TaskEntity task
                ? task.getExecution()
                : scope instanceof ExecutionEntity itself ? itself : null;
        return execution == null
                ? Optional.empty()
                : find(((ProcessDefinitionEntity) execution.getProcessDefinition()).getKey(), name);
    }

    /** What a call hands over and back. */
    final class Calls extends AbstractBpmnParseListener {

        @Override
        public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
            CallableElement called =
                    ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
            String key = element.attribute("calledElement");
            replace(called.getInputs(), (from, name, value) -> isUsual(find(key, name), value));
            replace(called.getOutputs(), (from, name, value) -> {
                ExecutionEntity caller = ((ExecutionEntity) from).getSuperExecution();
                return isUsual(find(caller, name), value) && !caller.hasVariable(name);
            });
        }

        private static boolean isUsual(Optional<Variable<?>> fact, Object value) {
            return fact.filter(known -> known.usual().equals(value)).isPresent();
        }

        private void replace(List<CallableElementParameter> parameters, Omitted omitted) {
            parameters.replaceAll(
                    parameter -> parameter.isAllVariables() ? parameter : new Unusual(parameter, omitted));
        }
    }

    /** Whether a fact need not be written, because it is usual where it goes to. */
    private interface Omitted {

        boolean is(VariableScope from, String target, Object value);
    }

    private final class Unusual extends CallableElementParameter {

        private final Omitted omitted;

        Unusual(CallableElementParameter drawn, Omitted omitted) {
            this.omitted = omitted;
            setSourceValueProvider(drawn.getSourceValueProvider());
            setTarget(drawn.getTarget());
            setReadLocal(drawn.isReadLocal());
        }

        @Override
        public void applyTo(VariableScope from, VariableMap facts) {
            Object drawn = getSource(from);
            Object value = drawn instanceof TypedValue typed ? typed.getValue() : drawn;
            if (value == null && getSourceValueProvider() instanceof ConstantValueProvider name) {
                value = find(from, name.getValue(from))
                        .map(fact -> (Object) fact.usual())
                        .orElse(null);
                drawn = value;
            }
            if (!omitted.is(from, getTarget(), value)) {
                facts.put(getTarget(), drawn);
            }
        }
    }
}
