package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.DecisionNotes;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

@Component
class DmnDecisions implements Decisions {

    private final ProcessEngineConfigurationImpl engine;
    private final DecisionService decisions;
    private final DecisionNotes notes;

    DmnDecisions(ProcessEngine engine, DecisionService decisions, DecisionNotes notes) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.decisions = decisions;
        this.notes = notes;
    }

    @Override
    public Optional<Map<String, Object>> row(String decision, Map<String, Object> facts) {
        DmnDecisionTableResult result = evaluate(decision, facts);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(result.getSingleResult().getEntryMap());
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
        return evaluate(decision, facts).getResultList();
    }

    /** In one command the table is looked up once, for its version and for its answer. */
    private DmnDecisionTableResult evaluate(String decision, Map<String, Object> facts) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            DecisionDefinition table = engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decision);
            notes.note(new Tickets.Decision(decision, table.getVersion(), facts));
            return decisions
                    .evaluateDecisionTableById(table.getId())
                    .variables(facts)
                    .evaluate();
        });
    }
}
