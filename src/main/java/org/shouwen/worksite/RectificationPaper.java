package org.shouwen.worksite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.paper.Paper;
import org.shouwen.paper.TicketPaper;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/**
 * The rectification notice (整改通知书) on paper. It may be posted on the door, so it names home and firm, and no person who
 * lives there.
 */
@Component
record RectificationPaper(
        Renovations renovations,
        Violations violations,
        Credentials credentials,
        Roster roster,
        Estate estate,
        Moments moments)
        implements TicketPaper {

    private static final int CODE_SIDE = 28;

    @Override
    public String path() {
        return "rectifications";
    }

    /** How it was delivered as far as that is known, else room to write it down. */
    @Override
    public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
        Rectification notice = violations
                .rectification(which)
                .filter(issued -> issued.ticket().equals(ticket.number()))
                .orElseThrow(() -> Refusal.notFound(
                        "rectification-not-found", "装修 " + ticket.number() + " 没有编号为 " + which + " 的整改通知书"));
        Credentials.Reference reference = new Credentials.Reference(RectificationProof.KIND, notice.number(), 1);
        return new Sheet(reference, paper(ticket, renovations.get(ticket.number()), notice, reference));
    }

    private Paper paper(Ticket ticket, Renovation renovation, Rectification notice, Credentials.Reference reference) {
        Violation.Found found = notice.found();
        String location = ticket.facts().location();
        String firm =
                renovation.application().contractor().map(Contractor::firm).orElse("");
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Line(location + " 业主" + (firm.isEmpty() ? "" : "、" + firm) + "："));
        parts.add(new Paper.Text("%s我们在现场检查时，发现该户装修有下列违反规定的情况，现通知整改。".formatted(moments.onPaper(found.at()))));
        List<Paper.Field> fields = new ArrayList<>();
        fields.add(new Paper.Field("房屋", location));
        fields.add(new Paper.Field(
                "登记证", renovation.certificate().map(Certificate::number).orElse("没有登记")));
        fields.add(new Paper.Field("违规情形", found.kind().label()));
        fields.add(new Paper.Field("严重程度", notice.ruling().gravity().label()));
        fields.add(new Paper.Field("现场情况", found.what()));
        fields.add(new Paper.Field("当场处置", "已劝阻，" + found.spot().label()));
        fields.add(new Paper.Field("照片", found.photo() == null ? "没有" : found.photo()));
        fields.add(new Paper.Field("依据", notice.ruling().basis()));
        parts.add(new Paper.Fields(fields));
        parts.add(new Paper.Heading("整改要求"));
        parts.add(
                new Paper.Text("请立即停止上述行为，并在%s前整改完毕。期限届满，我们到现场复查。".formatted(moments.limitOnPaper(notice.deadline()))));
        if (notice.ruling().gate() != Handling.Gate.NONE) {
            parts.add(new Paper.Text(
                    "按管理规约和装修管理服务协议，%s。".formatted(notice.ruling().gate().label())));
        }
        if (!notice.ruling().consequence().isBlank()) {
            parts.add(new Paper.Text(notice.ruling().consequence()));
        }
        parts.add(new Paper.Text("拒不停止或者逾期没有整改的，我们将报告业主委员会和有关行政管理部门，由其依法处理（《物业管理条例》第四十五条）。本通知书不是处罚，物业不收取罚款。"));
        parts.add(new Paper.Signature(List.of(
                estate.siteName(notice.site()),
                "经办人：" + roster.nameOf(notice.issuedBy()),
                moments.day(notice.issuedAt()))));
        parts.add(new Paper.Heading("送达"));
        parts.add(new Paper.Fields(delivery(notice)));
        parts.add(new Paper.Signers(List.of("签收人（签字）", "送达人（签字）")));
        parts.add(new Paper.Picture(credentials.code(reference), CODE_SIDE, "扫码可以核实本通知书是不是本物业签发，并查看整改期限和现在的状态。"));
        return new Paper("整改通知书", notice.number(), parts);
    }

    private List<Paper.Field> delivery(Rectification notice) {
        return notice.delivery()
                .map(done -> List.of(
                        new Paper.Field("送达方式", done.proof().label()),
                        new Paper.Field("收件人", done.receiver().label()),
                        new Paper.Field("送达时间", moments.onPaper(done.at())),
                        new Paper.Field("凭证", done.reference() == null ? "签字" : done.reference()),
                        new Paper.Field("送达人", roster.nameOf(done.by()))))
                .orElseGet(() -> List.of(
                        new Paper.Field("送达方式", "□ 当面签收　□ 留置送达　□ 张贴并拍照　□ 短信送达"),
                        new Paper.Field("收件人", "□ 业主　□ 施工负责人　□ 现场施工人员"),
                        new Paper.Field("送达时间", ""),
                        new Paper.Field("凭证", "")));
    }
}
