package org.shouwen.returnvisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 下雨了: whether a leak is really repaired shows after a rain, so its resident is asked once more then (D4-3). */
@Component
public class RainDesk {

    private final Rains rains;
    private final Visits visits;
    private final VisitPlanner planner;
    private final Visitors visitors;
    private final Tickets tickets;
    private final ReturnVisitExecution execution;
    private final Moments moments;

    RainDesk(
            Rains rains,
            Visits visits,
            VisitPlanner planner,
            Visitors visitors,
            Tickets tickets,
            ReturnVisitExecution execution,
            Moments moments) {
        this.rains = rains;
        this.visits = visits;
        this.planner = planner;
        this.visitors = visitors;
        this.tickets = tickets;
        this.execution = execution;
        this.moments = moments;
    }

    /**
     * Declares that it rained at a site, once a day, and opens the second visit of the leaks that were closed before.
     *
     * @return number of visits opened
     */
    @Transactional
    public int declare(String site, LocalDate day, String by, Instant at) {
        visitors.mustBeOffice(site, by, "登记下雨");
        if (day.isAfter(moments.date(at))) {
            throw Refusal.invalid("rain-ahead", "date", "还没有到" + Moments.day(day) + "，下过雨以后再登记");
        }
        List<String> leaks = rains.leaks(site, moments.start(day.plusDays(1)));
        rains.declare(new Rains.Rain(site, day, by, at, leaks.size()));
        for (String number : leaks) {
            Visit visit = planner.afterRain(tickets.get(number), visits.nextRound(number), at);
            visits.add(visit);
            String words = Moments.day(day) + "下雨，须再次回访：" + planner.words(visit);
            tickets.note(number, ReturnVisitEvent.PLANNED, words, by, at, "round", visit.round(), "due", visit.due());
            execution.startRainCheck(number, visit.round());
        }
        return leaks.size();
    }
}
