package org.shouwen.worksite;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether a rectification notice is one of ours, and what became of it. */
@Component
class RectificationProof implements Verifiable {

    static final String KIND = "RECTIFICATION";

    private static final String TITLE = "整改通知书";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final Violations violations;
    private final Tickets tickets;
    private final ZoneId zone;

    RectificationProof(Violations violations, Tickets tickets, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.violations = violations;
        this.tickets = tickets;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Verdict verify(String subject, int issue, Instant at) {
        return violations
                .rectification(subject)
                .map(notice -> verdict(notice, violations.get(notice.violation()), at))
                .orElseGet(() -> Verdict.unknown("没有编号为 " + subject + " 的整改通知书。"));
    }

    private Verdict verdict(Rectification notice, Violation violation, Instant at) {
        String deadline = MOMENT.format(notice.deadline().atZone(zone));
        List<Verdict.Fact> facts = List.of(
                new Verdict.Fact("编号", notice.number()),
                new Verdict.Fact("房屋", tickets.get(notice.ticket()).facts().location()),
                new Verdict.Fact("违规情形", notice.found().kind().label()),
                new Verdict.Fact("整改期限", deadline),
                new Verdict.Fact("状态", violation.state()));
        if (violation.rectified()) {
            return new Verdict(Verdict.State.EXPIRED, TITLE, "已经整改，这份通知书已经了结。", facts);
        }
        return Verdict.valid(
                TITLE,
                violation.open() && !at.isAfter(notice.deadline())
                        ? "是本物业签发的整改通知书，请在" + deadline + "前整改完毕。"
                        : "是本物业签发的整改通知书，整改期限到" + deadline + "为止，还没有整改。",
                facts);
    }
}
