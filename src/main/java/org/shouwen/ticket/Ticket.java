package org.shouwen.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.shouwen.problem.Refusal;

/**
 * A resident's matter. Whoever is asked first owns it to the end (first responder, 首问责任人); whoever works on it is the
 * handler, and may change. Each verb checks the status, changes it and appends one line to the timeline.
 */
public final class Ticket {

    private final Clocks clocks;
    private final List<TimelineEntry> news = new ArrayList<>();
    private final int version;
    private Facts facts;
    private Status status;
    private String handler;
    private Counts counts;
    private Pause pause;

    /**
     * What the matter is; settled when the ticket is opened, and changed by a correction only.
     *
     * @param location label of the home or place, as people read it
     * @param post code of the technicians' post that works on it
     * @param reportTo who must be told at once (D1), or ""
     */
    public record Facts(
            String number,
            Intake intake,
            String categoryLabel,
            Area area,
            String site,
            String location,
            Priority priority,
            boolean urgent,
            String reportTo,
            String firstResponder,
            String post,
            Instant openedAt) {

        /** @return code of the person whom the matter is about and who is kept out of it (回避), or null */
        public String recused() {
            return intake.recused();
        }

        Facts onPost(String other) {
            return new Facts(
                    number,
                    intake,
                    categoryLabel,
                    area,
                    site,
                    location,
                    priority,
                    urgent,
                    reportTo,
                    firstResponder,
                    other,
                    openedAt);
        }

        Facts at(Slot slot) {
            return new Facts(
                    number,
                    intake.at(slot),
                    categoryLabel,
                    area,
                    site,
                    location,
                    priority,
                    urgent,
                    reportTo,
                    firstResponder,
                    post,
                    openedAt);
        }
    }

    /** How often the work was given back, urged, passed to another post, and how often the ticket was reopened. */
    public record Counts(int returns, int urges, int transfers, int reopens) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /**
     * What changes, as the tables hold it.
     *
     * @param pause what it waits for, or null
     */
    public record State(
            Status status, String handler, Counts counts, Pause pause, int version, List<Deadline> deadlines) {}

    private Ticket(Facts facts, State state) {
        this.facts = facts;
        this.status = state.status();
        this.handler = state.handler();
        this.counts = state.counts();
        this.pause = state.pause();
        this.version = state.version();
        this.clocks = new Clocks(state.deadlines());
    }

    /**
     * A new ticket, with the first line of its timeline.
     *
     * @throws Refusal where the first responder is the person who is kept out of it
     */
    public static Ticket register(Facts facts, List<Deadline> deadlines) {
        if (facts.firstResponder().equals(facts.recused())) {
            throw Refusal.notAllowed("recused", "这件事涉及您本人，您须回避，请由同事登记");
        }
        Ticket ticket = new Ticket(facts, new State(Status.RECEIVED, null, Counts.NONE, null, 0, deadlines));
        ticket.note(
                facts.firstResponder(),
                facts.openedAt(),
                "registered",
                "受理%s：%s，%s，%s"
                        .formatted(
                                facts.intake().channel().label(),
                                facts.location(),
                                facts.categoryLabel(),
                                facts.priority().label()));
        return ticket;
    }

    /** A ticket as the tables hold it. */
    public static Ticket of(Facts facts, State state) {
        return new Ticket(facts, state);
    }

    /** Work is offered to a person, who has to accept it. */
    public void dispatchTo(String staff, String name, String by, Instant at) {
        mustBe("派单", Status.RECEIVED);
        mustNotBeAbout(staff, name);
        handler = staff;
        status = Status.DISPATCHED;
        note(by, at, "dispatched", "派给" + name);
    }

    /** A technician takes the work himself (抢单): nothing has to be accepted any more. */
    public void grabbedBy(String staff, String name, Instant at) {
        mustBe("抢单", Status.RECEIVED);
        mustNotBeAbout(staff, name);
        handler = staff;
        taken(staff, at, "grabbed", name + "抢单");
    }

    public void accept(String by, String name, Instant at) {
        mustBe("接单", Status.DISPATCHED);
        status = Status.ACCEPTED;
        stop(ClockKind.RESPOND, at);
        noteFor(handler, by, at, "accepted", name + "接单");
    }

