package org.shouwen.worksite;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.DueDates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sites are opened, patrolled, and looked at more often as long as something is wrong there. */
@Component
public class PatrolDesk {

    /** From so many in a row on it is for the supervisor to get in (D8). */
    private static final int REFUSED_IN_A_ROW = 2;

    private static final Duration SAME = Duration.ofMinutes(1);

    /** Whoever has more sites looks at his own tasks. */
    private static final int MOST = 200;

    private final Worksites worksites;
    private final Violations violations;
    private final Renovations renovations;
    private final PatrolPlan plan;
    private final Telling telling;

    /** Where a deed is written down, and what follows from it for the running flows. */
    @Component
    record Telling(Tickets tickets, DueDates dueDates) {}

    PatrolDesk(Worksites worksites, Violations violations, Renovations renovations, PatrolPlan plan, Telling telling) {
        this.worksites = worksites;
        this.violations = violations;
        this.renovations = renovations;
        this.plan = plan;
        this.telling = telling;
    }

    /**
     * A site that is to be patrolled.
     *
     * @param last null: nobody has been there
     */
    public record Due(Worksite worksite, Ticket ticket, Patrol last, long unsettled) {}

    /** @return where people work, of the reader's sites, first due first, without the tickets that he does not see */
    public List<Due> due(Caller reader) {
        Stream<String> sites = reader.readsEverySite() ? Stream.of("") : reader.sites().stream();
        List<Worksite> atWork = sites.flatMap(site -> worksites.atWork(site, MOST).stream())
                .sorted(Comparator.comparing(Worksite::patrolDue).thenComparing(Worksite::ticket))
                .toList();
        Set<String> seen =
                telling.tickets().visible(atWork.stream().map(Worksite::ticket).toList(), reader);
        return atWork.stream()
                .filter(worksite -> seen.contains(worksite.ticket()))
                .map(this::due)
                .filter(due -> !due.ticket().status().isFinal())
                .toList();
    }

    private Due due(Worksite worksite) {
        String number = worksite.ticket();
        return new Due(
                worksite,
                telling.tickets().get(number),
                worksites.patrols(number).stream().findFirst().orElse(null),
                violations.ofTicket(number).stream()
                        .filter(Violation::unsettled)
                        .count());
    }

    /** What a patrol leads to beside the next one. */
    public enum Consequence {
        GO_ON,
        ENTRY_REFUSED,
        NEARLY_DONE
    }

    /** The renovation is registered: from its first day of work on it is patrolled. Doing so twice changes nothing. */
    @Transactional
    public void open(String ticket, Instant at) {
        Renovation renovation = renovations.get(ticket);
        Certificate certificate = renovation
                .certificate()
                .orElseThrow(() -> new IllegalStateException("renovation " + ticket + " has no certificate"));
        Instant first = plan.first(certificate.from(), at);
        if (worksites.find(ticket).isEmpty()) {
            add(renovation, first, at);
        } else if (worksites.patrols(ticket).isEmpty()) {
            // They had begun before they registered
            worksites.plan(ticket, Phase.DEMOLITION, first);
        }
    }

    /** They have begun without being registered: there is a site, which is patrolled once it is registered. */
    @Transactional
    public void openUnregistered(String ticket, Instant at) {
        if (worksites.find(ticket).isEmpty()) {
            add(renovations.get(ticket), plan.first(at), at);
        }
    }

