package org.shouwen.workflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.shouwen.wording.Apart;

/** What a form's list offers where that depends on the ticket. */
public final class FormChoices {

    private final List<String> labels = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    public FormChoices add(String label, String value) {
        labels.add(label);
        values.add(value);
        return this;
    }

    /** One option for each, in their order. */
    public <T> FormChoices addAll(Collection<T> things, Function<T, String> label, Function<T, String> value) {
        things.forEach(thing -> add(label.apply(thing), value.apply(thing)));
        return this;
    }

    /** @return the value of the fact that the form reads; what is called the same is told apart by its value */
    public JsonValue value() {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < labels.size(); i++) {
            options.addObject()
                    .put("label", Apart.label(labels.get(i), values.get(i), labels))
                    .put("value", values.get(i));
        }
        return SpinValues.jsonValue(options.toString()).create();
    }
}
