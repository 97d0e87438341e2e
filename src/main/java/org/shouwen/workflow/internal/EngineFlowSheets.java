package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.shouwen.workflow.FlowSheets;
import org.shouwen.workflow.ModelVersions;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

@Component
class EngineFlowSheets implements FlowSheets {

    private final RepositoryService repository;
    private final DeployedFlows flows;
    private final DeployedForms forms;
    private final DeclaredProgram program;

    EngineFlowSheets(RepositoryService repository, DeployedFlows flows, DeployedForms forms, ApplicationContext beans) {
        this.repository = repository;
        this.flows = flows;
        this.forms = forms;
        this.program = new DeclaredProgram(beans);
    }

    @Override
    public List<FlowSheet> all() {
        Map<String, String> names = names();
        return latest().orderByProcessDefinitionKey().asc().list().stream()
                .map(definition -> read(definition, names))
                .toList();
    }

    @Override
    public Optional<FlowSheet> inForce(String id) {
        return Optional.ofNullable(latest().processDefinitionKey(id).singleResult())
                .map(definition -> read(definition, names()));
    }

    @Override
    public Optional<FlowSheet> version(String id, int version) {
        return definition(id, version).map(definition -> read(definition, names()));
    }

    @Override
    public Optional<byte[]> diagram(String id, int version) {
        return definition(id, version).map(flows::bytes);
    }

    @Override
    public FlowSheet drawn(byte[] diagram, Map<String, byte[]> forms) {
        return read(
                FlowReading.flow(diagram),
                form -> DeployedForms.read(forms.get(ModelVersions.file(form, ModelVersions.FORM))),
                names(),
                0,
                Instant.EPOCH);
    }

    private ProcessDefinitionQuery latest() {
        return repository.createProcessDefinitionQuery().latestVersion();
    }

    /** The engine refuses to look for a version that cannot be. */
    private Optional<ProcessDefinition> definition(String id, int version) {
        return version < 1
                ? Optional.empty()
                : Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(id)
                        .processDefinitionVersion(version)
                        .singleResult());
    }

    private Map<String, String> names() {
        return latest().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getName));
    }

    private FlowSheet read(ProcessDefinition definition, Map<String, String> names) {
        Instant since = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
        return read(
                flows.of(definition),
                form -> forms.of(definition.getDeploymentId(), form),
                names,
                definition.getVersion(),
                since);
    }

    private FlowSheet read(
            Flow flow, Function<String, JsonNode> form, Map<String, String> names, int version, Instant since) {
        FlowWords words = new FlowWords(
                flow, program::said, id -> names.getOrDefault(id, id), id -> FormReading.asked(form.apply(id)));
        return FlowReading.of(flow, words, version, since);
    }
}
