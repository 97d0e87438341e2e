package org.shouwen.matter.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.shouwen.matter.MatterFlow;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.springframework.stereotype.Component;

/** Speaks to the diagram of a ticket's kind, in the words of that diagram's legend. */
@Component
class MatterGateway implements MatterFlow {

    private final RuntimeService runtime;
    private final List<TicketProcess> contracts;

    MatterGateway(RuntimeService runtime, List<TicketProcess> contracts) {
        this.runtime = runtime;
        this.contracts = contracts;
    }

    @Override
    public void start(Ticket ticket) {
        TicketProcess contract = contract(ticket);
        runtime.startProcessInstanceByKey(
                contract.key(), ticket.number(), contract.hasStartForm() ? Map.of() : contract.atStart(ticket));
    }

    @Override
    public void withdraw(Ticket ticket) {
        message(contract(ticket).withdrawn(), ticket).correlate();
    }

    @Override
    public void urge(Ticket ticket) {
        message(contract(ticket).urged(), ticket).correlate();
    }

    @Override
    public void transfer(Ticket ticket) {
        // Before somebody has begun to look for who does it, there is nothing to go back from
        message(contract(ticket).transferred(), ticket).correlateAll();
    }

    @Override
    public void reopen(Ticket ticket) {
        TicketProcess contract = contract(ticket);
        boolean running = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ticket.number(), contract.key())
                        .count()
                > 0;
        if (running) {
            throw Refusal.notPossibleNow("reopen-too-early", "工单 " + ticket.number() + " 刚刚办结，正在告知业主，请稍后再重新开启");
        }
        runtime.createProcessInstanceByKey(contract.key())
                .businessKey(ticket.number())
                .setVariables(contract.atStart(ticket))
                .startBeforeActivity(TicketProcess.REOPENED)
                .execute();
    }

    private MessageCorrelationBuilder message(String name, Ticket ticket) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(ticket.number());
    }

    private TicketProcess contract(Ticket ticket) {
        return contracts.stream()
                .filter(contract -> contract.kinds().contains(ticket.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no diagram for tickets of kind " + ticket.kind()));
    }
}
