package org.shouwen.onetimenotice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.onetimenotice.OneTimeNotice.Told;
import org.shouwen.paper.Paper;
import org.shouwen.paper.TicketPaper;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/**
 * The numbered notice (一次性告知书) on paper, as it was told: what was handed in since does not change it, and what was
 * asked for later stands apart, with the reason.
 */
@Component
record OneTimeNoticePaper(
        OneTimeNotices notices,
        Credentials credentials,
        List<RequirementList> lists,
        Roster roster,
        Estate estate,
        Privacy privacy,
        Moments moments)
        implements TicketPaper {

    private static final String[] COUNT = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    private static final int CODE_SIDE = 28;

    @Override
    public String path() {
        return "notice";
    }

    @Override
    public boolean isForResident() {
        return true;
    }

    @Override
    public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
        OneTimeNotice notice = notices.get(ticket.number());
        return new Sheet(
                reference(notice), paper(ticket, notice, notices.breaches(ticket.number()), named(ticket, reader)));
    }

    private static Credentials.Reference reference(OneTimeNotice notice) {
        return new Credentials.Reference(OneTimeNoticeProof.KIND, notice.number(), 1);
    }

    /** The applicant reads his own name; staff what they may read of him. */
    private UnaryOperator<String> named(Ticket ticket, Optional<Caller> reader) {
        return reader.<UnaryOperator<String>>map(staff -> privacy.of(ticket, staff)::name)
                .orElse(UnaryOperator.identity());
    }

    /**
     * @param later what was asked for after the notice, oldest first
     * @param named how a name is printed
     */
    Paper paper(Ticket ticket, OneTimeNotice notice, List<Breach> later, UnaryOperator<String> named) {
        Facts facts = ticket.facts();
        List<Told> told = notice.items().stream().filter(item -> !item.later()).toList();
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Line(named.apply(facts.intake().reporter().name()) + "："));
        parts.add(new Paper.Text("您于%s申报的“%s”（%s，工单 %s），我们已经核对。办理所需的材料和要求共 %d 项，现一次性全部告知如下，其中%s。"
                .formatted(
                        moments.day(facts.openedAt()),
                        facts.categoryLabel(),
                        facts.location(),
                        ticket.number(),
                        told.size(),
                        stand(told, notice.listedAt()))));
        parts.add(new Paper.Text("本告知书没有列出的材料和要求，不再要求您补充；确有必要增加的，须由主管写明理由，并作为违反一次性告知制记录在案。"));
        int section = 0;
        for (Map.Entry<Section, List<Told>> group : OneTimeNotice.sections(told).entrySet()) {
            parts.add(new Paper.Heading(
                    COUNT[section++ % COUNT.length] + "、" + group.getKey().heading()));
            parts.add(table(group.getValue(), notice.listedAt()));
        }
        if (!later.isEmpty()) {
            parts.add(new Paper.Heading("告知书以外增加的要求"));
            parts.add(added(later));
        }
        parts.add(new Paper.Text("请%s一次备齐，通过通知里的链接上传，或者到物业服务中心当面提交。%s不明白的，请联系首问责任人%s。"
                .formatted(
                        supplyBy(ticket)
                                .map(due -> "在" + moments.onPaper(due) + "前")
                                .orElse(""),
                        supplyBy(ticket).isPresent() ? "逾期没有补齐的，本次申请终止，备齐后可以重新申请。" : "",
                        person(ticket))));
        parts.add(new Paper.Signature(List.of(estate.siteName(facts.site()), moments.day(notice.listedAt()))));
        parts.add(new Paper.Signers(List.of("申请人（签收）", "经办人：" + roster.nameOf(notice.by()))));
        notice.receipt()
                .ifPresent(receipt -> parts.add(new Paper.Line("送达记录：%s，%s，%s。"
                        .formatted(
                                named.apply(receipt.receiver()), receipt.how().label(), moments.day(receipt.at())))));
        parts.add(new Paper.Picture(credentials.code(reference(notice)), CODE_SIDE, "扫码可以核实本告知书是不是本物业签发，并查看还有几项没有补齐。"));
        return new Paper("一次性告知书", notice.number(), parts);
    }

    private static String stand(List<Told> told, Instant listedAt) {
        long open = told.stream().filter(item -> !had(item, listedAt)).count();
        return open == 0 ? "全部已经收到或者具备" : "还需要补 " + open + " 项";
    }

    /** @return whether it had been handed in when the notice was made */
    private static boolean had(Told item, Instant listedAt) {
        return item.settled().filter(settled -> !settled.at().isAfter(listedAt)).isPresent();
    }

    private static Paper.Table table(List<Told> items, Instant listedAt) {
        return new Paper.Table(
                List.of("序号", "事项", "依据", "核对"),
                List.of(2, 10, 7, 3),
                items.stream()
                        .map(item -> List.of(
                                String.valueOf(item.position()),
                                item.item().text(),
                                item.item().basis(),
                                had(item, listedAt) ? "已收到" : "待补"))
                        .toList());
    }

    private Paper.Table added(List<Breach> later) {
        return new Paper.Table(
                List.of("日期", "事项", "增加的理由", "批准人"),
                List.of(4, 7, 8, 3),
                later.stream()
                        .map(breach -> List.of(
                                moments.day(breach.at()),
                                breach.item().words(),
                                breach.reason(),
                                roster.nameOf(breach.by())))
                        .toList());
    }

    private Optional<Instant> supplyBy(Ticket ticket) {
        return lists.stream()
                .filter(list -> list.kind().equals(ticket.kind()))
                .findFirst()
                .flatMap(list -> list.supplyBy(ticket));
    }

    private String person(Ticket ticket) {
        return roster.nameOf(ticket.firstResponder())
                + roster.staff(ticket.firstResponder())
                        .map(Staff::phone)
                        .map(phone -> "（电话 " + phone + "）")
                        .orElse("");
    }
}
