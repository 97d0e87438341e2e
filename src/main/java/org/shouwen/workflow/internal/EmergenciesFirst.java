package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.ProcessContract;
import org.springframework.util.function.SingletonSupplier;

/**
 * In which order jobs run that are due together, as after an outage: those of emergencies, then of what is urgent, then the
 * rest; a later turn ({@link ProcessContract#turns}) when the earlier ones of every ticket are done. Where two are alike the
 * one that is due earlier goes first. What was made before jobs had an order is like the rest.
 */
class EmergenciesFirst extends DefaultJobPriorityProvider {

    /** Between one turn and the next, more than there are priorities of tickets. */
    private static final int TURN = 10;

    private final Supplier<Tickets> tickets;
    /** By the key of the process; asked once, for every job needs them. */
    private final Supplier<Map<String, List<String>>> turns;

    EmergenciesFirst(Supplier<Tickets> tickets, Supplier<Stream<ProcessContract>> contracts) {
        this.tickets = tickets;
        this.turns = SingletonSupplier.of(
                () -> contracts.get().collect(Collectors.toMap(ProcessContract::key, ProcessContract::turns)));
    }

    @Override
    public long determinePriority(ExecutionEntity execution, JobDeclaration<?, ?> job, String definition) {
        long given = super.determinePriority(execution, job, definition);
        if (execution == null || execution.getProcessBusinessKey() == null) {
            return given;
        }
        return given
                + urgency(execution.getProcessBusinessKey())
                - TURN * turn(execution.getProcessDefinition(), job.getActivityId());
    }

    private long urgency(String number) {
        Optional<Priority> priority =
                tickets.get().find(number).map(Ticket::facts).map(facts -> facts.priority());
        return priority.map(found -> switch (found) {
                    case P0 -> 2L;
                    case P1 -> 1L;
                    default -> 0L;
                })
                .orElse(0L);
    }

    private int turn(ProcessDefinition process, String activity) {
        return turns.get().getOrDefault(process.getKey(), List.of()).indexOf(activity) + 1;
    }
}
