package org.shouwen.workflow.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shouwen.problem.Refusal;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.ModelDrift;
import org.shouwen.workflow.ModelVersions.Origin;
import org.shouwen.workflow.ModelVersions.Version;
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

    private final EngineModelVersions versions;
    private final ResourcePatternResolver files;
    private final Moments moments;
    private final FormerCategories former;
    private final List<String> drift = new ArrayList<>();
    private boolean running;

    ModelDeployer(
            EngineModelVersions versions, ResourcePatternResolver files, Moments moments, FormerCategories former) {
        this.versions = versions;
        this.files = files;
        this.moments = moments;
        this.former = former;
    }

    @Override
    public void start() {
        Map<String, byte[]> forms = read("classpath*:forms/*.form");
        Map<String, byte[]> tables = read("classpath*:bpmn/*.dmn");
        boolean first = versions.inForce(FormerCategories.FILE).isEmpty();
        tables.forEach((file, bytes) -> deploy(file, Map.of(file, bytes)));
        if (first) {
            takeOver(tables.get(FormerCategories.FILE));
        }
        read("classpath*:bpmn/*.bpmn").forEach((file, bytes) -> deploy(file, withForms(file, bytes, forms)));
        versions.carriedTexts().forEach((file, bytes) -> deploy(file, Map.of(file, bytes)));
        drift.forEach(LOG::warn);
        running = true;
    }

    /** Categories that were changed before they were a table go on; what is shipped is the version below. */
    private void takeOver(byte[] shipped) {
        former.changed(shipped).ifPresent(own -> {
            try {
                versions.deploy(Map.of(FormerCategories.FILE, own), false);
                LOG.info("took over the categories that were changed here");
            } catch (Refusal refusal) {
                drift.add("升级前在这里改过的类别没有带过来，现用的是本版自带的，请在“规则”里补上：" + refusal.getMessage());
            }
        });
    }

    private Map<String, byte[]> withForms(String file, byte[] diagram, Map<String, byte[]> forms) {
        Map<String, byte[]> together = new TreeMap<>(Map.of(file, diagram));
        versions.forms(diagram).stream()
                .filter(forms::containsKey)
                .forEach(form -> together.put(form, forms.get(form)));
        return together;
    }

    private void deploy(String file, Map<String, byte[]> resources) {
        Optional<Version> latest = versions.inForce(file);
        if (latest.filter(version -> isSame(versions.files(version), resources)).isPresent()) {
            return;
        }
        if (latest.isPresent() && !latest.get().shipped()) {
            drift.add("模型 %s 现用的是 %s %s，与本版自带的不同；未覆盖"
                    .formatted(
                            file,
                            moments.text(latest.get().since()),
                            latest.get().origin() == Origin.STUDIO ? "在“规则”里改过、批准的版本" : "另行部署的版本"));
            return;
        }
        versions.bring(resources);
        LOG.info("deployed {} with {}", file, resources.keySet());
    }

    private static boolean isSame(Map<String, byte[]> deployed, Map<String, byte[]> resources) {
        return deployed.keySet().equals(resources.keySet())
                && deployed.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), resources.get(file.getKey())));
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
