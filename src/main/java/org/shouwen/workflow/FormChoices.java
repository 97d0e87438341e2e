package org.shouwen.workflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.function.Function;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** What a form's list offers where that depends on the ticket. */
public final class FormChoices {

    private final ArrayNode options = JsonNodeFactory.instance.arrayNode();

    public FormChoices add(String label, String value) {
        options.addObject().put("label", label).put("value", value);
        return this;
    }

    /** One option for each, in their order. */
    public <T> FormChoices addAll(Collection<T> things, Function<T, String> label, Function<T, String> value) {
        things.forEach(thing -> add(label.apply(thing), value.apply(thing)));
        return this;
    }

    /** @return the value of the fact that the form reads */
    public JsonValue value() {
        return SpinValues.jsonValue(options.toString()).create();
    }
}
