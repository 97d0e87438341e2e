package org.shouwen.workflow.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEvent;
import org.shouwen.wording.Escaped;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/**
 * Puts the facts people need on a new task, where they end with it: one line for the list, one text for the form. Every
 * role with a grant may read them, so no names and no phones.
 */
@Component
class ShowFactsListener implements TaskListener {

    /** Longest part of a resident's words that is shown; the ticket's page has all of them. */
    private static final int SHOWN = 800;

    private final Tickets tickets;
    private final TicketDesk kinds;
    private final Moments moments;

    ShowFactsListener(Tickets tickets, TicketDesk kinds, Moments moments) {
        this.tickets = tickets;
        this.kinds = kinds;
        this.moments = moments;
    }

    @Override
    public void notify(DelegateTask task) {
        Ticket ticket = tickets.get(task.getExecution().getProcessBusinessKey());
        Facts facts = ticket.facts();
        task.setVariableLocal(
                "show_ticket",
                "%s · %s · %s · %s"
                        .formatted(ticket.number(), facts.priority().label(), facts.location(), facts.categoryLabel()));
        // Set before this, where the person it belongs to is away
        Object standIn = task.getVariableLocal("show_standIn");
        task.setVariableLocal(
                "show_facts",
                (standIn == null ? "" : "**" + Escaped.of(standIn + "办理") + "**\n\n") + text(ticket, facts));
    }

    private String text(Ticket ticket, Facts facts) {
        StringBuilder text =
                new StringBuilder("### [%s](/desk/tickets/%s)\n\n".formatted(ticket.number(), ticket.number()));
        line(text, "优先级", facts.priority().label() + (facts.reportTo().isEmpty() ? "" : "，须立即报：" + facts.reportTo()));
        line(text, "地点", facts.location());
        line(text, "类别", facts.area().label() + " · " + facts.categoryLabel());
        if (facts.intake().appointment() != null) {
            line(text, "约定上门", moments.text(facts.intake().appointment().from()));
        }
        if (kinds.kind(ticket.kind()).isConfidential()) {
            line(text, "内容", "只给当事各方看，全文见工单页");
        } else {
            words(ticket, text);
        }
        for (Deadline deadline : ticket.deadlines()) {
            if (deadline.runs() && deadline.due() != null) {
                line(text, deadline.clock().label() + "期限", moments.text(deadline.due()));
            }
        }
        if (ticket.returns() > 0) {
            line(text, "已退回", ticket.returns() + " 次");
        }
        if (ticket.urges() > 0) {
            line(text, "业主催单", ticket.urges() + " 次");
        }
        return text.toString();
    }

    private void words(Ticket ticket, StringBuilder text) {
        line(text, "内容", shortened(ticket.facts().intake().description()));
        tickets.timeline(ticket.number()).stream()
                .filter(entry -> entry.means(TimelineEvent.Meaning.NEXT_STEP))
                .reduce((earlier, later) -> later)
                .ifPresent(entry -> line(text, "进展", shortened(entry.text())));
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("**").append(label).append("**：").append(Escaped.of(value)).append("  \n");
    }

    private static String shortened(String words) {
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "……（全文见工单页）";
    }
}
