package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.estate.PersonName;
import org.shouwen.repair.RepairDesk;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Whether the person at the door comes for a repair that is under way. */
@Component
record WorkOrderProof(Tickets tickets, Roster roster) implements Verifiable<Ticket> {

    static final String KIND = "WORK_ORDER";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "维修单";
    }

    @Override
    public Optional<Ticket> find(String number) {
        return tickets.find(number).filter(ticket -> ticket.kind().equals(RepairDesk.KIND));
    }

    @Override
    public Verdict.Holding holds(Ticket ticket, int issue, Instant at) {
        return switch (ticket.status()) {
            case CLOSED -> Verdict.Holding.expired("这件报修已经办结，维修单不再有效。");
            case WITHDRAWN -> Verdict.Holding.revoked("这件报修已经撤回，维修单作废。");
            case FOLLOWING -> Verdict.Holding.revoked("这件报修随另一件事件办理，这张维修单不再使用。");
            default -> Verdict.Holding.valid("是本物业签发的维修单，正在办理。");
        };
    }

    @Override
    public List<Verdict.Fact> facts(Ticket ticket) {
        return List.of(
                new Verdict.Fact("编号", ticket.number()),
                new Verdict.Fact("地点", ticket.facts().location()),
                new Verdict.Fact("类别", ticket.facts().categoryLabel()),
                new Verdict.Fact(
                        "维修人员",
                        ticket.handler()
                                .map(roster::nameOf)
                                .map(PersonName::masked)
                                .orElse("尚未派单")),
                new Verdict.Fact("状态", ticket.status().label()));
    }
}
