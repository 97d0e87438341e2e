package org.shouwen.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.shouwen.workflow.Decisions;

/** The decision tables in force, asked without the process engine. */
public final class TableDecisions implements Decisions {

    private final DmnEngine engine = TableEngine.create();
    private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();

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
        DmnDecision table = tables.computeIfAbsent(
                decision,
                id -> engine.parseDecision(
                        id, new ByteArrayInputStream(Models.bytes().get(Models.kebab(id) + ".dmn"))));
        return engine.evaluateDecisionTable(table, facts);
    }
}
