package org.shouwen.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.shouwen.page.Drawings;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rulebook.ModelPart;
import org.shouwen.workflow.FlowPlaces;
import org.shouwen.workflow.FlowPlaces.Place;
import org.shouwen.workflow.FlowSheets;
import org.shouwen.workflow.FlowSheets.FlowSheet;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A flow as a list from top to bottom and as it is drawn; and where in it a ticket is, for whoever sees the ticket. */
@Allowed
@StaffPage
class FlowPages {

    private final FlowSheets flows;
    private final FlowPlaces places;
    private final ObjectProvider<ModelPart> parts;

    FlowPages(FlowSheets flows, FlowPlaces places, ObjectProvider<ModelPart> parts) {
        this.flows = flows;
        this.places = places;
        this.parts = parts;
    }

    @GetMapping("/desk/rules/flows/{process}")
    String flow(@PathVariable String process, Caller caller, Model model, HttpServletResponse response) {
        FlowSheet flow = flows.inForce(process).orElseThrow(() -> unknown(process));
        model.addAttribute("open", Set.of());
        model.addAttribute(
                "parts",
                parts.orderedStream()
                        .map(part -> part.of(ModelVersions.flow(process), caller))
                        .toList());
        return page(flow, model, response);
    }

    /** @param of the flow that is shown; empty: the one that all others of the ticket come from */
    @GetMapping("/desk/tickets/{number}/flow")
    String ofTicket(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String of,
            Model model,
            HttpServletResponse response) {
        List<Place> running = places.of(number);
        Place here = running.stream()
                .filter(place -> of.isEmpty() || place.process().equals(of))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("flow-over", "工单 " + number + " 现在没有在走的流程"));
        model.addAttribute("number", number);
        model.addAttribute("places", running);
        model.addAttribute("open", here.elements());
        return page(
                flows.version(here.process(), here.version()).orElseThrow(() -> unknown(here.process())),
                model,
                response);
    }

    /** @return the diagram as it is written, which the page draws */
    @GetMapping("/desk/rules/flows/{process}/{version}/diagram")
    ResponseEntity<String> diagram(@PathVariable String process, @PathVariable int version) {
        return flows.diagram(process, version)
                .map(diagram -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(new String(diagram, StandardCharsets.UTF_8)))
                .orElseThrow(() -> unknown(process));
    }

    private String page(FlowSheet flow, Model model, HttpServletResponse response) {
        model.addAttribute("flow", flow);
        model.addAttribute(
                "stories",
                parts.orderedStream()
                        .map(part -> part.story(ModelVersions.flow(flow.id()), flow.version()))
                        .toList());
        Drawings.on(model, response);
        return "rulebook/flow";
    }

    private static Refusal unknown(String process) {
        return Refusal.notFound("flow-unknown", "没有编号为“" + process + "”的流程");
    }
}
