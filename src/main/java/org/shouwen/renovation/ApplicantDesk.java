package org.shouwen.renovation;

import java.time.Instant;
import java.util.List;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.CleanFile;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an applicant does about his one-time notice by link. */
@Component
public class ApplicantDesk {

    private static final int LONGEST_WORDS = 200;

    private final Tickets tickets;
    private final OneTimeNotices notices;
    private final OneTimeNoticeDesk receipts;
    private final SupplementDesk supplements;
    private final AttachmentDesk attachments;

    ApplicantDesk(
            Tickets tickets,
            OneTimeNotices notices,
            OneTimeNoticeDesk receipts,
            SupplementDesk supplements,
            AttachmentDesk attachments) {
        this.tickets = tickets;
        this.notices = notices;
        this.receipts = receipts;
        this.supplements = supplements;
        this.attachments = attachments;
    }

    /** He has received it. */
    public void receive(String number, Instant at) {
        String receiver = tickets.get(number).facts().intake().reporter().name();
        receipts.receive(number, receiver, Receipt.How.LINK, TimelineEntry.RESIDENT, at);
    }

    /** @throws Refusal where the notice names no such item */
    public Item item(String number, String code) {
        return notices.get(number)
                .item(code)
                .map(OneTimeNotice.Told::item)
                .orElseThrow(() -> Refusal.invalid("item-unknown", "item", "一次性告知书上没有这一项"));
    }

    /** A paper comes: the files and that they came are kept together, or neither. */
    @Transactional
    public void handIn(String number, Item item, List<CleanFile> files, Instant at) {
        supplements.handIn(number, item.code(), TimelineEntry.RESIDENT, at);
        attachments.add(number, files, item.code(), brief(item.text()), TimelineEntry.RESIDENT, at);
    }

    private static String brief(String text) {
        return text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS - 1) + "…" : text;
    }
}
