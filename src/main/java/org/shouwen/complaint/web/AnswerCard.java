package org.shouwen.complaint.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.Measures;
import org.shouwen.estate.PersonName;
import org.shouwen.page.Shown;
import org.shouwen.resident.ResidentPart;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of whoever complained: what he was answered, the letter, and what was promised with what became of it. */
@Component
@Order(15)
record AnswerCard(Complaints complaints, Measures measures, Roster roster, Moments moments) implements ResidentPart {

    /** @param verdict what it was found to be and why; null before that, and once it was opened again */
    record Answered(List<Answer> answers, List<Promised> measures, String verdict) {}

    /**
     * @param who answers for it, by surname only
     * @param style {@code kept}, {@code late}, {@code runs} or {@code none}
     * @param result what was done, or why not; or null
     */
    record Promised(String what, String who, String due, String state, String style, String result) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return Optional.of(complaints.answers(ticket.number()))
                .filter(answers -> !answers.isEmpty())
                .map(answers -> new Shown(
                        "complaint/resident :: answers",
                        new Answered(
                                answers,
                                measures.ofTicket(ticket.number()).stream()
                                        .map(this::promised)
                                        .toList(),
                                verdict(ticket))));
    }

    private String verdict(Ticket ticket) {
        return ticket.status() != Status.VISIT_DUE && ticket.status() != Status.CLOSED
                ? null
                : complaints
                        .find(ticket.number())
                        .flatMap(Complaint::verdict)
                        .map(Complaint.Verdict::inWords)
                        .orElse(null);
    }

    /** Whoever disagreed is not asked once more to say so. */
    @Override
    public Optional<Standing> standing(Ticket ticket) {
        return Optional.of(ticket)
                .filter(asked -> asked.status() == Status.ANSWERED)
                .flatMap(asked -> complaints.lastAnswer(asked.number()))
                .filter(answer -> answer.response() == Answer.Response.AGREED
                        || answer.response() == Answer.Response.DISPUTED
                                && !complaints.mediatedSince(answer.ticket(), answer.at()))
                .map(answer -> answer.response() == Answer.Response.AGREED
                        ? new Standing("已答复", "您认可了答复，我们办完后会回访您。", false)
                        : new Standing("等待调解", "您对答复有异议，我们会请上一级的人主持调解。", true));
    }

    private Promised promised(Measure measure) {
        boolean late = measure.late(moments.now());
        boolean done = !measure.open() && measure.outcome().ending() == Measure.Ending.DONE;
        return new Promised(
                measure.what(),
                PersonName.masked(roster.nameOf(
                        measure.open() ? roster.answering(measure.staff(), moments.now()) : measure.staff())),
                moments.text(measure.dueAt()) + " 前",
                late ? "已超时，正在督办" : measure.open() ? "进行中" : measure.state(moments.now()),
                late ? "late" : measure.open() ? "runs" : done ? "kept" : "none",
                measure.open() ? null : measure.outcome().result());
    }
}
