package org.shouwen.worksite.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.rights.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The site of a renovation over HTTP; patrols, deliveries, inspections and reports are steps of its flows. */
@Allowed
@RestController
@Tag(name = "renovations")
class WorksiteController {

    private final WorksiteViews views;

    WorksiteController(WorksiteViews views) {
        this.views = views;
    }

    @GetMapping("/api/tickets/{number}/site")
    @Operation(summary = "The site of a renovation: patrols, violations, inspection, what its file lacks")
    WorksiteViews.SiteView site(@PathVariable String number) {
        return views.of(number);
    }
}
