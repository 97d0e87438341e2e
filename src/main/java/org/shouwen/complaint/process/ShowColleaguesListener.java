package org.shouwen.complaint.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.shouwen.complaint.Owners;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Puts the choice of who investigates together, or puts something right, on the task; it ends with the task. */
@Component
class ShowColleaguesListener implements TaskListener {

    private final Tickets tickets;
    private final Owners owners;
    private final Acting acting;

    ShowColleaguesListener(Tickets tickets, Owners owners, Acting acting) {
        this.tickets = tickets;
        this.owners = owners;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (Staff staff : owners.colleagues(tickets.get(task.getExecution().getProcessBusinessKey()), acting.when())) {
            options.addObject().put("label", staff.name()).put("value", staff.code());
        }
        task.setVariableLocal(
                "show_colleagues", SpinValues.jsonValue(options.toString()).create());
    }
}
