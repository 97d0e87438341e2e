package org.shouwen.workorder.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.workorder.WorkOrders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A repair's work order, to be printed. */
@Allowed
@RestController
@Tag(name = "papers")
class WorkOrderController {

    private final WorkOrders orders;

    WorkOrderController(WorkOrders orders) {
        this.orders = orders;
    }

    @GetMapping({"/api/tickets/{number}/work-order/paper", "/desk/tickets/{number}/work-order/paper"})
    @Operation(summary = "The work order (维修单) of a repair as PDF, as the repair stands")
    ResponseEntity<byte[]> print(@PathVariable String number, Caller caller) {
        return PdfAnswer.of(number, orders.pdf(number, caller));
    }
}
