package org.shouwen.renovation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shouwen.citypack.WorkHours;
import org.shouwen.renovation.ActRulings;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** How a renovation reads over HTTP. */
@Component
record RenovationViews(
        Renovations renovations, Dossiers dossiers, ActRulings rulings, WorkHours hours, Privacy privacy) {

    record ActView(String act, String label, String result, String needs, String basis) {}

    /** @param person who answers for it on site; his name and phone as the reader may see them */
    record ContractorView(String firm, String qualification, String person, String phone) {}

    record OpinionView(String step, String result, String words, String by, Instant at) {}

    record AgreementView(
            Instant signedAt,
            String waste,
            String facade,
            BigDecimal fee,
            String breach,
            String other,
            String depositReceipt) {}

    record ReceiptView(String party, String how, Instant at) {}

    record CertificateView(String number, LocalDate from, LocalDate until, Instant issuedAt, Instant revokedAt) {}

    /**
     * @param waitsUntil until when the applicant is waited for, or null
     * @param hours when work is permitted, in one sentence
     * @param agreement null until it was signed
     * @param certificate null until it was issued
     */
    record RenovationView(
            String number,
            String site,
            String home,
            String stage,
            String applicant,
            String use,
            LocalDate from,
            LocalDate until,
            String hours,
            Instant waitsUntil,
            ContractorView contractor,
            List<ActView> acts,
            List<OpinionView> opinions,
            AgreementView agreement,
            List<ReceiptView> receipts,
            CertificateView certificate) {}

    RenovationView of(Ticket ticket, Caller reader) {
        String number = ticket.number();
        Disclosure disclosure = privacy.atDesk(ticket, reader);
        Renovation renovation = renovations.get(number);
        Application application = renovation.application();
        return new RenovationView(
                number,
                renovation.site(),
                renovation.home(),
                renovation.stage().name(),
                application.scheme().applicant().name(),
                application.scheme().use().name(),
                application.from(),
                application.until(),
                hours.wordingOf(renovation.site(), application.from(), application.until()),
                dossiers.waiting(number).map(Dossiers.Wait::due).orElse(null),
                application
                        .contractor()
                        .map(firm -> new ContractorView(
                                firm.firm(),
                                firm.qualification(),
                                disclosure.name(firm.person()),
                                disclosure.phone(firm.phone())))
                        .orElse(null),
                rulings.of(application.scheme()).stream()
                        .map(ruling -> new ActView(
                                ruling.act().name(),
                                ruling.act().label(),
                                ruling.result().name(),
                                ruling.needs(),
                                ruling.basis()))
                        .toList(),
                dossiers.opinions(number).stream()
                        .map(opinion -> new OpinionView(
                                opinion.step().name(),
                                opinion.result().name(),
                                opinion.words(),
                                opinion.by(),
                                opinion.at()))
                        .toList(),
                dossiers.agreement(number)
                        .map(signed -> new AgreementView(
                                signed.at(),
                                signed.waste(),
                                signed.facade(),
                                signed.fee(),
                                signed.breach(),
                                signed.other(),
                                signed.depositReceipt()))
                        .orElse(null),
                dossiers.receipts(number).stream()
                        .map(receipt -> new ReceiptView(
                                receipt.party().name(), receipt.how().name(), receipt.at()))
                        .toList(),
                renovation.certificate().map(this::view).orElse(null));
    }

    private CertificateView view(Certificate certificate) {
        return new CertificateView(
                certificate.number(),
                certificate.from(),
                certificate.until(),
                certificate.issuedAt(),
                certificate.revokedAt().orElse(null));
    }
}
