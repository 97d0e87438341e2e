package org.shouwen.returnvisit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 回访: no ticket is closed before the resident was asked, or was not drawn, or could not be reached on different days. */
@Component
public class ReturnVisitDesk {

    private final Tickets tickets;
    private final Visits visits;
    private final VisitPlanner planner;
    private final Visitors visitors;
    private final TicketDesk kinds;
    private final ReturnVisitExecution execution;

    ReturnVisitDesk(
            Tickets tickets,
            Visits visits,
            VisitPlanner planner,
            Visitors visitors,
            TicketDesk kinds,
            ReturnVisitExecution execution) {
        this.tickets = tickets;
        this.visits = visits;
        this.planner = planner;
        this.visitors = visitors;
        this.kinds = kinds;
        this.execution = execution;
    }

    /** Decides whether the repaired ticket is visited; where it is not, it is closed. */
    @Transactional
    public Visit plan(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        return planned(
                ticket, planner.afterRepair(ticket, visits.nextRound(number), visits.takeRating(number), at), by, at);
    }

    /** Plans the visit of one of many who reported the same: all are asked, whatever the sample says. */
    @Transactional
    public Visit planForReporter(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        return planned(
                ticket, planner.afterIncident(ticket, visits.nextRound(number), visits.takeRating(number), at), by, at);
    }

    private Visit planned(Ticket ticket, Visit visit, String by, Instant at) {
        visits.add(visit);
        if (visit.drawn()) {
            String words = "须回访：" + planner.words(visit);
            tickets.note(
                    ticket.number(),
                    ReturnVisitEvent.PLANNED,
                    words,
                    by,
                    at,
                    "round",
                    visit.round(),
                    "due",
                    visit.due());
        } else {
            ticket.close(visit.rule().rate() == 0 ? "按规定不用回访" : "未抽中回访", by, at);
            tickets.save(ticket);
        }
        return visit;
    }

    /**
     * Somebody has tried to ask the resident.
     *
     * @return the visit as it is now
     * @throws Refusal where the person did the work himself and the rule wants another
     */
    @Transactional
    public Visit attempt(String number, int round, Attempt attempt) {
        Visit visit = visits.get(number, round);
        visitors.mustNotBeHandler(visit, attempt.by());
        return tried(visit, attempt);
    }

    /**
     * The resident has said by himself what he thinks of the work. Before a visit is planned that counts for the plan;
     * while one is open it is the answer.
     *
     * @param by code of who writes it down
     */
    @Transactional
    public void answered(String number, Satisfaction satisfaction, String remark, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        visitors.mustBeOffice(ticket.facts().site(), by, "登记业主的答复");
        Attempt answer = Attempt.answered(satisfaction, remark, null, by, at);
        Optional<Visit> open =
                visits.ofTicket(number).stream().filter(Visit::open).reduce((earlier, later) -> later);
        if (open.isPresent()) {
            visitors.mustNotBeHandler(open.get(), by);
            Visit visit = tried(open.get(), answer);
            execution.answered(number, visit.round(), !visit.reopens());
        } else if (Set.of(Status.DONE, Status.VISIT_DUE).contains(ticket.status())) {
            visits.rate(number, satisfaction, by, at);
            tickets.note(number, ReturnVisitEvent.RATED, answer.words(), by, at, "satisfaction", satisfaction);
        } else {
            throw Refusal.notPossibleNow(
                    "answer-not-asked",
                    "工单 " + number + " 现在是“" + ticket.status().label() + "”，没有等业主答复的回访");
        }
    }

    /**
     * The calendar was edited: dates of open visits are counted anew.
     *
     * @param site whose calendar; empty: everybody's
     * @return the visits whose dates moved
     */
    @Transactional
    public List<Visit> recount(String site) {
        List<Visit> moved = visits.open(site, Integer.MAX_VALUE).stream()
                // Only the next attempt needs to know of those before
                .map(open -> open.nextAttempt() == null ? open : visits.get(open.ticket(), open.round()))
                .filter(visit -> !planner.recounted(visit).equals(visit))
                .map(planner::recounted)
                .toList();
        moved.forEach(visits::save);
        return moved;
    }

    /** Writes the attempt down; the answer, or the last attempt in vain, ends the ticket or opens it again. */
    private Visit tried(Visit visit, Attempt attempt) {
        Visit after = visit.tried(attempt, planner.nextDay(visit.site(), attempt.at()));
        visits.save(after);
        Ticket ticket = tickets.get(visit.ticket());
        boolean ends = !after.open() && visit.occasion() == Visit.Occasion.CLOSING;
        if (ends && after.reopens()) {
            ticket.reopen(
                    attempt.words(),
                    kinds.kind(ticket.kind()).promisesAnew(ticket, attempt.at()),
                    attempt.by(),
                    attempt.at());
            tickets.save(ticket);
        } else if (ends) {
            ticket.close(closing(after, attempt), attempt.by(), attempt.at());
            tickets.save(ticket);
        } else {
            tickets.note(
                    visit.ticket(),
                    attempt.reached() ? ReturnVisitEvent.VISITED : ReturnVisitEvent.ATTEMPTED,
                    visit.occasion() == Visit.Occasion.RAIN ? "雨后" + attempt.words() : attempt.words(),
                    attempt.by(),
                    attempt.at(),
                    "round",
                    visit.round(),
                    "satisfaction",
                    attempt.satisfaction());
        }
        return after;
    }

    private static String closing(Visit visit, Attempt attempt) {
        return visit.outcome() == Visit.Outcome.UNREACHED
                ? attempt.words() + "；已联系 " + visit.attempts().size() + " 次，按联系不上办结"
                : attempt.words();
    }
}
