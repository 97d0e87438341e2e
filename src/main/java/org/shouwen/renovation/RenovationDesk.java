package org.shouwen.renovation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.matter.MatterKind;
import org.shouwen.matter.Matters;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Ticket;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.wording.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renovations at the desk: applied for, withdrawn while nothing is certified, opened again, filed. */
@Component
@Order(3)
public class RenovationDesk extends MatterKind {

    /** Code of the kind. */
    public static final String KIND = "RENOVATION";

    private final Matters matters;
    private final Renovations renovations;
    private final RenovationIntake intakes;
    private final ActRulings rulings;
    private final ApplicantNews news;
    private final ApplicationEventPublisher events;
    private final Moments moments;

    RenovationDesk(
            Matters matters,
            Renovations renovations,
            RenovationIntake intakes,
            ActRulings rulings,
            ApplicantNews news,
            ApplicationEventPublisher events,
            Moments moments) {
        super(KIND, "装修", "ZS", matters);
        this.matters = matters;
        this.renovations = renovations;
        this.intakes = intakes;
        this.rulings = rulings;
        this.news = news;
        this.events = events;
        this.moments = moments;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.REASSIGN, Action.REOPEN, Action.WITHDRAW, Action.URGE);
    }

    @Override
    public List<Question> questions() {
        return RenovationIntake.questions();
    }

    /** What was told at intake is shown with it; this is what became of it. */
    @Override
    public List<Fact> facts(Ticket ticket) {
        Renovation renovation = renovations.get(ticket.number());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("装修进度", renovation.progress(moments.today())));
        facts.add(new Fact("装修内容", acts(renovation.application())));
        renovation
                .certificate()
                .ifPresent(certificate -> facts.add(new Fact(
                        "装修施工登记证",
                        "%s，%s至%s%s"
                                .formatted(
                                        certificate.number(),
                                        Moments.day(certificate.from()),
                                        Moments.day(certificate.until()),
                                        certificate.revokedAt().isPresent() ? "，已注销" : ""))));
        return facts;
    }

    @Override
    public String label(ClockKind clock) {
        return promise(clock);
    }

    @Override
    public String promise(ClockKind clock) {
        return switch (clock) {
            case RESPOND -> "核对材料";
            case FINISH -> "审批完";
            case ARRIVE, ANSWER, PLAN -> super.promise(clock);
        };
    }

    private String acts(Application application) {
        return rulings.of(application.scheme()).stream()
                .map(ruling -> ruling.act().label()
                        + (ruling.result() == ActRuling.Result.ALLOWED
                                ? ""
                                : "（" + ruling.result().label() + ruling.needs() + "）"))
                .collect(Collectors.joining("；"));
    }

    /** D2-12: nothing of it is urgent. */
    @Override
    protected Judgement judge(Matter matter, Instant at) {
        Intake intake = matter.intake();
        if (intake.home() == null) {
            throw Refusal.invalid("home-required", "home", "装修须写明是哪一户的房号，公共部位不能申报装修");
        }
        renovations.openAt(intake.home()).ifPresent(other -> {
            throw Refusal.notPossibleNow(
                    "renovation-open",
                    "%s 已有装修 %s 在办，办结或撤回后才能再申报".formatted(matter.location().label(), other));
        });
        return new Judgement(
                Priority.P2, false, "", office(matter.location().site(), "受理").code(), this::keep);
    }

    /** That the application is looked at; the limit of the approval begins when it is complete (D2-12). */
    @Override
    protected List<Deadline> promises(Matter matter, TimeLimits.Facts facts, Instant at) {
        return super.promises(matter, facts, at).stream()
                .filter(promise -> promise.clock() != ClockKind.FINISH)
                .toList();
    }

    /** What is left to do is to answer what the owner holds against it. */
    @Override
    public List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        return super.promisesAnew(ticket, at).stream()
                .filter(promise -> promise.clock() == ClockKind.FINISH)
                .toList();
    }

    /** What the owner holds against it is answered by the site's supervisor, or whoever is next. */
    @Override
    public Optional<String> reopenedFor(Ticket ticket, Instant at) {
        return Stream.of(Duty.SUPERVISOR, Duty.MANAGER, Duty.LEAD)
                .flatMap(duty -> matters.roster().postsOf(ticket.facts().site(), duty).stream())
                .flatMap(post -> matters.roster().actingOn(post.code(), at).stream())
                .map(Staff::code)
                .findFirst();
    }

    private void keep(Ticket ticket) {
        Intake intake = ticket.facts().intake();
        renovations.add(new Renovation(
                ticket.number(),
                ticket.facts().site(),
                intake.home(),
                intakes.application(
                        intake.category(),
                        ticket.facts().site(),
                        intake.details(),
                        ticket.facts().openedAt()),
                Renovation.Stage.APPLIED,
                Optional.empty()));
    }

    /** With a certificate work may have begun, and is followed to its end. */
    @Override
    @Transactional
    public void withdraw(String number, String words, String by, Instant at) {
        renovations.get(number).certificate().ifPresent(certificate -> {
            throw Refusal.notPossibleNow(
                    "certificate-issued",
                    "装修 %s 已发登记证 %s，不能撤回；不再施工的请报完工，查验后归档".formatted(number, certificate.number()));
        });
        super.withdraw(number, words, by, at);
        renovations.stands(number, Renovation.Stage.WITHDRAWN);
    }

    /**
     * The owner has an answer to what he held against it.
     *
     * @param words what he was told
     */
    @Transactional
    public void answer(String number, String words, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        ticket.answer(words, by, at);
        ticket.conclude("业主的意见已答复", by, at);
        matters.tickets().save(ticket);
    }

    /** The file is complete and closed: what is left is to ask the owner. */
    @Transactional
    public void file(String number, String by, Instant at) {
        Ticket ticket = matters.tickets().get(number);
        ticket.conclude("装修已完工，档案齐全，归档", by, at);
        matters.tickets().save(ticket);
        renovations.stands(number, Renovation.Stage.FILED);
    }

    /**
     * The certificate does not count any more: no work may be done under it.
     *
     * @throws Refusal where there is no such certificate, or it was revoked before
     */
    @Transactional
    public void revoke(String certificate, String reason, String by, Instant at) {
        Certificate issued = renovations
                .certificate(certificate)
                .orElseThrow(() -> Refusal.notFound("certificate-not-found", "没有编号为 " + certificate + " 的登记证"));
        matters.tickets().hold(issued.ticket());
        if (renovations.certificate(certificate).orElseThrow().revokedAt().isPresent()) {
            throw Refusal.notPossibleNow("certificate-revoked", "登记证 " + certificate + " 已经注销");
        }
        String why = Written.reason(reason, "注销的理由");
        renovations.revoked(certificate, why, by, at);
        matters.tickets()
                .note(
                        issued.ticket(),
                        RenovationEvent.CERTIFICATE_REVOKED,
                        "注销登记证 " + certificate + "：" + why,
                        by,
                        at,
                        "certificate",
                        certificate);
        news.tell(issued.ticket(), "certificate-revoked.to-resident", why, at);
        events.publishEvent(new Renovations.Revoked(issued.ticket()));
    }
}
