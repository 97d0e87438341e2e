package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.internal.Markup.Element;

/**
 * What an editor leaves in a model that means one thing only, made so without a word: a form's binding, a flow that is to be
 * executed, ids of steps, what a building block needs, keys of fields. Everything else of a diagram stays to the byte.
 */
final class ModelCorrections {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEPLOYMENT = "deployment";
    private static final String KEY = "key";

    private ModelCorrections() {}

    /** @param processes ids of the processes that the program knows */
    static byte[] of(String file, byte[] bytes, Set<String> processes) {
        if (file.endsWith(".bpmn")) {
            return diagram(bytes, processes);
        }
        return file.endsWith(".form") ? form(bytes) : bytes;
    }

    private static byte[] diagram(byte[] bytes, Set<String> processes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!isReadable(bytes) || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            // What cannot be read is refused in a sentence
            return bytes;
        }
        Markup ids = Markup.of(text);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Element element : ids.elements()) {
            String id = element.attribute("id");
            if (element.name().equals("userTask") && id != null && !id.startsWith(EngineUserTasks.PREFIX)) {
                renamed.put(id, EngineUserTasks.PREFIX + id);
            }
        }
        if (!renamed.isEmpty()) {
            ids.elements().forEach(element -> renamed.forEach((from, to) -> refer(ids, element, from, to)));
        }
        Markup diagram = Markup.of(ids.text());
        diagram.elements().forEach(element -> corrected(diagram, element, processes));
        BuildingBlocks.write(diagram);
        return ids.isChanged() || diagram.isChanged() ? diagram.text().getBytes(StandardCharsets.UTF_8) : bytes;
    }

    private static boolean isReadable(byte[] bytes) {
        try {
            Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
            return true;
        } catch (ModelException e) {
            return false;
        }
    }

    private static void corrected(Markup diagram, Element element, Set<String> processes) {
        if (element.attribute(Flow.CAMUNDA, "formRef") != null) {
            diagram.set(element, Flow.CAMUNDA, "formRefBinding", DEPLOYMENT);
            diagram.set(element, Flow.CAMUNDA, "formRefVersion", null);
        }
        if (element.name().equals("process") && processes.contains(String.valueOf(element.attribute("id")))) {
            diagram.set(element, "isExecutable", "true");
        }
    }

    private static void refer(Markup diagram, Element element, String from, String to) {
        for (String attribute : new String[] {"id", "sourceRef", "targetRef", "attachedToRef", "bpmnElement"}) {
            if (from.equals(element.attribute(attribute))) {
                diagram.set(element, attribute, to);
            }
        }
    }

    private static byte[] form(byte[] bytes) {
        try {
            JsonNode form = JSON.readTree(bytes);
            Map<String, String> renamed = new LinkedHashMap<>();
            keys(form, renamed);
            if (renamed.isEmpty()) {
                return bytes;
            }
            feel(form, renamed);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(form);
        } catch (IOException e) {
            // What cannot be read is refused in a sentence
            return bytes;
        }
    }

    private static void keys(JsonNode part, Map<String, String> renamed) {
        for (JsonNode component : part.path("components")) {
            String key = component.path(KEY).asText();
            // A key that an editor made up; one that somebody wrote is his to name
            if (key.matches("[a-z]+_[a-z0-9]{5,8}") && !key.startsWith(Submission.INPUT)) {
                renamed.put(key, Submission.INPUT + key);
                ((ObjectNode) component).put(KEY, Submission.INPUT + key);
            }
            keys(component, renamed);
        }
    }

    /** Conditions of the form name its fields by key. */
    private static void feel(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(entry -> {
                if (entry.getValue().isTextual() && entry.getValue().asText().startsWith("=")) {
                    String text = entry.getValue().asText();
                    for (Map.Entry<String, String> key : renamed.entrySet()) {
                        text = text.replaceAll("\\b" + key.getKey() + "\\b", key.getValue());
                    }
                    entry.setValue(JSON.getNodeFactory().textNode(text));
                }
            });
        }
        node.forEach(child -> feel(child, renamed));
    }
}
