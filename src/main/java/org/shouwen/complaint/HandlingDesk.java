package org.shouwen.complaint;

import java.time.Instant;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens between the grading and the return visit: contact, investigation, answer, mediation, verdict. */
@Component
public class HandlingDesk {

    private final Tickets tickets;
    private final Complaints complaints;
    private final Owners owners;
    private final MeasureDesk measures;
    private final Office office;

    /** Who is who, and where letters come from. */
    @Component
    record Office(Roster roster, AnswerLetter letters) {}

    HandlingDesk(Tickets tickets, Complaints complaints, Owners owners, MeasureDesk measures, Office office) {
        this.tickets = tickets;
        this.complaints = complaints;
        this.owners = owners;
        this.measures = measures;
        this.office = office;
    }

    /** Gives the complaint to whoever sees to complaints of its grade; one level up for each time it was reopened. */
    @Transactional
    public void assignOwner(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        Complaint complaint = complaints.get(number);
        Owner level = complaint.ownerAfter(ticket.reopens());
        String person = owners.of(ticket, level, at);
        String reopened = ticket.reopens() == 0 ? "" : "第 " + ticket.reopens() + " 次重新开启，";
        ticket.assignTo(
                person,
                name(person),
                complaint.grade().label() + "，" + reopened + "由" + level.label() + "一级承办",
                TimelineEntry.SYSTEM,
                at);
        tickets.save(ticket);
    }

    /** @param wish what the resident wants, or null where he said so before */
    @Transactional
    public void contact(String number, String words, String wish, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        // The complaint knows what he wants last, the timeline what he wanted each time
        ticket.contact(wish == null ? words : words + "；诉求：" + wish, by, at);
        lookInto(ticket, by, at);
        tickets.save(ticket);
        if (wish != null) {
            complaints.wanted(number, wish);
        }
    }

    /** @throws Refusal where two people are wanted and one did it, or the second may not know of it */
    @Transactional
    public void investigate(String number, Investigation investigation) {
        Ticket ticket = tickets.get(number);
        String second = investigation.second();
        if (second == null && complaints.get(number).twoPeople()) {
            throw Refusal.invalid("second-missing", "second", "这件投诉须两人共同办理，请选共同调查的人");
        }
        if (second != null) {
            mustMayKnow(ticket, second, "second");
            office.roster().mustBeAtWork(second, ticket.facts().site(), "second", investigation.at());
            if (second.equals(investigation.by())) {
                throw Refusal.invalid("second-same", "second", "共同调查的人不能是您自己");
            }
        }
        complaints.investigated(number, investigation);
        if (lookInto(ticket, investigation.by(), investigation.at())) {
            tickets.save(ticket);
        }
        tickets.note(
                number,
                ComplaintEvent.INVESTIGATED,
                "调查核实%s：%s；处理方案：%s"
                        .formatted(
                                second == null ? "" : "（与" + name(second) + "共同调查）",
                                investigation.findings(),
                                investigation.plan()),
                investigation.by(),
                investigation.at());
    }

    /**
     * Tells the resident what came of it. A written answer is kept as the letter that goes out; what it promises becomes
     * tasks.
     *
     * @param answer its round does not count; the next one is taken
     * @param onPaper whether the resident wants a written answer on paper
     * @return whether somebody has to bring it: no mail takes it, or paper is wanted
     */
    @Transactional
    public boolean answer(Answer answer, List<Measure.Promised> promised, boolean onPaper) {
        String number = answer.ticket();
        Ticket ticket = tickets.get(number);
        Complaint complaint = complaints.get(number);
        if (complaint.grade().inWriting() && !answer.written()) {
            throw Refusal.invalid("answer-in-writing", "written", "重大投诉须书面答复，请勾选“书面答复”");
        }
        if (answer.response() == Answer.Response.DISPUTED && answer.remark() == null) {
            throw Refusal.invalid("remark-missing", "remark", "业主有异议的，请写明异议是什么");
        }
        for (Measure.Promised measure : promised) {
            mustMayKnow(ticket, measure.staff(), "measures");
            office.roster().mustBeAtWork(measure.staff(), ticket.facts().site(), "measures", answer.at());
            if (!measure.dueAt().isAfter(answer.at())) {
                throw Refusal.invalid("measure-past", "measures", "整改措施“" + measure.what() + "”的期限须在现在之后");
            }
        }
        Answer given = answer.inRound(complaints.nextRound(number));
        ticket.answer(given.text(), given.by(), given.at());
        lookInto(ticket, given.by(), given.at());
        tickets.save(ticket);
        complaints.answered(given, given.written() ? office.letters().print(ticket, complaint, given, promised) : null);
        tickets.note(
                number,
                ComplaintEvent.ANSWER_HEARD,
                heard(given),
                given.by(),
                given.at(),
                "round",
                given.round(),
                "response",
                given.response());
        measures.promise(number, given.round(), promised, given.by(), given.at());
        Reporter reporter = ticket.facts().intake().reporter();
        return given.written() && (onPaper || reporter == null || reporter.email() == null);
    }

    /**
     * The written answer reached the resident on paper.
     *
     * @param receipt who signed for it, or the number of the letter in the post; or null
     */
    @Transactional
    public void deliver(String number, Answer.Delivery how, String receipt, String by, Instant at) {
        String letter = complaints.lastAnswer(number).map(Answer::letterNumber).orElseThrow();
        tickets.note(
                number,
                ComplaintEvent.ANSWER_DELIVERED,
                "送达书面答复 " + letter + "：" + how.label() + (receipt == null ? "" : "，" + receipt),
                by,
                at,
                "how",
                how);
    }

    private static String heard(Answer answer) {
        return (answer.written() ? "出具书面答复 " + answer.letterNumber() + "；" : "")
                + answer.response().label()
                + (answer.remark() == null ? "" : "：" + answer.remark());
    }

    /** Both sides were heard. Where they do not agree, the resident is told where else he can turn to. */
    @Transactional
    public void mediate(String number, Mediation mediation) {
        complaints.mediated(number, mediation);
        tickets.note(
                number,
                mediation.settled() ? ComplaintEvent.MEDIATED : ComplaintEvent.MEDIATION_FAILED,
                (mediation.settled() ? "调解" : "调解没有达成一致")
                        + (mediation.parties() == null ? "" : "（" + mediation.parties() + "参加）") + "："
                        + mediation.result(),
                mediation.by(),
                mediation.at());
    }

    /** 定性: whether the complaint was justified, and why; then the resident is visited. */
    @Transactional
    public void conclude(String number, Complaint.Verdict verdict) {
        Ticket ticket = tickets.get(number);
        ticket.conclude("定性为" + verdict.label() + "：" + verdict.reason(), verdict.by(), verdict.at());
        tickets.save(ticket);
        complaints.judged(number, verdict);
    }

    /** @return whether the manager has thereby seen to a grave matter himself, as was promised for the same day */
    private boolean lookInto(Ticket ticket, String by, Instant at) {
        boolean promised = ticket.find(ClockKind.ARRIVE).filter(Deadline::runs).isPresent();
        if (promised && owners.has(Duty.MANAGER, by, ticket, at)) {
            ticket.lookInto(by, name(by), at);
            return true;
        }
        return false;
    }

    private void mustMayKnow(Ticket ticket, String staff, String field) {
        if (staff.equals(ticket.facts().recused())) {
            throw Refusal.invalid("staff-recused", field, name(staff) + "是被投诉人，须回避，请换别的人");
        }
    }

    private String name(String staff) {
        return office.roster().nameOf(staff);
    }
}