    /** The person offered the work gives it back. */
    public void returnWork(String reason, String by, String name, Instant at) {
        mustBe("退回", Status.DISPATCHED);
        counts = new Counts(counts.returns + 1, counts.urges, counts.transfers, counts.reopens);
        status = Status.RECEIVED;
        noteFor(handler, by, at, "returned", name + "退回：" + reason);
        handler = null;
    }

    /** After the second return the lead settles who does it; that person is bound. */
    public void settleOn(String staff, String name, String reason, String by, Instant at) {
        mustBe("裁定", Status.RECEIVED);
        mustNotBeAbout(staff, name);
        handler = staff;
        taken(by, at, "settled", "班长裁定由" + name + "办理：" + reason);
    }

    public void arrive(String findings, String by, Instant at) {
        mustBe("到场", Status.ACCEPTED);
        status = Status.ON_SITE;
        stop(ClockKind.ARRIVE, at);
        noteFor(handler, by, at, "arrived", "到场查看：" + findings);
    }

    /** What was promised is the repair, not the resident's answer: the clock stops here. */
    public void reportDone(String summary, String by, Instant at) {
        mustBe("报告维修结果", Status.ON_SITE);
        status = Status.DONE;
        stop(ClockKind.FINISH, at);
        noteFor(handler, by, at, "reported", "报告维修结果：" + summary);
    }

    /** The result is not what was promised: back to work, on the same clock. */
    public void rework(String remark, String by, Instant at) {
        mustBe("返工", Status.DONE);
        status = Status.ON_SITE;
        clocks.change(d -> d.clock() == ClockKind.FINISH, Deadline::restarted);
        noteFor(facts.firstResponder(), by, at, "rework", "验收不合格，返工：" + remark);
    }

    /** @param remark what was said, or null */
    public void acceptWork(String remark, String by, Instant at) {
        mustBe("验收", Status.DONE);
        status = Status.VISIT_DUE;
        clocks.change(Deadline::runs, d -> d.stopped(at));
        noteFor(
                facts.firstResponder(),
                by,
                at,
                "work-accepted",
                remark == null || remark.isBlank() ? "验收合格" : "验收合格：" + remark);
    }

    /**
     * The resident was spoken to for the first time, and somebody sees to the matter.
     *
     * @param words what was said
     */
    public void contact(String words, String by, Instant at) {
        mustBeOneOf("登记首次联系", Status.RECEIVED, Status.DISPATCHED, Status.ACCEPTED);
        status = Status.IN_PROGRESS;
        stop(ClockKind.RESPOND, at);
        noteFor(handler, by, at, "contacted", "首次联系业主：" + words);
    }

    /**
     * Somebody at the desk sees to the matter from now on.
     *
     * @param words what he found, as people read it
     */
    public void takeUp(String staff, String words, Instant at) {
        mustBeOneOf("开始办理", Status.RECEIVED, Status.DISPATCHED, Status.ACCEPTED);
        status = Status.IN_PROGRESS;
        if (handler == null) {
            handler = staff;
        }
        stop(ClockKind.RESPOND, at);
        noteFor(handler, staff, at, "taken-up", words);
    }

    /**
     * A promise that could not begin when the ticket was opened begins now.
     *
     * @param why as people read it
     */
    public void start(Deadline promise, String why, String by, Instant at) {
        mustBeAtWork("开始计时");
        if (find(promise.clock()).filter(before -> before.stoppedAt() == null).isPresent()) {
            throw Refusal.notPossibleNow(
                    "clock-running", "工单 " + number() + " 的" + promise.clock().label() + "时限已经在计时");
        }
        clocks.replace(List.of(promise), why);
        note(by, at, "clock-started", why);
    }

    /**
     * What was promised is there, and the matter goes on.
     *
     * @param words what it is, as people read it
     */
    public void fulfil(ClockKind clock, String words, String by, Instant at) {
        mustBeAtWork("登记已兑现");
        stop(clock, at);
        note(by, at, "fulfilled", words);
    }

    /** Whoever is answerable for it has seen to it himself (过问), as a grave matter promises. */
    public void lookInto(String by, String name, Instant at) {
        mustBeAtWork("过问");
        stop(ClockKind.ARRIVE, at);
        note(by, at, "looked-into", name + "亲自过问");
    }

