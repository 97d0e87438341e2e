package org.shouwen.worksite;

import java.time.Instant;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work that must not go on: nobody registered it (建设部令第110号 35), or its certificate was revoked. */
@Component
public class StopDesk {

    private final PatrolDesk patrols;
    private final ViolationDesk desk;
    private final Violations violations;
    private final Tickets tickets;
    private final WorksiteExecution execution;

    StopDesk(
            PatrolDesk patrols,
            ViolationDesk desk,
            Violations violations,
            Tickets tickets,
            WorksiteExecution execution) {
        this.patrols = patrols;
        this.desk = desk;
        this.violations = violations;
        this.tickets = tickets;
        this.execution = execution;
    }

    /** What whoever went there saw. */
    public enum Finding {
        STOPPED("已经停工"),
        GOES_ON("还在施工");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    @EventListener
    void revoked(Renovations.Revoked event) {
        execution.certificateRevoked(event.ticket());
    }

    /**
     * Somebody went there after the certificate was revoked. What goes on without one is a violation like any other.
     *
     * @param remark what he saw
     * @param photo where the pictures are found, or null
     */
    @Transactional
    public void checked(String ticket, Finding finding, String remark, String photo, String by, Instant at) {
        tickets.note(
                ticket,
                WorksiteEvent.STOP_CHECKED,
                "核实停工：" + finding.label() + "，" + remark + (photo == null ? "" : "；照片：" + photo),
                by,
                at);
        if (finding == Finding.GOES_ON && !isTold(ticket)) {
            unregistered(ticket, Violation.Spot.REFUSED, remark, photo, by, at);
        }
    }

    /**
     * Work is seen that nobody registered: told in writing to stop and to register, and reported where they do not.
     *
     * @throws Refusal where that was seen before, and is not settled yet
     */
    @Transactional
    public Violation unregistered(
            String ticket, Violation.Spot spot, String what, String photo, String by, Instant at) {
        if (isTold(ticket)) {
            throw Refusal.notPossibleNow("stop-told", "这户没有登记就施工，已经登记过，正在处理");
        }
        patrols.openUnregistered(ticket, at);
        return desk.record(ticket, new Violation.Found(Violation.Kind.UNREGISTERED, what, photo, spot, at, by));
    }

    /** Whoever else sees it at the same moment waits until this transaction has ended. */
    private boolean isTold(String ticket) {
        tickets.hold(ticket);
        return violations.ofTicket(ticket).stream()
                .anyMatch(violation -> violation.open() && violation.found().kind() == Violation.Kind.UNREGISTERED);
    }
}
