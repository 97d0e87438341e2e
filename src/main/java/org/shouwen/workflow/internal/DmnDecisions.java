package org.shouwen.workflow.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.DecisionNotes;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

@Component
class DmnDecisions implements Decisions {

    /** Questions whose answers are known; a desk asks some hundred different ones a day. */
    private static final int KNOWN = 2_000;

    private final ProcessEngineConfigurationImpl engine;
    private final DecisionService decisions;
    private final DecisionNotes notes;
    private final EngineRuleSets sets;

    /** What one version of a table says to the same facts never changes. */
    private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
            new ConcurrentLruCache<>(KNOWN, this::ask);

    DmnDecisions(ProcessEngine engine, DecisionService decisions, DecisionNotes notes, EngineRuleSets sets) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.decisions = decisions;
        this.notes = notes;
        this.sets = sets;
    }

    /** @param version id of the version of the table */
    private record Question(String version, Map<String, Object> facts) {}

    @Override
    public Optional<Map<String, Object>> row(String decision, Map<String, Object> facts) {
        List<Map<String, Object>> rows = rows(decision, facts);
        if (rows.size() > 1) {
            throw new IllegalStateException(decision + " has " + rows.size() + " rows for " + facts);
        }
        return rows.stream().findFirst();
    }

    @Override
    public Optional<Map<String, Object>> rowEver(String decision, Map<String, Object> facts) {
        return row(decision, facts).or(() -> engine
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .flatMap(version -> answers.get(new Question(version.getId(), new HashMap<>(facts))).stream())
                .findFirst());
    }

    /** In one command the table is looked up once, for its version and for its answer; while notes are taken all of one set. */
    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
        Optional<EngineRuleSets.Snapshot> set = notes.once(sets::now);
        return engine.getCommandExecutorTxRequired().execute(context -> {
            DecisionDefinition table = set.map(one -> one.tables().get(decision))
                    .orElseGet(() -> engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decision));
            set.ifPresent(one -> notes.note(new Tickets.Decision(decision, table.getVersion(), one.number(), facts)));
            return answers.get(new Question(table.getId(), new HashMap<>(facts)));
        });
    }

    private List<Map<String, Object>> ask(Question question) {
        return decisions
                .evaluateDecisionTableById(question.version())
                .variables(question.facts())
                .evaluate()
                .getResultList()
                .stream()
                .map(Collections::unmodifiableMap)
                .toList();
    }
}
