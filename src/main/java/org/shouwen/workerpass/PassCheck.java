package org.shouwen.workerpass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shouwen.citypack.WorkHours;
import org.shouwen.credential.Verdict.Holding;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.GateOrders;
import org.springframework.stereotype.Component;

/** Whether somebody may come in with a pass: the card, the registration, the suspension, violations, the hour, in this order. */
@Component
record PassCheck(Renovations renovations, WorkHours hours, GateOrders orders, Moments moments) {

    /** @param issue which pair of cards it is that somebody shows */
    Holding of(WorkerPass pass, int issue, Instant at) {
        if (pass.isReturned()) {
            return Holding.revoked("出入证 " + pass.number() + " 已经交回，不能再用");
        }
        if (issue != pass.issue()) {
            return Holding.revoked("这是挂失前的旧卡（第 %d 次发证），已经作废，请收回；现在有效的是第 %d 次发的卡".formatted(issue, pass.issue()));
        }
        Renovation renovation = renovations.get(pass.ticket());
        Optional<Certificate> certificate = renovation.certificate();
        if (certificate.isEmpty()
                || certificate.get().revokedAt().isPresent()
                || renovation.stage() != Renovation.Stage.REGISTERED) {
            return Holding.revoked("装修施工登记证 " + pass.certificate() + " 已经作废或者装修已经结束，出入证同时失效");
        }
        return registered(pass, certificate.get(), at);
    }

    /** @return why the gate refuses material for the renovation at that moment, or workers besides */
    Optional<GateOrders.GateOrder> material(String ticket, Instant at) {
        return orders.of(ticket, at).filter(GateOrders.GateOrder::material);
    }

    private Holding registered(WorkerPass pass, Certificate certificate, Instant at) {
        LocalDate today = moments.date(at);
        if (today.isAfter(certificate.until())) {
            return Holding.expired("装修施工登记到" + Moments.day(certificate.until()) + "为止，出入证同时过期；还要施工的，请先到前台办理登记");
        }
        if (today.isBefore(certificate.from())) {
            return Holding.outsideHours("装修施工登记从" + Moments.day(certificate.from()) + "开始，还没有到开工日期");
        }
        Optional<WorkerPass.Suspension> suspension = pass.suspendedAt(at);
        if (suspension.isPresent()) {
            return Holding.outsideHours("出入证暂停使用：" + words(suspension.get()));
        }
        Optional<GateOrders.GateOrder> order = orders.of(pass.ticket(), at).filter(GateOrders.GateOrder::workers);
        if (order.isPresent()) {
            return Holding.outsideHours(
                    order.get().sentence() + "（" + order.get().basis() + "）");
        }
        WorkHours.Ruling ruling = hours.at(pass.site(), at);
        return ruling.allowed()
                ? Holding.valid(ruling.sentence())
                : Holding.outsideHours(ruling.sentence() + "（" + ruling.basis() + "）");
    }

    private String words(WorkerPass.Suspension suspension) {
        return suspension.reason()
                + suspension
                        .until()
                        .map(until -> "，到 " + moments.text(until) + " 恢复")
                        .orElse("，恢复前不得进场");
    }

    /** @return from when to when the registration is, and with it the pass */
    String period(WorkerPass pass) {
        return renovations
                .get(pass.ticket())
                .certificate()
                .map(held -> Moments.days(held.from(), held.until()))
                .orElse("—");
    }
}
