package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Whether a rectification notice is one of ours, and what became of it. */
@Component
record RectificationProof(Violations violations, Tickets tickets, Moments moments)
        implements Verifiable<Rectification> {

    static final String KIND = "RECTIFICATION";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "整改通知书";
    }

    @Override
    public Optional<Rectification> find(String number) {
        return violations.rectification(number);
    }

    @Override
    public Verdict.Holding holds(Rectification notice, int issue, Instant at) {
        Violation violation = violations.get(notice.violation());
        if (violation.rectified()) {
            return Verdict.Holding.expired("已经整改，这份通知书已经了结。");
        }
        return Verdict.Holding.valid(
                violation.open() && !at.isAfter(notice.deadline())
                        ? "是本物业签发的整改通知书，请在" + deadline(notice) + "前整改完毕。"
                        : "是本物业签发的整改通知书，整改期限到" + deadline(notice) + "为止，还没有整改。");
    }

    @Override
    public List<Verdict.Fact> facts(Rectification notice) {
        return List.of(
                new Verdict.Fact("编号", notice.number()),
                new Verdict.Fact("房屋", tickets.get(notice.ticket()).facts().location()),
                new Verdict.Fact("违规情形", notice.found().kind().label()),
                new Verdict.Fact("整改期限", deadline(notice)),
                new Verdict.Fact("状态", violations.get(notice.violation()).state()));
    }

    private String deadline(Rectification notice) {
        return moments.limitOnPaper(notice.deadline());
    }
}
