package org.shouwen.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.matter.MatterKind;
import org.shouwen.matter.Matters;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints at the desk: graded, promised what the hotline wants, taken back with what was to be put right. */
@Component
@Order(2)
public class ComplaintDesk extends MatterKind {

    /** Code of the kind. */
    public static final String KIND = "COMPLAINT";

    private final Matters matters;
    private final Complaints complaints;
    private final Measures measures;
    private final ComplaintIntake intakes;
    private final TicketLinks links;
    private final Owners owners;

    ComplaintDesk(
            Matters matters,
            Complaints complaints,
            Measures measures,
            ComplaintIntake intakes,
            TicketLinks links,
            Owners owners) {
        super(KIND, "投诉", "TS", matters);
        this.matters = matters;
        this.complaints = complaints;
        this.measures = measures;
        this.intakes = intakes;
        this.links = links;
        this.owners = owners;
    }

    /** One level up each time, so that nobody supervises whom he answers to. */
    @Override
    public Optional<String> reopenedFor(Ticket ticket, Instant at) {
        Owner level = complaints.get(ticket.number()).ownerAfter(ticket.reopens());
        return Optional.of(owners.of(ticket, level, at));
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.REASSIGN, Action.REOPEN, Action.WITHDRAW, Action.URGE);
    }

    @Override
    public List<Question> questions() {
        return ComplaintIntake.questions();
    }

    @Override
    public boolean needsLocation() {
        return false;
    }

    /** Whoever owns it calls first; nobody comes: the manager sees to a grave one himself on the same day. */
    @Override
    public String label(ClockKind clock) {
        return switch (clock) {
            case RESPOND -> "首次联系";
            case ARRIVE -> "过问";
            case ANSWER, PLAN, FINISH -> super.label(clock);
        };
    }

    @Override
    public String promise(ClockKind clock) {
        return switch (clock) {
            case RESPOND -> "首次联系您";
            case ARRIVE -> "项目经理过问";
            case ANSWER, PLAN, FINISH -> super.promise(clock);
        };
    }

    @Override
    public Optional<String> recused(Details details) {
        return intakes.about(details);
    }

    @Override
    public List<Fact> facts(Ticket ticket) {
        Complaint complaint = complaints.get(ticket.number());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("投诉级别", complaint.gradeInWords()));
        facts.add(new Fact("承办级别", complaint.ownerAfter(ticket.reopens()).label()));
        complaint.verdict().ifPresent(verdict -> facts.add(new Fact("定性", verdict.inWords())));
        return facts;
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    /** Grades the complaint, by how often the same was told before, too. */
    @Override
    protected Judgement judge(Matter matter, Instant at) {
        Intake told = matter.intake();
        List<String> earlier = links.repeats(told, intakes.countedSince(at));
        Complaint complaint = intakes.grade(told.details(), earlier.size(), at);
        return new Judgement(
                complaint.grade().priority(),
                false,
                "",
                post(matter.location().site()),
                ticket -> keep(ticket, complaint, earlier));
    }

    @Override
    protected List<Deadline> promises(Matter matter, TimeLimits.Facts facts, Instant at) {
        Instant due = intakes.hotlineDue(matter.intake().details(), at);
        return intakes.withHotline(super.promises(matter, facts, at), due, at);
    }

    private void keep(Ticket ticket, Complaint complaint, List<String> earlier) {
        String number = ticket.number();
        Instant at = ticket.facts().openedAt();
        complaints.add(number, complaint);
        matters.tickets()
                .note(
                        number,
                        ComplaintEvent.GRADED,
                        graded(complaint),
                        TimelineEntry.SYSTEM,
                        at,
                        "grade",
                        complaint.grade(),
                        "owner",
                        complaint.owner());
        earlier.stream()
                .findFirst()
                .ifPresent(before -> links.add(new TicketLinks.Link(
                        number, before, TicketLinks.Relation.REPEATS, at, ticket.firstResponder())));
    }

    private static String graded(Complaint complaint) {
        return "定为" + complaint.gradeInWords() + "；由" + complaint.owner().label() + "承办";
    }

    /** The office that sees to complaints; a site without a front desk has its leads. */
    private String post(String site) {
        return matters.roster().postsOf(site, Duty.FRONT_DESK).stream()
                .findFirst()
                .map(Post::code)
                .orElseGet(
                        () -> matters.roster().technicianPost(site, "GENERAL").code());
    }

    /** What was promised to put right ends with it; whoever accepted the answer has nothing to take back. */
    @Override
    @Transactional
    public void withdraw(String number, String words, String by, Instant at) {
        if (complaints
                .lastAnswer(number)
                .filter(answer -> answer.response() == Answer.Response.AGREED)
                .isPresent()) {
            throw Refusal.notPossibleNow("answer-accepted", "投诉 " + number + " 的答复业主已经认可，不能撤回");
        }
        super.withdraw(number, words, by, at);
        measures.cancel(number, by, at);
    }

    @Override
    public List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        Instant due = complaints.get(ticket.number()).hotlineDue();
        return intakes.withHotline(super.promisesAnew(ticket, at), due, at);
    }
}
