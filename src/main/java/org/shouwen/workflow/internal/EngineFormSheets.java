package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shouwen.workflow.FormSheets;
import org.springframework.stereotype.Component;

@Component
record EngineFormSheets(RepositoryService repository, DeployedForms forms, DeployedFlows flows) implements FormSheets {

    @Override
    public List<FormSheet> all() {
        return inForce().entrySet().stream()
                .map(form -> FormReading.of(form.getKey(), form.getValue()))
                .toList();
    }

    @Override
    public Optional<String> written(String id) {
        return Optional.ofNullable(inForce().get(id)).map(JsonNode::toString);
    }

    @Override
    public Optional<FormSheet> inForce(String id) {
        return Optional.ofNullable(inForce().get(id)).map(form -> FormReading.of(id, form));
    }

    /** @return by id; a form that several flows show as the last of them shows it */
    private Map<String, JsonNode> inForce() {
        Map<String, JsonNode> found = new TreeMap<>();
        List<ProcessDefinition> definitions = repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
        for (ProcessDefinition definition : definitions) {
            flows.of(definition)
                    .nodes(node -> !node.camunda("formRef").isEmpty())
                    .map(node -> node.camunda("formRef"))
                    .forEach(form -> found.put(form, forms.of(definition.getDeploymentId(), form)));
        }
        return found;
    }
}
