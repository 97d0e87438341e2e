package org.shouwen.renovation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.citypack.WorkHours;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Whether a home's renovation is registered, and whether it may be worked on at that moment. */
@Component
record CertificateProof(
        Renovations renovations, Tickets tickets, WorkHours hours, CertificateHours printed, Moments moments)
        implements Verifiable<Certificate> {

    static final String KIND = "CERTIFICATE";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "装修施工登记证";
    }

    @Override
    public Optional<Certificate> find(String number) {
        return renovations.certificate(number);
    }

    @Override
    public Verdict.Holding holds(Certificate certificate, int issue, Instant at) {
        LocalDate today = moments.date(at);
        Optional<Instant> revoked = certificate.revokedAt();
        if (revoked.isPresent()) {
            return Verdict.Holding.revoked("登记证已于" + moments.day(revoked.get()) + "作废，不得施工。");
        }
        if (renovations.get(certificate.ticket()).stage() == Renovation.Stage.FILED) {
            return Verdict.Holding.expired("装修已经竣工归档，登记证不再有效。");
        }
        if (today.isAfter(certificate.until())) {
            return Verdict.Holding.expired("登记的施工期限到" + Moments.day(certificate.until()) + "为止，已经过期，不得施工。");
        }
        if (today.isBefore(certificate.from())) {
            return Verdict.Holding.outsideHours("已经登记，" + Moments.day(certificate.from()) + "才可以开工。");
        }
        WorkHours.Ruling ruling = hours.at(certificate.site(), at);
        return ruling.allowed()
                ? Verdict.Holding.valid("登记有效，现在可以施工。")
                : Verdict.Holding.outsideHours("登记有效，但" + ruling.sentence());
    }

    @Override
    public List<Verdict.Fact> facts(Certificate certificate) {
        Ticket ticket = tickets.get(certificate.ticket());
        Application application = renovations.get(certificate.ticket()).application();
        String since = printed.changedSince(ticket.number())
                .map(day -> "（自" + day + "起；以前打印的登记证上不是这个时间的，以这里为准）")
                .orElse("");
        return List.of(
                new Verdict.Fact("编号", certificate.number()),
                new Verdict.Fact("房屋", ticket.facts().location()),
                new Verdict.Fact(
                        "施工单位", application.contractor().map(Contractor::firm).orElse("业主自行施工")),
                new Verdict.Fact("施工期限", Moments.day(certificate.from()) + "至" + Moments.day(certificate.until())),
                new Verdict.Fact(
                        "允许施工时间",
                        hours.wordingOf(certificate.site(), certificate.from(), certificate.until()) + since));
    }
}
