package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.testing.Models;
import org.shouwen.workflow.FlowSheets;

/** The flows of the source tree as lists, read as those in force are. */
public final class ShippedSheets implements FlowSheets {

    private static final BareProgram PROGRAM = new BareProgram();
    private static final Map<String, Flow> FLOWS = new ShippedModels(PROGRAM).flows();
    private static final Map<String, JsonNode> FORMS =
            Models.forms().stream().collect(Collectors.toMap(Models.Form::id, Models.Form::json));
    private static final List<FlowSheet> ALL =
            FLOWS.values().stream().map(ShippedSheets::read).toList();

    private static FlowSheet read(Flow flow) {
        FlowWords words = new FlowWords(
                flow, PROGRAM::said, id -> FLOWS.get(id).name(), form -> FormReading.asked(FORMS.get(form)));
        return FlowReading.of(flow, words, 1, Instant.EPOCH);
    }

    static Flow flow(String id) {
        return FLOWS.get(id);
    }

    @Override
    public List<FlowSheet> all() {
        return ALL;
    }

    @Override
    public Optional<FlowSheet> inForce(String id) {
        return ALL.stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }

    @Override
    public Optional<FlowSheet> version(String id, int version) {
        return inForce(id);
    }

    @Override
    public FlowSheet drawn(byte[] diagram, Map<String, byte[]> forms) {
        return read(FlowReading.flow(diagram));
    }

    @Override
    public Optional<byte[]> diagram(String id, int version) {
        return PROGRAM.shipped(ModelNames.kebab(id) + ".bpmn");
    }
}
