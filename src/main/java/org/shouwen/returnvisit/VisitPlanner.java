package org.shouwen.returnvisit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Who is visited, by whom and by when: the table {@code visit-rule} (D4) and the site's calendar. */
@Component
record VisitPlanner(
        Decisions decisions, Calendars calendars, Categories categories, Visitors visitors, Moments moments) {

    private static final String TABLE = "visitRule";

    /** What the table calls a resident who said nothing yet. */
    private static final String NOT_RATED = "NONE";

    /** @return the visit after a repair; ended at once where the sample does not draw it */
    Visit afterRepair(Ticket ticket, int round, Optional<Satisfaction> rating, Instant at) {
        String rated = rating.map(Satisfaction::name).orElse(NOT_RATED);
        VisitRule rule = rule(ticket, rated);
        return visit(
                ticket, round, Visit.Occasion.CLOSING, rated, rule, Sample.draws(ticket.number(), rule.rate()), at);
    }

    /**
     * @return the visit of one who reported an incident; nobody whom the table would leave to chance is left out, for his home
     *     may be the one where it is not solved
     */
    Visit afterIncident(Ticket ticket, int round, Optional<Satisfaction> rating, Instant at) {
        String rated = rating.map(Satisfaction::name).orElse(NOT_RATED);
        VisitRule rule = rule(ticket, rated).always();
        return visit(ticket, round, Visit.Occasion.CLOSING, rated, rule, rule.required(), at);
    }

    /** @return the second visit of a leak, after a rain; nobody is left out */
    Visit afterRain(Ticket ticket, int round, Instant at) {
        return visit(ticket, round, Visit.Occasion.RAIN, NOT_RATED, rule(ticket, NOT_RATED), true, at);
    }

    private Visit visit(
            Ticket ticket,
            int round,
            Visit.Occasion occasion,
            String rated,
            VisitRule rule,
            boolean drawn,
            Instant at) {
        String site = ticket.facts().site();
        boolean reachable = ticket.facts().intake().reporter().isReachable();
        boolean asked = drawn && reachable;
        String left = rule.rate() == 0 ? "按规定不用回访" : reachable ? "未抽中，不用回访" : "报事人没有留电话和邮箱，无从回访";
        Due due = asked ? due(rule, site, at) : new Due(null, left, null);
        return new Visit(
                ticket.number(),
                round,
                occasion,
                site,
                rated,
                rule,
                asked,
                at,
                due.at(),
                explanation(due),
                null,
                asked ? null : Visit.Outcome.NOT_DRAWN,
                asked ? null : at,
                List.of());
    }

    /** @return the visit with its dates counted anew on the calendar as it is now */
    Visit recounted(Visit visit) {
        Due due = due(visit.rule(), visit.site(), visit.plannedAt());
        Instant nextAttempt = visit.nextAttempt() == null
                ? null
                : nextDay(
                        visit.site(),
                        visit.attempts().get(visit.attempts().size() - 1).at());
        return visit.moved(due.at(), explanation(due), nextAttempt);
    }

    /** @return opening time of the next working day, for attempts are made on different days */
    Instant nextDay(String site, Instant at) {
        return calendars.of(site).nextWorkingTime(moments.start(moments.date(at).plusDays(1)));
    }

    /** @return 由首问责任人电话回访，11月24日（周二）10:00 前 */
    String words(Visit visit) {
        String by = visit.due() == null ? "" : "，" + moments.text(visit.due()) + " 前";
        return "由" + visit.rule().visitor().label() + visit.rule().method().label() + "回访" + by;
    }

    private Due due(VisitRule rule, String site, Instant from) {
        return calendars.of(site).due(from, rule.amount(), rule.unit());
    }

    private static String explanation(Due due) {
        return due.warning() == null ? due.explanation() : due.explanation() + "（" + due.warning() + "）";
    }

    private VisitRule rule(Ticket ticket, String rated) {
        Facts facts = ticket.facts();
        Intake intake = facts.intake();
        Hazard hazard = categories.category(intake.category()).orElseThrow().hazard();
        Map<String, Object> row = decisions
                .row(
                        TABLE,
                        Map.of(
                                "kind", ticket.kind(),
                                "priority", facts.priority().name(),
                                "area", facts.area().name(),
                                "hazard", hazard.name(),
                                "danger", intake.danger().name(),
                                "scope", intake.scope().name(),
                                "reporterKnown", intake.channel() != Channel.STAFF,
                                "rated", rated))
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "visit-rule-missing", "回访规则表里没有适用于工单 " + ticket.number() + " 的一行，请主管补充"));
        return new VisitRule(
                number(row, "rate"),
                number(row, "dueAmount"),
                WorkUnit.valueOf((String) row.get("dueUnit")),
                visitors.promised(Visitor.valueOf((String) row.get("visitor")), ticket),
                (Boolean) row.get("notHandler"),
                VisitMethod.valueOf((String) row.get("method")),
                (Boolean) row.get("reopens"),
                (Boolean) row.get("afterRain"),
                number(row, "attempts"));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
