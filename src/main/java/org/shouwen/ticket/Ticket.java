package org.shouwen.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shouwen.problem.Refusal;

/**
 * A resident's matter. Whoever is asked first owns it to the end (first responder, 首问责任人); whoever works on it is the
 * handler, and may change. What can be done to it in which status says {@link Verb}; each verb asks there, applies what it is
 * about, and appends one line to the timeline.
 */
public final class Ticket {

    private final Clocks clocks;
    private final List<TimelineEntry> news = new ArrayList<>();
    private final int version;
    private Facts facts;
    private Status status;
    private String handler;
    private State.Counts counts;
    private Pause pause;

    /** A ticket as the tables hold it. */
    public Ticket(Facts facts, State state) {
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
        Ticket ticket = new Ticket(facts, new State(Status.RECEIVED, null, State.Counts.NONE, null, 0, deadlines));
        ticket.news.add(new TimelineEntry(
                facts.openedAt(),
                facts.firstResponder(),
                TicketEvent.REGISTERED.declared(),
                facts.asRegistered(),
                null,
                TicketEvent.REGISTERED.declared().facts(facts.stated())));
        return ticket;
    }

    /** Work is offered to a person, who has to accept it. */
    public void dispatchTo(String staff, String name, String by, Instant at) {
        giveTo(staff, name, Verb.DISPATCH);
        done(Verb.DISPATCH, "派给" + name, by, at, "to", staff);
    }

    /** A technician takes the work himself (抢单): nothing has to be accepted any more. */
    public void grabbedBy(String staff, String name, Instant at) {
        giveTo(staff, name, Verb.GRAB);
        done(Verb.GRAB, name + "抢单", staff, at, "to", staff);
    }

    public void accept(String by, String name, Instant at) {
        doneFor(handler, Verb.ACCEPT, name + "接单", by, at);
    }

    /** The person offered the work gives it back. */
    public void returnWork(String reason, String by, String name, Instant at) {
        doneFor(handler, Verb.RETURN_WORK, name + "退回：" + reason, by, at);
        counts = counts.returned();
    }

    /** Whoever had it gets no more work: it is its post's again, with a new promise of who takes it where that one was kept. */
    public void giveBack(String postName, List<Deadline> fresh, String reason, String by, Instant at) {
        done(Verb.GIVE_BACK, "退回岗位“" + postName + "”重新派单：" + reason, by, at);
        clocks.replace(fresh, "退回岗位");
    }

    /** After the second return the lead settles who does it; that person is bound. */
    public void settleOn(String staff, String name, String reason, String by, Instant at) {
        giveTo(staff, name, Verb.SETTLE);
        done(Verb.SETTLE, "班长裁定由" + name + "办理：" + reason, by, at, "to", staff);
    }

    public void arrive(String findings, String by, Instant at) {
        doneFor(handler, Verb.ARRIVE, "到场查看：" + findings, by, at);
    }

    public void reportDone(String summary, String by, Instant at) {
        doneFor(handler, Verb.REPORT_DONE, "报告维修结果：" + summary, by, at);
    }

    /** The result is not what was promised: back to work, on the same clock. */
    public void rework(String remark, String by, Instant at) {
        doneFor(facts.firstResponder(), Verb.REWORK, "验收不合格，返工：" + remark, by, at);
        clocks.change(d -> d.clock() == ClockKind.FINISH, Deadline::restarted);
    }

    /** @param remark what was said, or null */
    public void acceptWork(String remark, String by, Instant at) {
        doneFor(facts.firstResponder(), Verb.ACCEPT_WORK, "验收合格" + said(remark), by, at);
        clocks.change(Deadline::runs, d -> d.stopped(at));
    }

    /**
     * The resident was spoken to for the first time, and somebody sees to the matter.
     *
     * @param words what was said
     */
    public void contact(String words, String by, Instant at) {
        doneFor(handler, Verb.CONTACT, "首次联系业主：" + words, by, at);
    }

    /**
     * Somebody at the desk sees to the matter from now on.
     *
     * @param words what he found, as people read it
     */
    public void takeUp(String staff, String words, Instant at) {
        String owner = handler().orElse(staff);
        doneFor(owner, Verb.TAKE_UP, words, staff, at);
        handler = owner;
    }

    /**
     * A promise that could not begin when the ticket was opened begins now.
     *
     * @param why as people read it
     */
    public void start(Deadline promise, String why, String by, Instant at) {
        must(Verb.START);
        clocks.begin(promise, why, number());
        done(Verb.START, why, by, at, "clock", promise.clock(), "due", promise.due());
    }

    /**
     * What was promised is there, and the matter goes on.
     *
     * @param words what it is, as people read it
     */
    public void fulfil(ClockKind clock, String words, String by, Instant at) {
        done(Verb.FULFIL, words, by, at, "clock", clock);
        clocks.stop(clock, at);
    }

