package org.shouwen.complaint;

import java.util.List;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Input;
import org.shouwen.deed.Who;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What superiors decide about what an answer promised. */
@Component
@Order(5)
record ComplaintDeeds(MeasureDesk desk, Measures measures, Roster roster) implements Deeds {

    @Override
    public List<Deed> deeds() {
        return List.of(Deed.of(
                        "measures/giving-up",
                        "放弃整改措施",
                        "A promised measure is given up (放弃), also after the complaint was closed; the resident is told why."
                                + " By a superior of whoever has it to do",
                        Who.SUPERIORS)
                .helping("只能放弃下级负责的措施；原因会原文告知业主。")
                .where(ticket -> !open(ticket).isEmpty())
                .asking(Input.choice("measure", "措施", this::open), Input.reason("放弃的原因"))
                .saying("已放弃，业主和负责人会收到通知。")
                .changes((ticket, given, caller) -> desk.giveUp(
                        id(ticket, given.text("measure")), given.text("reason"), caller.code(), caller.at())));
    }

    private long id(Ticket ticket, String chosen) {
        return measures.ofTicket(ticket.number()).stream()
                .map(Measure::id)
                .filter(id -> String.valueOf(id).equals(chosen))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("measure-not-found", "投诉 " + ticket.number() + " 没有编号为 " + chosen + " 的整改措施"));
    }

    private List<Choice> open(Ticket ticket) {
        return ticket.kind().equals(ComplaintDesk.KIND)
                ? measures.ofTicket(ticket.number()).stream()
                        .filter(Measure::open)
                        .map(measure -> new Choice(
                                String.valueOf(measure.id()),
                                measure.what() + "（" + roster.nameOf(measure.staff()) + "）"))
                        .toList()
                : List.of();
    }
}
