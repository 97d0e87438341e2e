package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.estate.PersonName;
import org.shouwen.repair.RepairDesk;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Whether the person at the door comes for a repair that is under way. */
@Component
class WorkOrderProof implements Verifiable {

    static final String KIND = "WORK_ORDER";

    private static final String TITLE = "维修单";

    private final Tickets tickets;
    private final Roster roster;

    WorkOrderProof(Tickets tickets, Roster roster) {
        this.tickets = tickets;
        this.roster = roster;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Verdict verify(String subject, int issue, Instant at) {
        return tickets.find(subject)
                .filter(ticket -> ticket.kind().equals(RepairDesk.KIND))
                .map(this::verdict)
                .orElseGet(() -> Verdict.unknown("没有编号为 " + subject + " 的维修单。"));
    }

    private Verdict verdict(Ticket ticket) {
        Status status = ticket.status();
        List<Verdict.Fact> facts = List.of(
                new Verdict.Fact("编号", ticket.number()),
                new Verdict.Fact("地点", ticket.facts().location()),
                new Verdict.Fact("类别", ticket.facts().categoryLabel()),
                new Verdict.Fact(
                        "维修人员",
                        ticket.handler()
                                .map(roster::nameOf)
                                .map(PersonName::masked)
                                .orElse("尚未派单")),
                new Verdict.Fact("状态", status.label()));
        return switch (status) {
            case CLOSED -> new Verdict(Verdict.State.EXPIRED, TITLE, "这件报修已经办结，维修单不再有效。", facts);
            case WITHDRAWN -> new Verdict(Verdict.State.REVOKED, TITLE, "这件报修已经撤回，维修单作废。", facts);
            case FOLLOWING -> new Verdict(Verdict.State.REVOKED, TITLE, "这件报修随另一件事件办理，这张维修单不再使用。", facts);
            default -> Verdict.valid(TITLE, "是本物业签发的维修单，正在办理。", facts);
        };
    }
}
