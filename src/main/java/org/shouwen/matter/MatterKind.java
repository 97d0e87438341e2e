package org.shouwen.matter;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Location;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.workflow.DecisionNotes;
import org.springframework.transaction.annotation.Transactional;

/**
 * A kind of ticket whose life is one flow. What the kinds do alike is done here; a kind says what it makes of a matter
 * ({@link #judge}) and keeps what only it knows.
 */
public abstract class MatterKind implements TicketKind {

    private final String code;
    private final String label;
    private final String numberPrefix;
    private final Matters matters;

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
        return matters.limits()
                .deadlines(facts, matter.location().site(), matter.intake().appointment(), at);
    }

    /** What happened to the matter while it was told, before it is stored. */
    protected void begun(Ticket ticket, Instant at) {}

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
        try (DecisionNotes.Notes notes = matters.notes().open()) {
            Matter matter = matter(intake);
            Judgement judgement = judge(matter, at);
            List<Deadline> promises = promises(matter, matter.limits(judgement.priority()), at);
            Ticket ticket = Ticket.register(facts(matter, judgement, by, at), promises);
            begun(ticket, at);
            return keep(ticket, judgement, notes);
        }
    }

    /**
     * Finds out where it is and what it is about; nothing is decided yet.
     *
     * @throws Refusal where there is no such place, or category of this kind
     */
    public Matter matter(Intake heard) {
        return matter(heard, null);
    }

    /**
     * The same of what is corrected.
     *
     * @param kept code of the category that the ticket has: it stays one, whether it is offered any more or not
     */
    public Matter matter(Intake heard, String kept) {
        Intake intake = matters.locations().coded(heard);
        Category category = matters.categories().ofKind(code).stream()
                .filter(offered -> offered.code().equals(intake.category()))
                .findFirst()
                .or(() -> matters.categories().category(intake.category()).filter(one -> one.code()
                        .equals(kept)))
                .orElseThrow(() -> Refusal.invalid(
                        "category-unknown", "category", "没有“" + intake.category() + "”这个" + label + "类别"));
        Location location = needsLocation()
                ? matters.locations().homeOrPlace(intake)
                : matters.locations().anywhere(intake);
        Intake told = intake.recused() == null
                ? intake.without(recused(intake.details()).orElse(null))
                : intake;
        return new Matter(told, category, location);
    }

    private Facts facts(Matter matter, Judgement judgement, String by, Instant at) {
        return matter.facts(matters.tickets().nextNumber(numberPrefix, at), judgement, by, at);
    }

    private Ticket keep(Ticket ticket, Judgement judgement, DecisionNotes.Notes notes) {
        matters.tickets().add(ticket, notes.taken());
        judgement.keep().accept(ticket);
        return ticket;
    }

    @Override
    @Transactional
    public Ticket follow(Intake intake, String incident, String by, Instant at) {
        try (DecisionNotes.Notes notes = matters.notes().open()) {
            // Nobody comes to this home, so that no time can be agreed
            Matter matter = matter(intake.at(null));
            Judgement judgement = judge(matter, at);
            Ticket ticket = Ticket.register(facts(matter, judgement, by, at), List.of());
            ticket.follow(incident, by, at);
            return keep(ticket, judgement, notes);
        }
    }

    @Override
    @Transactional
    public void join(String number, String incident, String by, Instant at) {
        change(number, ticket -> ticket.follow(incident, by, at), matters.flow()::join);
    }

    @Override
    @Transactional
    public void proceed(String number, String reason, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        if (ticket.status() == Status.FOLLOWING) {
            ticket.proceed(reason, matters.limits().anew(ticket, at), by, at);
            matters.tickets().save(ticket);
        } else if (!ticket.status().isAtWork()) {
            throw Refusal.overtaken(
                    "工单 %s 现在是“%s”，不能接着办理".formatted(number, ticket.status().label()));
        }
        matters.flow().proceed(ticket);
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

    /**
     * @param verb what it has to be able to do
     * @return the site's office: its front desk; where it has none, the leads, or whoever is above them
     */
    protected final Post office(String site, String verb) {
        return Stream.of(Duty.FRONT_DESK, Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER)
                .flatMap(duty -> matters.roster().postsOf(site, duty).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.notPossibleNow("post-missing", "这个服务点还没有能" + verb + "的岗位，请先在花名册里设置前台"));
    }

    @Override
    @Transactional
    public void withdraw(String number, String words, String by, Instant at) {
        change(number, ticket -> ticket.withdraw(words, by, at), matters.flow()::withdraw);
    }

    @Override
    @Transactional
    public void urge(String number, String by, Instant at) {
        change(number, ticket -> ticket.urge(by, at), matters.flow()::urge);
    }

    @Override
    @Transactional
    public void urgeFor(String number, Ticket follower, String by, Instant at) {
        change(number, ticket -> ticket.urgeFor(follower, by, at), matters.flow()::urge);
    }

    @Override
    @Transactional
    public void press(String number, Ticket follower, String by, Instant at) {
        change(number, ticket -> ticket.press(follower, by, at), matters.flow()::urge);
    }

    private void change(String number, Consumer<Ticket> deed, Consumer<Ticket> flow) {
        Ticket ticket = matters.tickets().get(number);
        deed.accept(ticket);
        matters.tickets().save(ticket);
        flow.accept(ticket);
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
        Ticket ticket = movable(number, "转派", by, at);
        Post other = posts(ticket).stream()
                .filter(found -> found.code().equals(post))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("post-unknown", "post", "这个服务点没有" + postsCalled() + "“" + post + "”，不能转派"));
        if (post.equals(ticket.facts().post())) {
            throw Refusal.notPossibleNow("post-same", "工单 " + number + " 已经在岗位“" + other.name() + "”，换人请用改派");
        }
        List<Deadline> fresh = matters.limits().respondAgain(ticket, at);
        ticket.transferTo(post, other.name(), fresh, reason, by, at);
        matters.tickets().save(ticket);
        matters.flow().transfer(ticket);
    }

    @Override
    @Transactional
    public void giveBack(String number, String reason, String by, Instant at) {
        Ticket ticket = movable(number, "退回岗位", by, at);
        String post = ticket.facts().post();
        List<Deadline> fresh = matters.limits().respondAgain(ticket, at);
        ticket.giveBack(matters.roster().post(post).map(Post::name).orElse(post), fresh, reason, by, at);
        matters.tickets().save(ticket);
        matters.flow().transfer(ticket);
    }

    /** @return what people call the {@link #posts} */
    protected String postsCalled() {
        return "别的岗位";
    }

    /**
     * The promises do not wait any longer for what another post or another category may not wait for.
     *
     * @param verb what is to become of it
     * @return the ticket, where it can be passed on or corrected now
     * @throws Refusal where what there was to do is done
     */
    public Ticket movable(String number, String verb, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        mustNotBeDone(ticket, verb);
        if (ticket.pause().isEmpty()) {
            return ticket;
        }
        matters.clocks().resume(number, verb, by, at);
        return matters.tickets().get(number);
    }

    /** @throws Refusal where what there was to do is done, and only the resident's word is missing */
    public static void mustNotBeDone(Ticket ticket, String verb) {
        if (ticket.status() == Status.DONE || ticket.status() == Status.ANSWERED) {
            throw Refusal.notPossibleNow(
                    "ticket-status",
                    "工单 %s 已经%s，不能%s"
                            .formatted(ticket.number(), ticket.status() == Status.DONE ? "修好待验收" : "答复业主", verb));
        }
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
            throw Refusal.notPossibleNow("visit-due", "工单 " + number + " 正在回访，请先在回访里登记业主的意见：该返工的会自动重新开启，其余的办结以后再开启");
        }
        ticket.reopen(reason, promisesAnew(ticket, at), by, at);
        matters.tickets().save(ticket);
        matters.flow().reopen(ticket);
    }
}
