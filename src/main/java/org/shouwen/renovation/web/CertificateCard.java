package org.shouwen.renovation.web;

import java.time.LocalDate;
import java.util.Optional;
import org.shouwen.citypack.WorkHours;
import org.shouwen.page.Shown;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The certificate on the resident's page of his renovation. */
@Component
@Order(10)
record CertificateCard(Renovations renovations, WorkHours hours, Moments moments) implements ResidentPart {

    /** @param state 有效, or why it is not */
    record Card(Certificate certificate, String hours, String state, boolean valid) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return renovations
                .find(ticket.number())
                .flatMap(Renovation::certificate)
                .map(certificate -> new Shown(
                        "renovation/resident :: certificate",
                        new Card(
                                certificate,
                                hours.wordingOf(certificate.site(), certificate.from(), certificate.until()),
                                state(certificate, moments.today()),
                                certificate.covers(moments.today()))));
    }

    private static String state(Certificate certificate, LocalDate today) {
        return certificate.revokedAt().isPresent()
                ? "已注销"
                : today.isAfter(certificate.until()) ? "已过期" : today.isBefore(certificate.from()) ? "还没到开工日期" : "有效";
    }
}
