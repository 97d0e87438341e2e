package org.shouwen.firstresponsibility;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketRights;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leave and sudden absence (D15): nobody goes while his matters have no taker, and never A and B at once. */
@Component
public class LeaveDesk {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Absences absences;
    private final Roster roster;
    private final Superiors superiors;
    private final OpenMatters matters;
    private final Substitution substitution;
    private final Moments moments;

    LeaveDesk(
            Absences absences,
            Roster roster,
            Superiors superiors,
            OpenMatters matters,
            Substitution substitution,
            Moments moments) {
        this.moments = moments;
        this.absences = absences;
        this.roster = roster;
        this.superiors = superiors;
        this.matters = matters;
        this.substitution = substitution;
    }

    /**
     * Asks for one's own leave; where nobody is above the person it is settled with that, and he goes by the same rules.
     *
     * @return id of the absence
     */
    @Transactional
    public long ask(Instant from, Instant until, String reason, String by, Instant at) {
        mustBeStaff(by);
        if (!until.isAfter(from)
                || !until.isAfter(at)
                || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("leave-time", "until", "请假的结束时间须在开始和现在之后，最长一年");
        }
        // The same leave sent twice at once: the second waits here, and finds the first
        absences.lock();
        if (of(by).anyMatch(other -> overlaps(other, from, until))) {
            throw Refusal.notPossibleNow("leave-twice", "这段时间您已请过假，请先撤销原来的");
        }
        boolean highest = superiors.isHighest(by);
        if (highest) {
            mustHaveTakers(by, by, at);
        }
        mustLeaveSomebody(by, from, until);
        Absence.Status status = highest ? Absence.Status.APPROVED : Absence.Status.ASKED;
        long id = absences.add(by, Absence.Kind.LEAVE, from, until, reason, status, by, at);
        if (highest) {
            settle(at);
        }
        return id;
    }

    @Transactional
    public void approve(long id, String by, Instant at) {
        absences.lock();
        Absence leave = asked(id, by, at);
        mustLeaveSomebody(leave.staff(), leave.from(), leave.until());
        mustHaveTakers(leave.staff(), by, at);
        absences.decide(id, Absence.Status.APPROVED, null, by, at);
        settle(at);
    }

    @Transactional
    public void refuse(long id, String remark, String by, Instant at) {
        absences.lock();
        asked(id, by, at);
        absences.decide(id, Absence.Status.REFUSED, remark, by, at);
    }

    /** Takes one's own leave back before it begins. */
    @Transactional
    public void cancel(long id, String by, Instant at) {
        absences.lock();
        Absence leave = find(id);
        if (!leave.staff().equals(by)) {
            throw Refusal.notAllowed("leave-not-yours", "只能撤销自己的请假");
        }
        if (!leave.isOpen(at)) {
            throw Refusal.notPossibleNow("leave-over", "请假已经开始或已有结果，不能撤销" + decided(leave) + "；提前回岗请点“回岗”");
        }
        absences.decide(id, Absence.Status.CANCELLED, null, by, at);
    }

    /**
     * Somebody is away without warning: whoever stands in steps in at once. Reported by himself or a superior.
     *
     * @param until null: nobody knows yet
     * @return id of the absence
     */
    @Transactional
    public long report(String staff, Instant until, String reason, String by, Instant at) {
        mustBeStaff(staff);
        if (!staff.equals(by)) {
            superiors.mustBeSuperiorOf(by, staff, "登记他人缺勤", at);
        }
        roster.mustBePlannable(staff, "staff");
        if (until != null && !until.isAfter(at)) {
            throw Refusal.invalid("leave-time", "until", "预计回岗的时间须在现在之后");
        }
        absences.lock();
        // One that was reported while this waited for the lock may begin after it
        of(staff)
                .filter(known -> known.covers(at)
                        || known.kind() == Absence.Kind.SUDDEN && known.from().isAfter(at) && !hasEnded(known))
                .findFirst()
                .ifPresent(known -> {
                    throw Refusal.notPossibleNow(
                            "absent-already",
                            "%s已登记不在岗（%s于 %s 登记）"
                                    .formatted(
                                            roster.nameOf(staff),
                                            roster.nameOf(known.askedBy()),
                                            moments.text(known.askedAt())));
                });
        long id = absences.add(staff, Absence.Kind.SUDDEN, at, until, reason, Absence.Status.APPROVED, by, at);
        settle(at);
        return id;
    }

    /** The person is there again, earlier than was said or known. */
    @Transactional
    public void back(String staff, String by, Instant at) {
        if (!staff.equals(by)) {
            superiors.mustBeSuperiorOf(by, staff, "登记他人回岗", at);
        }
        absences.lock();
        List<Absence> present = of(staff)
                .filter(absence -> absence.covers(at) && !hasEnded(absence))
                .toList();
        if (present.isEmpty()) {
            throw Refusal.notPossibleNow(
                    "not-absent",
                    of(staff)
                            .filter(this::hasEnded)
                            .findFirst()
                            .map(last ->
                                    "%s没有登记不在岗，上一次到 %s 为止".formatted(roster.nameOf(staff), moments.text(last.until())))
                            .orElse(roster.nameOf(staff) + "没有登记不在岗"));
        }
        present.forEach(absence -> absences.end(absence.id(), at));
        settle(at);
    }