    /** A rule names who owns the matter from now on; where it stands does not change. */
    public void assignTo(String staff, String name, String reason, String by, Instant at) {
        mustBeAtWork("指定承办人");
        mustNotBeAbout(staff, name);
        handler = staff;
        note(by, at, "assigned", "由" + name + "承办：" + reason);
    }

    /**
     * The resident has his answer; given anew, it takes the place of the one before.
     *
     * @param words what he was told
     */
    public void answer(String words, String by, Instant at) {
        mustBeOneOf("答复业主", Status.RECEIVED, Status.ACCEPTED, Status.IN_PROGRESS, Status.ANSWERED);
        status = Status.ANSWERED;
        stop(ClockKind.RESPOND, at);
        stop(ClockKind.ANSWER, at);
        noteFor(handler, by, at, "answered", "答复业主：" + words);
    }

    /**
     * Nothing is left to do but to ask the resident.
     *
     * @param words what became of it, as people read it
     */
    public void conclude(String words, String by, Instant at) {
        mustBeOneOf("办结", Status.IN_PROGRESS, Status.ANSWERED, Status.FOLLOWING);
        status = Status.VISIT_DUE;
        endAll(at);
        note(by, at, "concluded", words);
    }

    /**
     * Another ticket settles the matter: nothing is promised here any more, and no flow works on it.
     *
     * @param incident number of that ticket
     */
    public void follow(String incident, String by, Instant at) {
        mustBeAtWork("随事件办理");
        status = Status.FOLLOWING;
        endAll(at);
        note(by, at, "following", "随事件 " + incident + " 办理");
    }

    /**
     * It is worked on by itself after all, as if it had just been opened.
     *
     * @param fresh its promises
     */
    public void proceed(String reason, List<Deadline> fresh, String by, Instant at) {
        mustBe("单独办理", Status.FOLLOWING);
        startAgain(fresh, "单独办理");
        note(by, at, "proceeding", "单独办理：" + reason);
    }

    /**
     * Ends the matter, after the resident was asked or the rule says that he need not be.
     *
     * @param how how it was closed, as people read it
     */
    public void close(String how, String by, Instant at) {
        mustBe("办结", Status.VISIT_DUE);
        status = Status.CLOSED;
        note(by, at, "closed", "办结：" + how);
    }

    /**
     * The resident is not satisfied: the matter starts again, with new promises and the same first responder.
     *
     * @param fresh next cycles of the clocks that start again
     */
    public void reopen(String reason, List<Deadline> fresh, String by, Instant at) {
        mustBeOneOf("重新开启", Status.VISIT_DUE, Status.CLOSED);
        counts = new Counts(counts.returns, counts.urges, counts.transfers, counts.reopens + 1);
        startAgain(fresh, "第 " + counts.reopens + " 次重新开启");
        note(by, at, "reopened", "第 " + counts.reopens + " 次重新开启：" + reason);
    }

    /** The resident does not want the repair at that price. */
    public void decline(String reason, String by, Instant at) {
        mustBeOneOf("放弃维修", Status.ACCEPTED, Status.ON_SITE);
        status = Status.WITHDRAWN;
        endAll(at);
        note(by, at, "declined", "业主放弃维修：" + reason);
    }

    /**
     * Another post has to do it; what was promised to the resident stays, and so does the first responder.
     *
     * @param fresh next promise to take the work
     */
    public void transferTo(String post, String postName, List<Deadline> fresh, String reason, String by, Instant at) {
        mustBeAtWork("转派");
        counts = new Counts(counts.returns, counts.urges, counts.transfers + 1, counts.reopens);
        facts = facts.onPost(post);
        startAgain(fresh, "转派");
        note(by, at, "transferred", "转派到" + postName + "：" + reason);
    }

    /** Somebody else does it; nothing has to be accepted. */
    public void reassignTo(String staff, String name, String reason, String by, Instant at) {
        mustBeAtWork("改派");
        mustNotBeAbout(staff, name);
        handler = staff;
        if (status == Status.RECEIVED || status == Status.DISPATCHED) {
            status = Status.ACCEPTED;
            stop(ClockKind.RESPOND, at);
        }
        note(by, at, "reassigned", "改派给" + name + "：" + reason);
    }

