package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.ModelEdit;
import org.shouwen.testing.Models;
import org.w3c.dom.Element;

/**
 * Edits that a machine makes: every element, attribute and cell of every shipped model is dropped, doubled, renamed or given
 * another type, one at a time. The guard judges each without an error of its own, and what it passes the engine takes.
 * {@code -Dmutants=all} judges all of them, {@code -Dmutants=3000} as many, {@code -Dmutants.seed} and {@code -Dmutants.print} (how many of those that passed)
 * say which are drawn and shown; the counts are printed.
 */
class ModelMutantsTest {

    private static final int SAMPLE = Integer.getInteger("mutants", 400);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ModelRules RULES = new ModelRules(new BareProgram());

    private final Map<String, byte[]> models = Models.bytes();
    private final List<Mutant> mutants = new ArrayList<>();

    /** @param what is edited, of which kind first */
    private record Mutant(String file, String kind, String what, Supplier<byte[]> bytes) {}

    @Test
    void isJudgedWithoutAnErrorAndTakenByTheEngineWhereItPasses() {
        models.forEach((file, bytes) -> {
            if (file.endsWith(".form")) {
                form(file, bytes);
            } else {
                model(file, bytes);
            }
        });
        int all = mutants.size();
        long seed = Long.getLong("mutants.seed", 15);
        Collections.shuffle(mutants, new Random(seed));
        List<Mutant> drawn =
                "all".equals(System.getProperty("mutants")) ? mutants : mutants.subList(0, Math.min(SAMPLE, all));

        Map<String, int[]> counts = new TreeMap<>();
        List<Mutant> passed = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Mutant mutant : drawn) {
            int[] count = counts.computeIfAbsent(
                    mutant.file().replaceFirst(".*\\.", "") + " " + mutant.kind(), key -> new int[2]);
            try {
                boolean refused = !judged(mutant).isEmpty();
                count[refused ? 1 : 0]++;
                if (!refused) {
                    passed.add(mutant);
                }
            } catch (RuntimeException e) {
                errors.add(mutant.file() + " " + mutant.kind() + " " + mutant.what() + ": " + e);
            }
        }
        System.out.println("mutants: " + drawn.size() + " of " + all + ", seed " + seed + ", passed " + passed.size());
        counts.forEach((kind, count) ->
                System.out.println("mutants: " + kind + ": passed " + count[0] + ", refused " + count[1]));
        passed.stream()
                .limit(Integer.getInteger("mutants.print", 0))
                .forEach(mutant -> System.out.println(
                        "mutants: passed " + mutant.file() + " " + mutant.kind() + " " + mutant.what()));
        assertThat(errors).isEmpty();
        assertThat(refusedByTheEngine(passed)).isEmpty();
    }

    private List<String> judged(Mutant mutant) {
        return RULES.judgeDeployed(deployed(mutant), decision -> true).sentences();
    }

    /** With the forms beside it, as it is deployed. */
    private Map<String, byte[]> deployed(Mutant mutant) {
        Map<String, byte[]> together = new TreeMap<>();
        if (mutant.file().endsWith(".bpmn")) {
            models.forEach((file, bytes) -> {
                if (file.endsWith(".form")) {
                    together.put(file, bytes);
                }
            });
        }
        together.put(
                mutant.file(), RULES.corrected(mutant.file(), mutant.bytes().get()));
        return together;
    }

    private List<String> refusedByTheEngine(List<Mutant> passed) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:mutants;DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setDmnFeelEnableLegacyBehavior(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        List<String> refused = new ArrayList<>();
        try {
            for (Mutant mutant : passed) {
                DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
                deployed(mutant).forEach((file, bytes) -> deployment.addString(file, new String(bytes, UTF_8)));
                try {
                    engine.getRepositoryService()
                            .deleteDeployment(deployment.deploy().getId(), true);
                } catch (RuntimeException e) {
                    refused.add(mutant.file() + " " + mutant.kind() + " " + mutant.what() + ": " + e.getMessage());
                }
            }
        } finally {
            engine.close();
        }
        return refused;
    }

    // ---- diagrams and tables

    private void model(String file, byte[] bytes) {
        List<Element> elements = ModelEdit.of(bytes).elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            // Where things are drawn is no business of this, and arrows are read, not what repeats them
            if (element.getLocalName().matches("incoming|outgoing")
                    || element.getNamespaceURI().matches(".*(/DI/?|/DC/?|/DMNDI/?|/DD/.*)")
                    || i == 0) {
                continue;
            }
            int at = i;
            String what = element.getTagName() + " " + element.getAttribute("id");
            add(file, "drop", what, edit -> ModelEdit.remove(edit.elements().get(at)));
            if (!element.getAttribute("id").isEmpty()) {
                add(file, "drop with arrows", what, edit -> edit.drop(element.getAttribute("id")));
            }
            add(file, "double", what, edit -> doubled(edit.elements().get(at)));
            kinds(element.getLocalName()).stream()
                    .filter(kind -> !kind.equals(element.getLocalName()))
                    .forEach(kind -> add(
                            file,
                            "retype",
                            what + " to " + kind,
                            edit -> edit.rename(edit.elements().get(at), kind)));
            attributes(file, element, at, what);
            String text = element.getTextContent().strip();
            if (element.getElementsByTagName("*").getLength() == 0 && !text.isEmpty()) {
                texts(text)
                        .forEach(instead ->
                                add(file, "text", what + " " + text + " to " + instead, edit -> edit.elements()
                                        .get(at)
                                        .setTextContent(instead)));
            }
        }
    }

    private void attributes(String file, Element element, int at, String what) {
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
            String name = element.getAttributes().item(a).getNodeName();
            String value = element.getAttributes().item(a).getNodeValue();
            if (!name.startsWith("xmlns") && !name.startsWith("biodi")) {
                add(file, "drop attribute", what + " " + name, edit -> edit.elements()
                        .get(at)
                        .removeAttribute(name));
                add(file, "rename", what + " " + name, edit -> edit.elements()
                        .get(at)
                        .setAttribute(
                                name,
                                value.matches("true|false") ? value.equals("true") ? "false" : "true" : value + "x"));
            }
        }
    }

    private static void doubled(Element element) {
        Element copy = (Element) element.cloneNode(true);
        for (int i = -1; i < copy.getElementsByTagName("*").getLength(); i++) {
            Element inner =
                    i < 0 ? copy : (Element) copy.getElementsByTagName("*").item(i);
            if (inner.hasAttribute("id")) {
                inner.setAttribute("id", inner.getAttribute("id") + "Second");
            }
        }
        element.getParentNode().insertBefore(copy, element.getNextSibling());
    }

    private static Set<String> kinds(String kind) {
        return switch (kind) {
            case "userTask", "serviceTask", "sendTask", "businessRuleTask", "callActivity" ->
                Set.of("task", "userTask", "serviceTask", "manualTask");
            case "exclusiveGateway", "parallelGateway" ->
                Set.of("parallelGateway", "inclusiveGateway", "exclusiveGateway");
            case "boundaryEvent", "intermediateCatchEvent" ->
                Set.of("intermediateThrowEvent", "intermediateCatchEvent");
            case "timerEventDefinition", "messageEventDefinition" ->
                Set.of("signalEventDefinition", "conditionalEventDefinition", "terminateEventDefinition");
            case "timeDate" -> Set.of("timeDuration", "timeCycle");
            case "in" -> Set.of("out");
            case "out" -> Set.of("in");
            default -> Set.of();
        };
    }

    /** Other texts of an element without elements: cells, conditions, times, parameters. */
    private static Stream<String> texts(String text) {
        return Stream.of("", text + "x", "7", "-7", "\"别的\"", "true", "-", text.replace("${", "${!"))
                .filter(instead -> !instead.equals(text));
    }

    private void add(String file, String kind, String what, Consumer<ModelEdit> edit) {
        mutants.add(new Mutant(file, kind, what, () -> ModelEdit.edited(models.get(file), edit)));
    }

    // ---- forms

    private void form(String file, byte[] bytes) {
        int components = read(bytes).path("components").size();
        for (int i = 0; i < components; i++) {
            int at = i;
            String what = read(bytes).path("components").path(i).path("id").asText();
            change(file, "drop", what, all -> all.remove(at));
            change(file, "double", what, all -> all.add(all.get(at).deepCopy()));
            change(file, "rename", what, all -> ((ObjectNode) all.get(at)).put("key", "input_別"));
            change(file, "retype", what, all -> ((ObjectNode) all.get(at)).put("type", "datetime"));
        }
    }

    private void change(String file, String kind, String what, Consumer<ArrayNode> edit) {
        mutants.add(new Mutant(file, kind, what, () -> {
            JsonNode form = read(models.get(file));
            edit.accept((ArrayNode) form.path("components"));
            return form.toString().getBytes(UTF_8);
        }));
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
