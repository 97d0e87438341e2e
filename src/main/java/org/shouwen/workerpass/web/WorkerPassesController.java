package org.shouwen.workerpass.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.shouwen.rights.Allowed;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The workers' passes of a renovation over HTTP. */
@Allowed
@RestController
@Tag(name = "gate")
class WorkerPassesController {

    private final WorkerPasses passes;

    WorkerPassesController(WorkerPasses passes) {
        this.passes = passes;
    }

    record ListView(List<PassView> items) {}

    @GetMapping("/api/tickets/{number}/passes")
    @Operation(summary = "The passes of a renovation, by number")
    ListView list(@PathVariable String number) {
        return new ListView(passes.ofTicket(number).stream().map(PassView::of).toList());
    }
}
