package org.shouwen.workorder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Credentials;
import org.shouwen.paper.Paper;
import org.shouwen.paper.TicketPaper;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.Quote;
import org.shouwen.repair.RepairDesk;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.WorkReport;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** The work order (维修单) on paper: what is blank is filled in by hand. */
@Component
record WorkOrderPaper(Repairs repairs, Credentials credentials, Roster roster, Privacy privacy, Moments moments)
        implements TicketPaper {

    private static final int CODE_SIDE = 30;
    private static final int BLANK_ROWS = 4;
    private static final List<String> BLANK = List.of("", "", "", "", "");

    @Override
    public String path() {
        return "work-order";
    }

    /** The repair as it stands: before the work with room to fill in, afterwards with what was done. */
    @Override
    public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
        String number = ticket.number();
        if (!ticket.kind().equals(RepairDesk.KIND)) {
            throw Refusal.notFound("work-order-not-found", "工单 " + number + " 不是报修，没有维修单");
        }
        return new Sheet(
                reference(ticket),
                paper(new WorkOrder(
                        ticket,
                        privacy.of(ticket, reader.orElseThrow()),
                        repairs.responsibility(number),
                        repairs.lastQuote(number).filter(quote -> quote.answer() == Quote.Answer.AGREED),
                        repairs.lastReport(number))));
    }

    private static Credentials.Reference reference(Ticket ticket) {
        return new Credentials.Reference(WorkOrderProof.KIND, ticket.number(), 1);
    }

    private Paper paper(WorkOrder order) {
        Ticket ticket = order.ticket();
        boolean home = ticket.facts().area() == Area.HOME;
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Corner(new Paper.Picture(credentials.code(reference(ticket)), CODE_SIDE, "")));
        parts.add(new Paper.Fields(told(order)));
        parts.add(materials(order.report()));
        parts.add(new Paper.Heading("维修结果"));
        parts.add(new Paper.Fields(done(order)));
        parts.add(new Paper.Signers(List.of("维修人员（签字）", home ? "业主或使用人（签字）" : "验收人（签字）")));
        return new Paper("维修单", ticket.number(), parts);
    }

    private List<Paper.Field> told(WorkOrder order) {
        Ticket ticket = order.ticket();
        Facts facts = ticket.facts();
        List<Paper.Field> fields = new ArrayList<>();
        fields.add(new Paper.Field("地点", facts.location()));
        fields.add(new Paper.Field("报修人", order.disclosure().reporter().name()));
        fields.add(new Paper.Field("电话", order.disclosure().reporter().phone()));
        fields.add(new Paper.Field("类别", facts.categoryLabel()));
        fields.add(new Paper.Field("优先级", facts.priority().label()));
        fields.add(new Paper.Field("报修时间", moments.onPaper(facts.openedAt())));
        fields.add(new Paper.Field(
                "约定上门",
                Optional.ofNullable(facts.intake().appointment())
                        .map(slot -> moments.onPaper(slot.from()))
                        .orElse("")));
        fields.add(new Paper.Field("首问责任人", roster.nameOf(ticket.firstResponder())));
        fields.add(new Paper.Field("维修人员", ticket.handler().map(roster::nameOf).orElse("")));
        promised(ticket, ClockKind.ARRIVE).ifPresent(due -> fields.add(new Paper.Field("承诺到场", due)));
        promised(ticket, ClockKind.FINISH).ifPresent(due -> fields.add(new Paper.Field("承诺办结", due)));
        fields.add(
                new Paper.Field("故障描述", order.disclosure().within(facts.intake().description())));
        order.responsibility()
                .ifPresent(found -> fields.add(
                        new Paper.Field("责任和收费", found.responsible().label() + (found.paid() ? "，业主付费" : "，不向业主收费"))));
        order.quote().ifPresent(quote -> fields.add(new Paper.Field("业主同意的报价", quote.yuan() + " 元：" + quote.work())));
        fields.add(new Paper.Field("扫码核实", "维修人员上门时，请扫右上角的二维码核实；收费以业主事先同意的报价为限。"));
        return fields;
    }

    private Optional<String> promised(Ticket ticket, ClockKind clock) {
        return ticket.find(clock).map(Deadline::due).map(due -> moments.onPaper(due) + " 前");
    }

    /** What was reported, a line a row; before that room for it. */
    private static Paper.Table materials(Optional<WorkReport> report) {
        List<List<String>> rows = new ArrayList<>();
        report.ifPresent(done -> {
            if (done.materials() == null) {
                rows.add(List.of("1", done.source().label(), "", "", ""));
            } else {
                done.materials()
                        .lines()
                        .flatMap(line -> List.of(line.split("[；;]")).stream())
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> rows.add(List.of(String.valueOf(rows.size() + 1), line, "", "", "")));
            }
        });
        while (report.isEmpty() && rows.size() < BLANK_ROWS) {
            rows.add(BLANK);
        }
        return new Paper.Table(List.of("序号", "材料名称、规格", "数量", "单价（元）", "金额（元）"), List.of(2, 8, 3, 4, 4), rows);
    }

    private List<Paper.Field> done(WorkOrder order) {
        Optional<WorkReport> report = order.report();
        List<Paper.Field> fields = new ArrayList<>();
        fields.add(new Paper.Field("到场时间", reached(order.ticket(), ClockKind.ARRIVE)));
        fields.add(new Paper.Field("完工时间", reached(order.ticket(), ClockKind.FINISH)));
        fields.add(new Paper.Field("故障原因", report.map(WorkReport::cause).orElse("")));
        fields.add(new Paper.Field("处理情况", report.map(WorkReport::work).orElse("")));
        fields.add(new Paper.Field(
                "材料来源", report.map(done -> done.source().label()).orElse("□业主自备 □代购 □库存")));
        fields.add(new Paper.Field("收费合计", report.map(done -> cost(done.cost())).orElse("　　　　　　　元")));
        fields.add(new Paper.Field("验收意见", "□ 合格　　□ 不合格，须返工：　　　　　　　　"));
        return fields;
    }

    private static String cost(BigDecimal cost) {
        return cost.signum() == 0 ? "不收费" : cost.stripTrailingZeros().toPlainString() + " 元";
    }

    /** @return when the promise was kept; "" where it was not yet, or ended with the matter */
    private String reached(Ticket ticket, ClockKind clock) {
        return ticket.status() == Status.WITHDRAWN
                ? ""
                : ticket.find(clock)
                        .map(Deadline::stoppedAt)
                        .map(moments::onPaper)
                        .orElse("");
    }
}
