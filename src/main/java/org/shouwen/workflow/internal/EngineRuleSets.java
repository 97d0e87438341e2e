package org.shouwen.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.shouwen.rows.Marks;
import org.shouwen.rows.Marks.Mark;
import org.shouwen.workflow.RuleSets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Versions are the engine's and never go away, so their count says whether there is another set. */
@Component
class EngineRuleSets implements RuleSets {

    private static final Mark MARK = new Mark("SELECT count(*) FROM act_re_decision_def");

    private final RepositoryService repository;
    private final Marks marks;
    private final KnownModels models;

    EngineRuleSets(RepositoryService repository, Marks marks, KnownModels models) {
        this.repository = repository;
        this.marks = marks;
        this.models = models;
    }

    /** How it is seen that there is another set. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        static Mark versionsOfTables() {
            return MARK;
        }
    }

    /**
     * The versions in force at one moment.
     *
     * @param tables by id
     */
    record Snapshot(int number, Map<String, DecisionDefinition> tables) {

        Snapshot(List<DecisionDefinition> latest) {
            this(
                    1
                            + latest.stream()
                                    .mapToInt(table -> table.getVersion() - 1)
                                    .sum(),
                    latest.stream().collect(Collectors.toMap(DecisionDefinition::getKey, Function.identity())));
        }
    }

    /** Under which name a set is known on this node. */
    private record Name(long mark) {}

    /** @return what is in force now, whichever node brought it in force */
    Snapshot now() {
        // The versions are not read before the mark is
        return models.known(new Name(marks.of(MARK)), () -> new Snapshot(latest()));
    }

    private List<DecisionDefinition> latest() {
        return repository.createDecisionDefinitionQuery().latestVersion().list();
    }

    @Override
    public RuleSet inForce() {
        List<DecisionDefinition> latest = latest();
        Set<String> deployments =
                latest.stream().map(DecisionDefinition::getDeploymentId).collect(Collectors.toSet());
        Instant since = repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(deployment -> deployments.contains(deployment.getId()))
                .map(Deployment::getDeploymentTime)
                .findFirst()
                .orElseThrow()
                .toInstant();
        return new RuleSet(new Snapshot(latest).number(), since);
    }
}
