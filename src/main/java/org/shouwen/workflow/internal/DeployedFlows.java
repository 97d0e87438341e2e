package org.shouwen.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Diagrams as they were deployed, read once: a definition never changes. */
@Component
class DeployedFlows {

    private final RepositoryService repository;
    private final Map<String, Flow> known = new ConcurrentHashMap<>();

    DeployedFlows(RepositoryService repository) {
        this.repository = repository;
    }

    Flow of(ProcessDefinition definition) {
        return known.computeIfAbsent(definition.getId(), id -> FlowReading.flow(bytes(definition)));
    }

    byte[] bytes(ProcessDefinition definition) {
        try (InputStream model = repository.getProcessModel(definition.getId())) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
