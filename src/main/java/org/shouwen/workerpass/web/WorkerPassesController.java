package org.shouwen.workerpass.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.shouwen.estate.Phone;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.workerpass.Worker;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPassDesk;
import org.shouwen.workerpass.WorkerPasses;
import org.shouwen.workflow.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The workers' passes of a renovation over HTTP. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}/passes")
@Tag(name = "gate")
class WorkerPassesController {

    private final WorkerPassDesk desk;
    private final WorkerPasses passes;
    private final Tickets tickets;
    private final Acting acting;

    WorkerPassesController(WorkerPassDesk desk, WorkerPasses passes, Tickets tickets, Acting acting) {
        this.desk = desk;
        this.passes = passes;
        this.tickets = tickets;
        this.acting = acting;
    }

    record WorkerRequest(String name, String trade, String phone) {}

    /** @param worker with name and phone hidden but for what tells two workers apart */
    record PassView(String pass, int issue, String certificate, String worker, String phone, boolean returned) {

        static PassView of(WorkerPass pass) {
            return new PassView(
                    pass.number(),
                    pass.issue(),
                    pass.certificate(),
                    pass.worker().masked(),
                    Phone.masked(pass.worker().phone()),
                    pass.isReturned());
        }
    }

    record ListView(List<PassView> items) {}

    @GetMapping
    @Operation(summary = "The passes of a renovation, by number")
    ListView list(@PathVariable String number) {
        tickets.get(number);
        return new ListView(passes.ofTicket(number).stream().map(PassView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issues a pass, cards A and B, to a worker of a registered renovation")
    PassView issue(@PathVariable String number, @RequestBody WorkerRequest worker, Caller caller) {
        TicketRights.mustChange(tickets.get(number), caller, "办出入证");
        return PassView.of(desk.issue(
                number, new Worker(worker.name(), worker.trade(), worker.phone()), acting.who(), acting.when()));
    }
}
