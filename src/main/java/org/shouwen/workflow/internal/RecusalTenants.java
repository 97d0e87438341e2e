package org.shouwen.workflow.internal;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.shouwen.workflow.Recusals;

/**
 * Puts the flows of a ticket that somebody is kept out of under their tenant, as the flow starts, whoever starts it and
 * however: the ticket is known when the process's own start listeners have run. Everything that comes later, called flows
 * too, inherits the tenant from its execution; what the engine made just before in the same transaction, and has not
 * written yet, is given it here.
 */
class RecusalTenants extends AbstractBpmnParseListener {

    private final Function<String, Optional<String>> tenants;

    /** @param tenants the tenant of a ticket, by its number ({@link Recusals#tenantOf}) */
    RecusalTenants(Function<String, Optional<String>> tenants) {
        this.tenants = tenants;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::onStart);
    }

    private void onStart(DelegateExecution execution) {
        ExecutionEntity flow = (ExecutionEntity) execution;
        // A called flow has its caller's already
        if (flow.getTenantId() == null && flow.getProcessBusinessKey() != null) {
            tenants.apply(flow.getProcessBusinessKey()).ifPresent(tenant -> belong(flow, tenant));
        }
    }

    private static void belong(ExecutionEntity flow, String tenant) {
        flow.setTenantId(tenant);
        flow.getEventSubscriptions().forEach(subscription -> subscription.setTenantId(tenant));
        flow.getVariableInstancesLocal().forEach(variable -> ((VariableInstanceEntity) variable).setTenantId(tenant));
        HistoricProcessInstanceEventEntity history = Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(HistoricProcessInstanceEventEntity.class, flow.getId());
        if (history != null) {
            history.setTenantId(tenant);
        }
    }
}
