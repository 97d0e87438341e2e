package org.shouwen.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Sites;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Following;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who joins an incident and who leaves it. One ticket is the incident: it has the flow and the promises, the others follow it. */
@Component
public class IncidentDesk implements Following {

    private final Tickets tickets;
    private final Kinds kinds;
    private final Followers followers;
    private final IncidentHistory history;
    private final Telling telling;
    private final Sites sites;

    /** The flow that asks a follower's reporter, and notices that no flow sends. */
    @Component
    record Telling(IncidentExecution execution, Notices notices) {

        /** Whoever was told that his matter is settled with others is told that it is not, and what he is promised now. */
        void tellThatItProceeds(Ticket ticket, Instant at) {
            notices.tellResident(ticket, new Notices.Message("proceeding.to-resident", "proceeding-" + at, at));
        }
    }

    IncidentDesk(
            Tickets tickets, Kinds kinds, Followers followers, IncidentHistory history, Telling telling, Sites sites) {
        this.tickets = tickets;
        this.kinds = kinds;
        this.followers = followers;
        this.history = history;
        this.telling = telling;
        this.sites = sites;
    }

    @Override
    public boolean concerns(Ticket ticket) {
        return !ticket.status().isFinal() && followers.find(ticket.number()).isPresent();
    }

    @Override
    @Transactional
    public Ticket open(Intake intake, String incident, String by, Instant at) {
        Ticket joined = joinable(incident, by, List.of());
        mustBeOfKind(kinds.get(intake.kind()), joined);
        Ticket follower = kinds.get(intake.kind()).follow(intake, joined.number(), by, at);
        mustFit(follower, joined);
        followers.add(new Follower(follower.number(), joined.number(), at, by));
        history.reported(follower, joined, by, at);
        telling.notices().tellResident(follower, new Notices.Message("joined.to-resident", "joined", at));
        return follower;
    }

    /**
     * An open ticket turns out to be the same matter as another one: its own flow ends, and what follows it comes along.
     *
     * @param incident number of the other ticket, or of one that follows it
     * @throws Refusal where one of them cannot follow, or be followed, now
     */
    @Transactional
    public void join(String number, String incident, String by, Instant at) {
        Ticket joined = joinable(incident, by, List.of(number));
        Ticket ticket = tickets.get(number);
        mustBeOfKind(kinds.get(ticket.kind()), joined);
        mustFit(ticket, joined);
        if (number.equals(joined.number())) {
            throw Refusal.invalid("incident-itself", "incident", "工单 " + number + " 就是这个事件，不能随自己办理");
        }
        if (ticket.status() == Status.FOLLOWING) {
            leave(ticket, "改随事件 " + joined.number() + " 办理", by, at);
        } else {
            kinds.get(ticket.kind()).join(number, joined.number(), by, at);
        }
        List<String> along = followers.waiting(number, Integer.MAX_VALUE);
        followers.move(number, joined.number());
        along.forEach(follower -> history.moved(follower, joined.number(), by, at));
        followers.add(new Follower(number, joined.number(), at, by));
        history.reported(ticket, joined, by, at);
    }

