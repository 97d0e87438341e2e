package org.shouwen.resident.web;

import java.util.List;
import org.shouwen.attachment.CleanFile;
import org.shouwen.notification.Notice;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.resident.PaperTray;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.CompletionDesk;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What an applicant does on the page of his renovation. */
@Controller
@RequestMapping("/r/t/{number}")
class ApplicantController {

    private final OneTimeNotices notices;
    private final Desks desks;
    private final PaperTray tray;
    private final HandedIn handedIn;
    private final Moments moments;

    /** Where it is done. */
    @Component
    record Desks(
            Tickets tickets,
            OneTimeNoticeDesk notices,
            SupplementDesk supplements,
            RegistrationDesk registrations,
            CompletionDesk completions) {}

    ApplicantController(OneTimeNotices notices, Desks desks, PaperTray tray, HandedIn handedIn, Moments moments) {
        this.notices = notices;
        this.desks = desks;
        this.tray = tray;
        this.handedIn = handedIn;
        this.moments = moments;
    }

    @PostMapping("/notice/receipt")
    String receiveNotice(@PathVariable String number) {
        String receiver =
                desks.tickets().get(number).facts().intake().reporter().name();
        desks.notices().receive(number, receiver, Receipt.How.LINK, Notice.RESIDENT, moments.now());
        return after(number, Done.RECEIVED);
    }

    @PostMapping("/notice/items/{code}")
    String handIn(
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(required = false) List<MultipartFile> files) {
        OneTimeNotice.Told told = notices.get(number)
                .item(code)
                .orElseThrow(() -> Refusal.invalid("item-unknown", "item", "一次性告知书上没有这一项"));
        List<CleanFile> clean = handedIn.of(number, files);
        tray.put(number, code, told.item().text(), clean, moments.now());
        return after(number, Done.HANDED_IN);
    }

    @PostMapping("/acts/{act}/removal")
    String takeOut(@PathVariable String number, @PathVariable Act act) {
        desks.supplements().takeOut(number, act, Notice.RESIDENT, moments.now());
        return after(number, Done.TAKEN_OUT);
    }

    @PostMapping("/cautions/receipt")
    String receiveCautions(@PathVariable String number) {
        desks.registrations()
                .receiveCautions(
                        number, CautionReceipt.Party.OWNER, CautionReceipt.How.LINK, Notice.RESIDENT, moments.now());
        return after(number, Done.CONFIRMED);
    }

    @PostMapping("/completion")
    String reportCompleted(@PathVariable String number) {
        desks.completions().report(number, Notice.RESIDENT, moments.now());
        return after(number, Done.COMPLETED);
    }

    private static String after(String number, Done done) {
        return "redirect:/r/t/" + number + "?done=" + done.code();
    }
}
