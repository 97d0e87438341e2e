package org.shouwen.complaint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.SupervisionEnds;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised to put right: each measure is somebody's, with a date, until it is done. */
@Component
public class MeasureDesk {

    /** More than anybody reads; the first due come first. */
    private static final int MOST = 200;

    /** The step that carries a measure out. */
    private static final String STEP = "carryOut";

    private final Measures measures;
    private final Tickets tickets;
    private final Roster roster;
    private final ComplaintExecution execution;
    private final SupervisionEnds supervisions;
    private final Moments moments;

    MeasureDesk(
            Measures measures,
            Tickets tickets,
            Roster roster,
            ComplaintExecution execution,
            SupervisionEnds supervisions,
            Moments moments) {
        this.measures = measures;
        this.tickets = tickets;
        this.roster = roster;
        this.execution = execution;
        this.supervisions = supervisions;
        this.moments = moments;
    }

    @Transactional
    public void promise(String number, int round, List<Measure.Promised> promised, String by, Instant at) {
        for (Measure.Promised measure : promised) {
            Measure kept = measures.get(measures.add(number, round, measure));
            tickets.note(
                    number,
                    ComplaintEvent.MEASURE_PROMISED,
                    "承诺整改：%s，由%s负责，%s 前落实"
                            .formatted(measure.what(), roster.nameOf(measure.staff()), moments.text(measure.dueAt())),
                    by,
                    at,
                    "to",
                    measure.staff(),
                    "due",
                    measure.dueAt());
            execution.startMeasure(kept);
        }
    }

    /** @return late measures of complaints that the reader sees, first due first; at most 200 */
    public List<Measure> late(Caller reader) {
        List<Measure> late = measures.late(reader.at(), Integer.MAX_VALUE);
        Set<String> seen = tickets.visible(late.stream().map(Measure::ticket).toList(), reader);
        return late.stream()
                .filter(measure -> seen.contains(measure.ticket()))
                .limit(MOST)
                .toList();
    }

    /** @throws Refusal where it is not open any more */
    @Transactional
    public void carryOut(long id, String result, String by, Instant at) {
        Measure measure = mustBeOpen(id, at);
        measures.end(id, new Measure.Outcome(at, by, Measure.Ending.DONE, result));
        tickets.note(measure.ticket(), ComplaintEvent.MEASURE_DONE, "整改落实：" + measure.what() + "；" + result, by, at);
    }

    /**
     * A promise to the resident is given up by a superior, who says why; the resident is told, and so is whoever had it to do.
     *
     * @throws Refusal where it is not open any more, or whoever gives it up is not above whoever has it to do; another manager may
     */
    @Transactional
    public void giveUp(long id, String reason, String by, Instant at) {
        Measure measure = mustBeOpen(id, at);
        boolean above = rank(by) == Duty.MANAGER
                || rank(by).compareTo(rank(measure.staff())) > 0 && rank(by).compareTo(Duty.LEAD) >= 0;
        if (by.equals(measure.staff()) || !above) {
            throw Refusal.notAllowed("measure-rank", "整改措施“" + measure.what() + "”只能由负责人的上级放弃");
        }
        String number = measure.ticket();
        measures.end(id, new Measure.Outcome(at, by, Measure.Ending.GIVEN_UP, reason));
        tickets.note(number, ComplaintEvent.MEASURE_GIVEN_UP, "放弃整改：" + measure.what() + "；原因：" + reason, by, at);
        supervisions.stepIsDone(number, STEP, measure.staff(), at);
        execution.giveUp(measure);
    }

    private Measure mustBeOpen(long id, Instant at) {
        tickets.hold(measures.get(id).ticket());
        Measure measure = measures.get(id);
        if (!measure.open()) {
            throw Refusal.notPossibleNow("measure-ended", "这项整改措施" + measure.state(at) + "，不用再登记");
        }
        return measure;
    }

    /** @return the highest duty that the person has, wherever */
    private Duty rank(String staff) {
        return roster.postsOf(staff).stream()
                .map(Post::duty)
                .max(Comparator.naturalOrder())
                .orElse(Duty.FRONT_DESK);
    }
}