    /**
     * The promises stand still while something outside the house is waited for.
     *
     * @param clock stops a running deadline
     */
    public void pause(Pause waiting, UnaryOperator<Deadline> clock, String by, Instant at) {
        mustBeAtWork("暂停计时");
        if (facts.priority() == Priority.P0) {
            throw Refusal.notPossibleNow("pause-p0", "特急工单 " + number() + " 的时限不能暂停");
        }
        if (pause != null) {
            throw Refusal.notPossibleNow(
                    "ticket-paused",
                    "工单 " + number() + " 已经暂停计时：" + pause.reason().label());
        }
        pause = waiting;
        clocks.change(Deadline::runs, clock);
        note(
                by,
                at,
                "paused",
                "暂停计时：" + waiting.reason().label()
                        + (waiting.reference().isBlank() ? "" : "（" + waiting.reference() + "）"));
    }

    /** @param clock lets a paused deadline run on */
    public void resume(UnaryOperator<Deadline> clock, String note, String by, Instant at) {
        if (pause == null) {
            throw Refusal.notPossibleNow("ticket-not-paused", "工单 " + number() + " 没有暂停计时");
        }
        pause = null;
        clocks.change(Deadline::paused, clock);
        note(by, at, "resumed", note == null || note.isBlank() ? "恢复计时" : "恢复计时：" + note);
    }

    /** A person gives the resident a new time: the next cycle of that promise. */
    public void promise(ClockKind clock, Instant due, String explanation, String reason, String by, Instant at) {
        mustBeAtWork("给出新时限");
        Deadline before = deadline(clock);
        if (!before.runs()) {
            throw Refusal.notPossibleNow(
                    "clock-not-running", "工单 " + number() + " 的" + clock.label() + "时限没有在计时，不能给出新时限");
        }
        clocks.replace(
                List.of(before.again(before.amount(), before.unit(), before.source(), at, due, explanation, true)),
                reason);
        note(by, at, "promised", clock.label() + "给出新时限：" + explanation + "；原因：" + reason);
    }

    /**
     * The calendar was edited: dates move, promises stay.
     *
     * @param clock recomputes a running deadline
     */
    public void moveClocks(UnaryOperator<Deadline> clock, String by, Instant at) {
        clocks.change(Deadline::runs, clock);
        if (!clocks.changes().isEmpty()) {
            note(by, at, "recomputed", "工作日历有变，时限已重新计算");
        }
    }

    /** The timer of the flow that watched this clock is used up. */
    public void watched(ClockKind clock) {
        clocks.change(d -> d.clock() == clock, Deadline::watchedNow);
    }

    /**
     * Another slot was agreed.
     *
     * @param fresh next cycles of the clocks that count from the slot
     */
    public void reschedule(Slot slot, List<Deadline> fresh, String reason, String by, Instant at) {
        mustBeAtWork("改约");
        facts = facts.at(slot);
        clocks.replace(fresh, "改约：" + reason);
        note(by, at, "rescheduled", "改约上门时间：" + reason);
    }

    /**
     * What was registered was not what it is.
     *
     * @param corrected same number, first responder and moment of opening
     * @param fresh next cycles of the clocks
     * @param anew whether somebody has to take the work anew, because it is more urgent or another post's
     */
    public void correct(Facts corrected, List<Deadline> fresh, boolean anew, String reason, String by, Instant at) {
        mustBeAtWork("更正");
        String change = facts.categoryLabel() + "，" + facts.location() + "，"
                + facts.priority().label() + " → " + corrected.categoryLabel() + "，" + corrected.location() + "，"
                + corrected.priority().label();
        facts = corrected;
        clocks.replace(fresh, "更正：" + reason);
        if (anew) {
            handler = null;
            status = Status.RECEIVED;
        }
        note(by, at, "corrected", "更正：" + change + "；原因：" + reason);
    }

    public void withdraw(String reason, String by, Instant at) {
        mustBeOpen("撤回");
        status = Status.WITHDRAWN;
        endAll(at);
        note(by, at, "withdrawn", "业主撤回：" + reason);
    }

    public void urge(String by, Instant at) {
        mustBeOpen("催单");
        counts = new Counts(counts.returns, counts.urges + 1, counts.transfers, counts.reopens);
        note(by, at, "urged", "业主第 " + counts.urges + " 次催单");
    }

