package org.shouwen.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Faster;
import org.shouwen.workflow.UserTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a ticket's flow over HTTP: what Tasklist offers, with the same forms, guards and use cases. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}/steps")
@Tag(name = "steps")
class StepsController {

    private final UserTasks userTasks;
    private final Faster faster;

    StepsController(UserTasks userTasks, Faster faster) {
        this.userTasks = userTasks;
        this.faster = faster;
    }

    record StepsView(List<UserTasks.OpenTask> items) {}

    @GetMapping
    @Operation(summary = "The open steps of the ticket, oldest first")
    StepsView steps(@PathVariable String number) {
        // That there is such a ticket the gate has seen
        return new StepsView(userTasks.of(number));
    }

    @PostMapping("/{step}")
    @Operation(
            summary =
                    "Does a step with its form's fields by name, for example reportWork; answers with the next open steps")
    StepsView submit(@PathVariable String number, @PathVariable String step, @RequestBody Map<String, Object> inputs) {
        faster.unless(number, () -> {
            userTasks.submit(number, step, inputs);
            return step;
        });
        return new StepsView(userTasks.of(number));
    }
}
