package org.shouwen.renovation.web;

import java.util.Optional;
import org.shouwen.citypack.WorkHours;
import org.shouwen.page.Shown;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.CertificateHours;
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
record CertificateCard(Renovations renovations, WorkHours hours, CertificateHours printed, Moments moments)
        implements ResidentPart {

    /** @param changed since when the hours are others than those first printed, or null */
    record Card(Certificate certificate, String hours, String changed, Renovation.Certified state) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return renovations.find(ticket.number()).flatMap(renovation -> renovation
                .certificate()
                .map(certificate -> new Shown(
                        "renovation/resident :: certificate",
                        new Card(
                                certificate,
                                hours.wordingOf(certificate.site(), certificate.from(), certificate.until()),
                                printed.changedSince(certificate.ticket()).orElse(null),
                                renovation.certified(moments.today()).orElseThrow()))));
    }
}
