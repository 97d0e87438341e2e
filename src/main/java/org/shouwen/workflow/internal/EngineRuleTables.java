package org.shouwen.workflow.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.shouwen.workflow.RuleTables;
import org.springframework.stereotype.Component;

@Component
record EngineRuleTables(RepositoryService repository) implements RuleTables {

    @Override
    public List<RuleTable> all() {
        return repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .orderByDecisionDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public Optional<RuleTable> inForce(String id) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(id)
                        .latestVersion()
                        .singleResult())
                .map(this::read);
    }

    private RuleTable read(DecisionDefinition decision) {
        Instant since = repository
                .createDeploymentQuery()
                .deploymentId(decision.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
        return read(
                repository.getDmnModelInstance(decision.getId()),
                decision.getKey(),
                decision.getName(),
                decision.getVersion(),
                since);
    }

    /** The model's own reading, apart from where it lies. */
    static RuleTable read(DmnModelInstance model, String id, String name, int version, Instant since) {
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        return new RuleTable(
                id,
                name,
                version,
                since,
                Reading.valueOf(table.getHitPolicy().name()),
                table.getInputs().stream()
                        .map(input -> new Column(
                                text(input.getInputExpression().getText()),
                                input.getLabel(),
                                input.getInputExpression().getTypeRef(),
                                codes(input.getInputValues())))
                        .toList(),
                table.getOutputs().stream()
                        .map(output -> new Column(
                                output.getName(),
                                output.getLabel(),
                                output.getTypeRef(),
                                codes(output.getOutputValues())))
                        .toList(),
                table.getRules().stream()
                        .map(rule -> new Row(
                                rule.getId(),
                                cells(rule.getInputEntries()),
                                cells(rule.getOutputEntries()),
                                text(rule.getDescription())))
                        .toList());
    }

    private static List<String> cells(Collection<? extends ModelElementInstance> entries) {
        return entries.stream().map(EngineRuleTables::text).toList();
    }

    private static List<String> codes(UnaryTests declared) {
        return declared == null || text(declared).startsWith("[")
                ? List.of()
                : Arrays.stream(text(declared).split("\\s*,\\s*"))
                        .map(code -> code.replace("\"", ""))
                        .toList();
    }

    private static String text(ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }
}
