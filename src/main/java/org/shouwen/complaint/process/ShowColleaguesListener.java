package org.shouwen.complaint.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.complaint.Owners;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormChoices;
import org.springframework.stereotype.Component;

/** Puts the choice of who investigates together, or puts something right, on the task; it ends with the task. */
@Component
record ShowColleaguesListener(Tickets tickets, Owners owners, Acting acting) implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        List<Staff> colleagues =
                owners.colleagues(tickets.get(task.getExecution().getProcessBusinessKey()), acting.when());
        task.setVariableLocal(
                "show_colleagues",
                new FormChoices().addAll(colleagues, Staff::name, Staff::code).value());
    }
}
