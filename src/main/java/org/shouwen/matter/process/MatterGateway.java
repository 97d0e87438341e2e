package org.shouwen.matter.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.shouwen.matter.MatterFlow;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.springframework.stereotype.Component;

/** Speaks to the diagram of a ticket's kind, in the words of that diagram's legend. */
@Component
record MatterGateway(RuntimeService runtime, List<TicketProcess> contracts) implements MatterFlow {

    @Override
    public void start(Ticket ticket) {
        TicketProcess contract = contract(ticket);
        runtime.startProcessInstanceByKey(
                contract.key(),
                ticket.number(),
                contract.hasStartForm() ? Map.of() : contract.unusual(contract.atStart(ticket)));
    }

    @Override
    public void withdraw(Ticket ticket) {
        end(ticket, false);
    }

    @Override
    public void join(Ticket ticket) {
        end(ticket, true);
    }

    @Override
    public void proceed(Ticket ticket) {
        mustHaveEnded(ticket, "proceed-too-early", "刚刚并入事件，正在告知业主，请稍后再单独办理");
        TicketProcess contract = contract(ticket);
        startBefore(contract.byItself(ticket), ticket, contract.atStart(ticket));
    }

    @Override
    public void happened(Ticket ticket, String state) {
        message(contract(ticket).key() + "." + state, ticket).correlateAll();
    }

    @Override
    public void urge(Ticket ticket) {
        message(contract(ticket).urged(), ticket).correlate();
    }

    @Override
    public void transfer(Ticket ticket) {
        moved(ticket, contract(ticket).again(ticket));
    }

    @Override
    public void correct(Ticket ticket) {
        moved(ticket, contract(ticket).atStart(ticket));
    }

    @Override
    public void reopen(Ticket ticket) {
        mustHaveEnded(ticket, "reopen-too-early", "刚刚办结，正在告知业主，请稍后再重新开启");
        startBefore(TicketProcess.REOPENED, ticket, contract(ticket).again(ticket));
    }

    private void end(Ticket ticket, boolean joined) {
        TicketProcess contract = contract(ticket);
        MessageCorrelationBuilder message = message(contract.withdrawn(), ticket);
        if (contract.variables().contains(TicketProcess.JOINED)) {
            message.setVariable(TicketProcess.JOINED.name(), joined);
        }
        // What was promised beside the flow may wait for it, too
        if (message.correlateAllWithResult().isEmpty()) {
            throw notRunning(ticket);
        }
    }

    private void moved(Ticket ticket, Map<String, Object> facts) {
        ProcessInstance flow = running(ticket).orElseThrow(() -> notRunning(ticket));
        runtime.setVariables(flow.getId(), facts);
        // Before somebody has begun to look for who does it, there is nothing to go back from
        message(contract(ticket).transferred(), ticket).correlateAll();
    }

    private void startBefore(String element, Ticket ticket, Map<String, Object> facts) {
        TicketProcess contract = contract(ticket);
        runtime.createProcessInstanceByKey(contract.key())
                .businessKey(ticket.number())
                .setVariables(contract.unusual(facts))
                .startBeforeActivity(element)
                .execute();
    }

    private void mustHaveEnded(Ticket ticket, String code, String why) {
        if (running(ticket).isPresent()) {
            throw Refusal.notPossibleNow(code, "工单 " + ticket.number() + " " + why);
        }
    }

    private Optional<ProcessInstance> running(Ticket ticket) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.number(), contract(ticket).key())
                .singleResult());
    }

    private static Refusal notRunning(Ticket ticket) {
        return Refusal.notPossibleNow("flow-not-running", "工单 " + ticket.number() + " 的流程没有在运行，请联系系统管理员");
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
