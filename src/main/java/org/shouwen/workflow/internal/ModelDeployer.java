package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.ModelDrift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models this version carries, one deployment a model, a diagram together with its forms, under stable
 * names; only what changed, and never over what a manager deployed.
 */
@Component
class ModelDeployer implements SmartLifecycle, ModelDrift {

    /** Source of our deployments; a model whose latest deployment has another source is a manager's. */
    static final String SOURCE = "shouwen";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);
    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    private final RepositoryService repository;
    private final ResourcePatternResolver files;
    private final Moments moments;
    private final List<String> drift = new ArrayList<>();
    private boolean running;

    ModelDeployer(RepositoryService repository, ResourcePatternResolver files, Moments moments) {
        this.repository = repository;
        this.files = files;
        this.moments = moments;
    }

    @Override
    public void start() {
        Map<String, byte[]> forms = read("classpath*:forms/*.form");
        read("classpath*:bpmn/*.dmn").forEach((file, bytes) -> deploy(file, Map.of(file, bytes)));
        read("classpath*:bpmn/*.bpmn").forEach((file, bytes) -> deploy(file, withForms(file, bytes, forms)));
        drift.forEach(LOG::warn);
        running = true;
    }

    private static Map<String, byte[]> withForms(String file, byte[] diagram, Map<String, byte[]> forms) {
        Map<String, byte[]> together = new TreeMap<>(Map.of(file, diagram));
        FORM_REF.matcher(new String(diagram, java.nio.charset.StandardCharsets.UTF_8))
                .results()
                .map(ref -> ModelNames.kebab(ref.group(1)) + ".form")
                .filter(forms::containsKey)
                .forEach(form -> together.put(form, forms.get(form)));
        return together;
    }

    private void deploy(String file, Map<String, byte[]> resources) {
        Optional<Deployment> latest = latest(file);
        boolean managers = latest.filter(d -> !SOURCE.equals(d.getSource())).isPresent();
        if (latest.isPresent() && isSame(latest.get(), resources)) {
            return;
        }
        if (managers) {
            boolean studios = EngineTableVersions.STUDIO.equals(latest.get().getSource());
            drift.add("模型 %s 现用的是 %s %s，与本版自带的不同；未覆盖"
                    .formatted(
                            file,
                            moments.text(latest.get().getDeploymentTime().toInstant()),
                            studios ? "在“规则”里改过、批准的版本" : "另行部署的版本"));
            return;
        }
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name(SOURCE + ":" + file)
                .source(SOURCE)
                .enableDuplicateFiltering(false);
        resources.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        deployment.deploy();
        LOG.info("deployed {} with {}", file, resources.keySet());
    }

    /** @return the deployment that holds the version in force of the model in this file */
    private Optional<Deployment> latest(String file) {
        String key = ModelNames.camel(file.substring(0, file.lastIndexOf('.')));
        String id = null;
        if (file.endsWith(".bpmn")) {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            id = definition == null ? null : definition.getDeploymentId();
        } else {
            var definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            id = definition == null ? null : definition.getDeploymentId();
        }
        return id == null
                ? Optional.empty()
                : Optional.of(
                        repository.createDeploymentQuery().deploymentId(id).singleResult());
    }

    private boolean isSame(Deployment deployment, Map<String, byte[]> resources) {
        List<Resource> deployed = repository.getDeploymentResources(deployment.getId());
        return deployed.size() == resources.size()
                && deployed.stream()
                        .allMatch(resource -> resources.containsKey(resource.getName())
                                && Arrays.equals(resource.getBytes(), resources.get(resource.getName())));
    }

    private Map<String, byte[]> read(String pattern) {
        try {
            Map<String, byte[]> found = new TreeMap<>();
            for (var file : files.getResources(pattern)) {
                found.put(file.getFilename(), file.getContentAsByteArray());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> report() {
        return List.copyOf(drift);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens: the first request finds every model. */
    @Override
    public int getPhase() {
        return 0;
    }
}
