package org.shouwen.renovation.web;

import static org.shouwen.resident.ResidentPart.after;

import java.util.List;
import org.shouwen.attachment.CleanFile;
import org.shouwen.onetimenotice.Item;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.ApplicantDesk;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.resident.LinkPage;
import org.shouwen.resident.Uploads;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What an applicant does on the page of his renovation. */
@LinkPage
@RequestMapping("/r/t/{number}")
class ApplicantController {

    private final ApplicantDesk desk;
    private final SupplementDesk supplements;
    private final RegistrationDesk registrations;
    private final Uploads uploads;
    private final Moments moments;

    ApplicantController(
            ApplicantDesk desk,
            SupplementDesk supplements,
            RegistrationDesk registrations,
            Uploads uploads,
            Moments moments) {
        this.desk = desk;
        this.supplements = supplements;
        this.registrations = registrations;
        this.uploads = uploads;
        this.moments = moments;
    }

    @PostMapping("/notice/receipt")
    String receiveNotice(@PathVariable String number) {
        desk.receive(number, moments.now());
        return after(number, "received");
    }

    @PostMapping("/notice/items/{code}")
    String handIn(
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(required = false) List<MultipartFile> files) {
        Item item = desk.item(number, code);
        List<CleanFile> clean = uploads.of(number, files);
        desk.handIn(number, item, clean, moments.now());
        return after(number, "handed_in");
    }

    @PostMapping("/acts/{act}/removal")
    String takeOut(@PathVariable String number, @PathVariable Act act) {
        supplements.takeOut(number, act, TimelineEntry.RESIDENT, moments.now());
        return after(number, "taken_out");
    }

    @PostMapping("/cautions/receipt")
    String receiveCautions(@PathVariable String number) {
        registrations.receiveCautions(
                number, CautionReceipt.Party.OWNER, CautionReceipt.How.LINK, TimelineEntry.RESIDENT, moments.now());
        return after(number, "confirmed");
    }
}
