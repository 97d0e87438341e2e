package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.Submission;

/**
 * What an editor leaves in a model that means one thing only, made so without a word: a form's binding, a flow that is to be
 * executed, ids of steps, keys of fields. A model that has nothing of it stays as it is, to the byte.
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
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException e) {
            // What cannot be read is refused in a sentence
            return bytes;
        }
        DomElement root = model.getDocument().getRootElement();
        boolean changed = false;
        Map<String, String> renamed = new LinkedHashMap<>();
        for (DomElement element : Flow.below(root).toList()) {
            changed |= corrected(element, processes);
            String id = element.getAttribute("id");
            if (element.getLocalName().equals("userTask") && id != null && !id.startsWith(EngineUserTasks.PREFIX)) {
                renamed.put(id, EngineUserTasks.PREFIX + id);
            }
        }
        if (!renamed.isEmpty()) {
            Flow.below(root).forEach(element -> renamed.forEach((from, to) -> refer(element, from, to)));
        }
        return changed || !renamed.isEmpty() ? Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8) : bytes;
    }

    private static boolean corrected(DomElement element, Set<String> processes) {
        boolean form = element.getAttribute(Flow.CAMUNDA, "formRef") != null
                && !DEPLOYMENT.equals(element.getAttribute(Flow.CAMUNDA, "formRefBinding"));
        if (form) {
            element.setAttribute(Flow.CAMUNDA, "formRefBinding", DEPLOYMENT);
            element.removeAttribute(Flow.CAMUNDA, "formRefVersion");
        }
        boolean idle = element.getLocalName().equals("process")
                && processes.contains(String.valueOf(element.getAttribute("id")))
                && !"true".equals(element.getAttribute("isExecutable"));
        if (idle) {
            element.setAttribute("isExecutable", "true");
        }
        return form || idle;
    }

    private static void refer(DomElement element, String from, String to) {
        for (String attribute : new String[] {"id", "sourceRef", "targetRef", "attachedToRef", "bpmnElement"}) {
            if (from.equals(element.getAttribute(attribute))) {
                element.setAttribute(attribute, to);
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
