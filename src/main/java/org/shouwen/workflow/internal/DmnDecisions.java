package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

@Component
class DmnDecisions implements Decisions {

    private final DecisionService decisions;

    DmnDecisions(DecisionService decisions) {
        this.decisions = decisions;
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

    private DmnDecisionTableResult evaluate(String decision, Map<String, Object> facts) {
        return decisions.evaluateDecisionTableByKey(decision).variables(facts).evaluate();
    }
}
