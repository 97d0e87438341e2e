package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shouwen.citypack.ReportDuty;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Violations: found, told in writing, looked at again, reported where they are not put right. Nobody is ever fined. */
@Component
public class ViolationDesk {

    private final Violations violations;
    private final Worksites worksites;
    private final ViolationRules rules;
    private final PatrolDesk patrols;
    private final Follow follow;

    /** What follows from a deed: the flow, the numbers, the timeline. */
    @Component
    record Follow(WorksiteExecution execution, Tickets tickets, Notices notices) {}

    ViolationDesk(Violations violations, Worksites worksites, ViolationRules rules, PatrolDesk patrols, Follow follow) {
        this.violations = violations;
        this.worksites = worksites;
        this.rules = rules;
        this.patrols = patrols;
        this.follow = follow;
    }

    /** What whoever looks again finds. */
    public enum Finding {
        RECTIFIED("已整改"),
        NOT_RECTIFIED("没有整改好"),
        REFUSED("拒不整改");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /**
     * Something was found and spoken of on the spot: judged by the tables, told in writing where they say so, followed to
     * its end.
     */
    @Transactional
    public Violation record(String ticket, Violation.Found found) {
        // Whoever takes the renovation back at this moment waits, or was first
        follow.tickets().hold(ticket);
        Worksite worksite = worksites.get(ticket);
        if (worksite.filed().isPresent()) {
            throw Refusal.notPossibleNow("site-filed", "装修 " + ticket + " 已经归档，不能再登记违规");
        }
        if (follow.tickets().get(ticket).status() == Status.WITHDRAWN) {
            throw Refusal.notPossibleNow("ticket-withdrawn", "装修 " + ticket + " 已撤回，不能再登记违规");
        }
        boolean repeated = violations.ofTicket(ticket).stream()
                .anyMatch(earlier -> earlier.found().kind() == found.kind());
        Handling handling = rules.handlings().of(found.kind(), repeated);
        Violation violation = violations.get(violations.add(rules.judged(worksite, found, handling)));
        follow.tickets()
                .note(
                        ticket,
                        WorksiteEvent.VIOLATION_FOUND,
                        "发现违规（%s）：%s，%s；当场：%s；依据：%s"
                                .formatted(
                                        handling.gravity().label(),
                                        found.kind().label(),
                                        found.what(),
                                        found.spot().label(),
                                        handling.basis()),
                        found.by(),
                        found.at());
        if (handling.inWriting()) {
            issue(violation);
        }
        follow.execution().startViolation(violation, handling.inWriting());
        patrols.hurry(ticket, found.at());
        return violation;
    }

    private void issue(Violation violation) {
        Violation.Found found = violation.found();
        String number = follow.tickets().nextNumber("ZG", found.at());
        violations.add(new Rectification(
                number,
                violation.id(),
                violation.ticket(),
                violation.site(),
                found,
                violation.ruling(),
                found.at(),
                found.by(),
                Optional.empty()));
        follow.tickets()
                .note(
                        violation.ticket(),
                        WorksiteEvent.RECTIFICATION_ISSUED,
                        "整改通知书 %s：%s 前整改完毕"
                                .formatted(
                                        number,
                                        rules.moments().limit(violation.ruling().rectifyBy())),
                        found.by(),
                        found.at());
    }

    /** The notice reached them. */
    @Transactional
    public void deliver(long id, Rectification.Delivery delivery) {
        Violation violation = violations.get(id);
        Rectification notice = violations
                .rectificationOf(id)
                .orElseThrow(() -> new IllegalStateException("violation " + id + " has no notice"));
        if (delivery.proof() != Rectification.Proof.SIGNED && delivery.reference() == null) {
            throw Refusal.invalid(
                    "proof-missing",
                    "reference",
                    "%s须写明凭据（照片或者短信编号），才算送达".formatted(delivery.proof().label()));
        }
        if (!violations.delivered(id, delivery)) {
            throw Refusal.notPossibleNow("already-delivered", "整改通知书 " + notice.number() + " 已经送达过");
        }
        follow.tickets()
                .note(
                        violation.ticket(),
                        WorksiteEvent.RECTIFICATION_DELIVERED,
                        "整改通知书 %s 已送达%s：%s%s"
                                .formatted(
                                        notice.number(),
                                        delivery.receiver().label(),
                                        delivery.proof().label(),
                                        delivery.reference() == null ? "" : "，凭据 " + delivery.reference()),
                        delivery.by(),
                        delivery.at());
    }

