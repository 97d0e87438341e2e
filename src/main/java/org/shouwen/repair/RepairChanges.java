package org.shouwen.repair;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.matter.Matters;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.DecisionNotes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A repair that turns out to be another one, or is wanted at another time: what was promised follows. */
@Component
public class RepairChanges {

    private final RepairDesk desk;
    private final Matters matters;
    private final RepairIntake intakes;
    private final Appointments appointments;
    private final RepairExecution execution;
    private final Notices notices;

    RepairChanges(
            RepairDesk desk,
            Matters matters,
            RepairIntake intakes,
            Appointments appointments,
            RepairExecution execution,
            Notices notices) {
        this.desk = desk;
        this.matters = matters;
        this.intakes = intakes;
        this.appointments = appointments;
        this.execution = execution;
        this.notices = notices;
    }

    /**
     * The category, the place or the danger is another than was registered (D1, D2, D12 judge anew): the clocks of the new
     * row start now, those that are kept already stay kept. Where it is more urgent, or another post's work, it is
     * dispatched anew.
     */
    @Transactional
    public void correct(String number, Correction correction, String reason, String by, Instant at) {
        Ticket ticket = desk.movable(number, "更正", by, at);
        Facts before = ticket.facts();
        Slot slot = before.intake().appointment();
        boolean slotAhead =
                correction.home() != null && slot != null && slot.from().isAfter(at);
        Matter matter = desk.matter(
                correction.of(before.intake(), slotAhead ? slot : null),
                before.intake().category());
        if (!matter.location().site().equals(before.site())) {
            throw Refusal.invalid("site-other", "location", "更正后的地点属于另一个服务点，请撤回后在那里重新登记");
        }
        try (DecisionNotes.Notes notes = matters.notes().open()) {
            Judgement judgement = intakes.judge(matter, correction.cause(), at);
            Facts after = matter.facts(number, judgement, before.firstResponder(), before.openedAt());
            boolean anew = !after.post().equals(before.post()) || after.urgent() && !before.urgent();
            List<Deadline> promises = matters.limits()
                    .deadlines(
                            matter.limits(after.priority()),
                            after.site(),
                            after.intake().appointment(),
                            at);
            ticket.correct(after, fresh(ticket, promises, after.site(), anew), kinds(promises), anew, reason, by, at);
            matters.tickets().save(ticket, notes.taken());
            judgement.keep().accept(ticket);
            if (anew) {
                matters.flow().correct(ticket);
            }
            // No step of the flow waits for it: it is corrected wherever the flow stands
            notices.tellResident(
                    matters.tickets().get(number), new Notices.Message("corrected.to-resident", "corrected-" + at, at));
        }
    }

    /** @return what the corrected matter promises at all: what it does not, nobody waits for any more */
    private static Set<ClockKind> kinds(List<Deadline> promises) {
        return promises.stream().map(Deadline::clock).collect(Collectors.toSet());
    }

    private List<Deadline> fresh(Ticket ticket, List<Deadline> promises, String site, boolean anew) {
        Set<ClockKind> clocks = Arrays.stream(ClockKind.values())
                .filter(clock -> anew
                        || ticket.find(clock)
                                .filter(kept -> kept.stoppedAt() != null)
                                .isEmpty())
                .collect(Collectors.toSet());
        return matters.limits().again(ticket, promises, site, clocks);
    }

    /** The resident wants another time. */
    @Transactional
    public void reschedule(String number, Slot slot, String reason, String by, Instant at) {
        appointments.agree(number, slot, reason, by, at);
        execution.rescheduled(number);
    }
}
