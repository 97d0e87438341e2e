package org.shouwen.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;

/**
 * A resident's matter. Whoever is asked first owns it to the end (first responder, 首问责任人); whoever works on it is the
 * handler, and may change. Each verb checks the status, changes it and appends one line to the timeline.
 */
public final class Ticket {

    private final Facts facts;
    private final List<Deadline> deadlines;
    private final List<TimelineEntry> news = new ArrayList<>();
    private final List<Deadline> stopped = new ArrayList<>();
    private final int version;
    private Status status;
    private String handler;
    private int returns;
    private int urges;

    /**
     * What is settled when the ticket is opened.
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
            Instant openedAt) {}

    /** What changes, as the tables hold it. */
    public record State(Status status, String handler, int returns, int urges, int version, List<Deadline> deadlines) {}

    private Ticket(Facts facts, State state) {
        this.facts = facts;
        this.status = state.status();
        this.handler = state.handler();
        this.returns = state.returns();
        this.urges = state.urges();
        this.version = state.version();
        this.deadlines = new ArrayList<>(state.deadlines());
    }

    /** A new ticket, with the first line of its timeline. */
    public static Ticket register(Facts facts, List<Deadline> deadlines) {
        Ticket ticket = new Ticket(facts, new State(Status.RECEIVED, null, 0, 0, 0, deadlines));
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
        handler = staff;
        status = Status.DISPATCHED;
        note(by, at, "dispatched", "派给" + name);
    }

    /** A technician takes the work himself (抢单): nothing has to be accepted any more. */
    public void grabbedBy(String staff, String name, Instant at) {
        mustBe("抢单", Status.RECEIVED);
        handler = staff;
        taken(staff, at, "grabbed", name + "抢单");
    }

    public void accept(String by, String name, Instant at) {
        mustBe("接单", Status.DISPATCHED);
        taken(by, at, "accepted", name + "接单");
    }

    /** The person offered the work gives it back. */
    public void returnWork(String reason, String by, String name, Instant at) {
        mustBe("退回", Status.DISPATCHED);
        handler = null;
        returns++;
        status = Status.RECEIVED;
        note(by, at, "returned", name + "退回：" + reason);
    }

    /** After the second return the lead settles who does it; that person is bound. */
    public void settleOn(String staff, String name, String reason, String by, Instant at) {
        mustBe("裁定", Status.RECEIVED);
        handler = staff;
        taken(by, at, "settled", "班长裁定由" + name + "维修：" + reason);
    }

    public void arrive(String findings, String by, Instant at) {
        mustBe("到场", Status.ACCEPTED);
        status = Status.ON_SITE;
        stop(ClockKind.ARRIVE, at);
        note(by, at, "arrived", "到场查看：" + findings);
    }

    public void reportDone(String summary, String by, Instant at) {
        mustBe("报告维修结果", Status.ON_SITE);
        status = Status.DONE;
        note(by, at, "reported", "报告维修结果：" + summary);
    }

    /** The result is not what was promised: back to work, on the same clock. */
    public void rework(String remark, String by, Instant at) {
        mustBe("返工", Status.DONE);
        status = Status.ON_SITE;
        note(by, at, "rework", "验收不合格，返工：" + remark);
    }

    public void close(String remark, String by, Instant at) {
        mustBe("办结", Status.DONE);
        status = Status.CLOSED;
        stopAll(at);
        note(by, at, "closed", remark == null || remark.isBlank() ? "验收合格，办结" : "验收合格，办结：" + remark);
    }

    public void withdraw(String reason, String by, Instant at) {
        mustBeOpen("撤回");
        status = Status.WITHDRAWN;
        stopAll(at);
        note(by, at, "withdrawn", "业主撤回：" + reason);
    }

    public void urge(String by, Instant at) {
        mustBeOpen("催单");
        urges++;
        note(by, at, "urged", "业主第 " + urges + " 次催单");
    }

    private void taken(String by, Instant at, String event, String text) {
        status = Status.ACCEPTED;
        stop(ClockKind.RESPOND, at);
        note(by, at, event, text);
    }

    private void mustBeOpen(String verb) {
        if (status.isFinal()) {
            throw Refusal.notPossibleNow(
                    "ticket-" + status.name().toLowerCase(), "工单 " + number() + " " + status.label() + "，不能" + verb);
        }
    }

    private void mustBe(String verb, Status expected) {
        if (status != expected) {
            throw Refusal.notPossibleNow("ticket-status", "工单 " + number() + " 现在是“" + status.label() + "”，不能" + verb);
        }
    }

    private void stop(ClockKind clock, Instant at) {
        deadlines.replaceAll(d -> d.clock() == clock && d.runs() ? stop(d, at) : d);
    }

    private void stopAll(Instant at) {
        deadlines.replaceAll(d -> d.runs() ? stop(d, at) : d);
    }

    private Deadline stop(Deadline deadline, Instant at) {
        Deadline done = deadline.stopped(at);
        stopped.add(done);
        return done;
    }

    private void note(String by, Instant at, String event, String text) {
        news.add(new TimelineEntry(at, by, event, text));
    }

    public Facts facts() {
        return facts;
    }

    public State state() {
        return new State(status, handler, returns, urges, version, List.copyOf(deadlines));
    }

    /** @return deadlines whose clock stopped since the ticket was read */
    public List<Deadline> stopped() {
        return List.copyOf(stopped);
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
        return returns;
    }

    public int urges() {
        return urges;
    }

    public List<Deadline> deadlines() {
        return List.copyOf(deadlines);
    }

    public Deadline deadline(ClockKind clock) {
        return deadlines.stream()
                .filter(d -> d.clock() == clock)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ticket " + number() + " has no clock " + clock));
    }

    /** @return the earliest moment at which a running promise breaks, if one can */
    public Optional<Instant> nextDue() {
        return deadlines.stream()
                .filter(d -> d.runs() && d.due() != null)
                .map(Deadline::due)
                .min(Instant::compareTo);
    }
}
