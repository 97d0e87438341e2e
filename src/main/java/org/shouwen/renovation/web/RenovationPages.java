package org.shouwen.renovation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.citypack.WorkHours;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Who;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Phone;
import org.shouwen.onetimenotice.NoticeSheets;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.renovation.ActRuling;
import org.shouwen.renovation.ActRulings;
import org.shouwen.renovation.Agreement;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a renovation: the application, its acts with their articles, papers, opinions, agreement, certificate. */
@Allowed
@StaffPage
class RenovationPages {

    static final String PAGE = "/desk/renovations/{number}";

    private final Renovations renovations;
    private final Dossiers dossiers;
    private final Rules rules;
    private final Office office;
    private final DeedDesk deeds;

    /** What the tables and the site say, and what was told of it. */
    @Component
    record Rules(NoticeSheets notices, ActRulings rulings, WorkHours hours) {}

    /** Who, where and when. */
    @Component
    record Office(Tickets tickets, Roster roster, Estate estate, Moments moments) {}

    RenovationPages(Renovations renovations, Dossiers dossiers, Rules rules, Office office, DeedDesk deeds) {
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.rules = rules;
        this.office = office;
        this.deeds = deeds;
    }

    /** @param result how people read the ruling; @param forbidden whether nobody can approve it */
    record ActRow(String act, String result, boolean forbidden, String needs, String basis) {}

    /** @param phone in full for the office, else masked; null until somebody was named */
    record ContractorPart(String firm, String qualification, String person, String phone) {}

    record OpinionRow(String step, String result, String words, String who, String at) {}

    /** One of the nine contents, or what was recorded with them. */
    record Line(String label, String text) {}

    record CertificatePart(String number, String period, String hours, String issued, String revoked) {}

    /**
     * @param identity last four characters of the identity document, or null
     * @param waiting until when the applicant is waited for, and why; null where he is not
     */
    record Page(
            String number,
            String location,
            String stage,
            String applicant,
            String use,
            String period,
            String otherAct,
            String identity,
            String waiting,
            String hours,
            ContractorPart contractor,
            List<ActRow> acts,
            NoticeSheets.Sheet notice,
            List<OpinionRow> opinions,
            List<Line> agreement,
            List<Line> receipts,
            CertificatePart certificate) {}

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller reader, Model model) {
        Ticket ticket = office.tickets().get(number);
        model.addAttribute("page", of(ticket, reader));
        model.addAttribute("forms", deeds.forms(ticket, reader, PAGE, ""));
        return "renovation/renovation";
    }

    private Page of(Ticket ticket, Caller reader) {
        String number = ticket.number();
        Renovation renovation = renovations.get(number);
        Application application = renovation.application();
        Names names = new Names(office.roster());
        return new Page(
                number,
                office.estate().home(renovation.home()).map(Home::label).orElse(renovation.home()),
                renovation.stage().label(),
                application.scheme().applicant().label(),
                application.scheme().use().label(),
                period(application.from(), application.until()),
                application.otherAct(),
                dossiers.identity(number).orElse(null),
                dossiers.waiting(number)
                        .map(wait -> office.moments().text(wait.due()) + "（" + wait.explanation() + "）")
                        .orElse(null),
                rules.hours().wordingOf(renovation.site(), application.from(), application.until()),
                application
                        .contractor()
                        .map(firm -> contractor(firm, Who.DESK.may(ticket, reader)))
                        .orElse(null),
                rules.rulings().of(application.scheme()).stream()
                        .map(RenovationPages::act)
                        .toList(),
                rules.notices().of(number).orElse(null),
                opinions(number, names),
                dossiers.agreement(number)
                        .map(signed -> agreement(signed, names))
                        .orElse(List.of()),
                receipts(number, names),
                renovation
                        .certificate()
                        .map(certificate -> certificate(certificate, names))
                        .orElse(null));
    }

    private static ContractorPart contractor(Contractor firm, boolean inFull) {
        return new ContractorPart(
                firm.firm(),
                firm.qualification(),
                firm.person(),
                firm.phone() == null || inFull ? firm.phone() : Phone.masked(firm.phone()));
    }

    private static ActRow act(ActRuling ruling) {
        return new ActRow(
                ruling.act().label(),
                ruling.result().label(),
                ruling.forbidden(),
                ruling.needs(),
                ruling.basis().isEmpty() ? "—" : ruling.basis());
    }

    private List<OpinionRow> opinions(String number, Names names) {
        return dossiers.opinions(number).stream()
                .map(opinion -> new OpinionRow(
                        opinion.step().label(),
                        opinion.result().label(),
                        opinion.words(),
                        names.of(opinion.by()),
                        office.moments().text(opinion.at())))
                .toList();
    }

    private List<Line> agreement(Agreement signed, Names names) {
        return Stream.of(
                        new Line("签订", office.moments().text(signed.at()) + " " + names.of(signed.by())),
                        new Line("垃圾清运", signed.waste()),
                        new Line("外立面和防盗窗", signed.facade()),
                        new Line("管理服务费", signed.fee().toPlainString() + " 元"),
                        new Line("违约责任", signed.breach()),
                        new Line("其他约定", signed.other()),
                        new Line("保证金收据", signed.depositReceipt()))
                .filter(line -> line.text() != null)
                .toList();
    }

    private List<Line> receipts(String number, Names names) {
        return dossiers.receipts(number).stream()
                .map(receipt -> new Line(
                        receipt.party().label() + receipt.how().label(),
                        office.moments().text(receipt.at()) + " " + names.of(receipt.by())))
                .toList();
    }

    private CertificatePart certificate(Certificate certificate, Names names) {
        return new CertificatePart(
                certificate.number(),
                period(certificate.from(), certificate.until()),
                rules.hours().wordingOf(certificate.site(), certificate.from(), certificate.until()),
                office.moments().text(certificate.issuedAt()) + " " + names.of(certificate.issuedBy()),
                certificate.revokedAt().map(office.moments()::text).orElse(null));
    }

    private static String period(LocalDate from, LocalDate until) {
        return Moments.day(from) + " 至 " + Moments.day(until);
    }
}
