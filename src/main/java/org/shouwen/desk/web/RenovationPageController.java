package org.shouwen.desk.web;

import java.util.Arrays;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A renovation from the application to the certificate, and what the office records about it beside the steps of its flow. */
@Allowed
@StaffPage
@RequestMapping("/desk/renovations/{number}")
class RenovationPageController {

    private static final String BACK = "redirect:/desk/renovations/{number}";

    private final RenovationPages pages;
    private final RegistrationDesk registrations;
    private final RenovationDesk desk;
    private final Renovations renovations;
    private final Edge edge;

    /** Where requests meet the clock and the ticket. */
    @org.springframework.stereotype.Component
    record Edge(Tickets tickets, Moments moments) {}

    RenovationPageController(
            RenovationPages pages,
            RegistrationDesk registrations,
            RenovationDesk desk,
            Renovations renovations,
            Edge edge) {
        this.pages = pages;
        this.registrations = registrations;
        this.desk = desk;
        this.renovations = renovations;
        this.edge = edge;
    }

    @GetMapping
    String page(@PathVariable String number, Caller caller, Model model) {
        Caller reader = caller;
        boolean mayChange = TicketRights.mayChange(edge.tickets().get(number), reader);
        model.addAttribute("page", pages.of(number, reader, mayChange));
        return "desk/renovation";
    }

    @PostMapping("/contractor")
    String nameContractor(
            @PathVariable String number,
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String phone,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "登记施工负责人");
        registrations.nameContractor(
                number, person, phone, caller.code(), edge.moments().now());
        flash.addFlashAttribute("done", "已登记施工负责人。");
        return BACK;
    }

    @PostMapping("/period")
    String reschedule(
            @PathVariable String number,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "改施工期");
        registrations.reschedule(
                number,
                Written.date(from, "from", "开工日期"),
                Written.date(until, "until", "完工日期"),
                caller.code(),
                edge.moments().now());
        flash.addFlashAttribute("done", "施工期已改。");
        return BACK;
    }

    @PostMapping("/cautions")
    String receiveCautions(
            @PathVariable String number,
            @RequestParam(required = false) String party,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "登记签收");
        registrations.receiveCautions(
                number,
                party(party),
                CautionReceipt.How.SIGNED,
                caller.code(),
                edge.moments().now());
        flash.addFlashAttribute("done", "已登记签收。");
        return BACK;
    }

    @PostMapping("/extension")
    String extend(
            @PathVariable String number,
            @RequestParam(required = false) String last,
            @RequestParam(required = false) String why,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "延期");
        registrations.extend(
                number,
                Written.date(last, "last", "延期后的完工日期"),
                why,
                caller.code(),
                edge.moments().now());
        flash.addFlashAttribute("done", "登记证已延期。");
        return BACK;
    }

    @PostMapping("/revocation")
    String revoke(
            @PathVariable String number,
            @RequestParam(required = false) String reason,
            Caller caller,
            RedirectAttributes flash) {
        String certificate = renovations
                .get(number)
                .certificate()
                .orElseThrow(() -> Refusal.notPossibleNow("certificate-missing", "装修 " + number + " 还没有发登记证"))
                .number();
        desk.revoke(certificate, reason, caller.code(), edge.moments().now());
        flash.addFlashAttribute("done", "登记证已注销。");
        return BACK;
    }

    private void mustChange(String number, Caller caller, String verb) {
        Caller reader = caller;
        TicketRights.mustChange(edge.tickets().get(number), reader, verb);
    }

    private static CautionReceipt.Party party(String code) {
        return Arrays.stream(CautionReceipt.Party.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("party-unknown", "party", "请选择是谁签收"));
    }
}