    /** @return absences that go on, lie ahead or wait for a decision: a superior's of everybody at his sites, else one's own */
    public List<Absence> ahead(Caller reader) {
        boolean others = reader.readsEverySite() || superiors.isSuperior(reader.code(), null, reader.at());
        return absences.after(reader.at()).stream()
                .filter(absence -> absence.staff().equals(reader.code())
                        || others && roster.sitesOf(absence.staff()).stream().anyMatch(reader::reads))
                .toList();
    }

    private Absence asked(long id, String by, Instant at) {
        Absence leave = find(id);
        if (leave.staff().equals(by)) {
            throw Refusal.notAllowed("leave-own", "不能审批自己的请假，请上一级审批");
        }
        superiors.mustBeSuperiorOf(by, leave.staff(), "审批请假", at);
        if (leave.status() != Absence.Status.ASKED) {
            throw Refusal.notPossibleNow(
                    "leave-decided", "这次请假" + leave.status().label() + decided(leave) + "，不能再审批");
        }
        return leave;
    }

    /** @return how a sentence goes on that says what became of a leave, or "" */
    private String decided(Absence leave) {
        return leave.decidedBy() == null
                ? ""
                : "（%s于 %s 办理）".formatted(roster.nameOf(leave.decidedBy()), moments.text(leave.decidedAt()));
    }

    /** By the clock: the moment at which somebody asked may lie before the end that another has set meanwhile. */
    private boolean hasEnded(Absence absence) {
        return absence.until() != null && !absence.until().isAfter(moments.now());
    }

    /**
     * Both A and B away at once is refused, and whoever already stands in for somebody stays. Looked at where it can
     * change: at the beginning, and where another absence begins.
     */
    private void mustLeaveSomebody(String staff, Instant from, Instant until) {
        List<Absence> others = absences.after(from).stream()
                .filter(absence -> absence.status() == Absence.Status.APPROVED)
                .filter(absence -> !absence.staff().equals(staff) && overlaps(absence, from, until))
                .toList();
        Stream.concat(Stream.of(from), others.stream().map(Absence::from).filter(begin -> begin.isAfter(from)))
                .forEach(moment -> {
                    Set<String> away = others.stream()
                            .filter(absence -> absence.covers(moment))
                            .map(Absence::staff)
                            .collect(Collectors.toCollection(TreeSet::new));
                    away.add(staff);
                    away.forEach(person -> mustHaveSubstitute(person, staff, away));
                });
    }

    private void mustHaveSubstitute(String person, String asking, Set<String> away) {
        List<String> all = roster.substitutesOf(person, Set.of());
        boolean concerned = person.equals(asking) || all.contains(asking);
        Set<String> out = new HashSet<>(away);
        out.addAll(roster.shutOut().keySet());
        if (concerned && !all.isEmpty() && roster.substitutesOf(person, out).isEmpty()) {
            throw Refusal.notPossibleNow(
                    "both-absent",
                    "%s和替代人%s不能同时不在岗，请改时间或先另定替代人"
                            .formatted(
                                    roster.nameOf(person),
                                    all.stream().map(roster::nameOf).collect(Collectors.joining("、"))));
        }
    }

    private void mustHaveTakers(String staff, String by, Instant at) {
        List<String> urgent = matters.inHandOf(staff, at).stream()
                .filter(ticket -> ticket.facts().urgent() && ticket.status().compareTo(Status.DONE) < 0)
                .map(ticket -> TicketRights.mayRead(ticket, by) ? ticket.number() : "1 件")
                .toList();
        if (!urgent.isEmpty()) {
            throw Refusal.notPossibleNow(
                    "urgent-without-taker",
                    roster.nameOf(staff) + "手上还有紧急工单 " + String.join("、", urgent) + "，请先改派给别人，再批准请假");
        }
    }

    private void settle(Instant at) {
        substitution.concerned(at).forEach(number -> substitution.settle(number, at));
    }

    private Absence find(long id) {
        return absences.find(id).orElseThrow(() -> Refusal.notFound("leave-not-found", "没有编号 " + id + " 的请假"));
    }

    private Stream<Absence> of(String staff) {
        return absences.standing(staff).stream();
    }

    private static boolean overlaps(Absence absence, Instant from, Instant until) {
        return absence.from().isBefore(until)
                && (absence.until() == null || absence.until().isAfter(from));
    }

    private void mustBeStaff(String code) {
        if (roster.staff(code).isEmpty()) {
            throw Refusal.notFound("staff-not-found", "没有工号 " + code);
        }
    }
}