    /** Whoever is answerable for it has seen to it himself (过问), as a grave matter promises. */
    public void lookInto(String by, String name, Instant at) {
        done(Verb.LOOK_INTO, name + "亲自过问", by, at);
    }

    /** A rule names who owns the matter from now on; where it stands does not change. */
    public void assignTo(String staff, String name, String reason, String by, Instant at) {
        giveTo(staff, name, Verb.ASSIGN);
        done(Verb.ASSIGN, "由" + name + "承办：" + reason, by, at, "to", staff);
    }

    /**
     * The resident has his answer; given anew, it takes the place of the one before.
     *
     * @param words what he was told
     */
    public void answer(String words, String by, Instant at) {
        doneFor(handler, Verb.ANSWER, "答复业主：" + words, by, at);
    }

    /**
     * Nothing is left to do but to ask the resident.
     *
     * @param words what became of it, as people read it
     */
    public void conclude(String words, String by, Instant at) {
        done(Verb.CONCLUDE, words, by, at);
    }

    /**
     * Another ticket settles the matter: nothing is promised here any more, and no flow works on it.
     *
     * @param incident number of that ticket
     */
    public void follow(String incident, String by, Instant at) {
        done(Verb.FOLLOW, "随事件 " + incident + " 办理", by, at, "incident", incident);
    }

    /**
     * It is worked on by itself after all, as if it had just been opened.
     *
     * @param fresh its promises
     */
    public void proceed(String reason, List<Deadline> fresh, String by, Instant at) {
        done(Verb.PROCEED, "单独办理：" + reason, by, at);
        clocks.replace(fresh, "单独办理");
    }

    /**
     * Ends the matter, after the resident was asked or the rule says that he need not be.
     *
     * @param how how it was closed, as people read it
     */
    public void close(String how, String by, Instant at) {
        done(Verb.CLOSE, "办结：" + how, by, at);
    }

    /**
     * The matter starts again, with new promises and the same first responder.
     *
     * @param fresh next cycles of the clocks that start again
     */
    public void reopen(String reason, List<Deadline> fresh, String by, Instant at) {
        String again = "第 " + (reopens() + 1) + " 次重新开启";
        done(Verb.REOPEN, again + "：" + reason, by, at);
        counts = counts.reopened();
        clocks.replace(fresh, again);
    }

    /** The resident does not want the repair at that price. */
    public void decline(String reason, String by, Instant at) {
        done(Verb.DECLINE, "业主放弃维修：" + reason, by, at);
    }

    /**
     * Another post has to do it; what was promised to the resident stays, and so does the first responder.
     *
     * @param fresh next promise to take the work
     */
    public void transferTo(String post, String postName, List<Deadline> fresh, String reason, String by, Instant at) {
        done(Verb.TRANSFER, "转派到" + postName + "：" + reason, by, at, "post", post);
        counts = counts.transferred();
        facts = facts.onPost(post);
        clocks.replace(fresh, "转派");
    }

    /** Somebody else does it; nothing has to be accepted. */
    public void reassignTo(String staff, String name, String reason, String by, Instant at) {
        String before = handler;
        giveTo(staff, name, Verb.REASSIGN);
        done(Verb.REASSIGN, "改派给" + name + "：" + reason, by, at, "to", staff, "from", before);
    }

    /**
     * The promises stand still while something outside the house is waited for.
     *
     * @param clock stops a running deadline
     */
    public void pause(Pause waiting, UnaryOperator<Deadline> clock, String by, Instant at) {
        must(Verb.PAUSE);
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
        done(Verb.PAUSE, "暂停计时：" + waiting.words(), by, at, "reason", waiting.reason(), "until", waiting.until());
    }

    /** @param clock lets a paused deadline run on */
    public void resume(UnaryOperator<Deadline> clock, String note, String by, Instant at) {
        if (pause == null) {
            throw Refusal.notPossibleNow("ticket-not-paused", "工单 " + number() + " 没有暂停计时");
        }
        pause = null;
        clocks.change(Deadline::paused, clock);
        done(Verb.RESUME, "恢复计时" + said(note), by, at);
    }

    /** A person gives the resident a new time: the next cycle of that promise. */
    public void promise(ClockKind clock, Instant due, String explanation, String reason, String by, Instant at) {
        must(Verb.PROMISE);
        clocks.promise(deadline(clock).promisedFor(due, explanation, at), reason, number());
        String words = clock.label() + "给出新时限：" + explanation + "；原因：" + reason;
        done(Verb.PROMISE, words, by, at, "clock", clock, "due", due);
    }

