package org.shouwen.renovation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
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
import org.shouwen.workflow.Acting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A renovation over HTTP; the steps of its approval are steps of its flow. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}")
@Tag(name = "renovations")
class RenovationController {

    private final RenovationViews views;
    private final RegistrationDesk registrations;
    private final RenovationDesk desk;
    private final Renovations renovations;
    private final Edge edge;

    /** Where requests meet the clock and the ticket. */
    @org.springframework.stereotype.Component("renovationEdge")
    record Edge(Tickets tickets, Acting acting) {}

    RenovationController(
            RenovationViews views,
            RegistrationDesk registrations,
            RenovationDesk desk,
            Renovations renovations,
            Edge edge) {
        this.views = views;
        this.registrations = registrations;
        this.desk = desk;
        this.renovations = renovations;
        this.edge = edge;
    }

    record ContractorRequest(String person, String phone) {}

    /** @param from @param until days, for example 2026-11-23 */
    record PeriodRequest(String from, String until) {}

    /** @param party OWNER or CONTRACTOR */
    record CautionsRequest(String party) {}

    record RevocationRequest(String reason) {}

    @GetMapping("/renovation")
    @Operation(summary = "The application, its acts with their articles, opinions, agreement and certificate")
    RenovationViews.RenovationView renovation(@PathVariable String number, Caller caller) {
        return views.of(number);
    }

    @PostMapping("/renovation/contractor")
    @Operation(summary = "Names who answers for the work on site, and how he is reached")
    RenovationViews.RenovationView nameContractor(
            @PathVariable String number, @RequestBody ContractorRequest request, Caller caller) {
        mustChange(number, caller, "登记施工负责人");
        registrations.nameContractor(
                number,
                request.person,
                request.phone,
                edge.acting().who(),
                edge.acting().when());
        return views.of(number);
    }

    @PostMapping("/renovation/period")
    @Operation(summary = "Moves the days of work, until they are certified")
    RenovationViews.RenovationView reschedule(
            @PathVariable String number, @RequestBody PeriodRequest request, Caller caller) {
        mustChange(number, caller, "改施工期");
        registrations.reschedule(
                number,
                Written.date(request.from, "from", "开工日期"),
                Written.date(request.until, "until", "完工日期"),
                edge.acting().who(),
                edge.acting().when());
        return views.of(number);
    }

    @PostMapping("/renovation/cautions")
    @Operation(summary = "Records that the prohibited acts and cautions were received, once by each party")
    RenovationViews.RenovationView receiveCautions(
            @PathVariable String number, @RequestBody CautionsRequest request, Caller caller) {
        mustChange(number, caller, "登记签收");
        registrations.receiveCautions(
                number,
                party(request.party),
                CautionReceipt.How.SIGNED,
                edge.acting().who(),
                edge.acting().when());
        return views.of(number);
    }

    record ExtensionRequest(String until, String reason) {}

    @PostMapping("/certificate/extension")
    @Operation(summary = "The certificate counts until a later day")
    RenovationViews.RenovationView extend(
            @PathVariable String number, @RequestBody ExtensionRequest request, Caller caller) {
        mustChange(number, caller, "延期");
        registrations.extend(
                number,
                Written.date(request.until, "until", "延期后的完工日期"),
                request.reason,
                edge.acting().who(),
                edge.acting().when());
        return views.of(number);
    }

    @PostMapping("/certificate/revocation")
    @Operation(summary = "Revokes the certificate; supervisor or manager of the site, with a reason")
    RenovationViews.RenovationView revoke(@PathVariable String number, @RequestBody RevocationRequest request) {
        String certificate = renovations
                .get(number)
                .certificate()
                .orElseThrow(() -> Refusal.notPossibleNow("certificate-missing", "装修 " + number + " 还没有发登记证"))
                .number();
        desk.revoke(
                certificate, request.reason, edge.acting().who(), edge.acting().when());
        return views.of(number);
    }

    private void mustChange(String number, Caller caller, String verb) {
        TicketRights.mustChange(edge.tickets().get(number), caller, verb);
    }

    private static CautionReceipt.Party party(String code) {
        return Arrays.stream(CautionReceipt.Party.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("party-unknown", "party", "签收人（party）须为 OWNER 或 CONTRACTOR"));
    }
}
