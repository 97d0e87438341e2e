package org.shouwen.resident;

import java.time.Instant;
import java.util.List;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.CleanFile;
import org.shouwen.notification.Notice;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A paper of the one-time notice that comes by link: the files and that they came are kept together, or neither. */
@Component
public class PaperTray {

    private static final int LONGEST_WORDS = 200;

    private final SupplementDesk supplements;
    private final AttachmentDesk attachments;

    PaperTray(SupplementDesk supplements, AttachmentDesk attachments) {
        this.supplements = supplements;
        this.attachments = attachments;
    }

    /**
     * @param code of the item on the notice
     * @param text what the item says, for whoever looks at the files
     */
    @Transactional
    public void put(String ticket, String code, String text, List<CleanFile> files, Instant at) {
        supplements.handIn(ticket, code, Notice.RESIDENT, at);
        attachments.add(ticket, files, code, brief(text), Notice.RESIDENT, at);
    }

    private static String brief(String text) {
        return text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS - 1) + "…" : text;
    }
}
