package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Forms as they were deployed with the flow that shows them, which is what binding {@code deployment} means. */
@Component
class DeployedForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RepositoryService repository;
    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repository) {
        this.repository = repository;
    }

    /** @return a missing node where the deployment has no such form */
    JsonNode of(String deployment, String form) {
        return known.computeIfAbsent(deployment + "/" + form, key -> read(deployment, form));
    }

    /** @return the form that an open task shows */
    JsonNode of(TaskEntity task) {
        return of(
                (ProcessDefinitionEntity) task.getExecution().getProcessDefinition(),
                task.getTaskDefinition().getFormDefinition());
    }

    JsonNode of(ProcessDefinitionEntity process, FormDefinition shown) {
        return of(process.getDeploymentId(), shown.getCamundaFormDefinitionKey().getExpressionText());
    }

    private JsonNode read(String deployment, String form) {
        String file = ModelNames.kebab(form) + ".form";
        for (String name : repository.getDeploymentResourceNames(deployment)) {
            if (name.equals(file) || name.endsWith("/" + file)) {
                try (InputStream resource = repository.getResourceAsStream(deployment, name)) {
                    return read(resource.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return JSON.missingNode();
    }

    /** @return a missing node where there is no form */
    static JsonNode read(byte[] form) {
        try {
            return form == null ? JSON.missingNode() : JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
