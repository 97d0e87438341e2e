package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.WrittenTables;
import org.springframework.stereotype.Component;

/** A DMN engine of its own a table, in the dialect of {@link GuardedEngine}: what it decides is nobody's history. */
@Component
class EngineWrittenTables implements WrittenTables {

    @Override
    public WrittenTable read(byte[] source) {
        List<DmnEvaluatedDecisionRule> met = new ArrayList<>();
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(event -> {
            met.clear();
            met.addAll(event.getMatchingRules());
        }));
        DmnEngine engine = configuration.buildEngine();
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(source));
        DmnDecision table = engine.parseDecisions(model).get(0);
        List<String> needed =
                EngineRuleTables.read(model, table.getKey(), table.getName(), 0, Instant.EPOCH).inputs().stream()
                        .map(Column::name)
                        .toList();
        Map<Map<String, Object>, Optional<List<Hit>>> known = new HashMap<>();
        return facts -> known.computeIfAbsent(
                facts,
                asked -> asked.keySet().containsAll(needed) ? hits(engine, table, asked, met) : Optional.empty());
    }

    /** @param met where the rows are put that held */
    private static Optional<List<Hit>> hits(
            DmnEngine engine, DmnDecision table, Map<String, Object> facts, List<DmnEvaluatedDecisionRule> met) {
        try {
            List<Map<String, Object>> outputs =
                    engine.evaluateDecisionTable(table, facts).getResultList();
            return Optional.of(IntStream.range(0, outputs.size())
                    .mapToObj(i -> new Hit(met.get(i).getId(), outputs.get(i)))
                    .toList());
        } catch (DmnEngineException otherType) {
            return Optional.empty();
        }
    }
}
