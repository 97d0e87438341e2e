package org.shouwen.renovation.web;

import org.shouwen.citypack.WorkHours;
import org.shouwen.deed.DeedDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.page.StaffPage;
import org.shouwen.renovation.ActRulings;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
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
    private final Tickets tickets;
    private final DeedDesk deeds;
    private final Privacy privacy;

    /** What was told, and what the tables say of acts and hours. */
    @Component
    record Rules(OneTimeNotices notices, ActRulings rulings, WorkHours hours) {}

    RenovationPages(
            Renovations renovations, Dossiers dossiers, Rules rules, Tickets tickets, DeedDesk deeds, Privacy privacy) {
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.rules = rules;
        this.tickets = tickets;
        this.deeds = deeds;
        this.privacy = privacy;
    }

    /** Who answers for the work on site is there in full for the office while the renovation is open. */
    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller reader, Model model) {
        Ticket ticket = tickets.get(number);
        Renovation renovation = renovations.get(number);
        Application application = renovation.application();
        model.addAttribute("location", ticket.facts().location());
        model.addAttribute("renovation", renovation);
        model.addAttribute("plan", application);
        model.addAttribute(
                "hours", rules.hours().wordingOf(renovation.site(), application.from(), application.until()));
        model.addAttribute("contractor", application.contractor().orElse(null));
        Disclosure disclosure = privacy.atDesk(ticket, reader);
        model.addAttribute(
                "person",
                application
                        .contractor()
                        .filter(Contractor::isReachable)
                        .map(firm -> disclosure.name(firm.person()) + " " + disclosure.phone(firm.phone()))
                        .orElse(null));
        model.addAttribute("identity", dossiers.identity(number).orElse(null));
        model.addAttribute("waiting", dossiers.waiting(number).orElse(null));
        model.addAttribute("acts", rules.rulings().of(application.scheme()));
        model.addAttribute("notice", rules.notices().of(number).orElse(null));
        model.addAttribute("opinions", dossiers.opinions(number));
        model.addAttribute("agreement", dossiers.agreement(number).orElse(null));
        model.addAttribute("receipts", dossiers.receipts(number));
        Certificate certificate = renovation.certificate().orElse(null);
        model.addAttribute("certificate", certificate);
        model.addAttribute(
                "certifiedHours",
                certificate == null
                        ? null
                        : rules.hours().wordingOf(certificate.site(), certificate.from(), certificate.until()));
        model.addAttribute("forms", deeds.forms(ticket, reader, PAGE, ""));
        return "renovation/renovation";
    }
}
