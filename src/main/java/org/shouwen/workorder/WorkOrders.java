package org.shouwen.workorder;

import org.shouwen.problem.Refusal;
import org.shouwen.repair.Quote;
import org.shouwen.repair.RepairDesk;
import org.shouwen.repair.Repairs;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.PhonePrivacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Where work orders are printed. */
@Component
public class WorkOrders {

    private final Tickets tickets;
    private final Repairs repairs;
    private final WorkOrderPaper paper;

    WorkOrders(Tickets tickets, Repairs repairs, WorkOrderPaper paper) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.paper = paper;
    }

    /**
     * The repair as it stands, as PDF: before the work with room to fill in, afterwards with what was done.
     *
     * @param reader decides whether the phone is printed in full
     * @throws Refusal not found, also where the ticket is no repair
     */
    public byte[] pdf(String number, Caller reader) {
        Ticket ticket = tickets.get(number);
        if (!ticket.kind().equals(RepairDesk.KIND)) {
            throw Refusal.notFound("work-order-not-found", "工单 " + number + " 不是报修，没有维修单");
        }
        return paper.print(new WorkOrder(
                ticket,
                PhonePrivacy.phone(ticket, reader),
                repairs.responsibility(number),
                repairs.lastQuote(number).filter(quote -> quote.answer() == Quote.Answer.AGREED),
                repairs.lastReport(number)));
    }
}