    private void taken(String by, Instant at, String event, String text) {
        status = Status.ACCEPTED;
        stop(ClockKind.RESPOND, at);
        note(by, at, event, text);
    }

    private void mustNotBeAbout(String staff, String name) {
        if (staff.equals(facts.recused())) {
            throw Refusal.notAllowed("recused", "工单 " + number() + " 涉及" + name + "本人，须回避，请换一位承办人");
        }
    }

    private void mustBeOpen(String verb) {
        if (status.isFinal()) {
            throw Refusal.notPossibleNow(
                    "ticket-" + status.name().toLowerCase(), "工单 " + number() + " " + status.label() + "，不能" + verb);
        }
    }

    private void mustBe(String verb, Status expected) {
        if (status != expected) {
            throw notNow(verb);
        }
    }

    private void mustBeOneOf(String verb, Status... expected) {
        if (!List.of(expected).contains(status)) {
            throw notNow(verb);
        }
    }

    private void mustBeAtWork(String verb) {
        if (!status.isAtWork()) {
            throw notNow(verb);
        }
    }

    private Refusal notNow(String verb) {
        return Refusal.notPossibleNow("ticket-status", "工单 " + number() + " 现在是“" + status.label() + "”，不能" + verb);
    }

    private void startAgain(List<Deadline> fresh, String why) {
        handler = null;
        status = Status.RECEIVED;
        clocks.replace(fresh, why);
    }

    private void stop(ClockKind clock, Instant at) {
        clocks.change(d -> d.clock() == clock && d.stoppedAt() == null, d -> d.stopped(at));
    }

    private void endAll(Instant at) {
        pause = null;
        clocks.change(d -> d.stoppedAt() == null, d -> d.stopped(at));
    }

    /** A step that belongs to the owner; whoever else does it stands in for him. */
    private void noteFor(String owner, String by, Instant at, String event, String text) {
        boolean standsIn = owner != null && !owner.equals(by) && !by.equals(TimelineEntry.SYSTEM);
        news.add(new TimelineEntry(at, by, event, text, standsIn ? owner : null));
    }

    private void note(String by, Instant at, String event, String text) {
        news.add(new TimelineEntry(at, by, event, text));
    }

    public Facts facts() {
        return facts;
    }

    public State state() {
        return new State(status, handler, counts, pause, version, clocks.all());
    }

    /** @return how the clocks differ from what was read */
    public List<Tickets.Change> clockChanges() {
        return clocks.changes();
    }

    /** @return deadlines whose place a later cycle took since the ticket was read, in order */
    public List<Deadline> replacedDeadlines() {
        return clocks.replaced();
    }

    /** @return lines added since the ticket was read, in order */
    public List<TimelineEntry> news() {
        return List.copyOf(news);
    }

    public String number() {
        return facts.number();
    }

    public String kind() {
        return facts.intake().kind();
    }

    public Status status() {
        return status;
    }

    /** @return who works on it, if anybody does yet */
    public Optional<String> handler() {
        return Optional.ofNullable(handler);
    }

    public String firstResponder() {
        return facts.firstResponder();
    }

    /** @return how often the work was given back */
    public int returns() {
        return counts.returns;
    }

    public int urges() {
        return counts.urges;
    }

    /** @return how often it was passed to another post */
    public int transfers() {
        return counts.transfers;
    }

    public int reopens() {
        return counts.reopens;
    }

    /** @return what it waits for while its promises stand still */
    public Optional<Pause> pause() {
        return Optional.ofNullable(pause);
    }

    /** @return the current promise of each clock */
    public List<Deadline> deadlines() {
        return clocks.all();
    }

    /** @return the current promise of that clock; empty: the ticket makes no such promise */
    public Optional<Deadline> find(ClockKind clock) {
        return clocks.of(clock);
    }

    /** @return the current promise of a clock that the ticket is known to have */
    public Deadline deadline(ClockKind clock) {
        return find(clock)
                .orElseThrow(() -> new IllegalStateException("ticket " + number() + " has no clock " + clock));
    }

    /** @return the earliest moment at which a running promise breaks, if one can */
    public Optional<Instant> nextDue() {
        return clocks.all().stream()
                .filter(d -> d.runs() && d.due() != null)
                .map(Deadline::due)
                .min(Instant::compareTo);
    }
}
