package org.shouwen.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** Versions of the repair's diagram that are in force for a while, whatever the guard says to them. */
public final class RepairVersions {

    private final ProcessEngine engine;
    private final Set<String> deployments = new HashSet<>();

    public RepairVersions(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @return number of the version */
    public int deploy(Consumer<ModelEdit> edit) {
        try {
            byte[] repair = Files.readAllBytes(Models.BPMN.resolve("repair.bpmn"));
            DeploymentBuilder builder = engine.getRepositoryService()
                    .createDeployment()
                    .name("studio:repair.bpmn")
                    .source("studio")
                    .addInputStream("repair.bpmn", new ByteArrayInputStream(ModelEdit.edited(repair, edit)));
            for (String form : List.of("register-repair.form", "report-work.form")) {
                builder.addString(form, Files.readString(Models.FORMS.resolve(form)));
            }
            DeploymentWithDefinitions deployed = Unjudged.deployed(engine, builder::deployWithResult);
            deployments.add(deployed.getId());
            return deployed.getDeployedProcessDefinitions().get(0).getVersion();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs on them goes with them. */
    public void forget() {
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
        deployments.clear();
    }
}
