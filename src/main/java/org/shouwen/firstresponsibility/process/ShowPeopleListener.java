package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.value.JsonValue;
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

    static final String CHOICE = "show_people";

    private static final String DISPATCH = "userTask_dispatch";

    /** The tasks that ask. */
    static final String[] STEPS = {DISPATCH, "userTask_decide"};

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal(
                CHOICE, choices(task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey()));
    }

    JsonValue choices(String step, String number) {
        FormChoices choices = new FormChoices();
        if (step.equals(DISPATCH)) {
            choices.add("本人抢单", MYSELF);
        }
        return choices.addAll(desk.workers(number, acting.when()), Staff::name, Staff::code)
                .value();
    }
}
