package org.shouwen.repair;

import java.math.BigDecimal;
import java.time.Instant;
import org.shouwen.externalparty.ExternalPartyDesk;
import org.shouwen.externalparty.Letter;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens between the technician's arrival and the resident's yes: looking, prices, waiting, work, acceptance. */
@Component
public class OnSiteDesk {

    private final Tickets tickets;
    private final Repairs repairs;
    private final Appointments appointments;
    private final TimeLimitDesk clocks;
    private final ExternalPartyDesk outside;
    private final Moments moments;

    OnSiteDesk(
            Tickets tickets,
            Repairs repairs,
            Appointments appointments,
            TimeLimitDesk clocks,
            ExternalPartyDesk outside,
            Moments moments) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.appointments = appointments;
        this.clocks = clocks;
        this.outside = outside;
        this.moments = moments;
    }

    /** The technician is there and has looked, for the first time or again. */
    @Transactional
    public void inspect(String number, String findings, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.status() == Status.ON_SITE) {
            tickets.note(number, RepairEvent.REVISITED, "再次到场查看：" + findings, by, at);
        } else {
            ticket.arrive(findings, by, at);
            tickets.save(ticket);
        }
    }

    /**
     * Whoever repaired it outside the house says that it is done, and ours has found it good: nobody reports it as his work.
     *
     * @throws Refusal where nobody outside says so
     */
    @Transactional
    public void check(String number, String findings, String by, Instant at) {
        Letter letter = outside.doneAndUnchecked(number)
                .orElseThrow(() -> Refusal.invalid("not-by-others", "checked", "没有外单位报告已修好，请如实登记现场情况和下一步"));
        inspect(number, findings, by, at);
        Ticket ticket = tickets.get(number);
        ticket.reportDone(letter.name() + "已修好，查验合格：" + findings, by, at);
        tickets.save(ticket);
    }

    /**
     * The resident is told how his leak is going to be repaired (D2-7).
     *
     * @param plan as he reads it
     * @param expected when it is likely to be mended, or null
     * @throws Refusal where no plan is promised, or it was told before
     */
    @Transactional
    public void tellPlan(String number, String plan, Instant expected, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.find(ClockKind.PLAN)
                .filter(promise -> promise.stoppedAt() == null)
                .isEmpty()) {
            throw Refusal.notPossibleNow("plan-not-due", "工单 " + number + " 没有等着告知的维修方案");
        }
        if (expected != null && !expected.isAfter(at)) {
            throw Refusal.invalid("expected-past", "expected", "预计修好的时间须在现在之后");
        }
        ticket.fulfil(ClockKind.PLAN, "已告知业主维修方案", by, at);
        tickets.save(ticket);
        String words = "维修方案：" + plan + (expected == null ? "" : "；预计 " + moments.text(expected) + " 修好");
        tickets.note(number, RepairEvent.PLANNED, words, by, at);
    }

    /** The work costs the resident something: he is told how much before it begins. */
    @Transactional
    public void quote(String number, BigDecimal amount, String work, String by, Instant at) {
        if (amount.signum() == 0) {
            throw Refusal.invalid("quote-missing", "amount", "报价须大于 0 元；不收费的请直接维修");
        }
        mustBePaid(number, "amount");
        Quote quote = new Quote(amount, work, null, null);
        repairs.quote(number, quote, by, at);
        tickets.note(number, RepairEvent.QUOTED, "报价 " + quote.yuan() + " 元：" + work, by, at);
    }

    /**
     * Keeps what the resident said to the price; declining ends the repair.
     *
     * @param remark what should change, or why not; null where he agrees
     */
    @Transactional
    public void answerQuote(String number, Quote.Answer answer, String remark, String by, Instant at) {
        repairs.answer(number, answer, remark, by, at);
        if (answer == Quote.Answer.DECLINED) {
            Ticket ticket = tickets.get(number);
            ticket.decline("不接受报价，" + remark, by, at);
            tickets.save(ticket);
        } else {
            tickets.note(
                    number,
                    RepairEvent.QUOTE_ANSWERED,
                    "业主" + answer.label() + (remark == null ? "" : "：" + remark),
                    by,
                    at);
        }
    }

    /**
     * Parts or better weather are waited for, and the promises stand still.
     *
     * @param reference what is waited for
     * @param until when it is expected
     */
    @Transactional
    public void await(String number, PauseReason reason, String reference, Instant until, String by, Instant at) {
        clocks.pause(number, reason, reference, until, by, at);
    }

    /**
     * What was waited for is there.
     *
     * @param note or null
     * @param slot agreed for going on, or null
     */
    @Transactional
    public void goOn(String number, String note, Slot slot, String by, Instant at) {
        clocks.resume(number, note, by, at);
        if (slot != null) {
            appointments.agree(number, slot, note == null ? "恢复维修" : note, by, at);
        }
    }

    /** Waiting has lasted long enough; nothing happens where it is over already. */
    @Transactional
    public void waitedEnough(String number, Instant at) {
        if (tickets.get(number).pause().isPresent()) {
            clocks.resume(number, "等待期已到", Acting.SYSTEM, at);
        }
    }

    /**
     * The technician came and could not begin. Without a new slot the promises wait for the resident as long as is allowed;
     * those of an emergency go on. Before an agreed slot begins nobody has missed it.
     *
     * @param slot agreed on the spot, or null
     */
    @Transactional
    public void miss(String number, MissedVisit.Kind kind, String findings, Slot slot, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.facts().area() == Area.PUBLIC) {
            throw Refusal.invalid("visit-public", "result", "公共部位不用业主开门，请选别的结果");
        }
        if (kind == MissedVisit.Kind.MOVED && slot == null) {
            throw Refusal.invalid("slot-missing", "slotFrom", "业主要求改约，请填写新的上门时间");
        }
        Slot agreed = ticket.facts().intake().appointment();
        if (kind != MissedVisit.Kind.MOVED && agreed != null && at.isBefore(agreed.from())) {
            throw Refusal.notPossibleNow("slot-ahead", "还没有到约定的上门时间，不能登记“" + kind.label() + "”；业主要改时间的请选改约");
        }
        repairs.missed(number, new MissedVisit(at, kind, findings, slot == null ? null : slot.from()), by);
        int times = repairs.missedVisits(number).size();
        tickets.note(
                number, RepairEvent.MISSED_VISIT, "第 " + times + " 次上门未成，" + kind.label() + "：" + findings, by, at);
        if (slot != null) {
            appointments.agree(number, slot, kind.label(), by, at);
        } else if (ticket.facts().priority() != Priority.P0
                && ticket.pause().isEmpty()
                && clocks.mayWaitForResident(number)) {
            clocks.pause(number, PauseReason.RESIDENT_SLOT, null, null, by, at);
        }
    }

    /** The first responder has agreed on a new slot with the resident. */
    @Transactional
    public void arrange(String number, Slot slot, String note, String by, Instant at) {
        appointments.agree(number, slot, note == null ? "与业主约定" : note, by, at);
    }

    @Transactional
    public void reportWork(String number, WorkReport report, String by, Instant at) {
        if (report.cost().signum() > 0) {
            mustBePaid(number, "cost");
            mustBeAgreed(number, report.cost());
        }
        if (report.source() != WorkReport.MaterialSource.NONE && report.materials() == null) {
            throw Refusal.invalid("materials-missing", "materials", "用了材料就要写材料清单");
        }
        Ticket ticket = tickets.get(number);
        ticket.reportDone(report.summary(), by, at);
        tickets.save(ticket);
        repairs.report(number, report, by, at);
    }

    /** It could not be finished; what comes next is decided on site. */
    @Transactional
    public void reportUnfinished(String number, String work, String by, Instant at) {
        tickets.note(number, RepairEvent.UNFINISHED, "还没有修好：" + work, by, at);
    }

    private void mustBePaid(String number, String field) {
        Responsibility responsibility = repairs.responsibility(number)
                .orElseThrow(() -> new IllegalStateException("repair " + number + " has no responsibility"));
        if (!responsibility.paid()) {
            throw Refusal.invalid(
                    "cost-not-due",
                    field,
                    "这次维修由" + responsibility.responsible().label() + "负责，不向业主收费");
        }
    }

    /** Price before work: nothing is charged that the resident did not agree to (物业管理条例 43). */
    private void mustBeAgreed(String number, BigDecimal cost) {
        Quote quote = repairs.lastQuote(number)
                .filter(found -> found.answer() == Quote.Answer.AGREED)
                .orElseThrow(() -> Refusal.invalid("cost-not-agreed", "cost", "动手前没有业主同意的报价，不能收费；请先报价"));
        if (cost.compareTo(quote.amount()) > 0) {
            throw Refusal.invalid("cost-above-quote", "cost", "业主同意的报价是 " + quote.yuan() + " 元，收费不能超过报价");
        }
    }

    @Transactional
    public void acceptWork(String number, String remark, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.acceptWork(remark, by, at);
        tickets.save(ticket);
    }

    @Transactional
    public void refuseWork(String number, String remark, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.rework(remark, by, at);
        tickets.save(ticket);
    }

    /** The resident was asked and said nothing for as long as he had time to. */
    @Transactional
    public void deemAccepted(String number, Instant at) {
        acceptWork(number, "业主逾期未答复，视为验收合格", Acting.SYSTEM, at);
    }
}
