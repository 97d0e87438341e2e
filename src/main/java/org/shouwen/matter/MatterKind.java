package org.shouwen.matter;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Location;
import org.shouwen.ticket.Locations;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A kind of ticket whose life is one flow. What such kinds do alike is done here; a kind says what it makes of a matter
 * ({@link #judge}) and keeps what only it knows.
 */
public abstract class MatterKind implements TicketKind {

    private final String code;
    private final String label;
    private final String numberPrefix;
    private final Matters matters;

    /** Where matters are found, promised, kept and moved. */
    @Component
    public record Matters(
            Tickets tickets,
            Locations locations,
            Categories categories,
            Roster roster,
            TimeLimits limits,
            MatterFlow flow) {}

    /**
     * What a kind makes of a matter.
     *
     * @param urgent whether somebody on call has to answer
     * @param reportTo who outside must be told at once, or ""
     * @param post code of the post that works on it
     */
    public record Judgement(Priority priority, boolean urgent, String reportTo, String post) {}

    /** What is told and where it belongs, when a kind judges it. */
    public record Matter(Intake intake, Category category, Location location) {}

    protected MatterKind(String code, String label, String numberPrefix, Matters matters) {
        this.code = code;
        this.label = label;
        this.numberPrefix = numberPrefix;
        this.matters = matters;
    }

    /**
     * Decides; nothing is stored yet.
     *
     * @throws Refusal where the matter cannot be taken
     */
    protected abstract Judgement judge(Matter matter, Instant at);

    /** @return the promises of the table's row; a kind may make others where the matter brings its own */
    protected List<Deadline> promises(Matter matter, TimeLimits.Facts facts, Instant at) {
        return matters.limits().deadlines(facts, matter.location().site(), null, at);
    }

    /** What happened to the matter while it was told, before it is stored. */
    protected void begun(Ticket ticket, Instant at) {}

    /** Keeps in the kind's own tables what the ticket does not hold. */
    protected void keep(Ticket ticket) {}

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String numberPrefix() {
        return numberPrefix;
    }

    @Override
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        Ticket ticket = register(intake, by, at);
        matters.flow().start(ticket);
        return ticket;
    }

    /**
     * Decides and stores the ticket with its promises; the flow is not started.
     *
     * @param by code of the first responder
     */
    @Transactional
    public Ticket register(Intake intake, String by, Instant at) {
        Category category = matters.categories()
                .category(intake.category())
                .filter(found -> found.kind().equals(code))
                .orElseThrow(() -> Refusal.invalid(
                        "category-unknown", "category", "没有“" + intake.category() + "”这个" + label + "类别"));
        Location location = needsLocation()
                ? matters.locations().homeOrPlace(intake)
                : matters.locations().anywhere(intake);
        Matter matter = new Matter(intake, category, location);
        Judgement judgement = judge(matter, at);
        Area area = category.fixedArea().orElse(location.home() ? Area.HOME : Area.PUBLIC);
        Ticket ticket = Ticket.register(
                new Facts(
                        matters.tickets().nextNumber(numberPrefix, at),
                        intake,
                        category.label(),
                        area,
                        location.site(),
                        location.label(),
                        judgement.priority(),
                        judgement.urgent(),
                        judgement.reportTo(),
                        by,
                        judgement.post(),
                        at),
                promises(matter, new TimeLimits.Facts(code, judgement.priority(), area, category.hazard()), at));
        begun(ticket, at);
        matters.tickets().add(ticket);
        keep(ticket);
        return ticket;
    }

    /**
     * @return the ticket, where its flow may start now
     * @throws Refusal where it is not one of this kind that this very transaction registered
     */
    public Ticket registered(String number) {
        return matters.tickets()
                .find(number)
                .filter(ticket ->
                        ticket.kind().equals(code) && matters.tickets().isNew(number))
                .orElseThrow(() -> Refusal.notAllowed("start-refused", "流程只能由登记好的工单启动，不能另填业务编号"));
    }

    /** @return the site's office: its front desk; where it has none, the leads, or whoever is above them */
    protected final Post office(String site) {
        return Stream.of(Duty.FRONT_DESK, Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER)
                .flatMap(duty -> matters.roster().postsOf(site, duty).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.notPossibleNow("post-missing", "这个服务点还没有能受理的岗位，请先在花名册里设置前台"));
    }

    @Override
    @Transactional
    public void withdraw(String number, String reason, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        ticket.withdraw(reason, by, at);
        matters.tickets().save(ticket);
        matters.flow().withdraw(ticket);
    }

    @Override
    @Transactional
    public void urge(String number, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        ticket.urge(by, at);
        matters.tickets().save(ticket);
        matters.flow().urge(ticket);
    }

    /** @return every other post of the site */
    @Override
    public List<Post> posts(Ticket ticket) {
        return Arrays.stream(Duty.values())
                .flatMap(duty -> matters.roster().postsOf(ticket.facts().site(), duty).stream())
                .filter(post -> !post.code().equals(ticket.facts().post()))
                .toList();
    }

    @Override
    @Transactional
    public void transfer(String number, String post, String reason, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        if (ticket.status() == Status.ANSWERED) {
            throw Refusal.notPossibleNow("ticket-status", "工单 " + number + " 已经答复业主，不能转派");
        }
        Post other = posts(ticket).stream()
                .filter(found -> found.code().equals(post))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("post-unknown", "post", "这个服务点没有别的岗位“" + post + "”，不能转派"));
        List<Deadline> fresh =
                matters.limits().respondAgain(ticket, at).stream().toList();
        ticket.transferTo(post, other.name(), fresh, reason, by, at);
        matters.tickets().save(ticket);
        matters.flow().transfer(ticket);
    }

    @Override
    public List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        return matters.limits().anew(ticket, at);
    }

    @Override
    @Transactional
    public void reopen(String number, String reason, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        // While the resident is being asked his answer is what sends the running flow back
        if (ticket.status() == Status.VISIT_DUE) {
            throw Refusal.notPossibleNow("visit-due", "工单 " + number + " 正在回访，业主不满意的请在回访里登记，会自动重新开启");
        }
        ticket.reopen(reason, promisesAnew(ticket, at), by, at);
        matters.tickets().save(ticket);
        matters.flow().reopen(ticket);
    }
}
