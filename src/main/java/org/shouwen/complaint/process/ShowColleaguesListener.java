package org.shouwen.complaint.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.complaint.Owners;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormChoices;
import org.shouwen.workflow.FormFacts;
import org.springframework.stereotype.Component;

/** Who can investigate together, or put something right. */
@Component
record ShowColleaguesListener(Tickets tickets, Owners owners, Acting acting) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        List<Staff> colleagues =
                owners.colleagues(tickets.get(task.getExecution().getProcessBusinessKey()), acting.when());
        facts.putValue(
                "show_colleagues",
                new FormChoices().addAll(colleagues, Staff::name, Staff::code).value());
    }
}
