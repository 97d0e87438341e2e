package org.shouwen.attachment;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where photos and documents come in. First they are {@linkplain #examine examined}, which takes a second a photo and
 * therefore no transaction; then they are {@linkplain #add kept}.
 */
@Component
public class AttachmentDesk {

    /** Files that can be handed in at once. */
    public static final int MOST_AT_ONCE = 9;

    /** Of one file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    static final int MOST_A_DAY = 60;
    static final int MOST_A_TICKET = 300;

    private static final Duration DAY = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    private final Attachments attachments;
    private final Tickets tickets;
    private final Examination examination;

    AttachmentDesk(Attachments attachments, Tickets tickets, Examination examination) {
        this.attachments = attachments;
        this.tickets = tickets;
        this.examination = examination;
    }

    /**
     * Makes files harmless; nothing is kept yet.
     *
     * @throws Refusal where one of them is not what can be taken; it names the file
     */
    public List<CleanFile> examine(List<Upload> uploads) {
        if (uploads.isEmpty()) {
            throw Refusal.invalid("file-missing", "files", "请先选择照片或 PDF");
        }
        if (uploads.size() > MOST_AT_ONCE) {
            throw Refusal.invalid(
                    "files-too-many", "files", "一次最多 " + MOST_AT_ONCE + " 个文件，这次有 " + uploads.size() + " 个");
        }
        List<CleanFile> clean = new ArrayList<>();
        for (Upload upload : uploads) {
            clean.add(examination.of(upload));
        }
        return clean;
    }

    /**
     * @param item code of what they are handed in for, or null
     * @param about what they show, or null
     * @param by code of the member of staff, or {@code resident}
     * @throws Refusal where the ticket has as many as it can have
     */
    @Transactional
    public List<Attachment> add(
            String ticket, List<CleanFile> files, String item, String about, String by, Instant at) {
        tickets.get(ticket);
        attachments.hold(ticket);
        Attachments.Count count = attachments.count(ticket, at.minus(DAY));
        if (count.since() + files.size() > MOST_A_DAY || count.all() + files.size() > MOST_A_TICKET) {
            throw Refusal.notPossibleNow(
                    "files-used-up",
                    "工单 %s 的附件已经很多（一天最多 %d 个，一共最多 %d 个），请联系前台".formatted(ticket, MOST_A_DAY, MOST_A_TICKET));
        }
        List<Attachment> added = new ArrayList<>();
        for (CleanFile file : files) {
            Attachment attachment = new Attachment(
                    id(), ticket, file.name(), file.mediaType(), file.content().length, item, about, by, at);
            attachments.add(attachment, file.content());
            added.add(attachment);
        }
        tickets.note(ticket, AttachmentEvent.ATTACHED, words(added, about), by, at);
        return added;
    }

    private static String words(List<Attachment> added, String about) {
        long photos = added.stream().filter(Attachment::isPhoto).count();
        long documents = added.size() - photos;
        return "上传"
                + (photos > 0 ? "照片 " + photos + " 张" : "")
                + (photos > 0 && documents > 0 ? "、" : "")
                + (documents > 0 ? "文件 " + documents + " 份" : "")
                + (about == null ? "" : "：" + about);
    }

    private static String id() {
        byte[] bits = new byte[ID_BYTES];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