    private void add(Renovation renovation, Instant firstPatrol, Instant at) {
        worksites.add(new Worksite(
                renovation.ticket(),
                renovation.site(),
                at,
                Phase.DEMOLITION,
                firstPatrol,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Somebody was there.
     *
     * @throws Refusal where nobody works there, or the patrol says two things that do not go together
     */
    @Transactional
    public Consequence record(Patrol patrol) {
        Worksite worksite = worksites.get(patrol.ticket());
        mustBeAtWork(worksite);
        mustFit(patrol);
        mustBeAnother(patrol);
        worksites.add(patrol);
        Phase phase = patrol.phase() == null ? worksite.phase() : patrol.phase();
        worksites.plan(
                patrol.ticket(), phase, plan.after(patrol.at(), frequency(worksite.ticket(), worksite.site(), phase)));
        telling.tickets().note(patrol.ticket(), WorksiteEvent.PATROLLED, words(patrol), patrol.by(), patrol.at());
        return consequence(patrol);
    }

    private static void mustBeAtWork(Worksite worksite) {
        if (!worksite.atWork()) {
            throw Refusal.notPossibleNow("site-not-at-work", "装修 " + worksite.ticket() + " 已经报完工，不再巡查");
        }
    }

    /** Pressed twice, or by two who were there together, it is one patrol: the next one is open at the same moment. */
    private void mustBeAnother(Patrol patrol) {
        if (worksites.patrols(patrol.ticket()).stream()
                .anyMatch(last -> last.at().isAfter(patrol.at().minus(SAME)))) {
            throw Refusal.notPossibleNow("patrolled-just-now", "装修 " + patrol.ticket() + " 这一次巡查刚刚已经登记");
        }
    }

    private static void mustFit(Patrol patrol) {
        Patrol.Outcome outcome = patrol.outcome();
        if (!outcome.isSeen() && !(patrol.points().isEmpty() && patrol.phase() == null)) {
            throw Refusal.invalid("patrol-not-seen", "outcome", "结果是“" + outcome.label() + "”，没有看到现场，不能登记施工阶段和检查点");
        }
        if (outcome.isSeen() && patrol.phase() == null) {
            throw Refusal.invalid("patrol-phase-missing", "phase", "请选择现在的施工阶段，下次巡查按它安排");
        }
        if (outcome == Patrol.Outcome.NORMAL && !patrol.points().isEmpty()) {
            throw Refusal.invalid(
                    "patrol-not-normal", "points", "勾了有问题的检查点“" + patrol.faults() + "”，结果不能是“正常”，请选“发现违规”");
        }
    }

    private Consequence consequence(Patrol patrol) {
        return switch (patrol.outcome()) {
            case NEARLY_DONE -> Consequence.NEARLY_DONE;
            case REFUSED ->
                refusedInARow(patrol.ticket()) % REFUSED_IN_A_ROW == 0 ? Consequence.ENTRY_REFUSED : Consequence.GO_ON;
            default -> Consequence.GO_ON;
        };
    }

    /** Who finds nobody at home has not been refused, but has not come in either: it does not end the row. */
    private int refusedInARow(String ticket) {
        int refused = 0;
        for (Iterator<Patrol> last = worksites.patrols(ticket).iterator(); last.hasNext(); ) {
            Patrol.Outcome outcome = last.next().outcome();
            if (outcome.isSeen()) {
                break;
            }
            refused += outcome == Patrol.Outcome.REFUSED ? 1 : 0;
        }
        return refused;
    }

    /** Something was found: the next patrol comes sooner, where it would have come later than the table now says. */
    @Transactional
    public void hurry(String ticket, Instant at) {
        Worksite worksite = worksites.get(ticket);
        Instant sooner = plan.after(at, frequency(ticket, worksite.site(), worksite.phase()));
        if (worksite.atWork() && sooner.isBefore(worksite.patrolDue())) {
            worksites.plan(ticket, worksite.phase(), sooner);
            telling.dueDates().recount(ticket);
        }
    }

    /** The work did not pass: people work again, and are patrolled again. */
    @Transactional
    public void resume(String ticket, Instant at) {
        Worksite worksite = worksites.get(ticket);
        worksites.plan(ticket, worksite.phase(), plan.after(at, frequency(worksite)));
    }

    /** @return how often the site is patrolled now, and by which rule */
    public PatrolPlan.Frequency frequency(Worksite worksite) {
        return frequency(worksite.ticket(), worksite.site(), worksite.phase());
    }

    private PatrolPlan.Frequency frequency(String ticket, String site, Phase phase) {
        return plan.frequency(site, phase, violations.ofTicket(ticket).stream().anyMatch(Violation::unsettled));
    }

    private static String words(Patrol patrol) {
        StringBuilder words = new StringBuilder("巡查：").append(patrol.outcome().label());
        if (patrol.phase() != null) {
            words.append("，").append(patrol.phase().label());
        }
        if (!patrol.points().isEmpty()) {
            words.append("，有问题：").append(patrol.faults());
        }
        if (patrol.remark() != null) {
            words.append("，").append(patrol.remark());
        }
        return words.toString();
    }
}
