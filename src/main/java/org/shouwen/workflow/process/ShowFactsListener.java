package org.shouwen.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEvent;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

/**
 * What people need to know of the ticket: one line for the list, kept on the task, where it ends with it, and one text for the
 * form.
 */
@Component
record ShowFactsListener(Tickets tickets, TicketDesk kinds, Privacy privacy, Moments moments) implements FormFacts {

    /** Longest part of a resident's words that is shown; the ticket's page has all of them. */
    private static final int SHOWN = 800;

    @Override
    public void notify(DelegateTask task) {
        Ticket ticket = tickets.get(task.getExecution().getProcessBusinessKey());
        Facts facts = ticket.facts();
        task.setDescription(UserTasks.ofSite(facts.site()));
        task.setVariableLocal(
                "show_ticket",
                "%s · %s · %s · %s"
                        .formatted(ticket.number(), facts.priority().label(), facts.location(), facts.categoryLabel()));
    }

    @Override
    public void show(DelegateTask task, VariableMap shown) {
        Ticket ticket = tickets.get(task.getExecution().getProcessBusinessKey());
        Object standIn = task.getVariableLocal("show_standIn");
        shown.putValue("show_facts", text(standIn, ticket, ticket.facts()).toString());
    }

    private FormText text(Object standIn, Ticket ticket, Facts facts) {
        FormText text = new FormText();
        if (standIn != null) {
            text.ours("**").words(standIn + "办理").ours("**\n\n");
        }
        text.ours("### [%s](/desk/tickets/%s)\n\n".formatted(ticket.number(), ticket.number()));
        text.line("优先级", facts.priority().label() + (facts.reportTo().isEmpty() ? "" : "，须立即报：" + facts.reportTo()));
        text.line("地点", facts.location());
        text.line("类别", facts.area().label() + " · " + facts.categoryLabel());
        if (facts.intake().appointment() != null) {
            text.line("约定上门", moments.text(facts.intake().appointment().from()));
        }
        if (kinds.kind(ticket.kind()).isConfidential()) {
            text.line("内容", "只给当事各方看，全文见工单页");
        } else {
            words(ticket, text);
        }
        for (Deadline deadline : ticket.deadlines()) {
            if (deadline.runs() && deadline.due() != null) {
                text.line(kinds.kind(ticket.kind()).label(deadline.clock()) + "期限", moments.limit(deadline.due()));
            }
        }
        if (ticket.returns() > 0) {
            text.line("已退回", ticket.returns() + " 次");
        }
        if (ticket.urges() > 0) {
            text.line("业主催单", ticket.urges() + " 次");
        }
        return text;
    }

    private void words(Ticket ticket, FormText text) {
        Disclosure disclosure = privacy.onForm(ticket);
        text.line("内容", shortened(disclosure.within(ticket.facts().intake().description())));
        tickets.timeline(ticket.number()).stream()
                .filter(entry -> entry.means(TimelineEvent.Meaning.NEXT_STEP))
                .reduce((earlier, later) -> later)
                .ifPresent(entry -> text.line("进展", shortened(disclosure.within(entry.text()))));
    }

    private static String shortened(String words) {
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "……（全文见工单页）";
    }
}