    /** Somebody looked again. Where nothing has to be reported, what is not put right stays on record. */
    @Transactional
    public Violation reinspect(long id, Finding finding, String remark, String by, Instant at) {
        Violation violation = violations.get(id);
        Instant deadline = violation.ruling().rectifyBy();
        if (finding == Finding.NOT_RECTIFIED && at.isBefore(deadline)) {
            throw Refusal.notPossibleNow(
                    "rectification-not-due",
                    "整改期限到 %s，还没有到期，不能判“没有整改好”；当事人明确拒绝的，请选“拒不整改”"
                            .formatted(rules.moments().limit(deadline)));
        }
        if (finding == Finding.RECTIFIED) {
            end(violation, new Violation.Outcome(Violation.Result.RECTIFIED, at, by, remark));
        } else {
            Optional<ReportDuty> duty = rules.duty(violation);
            if (duty.isPresent()) {
                violations.reportBy(id, rules.reportBy(violation.site(), duty.get(), at));
            } else {
                end(violation, new Violation.Outcome(Violation.Result.RECORDED, at, by, remark));
            }
        }
        follow.tickets()
                .note(
                        violation.ticket(),
                        WorksiteEvent.REINSPECTED,
                        "复查“%s”：%s%s".formatted(violation.found().kind().label(), finding.label(), said(remark)),
                        by,
                        at);
        return violations.get(id);
    }

    /** @return whom it has to be reported to, and by which article; asked where it has to be */
    public ReportDuty duty(Violation violation) {
        return rules.duty(violation)
                .orElseThrow(() -> new IllegalStateException("violation " + violation.id() + " is reported to nobody"));
    }

    /**
     * Those who have to be told were told.
     *
     * @param receipts the number of each receiver's receipt, in the order of the duty's receivers
     * @throws Refusal where one is missing: without a receipt nobody was told
     */
    @Transactional
    public void report(long id, List<String> receipts, String remark, String by, Instant at) {
        Violation violation = violations.get(id);
        ReportDuty duty = duty(violation);
        List<String> receivers = duty.receivers();
        if (receipts.size() != receivers.size()) {
            throw Refusal.invalid(
                    "receipt-missing",
                    "receipt" + Math.min(receipts.size() + 1, receivers.size()),
                    "要报 %d 个单位（%s），填了 %d 个回执编号：每个单位都要有回执，没有回执不算上报（%s）"
                            .formatted(receivers.size(), String.join("、", receivers), receipts.size(), duty.basis()));
        }
        end(violation, new Violation.Outcome(Violation.Result.REPORTED, at, by, remark));
        violations.reported(
                id,
                IntStream.range(0, receivers.size())
                        .mapToObj(i -> new Report(receivers.get(i), receipts.get(i), at, by))
                        .toList());
        follow.tickets()
                .note(
                        violation.ticket(),
                        WorksiteEvent.VIOLATION_REPORTED,
                        "违规“%s”已上报：%s%s"
                                .formatted(
                                        violation.found().kind().label(),
                                        String.join(
                                                "；",
                                                IntStream.range(0, receivers.size())
                                                        .mapToObj(i -> receivers.get(i) + "，回执 " + receipts.get(i))
                                                        .toList()),
                                        said(remark)),
                        by,
                        at);
    }

    /** What was reported is put right after all. */
    @Transactional
    public void restore(String ticket, long id, String remark, String by, Instant at) {
        follow.tickets().hold(ticket);
        Violation violation = violations.get(id);
        if (!violation.ticket().equals(ticket)) {
            throw Refusal.notFound("violation-not-found", "装修 " + ticket + " 没有编号为 " + id + " 的违规");
        }
        if (violation.open() || violation.rectified()) {
            throw Refusal.notPossibleNow("violation-state", "这项违规" + violation.state() + "，只有上报以后才整改好的才在这里登记");
        }
        violations.restored(id, at, by);
        follow.tickets()
                .note(
                        ticket,
                        WorksiteEvent.VIOLATION_RESTORED,
                        "违规“%s”已整改%s".formatted(violation.found().kind().label(), said(remark)),
                        by,
                        at);
        // Only what was reported has a flow that waits for it; what stayed on record has none
        if (!follow.execution().violationRestored(violation)) {
            follow.notices()
                    .tellResident(
                            follow.tickets().get(ticket),
                            new Notices.Message(
                                    "violation-outcome.to-resident", "restored-" + id, at, Map.of("violation", id)));
        }
    }

    private void end(Violation violation, Violation.Outcome outcome) {
        if (!violations.end(violation.id(), outcome)) {
            throw Refusal.notPossibleNow("violation-ended", "这项违规" + violation.state() + "，不用再登记");
        }
    }

    private static String said(String remark) {
        return remark == null ? "" : "，" + remark;
    }
}