    /**
     * A ticket that follows an incident is another matter after all: it is worked on by itself.
     *
     * @throws Refusal where it follows none
     */
    @Transactional
    public void leave(String number, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.status() != Status.FOLLOWING) {
            throw Refusal.notPossibleNow(
                    "incident-not-followed",
                    "工单 " + number + " 现在是“" + ticket.status().label() + "”，没有随事件办理");
        }
        leave(ticket, "不是同一件事，单独办理：" + reason, by, at);
        kinds.get(ticket.kind()).proceed(number, "不是同一件事：" + reason, by, at);
        telling.tellThatItProceeds(tickets.get(number), at);
    }

    @Override
    @Transactional
    public void withdraw(String number, String words, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.withdraw(words, by, at);
        tickets.save(ticket);
        history.left(ticket, incidentOf(number), words, by, at);
        telling.notices().tellResident(ticket, new Notices.Message("withdrawn.to-resident", "withdrawn", at));
    }

    @Override
    @Transactional
    public void urge(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        String incident = incidentOf(number);
        if (ticket.status() != Status.FOLLOWING) {
            throw Refusal.notPossibleNow(
                    "incident-closed", "工单 %s 已随事件 %s 办结，正在请业主答复；没有解决的，请在回访里登记不满意".formatted(number, incident));
        }
        ticket.urge(by, at);
        tickets.save(ticket);
        kinds.get(ticket.kind()).urgeFor(incident, ticket, by, at);
    }

    @Override
    @Transactional
    public void press(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.press(null, by, at);
        tickets.save(ticket);
        kinds.get(ticket.kind()).press(incidentOf(number), ticket, by, at);
    }

    @Override
    @Transactional
    public void reopened(String number) {
        followers.remove(number);
    }

    private void leave(Ticket ticket, String why, String by, Instant at) {
        history.left(ticket, incidentOf(ticket.number()), why, by, at);
        followers.remove(ticket.number());
    }

    @Override
    public String incidentOf(String number) {
        // Somebody else may have taken it off the incident since the ticket was read
        return followers
                .find(number)
                .orElseThrow(
                        () -> Refusal.notPossibleNow("incident-not-followed", "工单 " + number + " 刚刚已经不再随事件办理，请刷新后再看"))
                .incident();
    }

    /**
     * @param others numbers of the tickets that are to join it
     * @return the incident; from here on nobody settles it, or joins it to another one, before the transaction ends
     */
    private Ticket joinable(String asked, String by, List<String> others) {
        String number = followers.find(asked).map(Follower::incident).orElse(asked);
        followers.hold(Stream.concat(Stream.of(number), others.stream()).toList());
        Ticket incident = tickets.find(number)
                .filter(found -> isThereFor(by, found))
                .orElseThrow(() -> Refusal.invalid("incident-unknown", "incident", "没有编号为 " + asked + " 的工单，不能随它办理"));
        if (!incident.status().isAtWork()) {
            throw Refusal.notPossibleNow(
                    "incident-closed",
                    "工单 %s 现在是“%s”，不能再随它办理；问题还在的，请单独登记"
                            .formatted(number, incident.status().label()));
        }
        return incident;
    }

    /** What the person does not see he is not told of either. */
    private boolean isThereFor(String by, Ticket incident) {
        return !by.equals(incident.facts().recused())
                && (sites.sitesOf(by).contains(incident.facts().site())
                        || by.equals(incident.firstResponder())
                        || incident.handler().filter(by::equals).isPresent());
    }

    private void mustBeOfKind(TicketKind kind, Ticket incident) {
        kinds.mustOffer(incident, TicketKind.Action.FOLLOW);
        if (!kind.code().equals(incident.kind())) {
            throw Refusal.invalid(
                    "incident-kind",
                    "incident",
                    "工单 %s 是%s，%s不能随它办理"
                            .formatted(
                                    incident.number(),
                                    kinds.get(incident.kind()).label(),
                                    kind.label()));
        }
    }

    /** What is more urgent, elsewhere, or nobody else's business must not get lost in an incident. */
    private static void mustFit(Ticket follower, Ticket incident) {
        Facts facts = follower.facts();
        if (!facts.site().equals(incident.facts().site())) {
            throw Refusal.invalid("incident-site", "incident", "工单 " + incident.number() + " 属于另一个服务点，不能随它办理");
        }
        if (facts.priority().compareTo(incident.facts().priority()) < 0) {
            throw Refusal.invalid(
                    "incident-less-urgent",
                    "incident",
                    "这户的情况是%s，工单 %s 只是%s：请单独登记，或先更正那张工单"
                            .formatted(
                                    facts.priority().label(),
                                    incident.number(),
                                    incident.facts().priority().label()));
        }
        if (!Objects.equals(facts.recused(), incident.facts().recused())) {
            throw Refusal.invalid("incident-recused", "incident", "两张工单须回避的人不同，不能一并办理，请单独登记");
        }
    }
}
