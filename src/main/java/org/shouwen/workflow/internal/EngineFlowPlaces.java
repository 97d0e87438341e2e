package org.shouwen.workflow.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shouwen.workflow.FlowPlaces;
import org.springframework.stereotype.Component;

/** Flows that no other called are in the history, which knows when they began; those that are called are found from there. */
@Component
record EngineFlowPlaces(ProcessEngine engine, DeployedFlows flows) implements FlowPlaces {

    @Override
    public List<Place> of(String number) {
        Map<String, Place> places = new LinkedHashMap<>();
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .unfinished()
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(flow -> add(flow.getId(), flow.getProcessDefinitionId(), places));
        return List.copyOf(places.values());
    }

    /** Adds the flow, then those that it called. */
    private void add(String instance, String definitionId, Map<String, Place> places) {
        ProcessDefinition definition = engine.getRepositoryService().getProcessDefinition(definitionId);
        Flow flow = flows.of(definition);
        Set<String> open = new LinkedHashSet<>(engine.getRuntimeService().getActiveActivityIds(instance));
        open.retainAll(flow.nodes().keySet());
        Place place = new Place(
                definition.getKey(), definition.getName(), definition.getVersion(), open, names(flow, open.stream()));
        places.merge(place.process(), place, EngineFlowPlaces::both);
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .list()
                .forEach(called -> add(called.getId(), called.getProcessDefinitionId(), places));
    }

    private static List<String> names(Flow flow, Stream<String> elements) {
        return elements.map(id -> flow.nodes().get(id).name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The newer version is shown; of the older, what it has, too. */
    private static Place both(Place first, Place second) {
        Set<String> elements = new LinkedHashSet<>(first.elements());
        elements.addAll(second.elements());
        return new Place(
                first.process(),
                first.name(),
                Math.max(first.version(), second.version()),
                elements,
                Stream.concat(first.steps().stream(), second.steps().stream())
                        .distinct()
                        .toList());
    }
}
