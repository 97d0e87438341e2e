package org.shouwen.onetimenotice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Whether a notice is one of ours, and what is still missing. */
@Component
record OneTimeNoticeProof(OneTimeNotices notices, Tickets tickets, Moments moments)
        implements Verifiable<OneTimeNotice> {

    static final String KIND = "NOTICE";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "一次性告知书";
    }

    @Override
    public Optional<OneTimeNotice> find(String number) {
        return notices.numbered(number);
    }

    @Override
    public Verdict.Holding holds(OneTimeNotice notice, int issue, Instant at) {
        return switch (tickets.get(notice.ticket()).status()) {
            case CLOSED -> Verdict.Holding.expired("这件事已经办结，告知书不再使用。");
            case WITHDRAWN -> Verdict.Holding.revoked("这件申请已经撤回或者终止，告知书作废。");
            default -> Verdict.Holding.valid("是本物业签发的一次性告知书；没有列出的材料和要求，不再要求您补充。");
        };
    }

    @Override
    public List<Verdict.Fact> facts(OneTimeNotice notice) {
        int open = notice.open().size();
        return List.of(
                new Verdict.Fact("编号", notice.number()),
                new Verdict.Fact("工单", notice.ticket()),
                new Verdict.Fact("告知日期", moments.day(notice.listedAt())),
                new Verdict.Fact("告知事项", notice.items().size() + " 项"),
                new Verdict.Fact("还没有补齐", open == 0 ? "没有" : open + " 项"),
                new Verdict.Fact(
                        "签收",
                        notice.receipt().map(receipt -> receipt.how().label()).orElse("尚未签收")));
    }
}
