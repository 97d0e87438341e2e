package org.shouwen.workerpass;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where passes are issued, replaced, suspended and given back. */
@Component
public class WorkerPassDesk {

    /** The kind of paper that the cards are, as {@code Verifiable} has it. */
    public static final String PAPER = "WORKER_PASS";

    private static final int LONGEST_REASON = 200;

    private static final Duration SAME = Duration.ofMinutes(1);

    private final WorkerPasses passes;
    private final Renovations renovations;
    private final Tickets tickets;
    private final Moments moments;

    WorkerPassDesk(WorkerPasses passes, Renovations renovations, Tickets tickets, Moments moments) {
        this.passes = passes;
        this.renovations = renovations;
        this.tickets = tickets;
        this.moments = moments;
    }

    /** @throws Refusal where the renovation is not registered, or no longer, or the worker has a pass for it already */
    @Transactional
    public WorkerPass issue(String ticket, Worker worker, String by, Instant at) {
        tickets.hold(ticket);
        Renovation renovation = renovations.get(ticket);
        Certificate certificate = registered(renovation, at);
        passes.ofTicket(ticket).stream()
                .filter(pass -> !pass.isReturned() && pass.worker().phone().equals(worker.phone()))
                .findFirst()
                .ifPresent(pass -> {
                    throw Refusal.notPossibleNow(
                            "pass-known", worker.name() + " 已有这户的出入证 " + pass.number() + "，丢了请在那张证上挂失补发，不再另发");
                });
        WorkerPass pass =
                WorkerPass.first(passes.nextNumber(at), ticket, certificate.number(), renovation.site(), worker);
        passes.add(pass);
        passes.note(new PassEvent(pass.number(), 1, PassEvent.Kind.ISSUED, at, by, ""));
        tell(pass, WorkerPassEvent.ISSUED, "发给 " + worker.masked() + " 出入证 " + pass.number() + "，A、B 两张", by, at);
        return pass;
    }

    private Certificate registered(Renovation renovation, Instant at) {
        Certificate certificate = renovation
                .certificate()
                .orElseThrow(() ->
                        Refusal.notPossibleNow("pass-unregistered", "这户还没有发装修施工登记证，不能办出入证：先登记后开工（建设部令第110号第13条）"));
        if (certificate.revokedAt().isPresent() || renovation.stage() != Renovation.Stage.REGISTERED) {
            throw Refusal.notPossibleNow(
                    "pass-registration-ended", "装修施工登记证 " + certificate.number() + " 已经作废或者装修已经结束，不能再办出入证");
        }
        if (moments.date(at).isAfter(certificate.until())) {
            throw Refusal.notPossibleNow(
                    "pass-registration-expired",
                    "装修施工登记证 %s 已于%s到期，不能再办出入证；还要施工的，请先重新登记（建设部令第110号第13条）"
                            .formatted(certificate.number(), Moments.day(certificate.until())));
        }
        return certificate;
    }

    /** A card was lost. The number stays, the lost pair is void at once, a new pair is printed. */
    @Transactional
    public WorkerPass replace(String number, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        registered(renovations.get(pass.ticket()), at);
        mustStillBeUsed(pass, at);
        WorkerPass replaced = pass.replaced();
        passes.save(replaced);
        passes.note(new PassEvent(number, replaced.issue(), PassEvent.Kind.REPLACED, at, by, ""));
        tell(replaced, WorkerPassEvent.REPLACED, "出入证 " + number + " 挂失，第 " + replaced.issue() + " 次发证，旧卡作废", by, at);
        return replaced;
    }

    /** Pressed twice, the second press would void the cards that were just printed. */
    private void mustStillBeUsed(WorkerPass pass, Instant at) {
        if (passes.history(pass.ticket()).stream()
                .anyMatch(event -> event.pass().equals(pass.number())
                        && event.kind() == PassEvent.Kind.REPLACED
                        && event.at().isAfter(at.minus(SAME)))) {
            throw Refusal.notPossibleNow("pass-replaced-just-now", "出入证 " + pass.number() + " 刚刚已经挂失补发");
        }
    }

    /** @param until when it ends by itself, ahead of {@code at}; empty: until it is lifted */
    @Transactional
    public void suspend(String number, Optional<Instant> until, String reason, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        String why = Written.text(reason, "reason", "暂停的原因", LONGEST_REASON);
        if (until.filter(end -> !end.isAfter(at)).isPresent()) {
            throw Refusal.invalid("pass-suspension-past", "until", "暂停到的时间须在现在以后");
        }
        passes.save(pass.suspended(new WorkerPass.Suspension(until, why)));
        passes.note(new PassEvent(number, pass.issue(), PassEvent.Kind.SUSPENDED, at, by, why));
        tell(pass, WorkerPassEvent.SUSPENDED, "出入证 " + number + " 暂停：" + why, by, at);
    }

    @Transactional
    public void resume(String number, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        if (pass.suspendedAt(at).isEmpty()) {
            throw Refusal.notPossibleNow("pass-not-suspended", "出入证 " + number + " 没有暂停，不用恢复");
        }
        passes.save(pass.resumed());
        passes.note(new PassEvent(number, pass.issue(), PassEvent.Kind.RESUMED, at, by, ""));
        tell(pass, WorkerPassEvent.RESUMED, "出入证 " + number + " 恢复使用", by, at);
    }

    /** Both cards are back; the number is not used again. */
    @Transactional
    public void giveBack(String number, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        passes.save(pass.givenBack(at));
        passes.note(new PassEvent(number, pass.issue(), PassEvent.Kind.RETURNED, at, by, ""));
        tell(pass, WorkerPassEvent.RETURNED, "出入证 " + number + " 已交回，A、B 两张", by, at);
    }

    private void tell(WorkerPass pass, WorkerPassEvent event, String text, String by, Instant at) {
        tickets.note(pass.ticket(), event, text, by, at);
    }
}