    /**
     * The calendar was edited: dates move, promises stay.
     *
     * @param clock recomputes a running deadline
     */
    public void moveClocks(UnaryOperator<Deadline> clock, String by, Instant at) {
        clocks.change(Deadline::runs, clock);
        if (!clocks.changes().isEmpty()) {
            done(Verb.MOVE_CLOCKS, "工作日历有变，时限已重新计算", by, at);
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
        done(Verb.RESCHEDULE, "改约上门时间：" + reason, by, at, "from", slot.from(), "until", slot.to());
        facts = facts.at(slot);
        clocks.replace(fresh, "改约：" + reason);
    }

    /**
     * What was registered was not what it is.
     *
     * @param corrected same number, first responder and moment of opening
     * @param fresh next cycles of the clocks
     * @param promised clocks that what it is promises at all; nobody waits for the others any more
     * @param anew whether somebody has to take the work anew, because it is more urgent or another post's
     */
    public void correct(
            Facts corrected,
            List<Deadline> fresh,
            Set<ClockKind> promised,
            boolean anew,
            String reason,
            String by,
            Instant at) {
        String change = facts.inShort() + " → " + corrected.inShort();
        done(anew ? Verb.CORRECT_ANEW : Verb.CORRECT, "更正：" + change + "；原因：" + reason, by, at, corrected.stated());
        facts = corrected;
        clocks.replace(fresh, "更正：" + reason);
        clocks.change(d -> d.stoppedAt() == null && !promised.contains(d.clock()), d -> d.dropped(at));
    }

    /** It becomes known who reported it and what exactly he said, or turns out to be otherwise than it was written down. */
    public void complete(Reporter reporter, String description, String by, Instant at) {
        Facts completed = facts.told(reporter, description);
        if (completed.equals(facts)) {
            throw Refusal.notPossibleNow("nothing-new", "与登记的一样，没有新的内容可以补充");
        }
        done(Verb.COMPLETE, "补充：" + completed.asTold(facts), by, at);
        facts = completed;
    }

    /** @param words what the timeline says: whose wish it was, and why */
    public void withdraw(String words, String by, Instant at) {
        done(Verb.WITHDRAW, words, by, at);
    }

    /** @return whether it can still be taken back */
    public boolean isWithdrawable() {
        return Verb.WITHDRAW.way(status).isPresent();
    }

    /** The resident asks where we are, whoever notes it. */
    public void urge(String by, Instant at) {
        done(Verb.URGE, "业主第 " + (urges() + 1) + " 次催单", by, at);
        counts = counts.urged();
    }

    /** The reporter of another ticket that this one settles asks where we are; whose ticket this is has not asked. */
    public void urgeFor(Ticket follower, String by, Instant at) {
        done(
                Verb.URGE_FOR,
                "随事件办理的 %s（%s）催单".formatted(follower.number(), follower.facts().location()),
                by,
                at);
        counts = counts.urged();
    }

    /**
     * Staff press for it of their own accord; no resident has asked.
     *
     * @param follower the ticket that they press for, where this one settles it; or null
     */
    public void press(Ticket follower, String by, Instant at) {
        String what = follower == null
                ? "内部催办，不是业主催的"
                : "随事件办理的 %s（%s）内部催办，不是业主催的"
                        .formatted(follower.number(), follower.facts().location());
        done(Verb.PRESS, what, by, at);
    }

    private Verb.Way must(Verb verb) {
        return verb.way(status).orElseThrow(() -> verb.refusal(number(), status));
    }

    /** Nobody works on a matter that is about himself. */
    private void giveTo(String staff, String name, Verb verb) {
        must(verb);
        if (staff.equals(facts.recused())) {
            throw Refusal.notAllowed("recused", "工单 " + number() + " 涉及" + name + "本人，须回避，请换一位承办人");
        }
        handler = staff;
    }

    private static String said(String remark) {
        return remark == null || remark.isBlank() ? "" : "：" + remark;
    }

    private void done(Verb verb, String text, String by, Instant at, Object... facts) {
        doneFor(by, verb, text, by, at, facts);
    }

    /** A step that belongs to the owner; whoever else does it stands in for him. */
    private void doneFor(String owner, Verb verb, String text, String by, Instant at, Object... stated) {
        Verb.Way way = must(verb);
        boolean standsIn = owner != null && !owner.equals(by) && !by.equals(TimelineEntry.SYSTEM);
        TimelineEvent.Declaration event = verb.event().declared();
        news.add(new TimelineEntry(at, by, event, text, standsIn ? owner : null, event.facts(stated)));
        status = way.after(status);
        // What is received anew is nobody's yet; where nothing is promised any more, nothing is waited for
        handler = way.to() == Status.RECEIVED ? null : handler;
        pause = way.endsAll() ? null : pause;
        if (way.drops()) {
            clocks.drop(at);
        } else {
            way.stops().forEach(clock -> clocks.stop(clock, at));
        }
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
        return counts.returns();
    }

    public int urges() {
        return counts.urges();
    }

    /** @return how often it was passed to another post */
    public int transfers() {
        return counts.transfers();
    }

    public int reopens() {
        return counts.reopens();
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
        return clocks.nextDue();
    }
}
