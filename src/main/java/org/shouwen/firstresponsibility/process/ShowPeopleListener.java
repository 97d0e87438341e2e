package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.roster.Staff;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormChoices;
import org.springframework.stereotype.Component;

/** Puts the choice of technicians on a task whose form asks for one; it ends with the task. */
@Component
record ShowPeopleListener(ResponsibilityDesk desk, Acting acting) implements TaskListener {

    /** The choice "I do it myself". */
    static final String MYSELF = "MYSELF";

    @Override
    public void notify(DelegateTask task) {
        FormChoices choices = new FormChoices();
        if (task.getTaskDefinitionKey().equals("userTask_dispatch")) {
            choices.add("本人抢单", MYSELF);
        }
        choices.addAll(
                desk.workers(task.getExecution().getProcessBusinessKey(), acting.when()), Staff::name, Staff::code);
        task.setVariableLocal("show_people", choices.value());
    }
}
