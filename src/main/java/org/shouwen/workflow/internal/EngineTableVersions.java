package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

@Component
record EngineTableVersions(RepositoryService repository, ModelRules rules) implements TableVersions {

    /** Source of what managers bring in force here. */
    static final String STUDIO = "studio";

    @Autowired
    EngineTableVersions(RepositoryService repository, ApplicationContext beans) {
        this(repository, new ModelRules(new DeclaredProgram(beans)));
    }

    @Override
    public List<Version> of(String table) {
        return query(table).orderByDecisionDefinitionVersion().desc().list().stream()
                .map(this::version)
                .toList();
    }

    @Override
    public Optional<Version> inForce(String table) {
        return Optional.ofNullable(query(table).latestVersion().singleResult()).map(this::version);
    }

    @Override
    public Optional<Version> find(String id) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(id)
                        .singleResult())
                .map(this::version);
    }

    private DecisionDefinitionQuery query(String table) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table);
    }

    private Version version(DecisionDefinition decision) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(decision.getDeploymentId())
                .singleResult();
        return new Version(
                decision.getId(),
                decision.getKey(),
                decision.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                decision.getResourceName(),
                ModelDeployer.SOURCE.equals(deployment.getSource()));
    }

    @Override
    public byte[] source(Version version) {
        try (InputStream file = repository.getDecisionModel(version.id())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RuleTable read(byte[] source) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(source));
        Decision decision =
                model.getModelElementsByType(Decision.class).iterator().next();
        return EngineRuleTables.read(model, decision.getId(), decision.getName(), 0, Instant.EPOCH);
    }

    @Override
    public List<String> faults(String file, byte[] source) {
        return rules.judgeDeployed(Map.of(file, source), decision -> true).sentences();
    }

    @Override
    public Version deploy(String file, byte[] source, boolean shipped) {
        String from = shipped ? ModelDeployer.SOURCE : STUDIO;
        var deployed = repository
                .createDeployment()
                .name(from + ":" + file)
                .source(from)
                .addInputStream(file, new ByteArrayInputStream(source))
                .deployWithResult();
        return version(deployed.getDeployedDecisionDefinitions().get(0));
    }
}
