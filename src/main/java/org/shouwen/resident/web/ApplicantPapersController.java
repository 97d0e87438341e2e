package org.shouwen.resident.web;

import org.shouwen.credential.Credentials;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNoticePaper;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.CertificatePaper;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.Tickets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The papers of a renovation, for the applicant to save or print. */
@Controller
@RequestMapping("/r/t/{number}")
class ApplicantPapersController {

    /** As what a certificate is verified. */
    private static final String CERTIFICATE = "CERTIFICATE";

    private final Tickets tickets;
    private final OneTimeNotices notices;
    private final Renovations renovations;
    private final Printer printer;

    /** What makes papers. */
    @Component
    record Printer(OneTimeNoticePaper notice, CertificatePaper certificate, Credentials credentials) {}

    ApplicantPapersController(Tickets tickets, OneTimeNotices notices, Renovations renovations, Printer printer) {
        this.tickets = tickets;
        this.notices = notices;
        this.renovations = renovations;
        this.printer = printer;
    }

    @GetMapping("/notice/paper")
    ResponseEntity<byte[]> notice(@PathVariable String number) {
        OneTimeNotice notice = notices.get(number);
        return PdfAnswer.of(
                notice.number(), printer.notice().print(tickets.get(number), notice, notices.breaches(number)));
    }

    @GetMapping("/certificate/paper")
    ResponseEntity<byte[]> certificate(@PathVariable String number) {
        Renovation renovation = renovations.get(number);
        byte[] pdf = printer.certificate().print(tickets.get(number), renovation);
        return PdfAnswer.of(issued(renovation).number(), pdf);
    }

    /** For whoever stands at the door: it leads to the page that says whether the certificate holds. */
    @GetMapping("/certificate/code")
    ResponseEntity<byte[]> code(@PathVariable String number) {
        String token = printer.credentials()
                .token(CERTIFICATE, issued(renovations.get(number)).number(), 1);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(printer.credentials().qr(printer.credentials().link(token)));
    }

    private static Certificate issued(Renovation renovation) {
        return renovation.certificate().orElseThrow(() -> Refusal.notFound("certificate-not-found", "还没有发登记证"));
    }
}
