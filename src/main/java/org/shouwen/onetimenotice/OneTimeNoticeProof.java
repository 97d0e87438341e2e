package org.shouwen.onetimenotice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether a notice is one of ours, and what is still missing. */
@Component
class OneTimeNoticeProof implements Verifiable {

    static final String KIND = "NOTICE";

    private static final String TITLE = "一次性告知书";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final OneTimeNotices notices;
    private final Tickets tickets;
    private final ZoneId zone;

    OneTimeNoticeProof(OneTimeNotices notices, Tickets tickets, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.notices = notices;
        this.tickets = tickets;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Verdict verify(String subject, int issue, Instant at) {
        return notices.numbered(subject)
                .map(this::verdict)
                .orElseGet(() -> Verdict.unknown("没有编号为 " + subject + " 的一次性告知书。"));
    }

    private Verdict verdict(OneTimeNotice notice) {
        Status status = tickets.get(notice.ticket()).status();
        int open = notice.open().size();
        List<Verdict.Fact> facts = List.of(
                new Verdict.Fact("编号", notice.number()),
                new Verdict.Fact("工单", notice.ticket()),
                new Verdict.Fact("告知日期", DAY.format(notice.listedAt().atZone(zone))),
                new Verdict.Fact("告知事项", notice.items().size() + " 项"),
                new Verdict.Fact("还没有补齐", open == 0 ? "没有" : open + " 项"),
                new Verdict.Fact(
                        "签收",
                        notice.receipt().map(receipt -> receipt.how().label()).orElse("尚未签收")));
        return switch (status) {
            case CLOSED -> new Verdict(Verdict.State.EXPIRED, TITLE, "这件事已经办结，告知书不再使用。", facts);
            case WITHDRAWN -> new Verdict(Verdict.State.REVOKED, TITLE, "这件申请已经撤回或者终止，告知书作废。", facts);
            default -> Verdict.valid(TITLE, "是本物业签发的一次性告知书；没有列出的材料和要求，不再要求您补充。", facts);
        };
    }
}
