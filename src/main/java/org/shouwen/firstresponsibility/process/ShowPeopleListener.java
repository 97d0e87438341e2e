package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.roster.Staff;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormChoices;
import org.shouwen.workflow.FormFacts;
import org.springframework.stereotype.Component;

/** Which technicians can be chosen, as that is now. */
@Component
record ShowPeopleListener(ResponsibilityDesk desk, Acting acting) implements FormFacts {

    /** The choice "I do it myself". */
    static final String MYSELF = "MYSELF";

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        FormChoices choices = new FormChoices();
        if (task.getTaskDefinitionKey().equals("userTask_dispatch")) {
            choices.add("本人抢单", MYSELF);
        }
        facts.putValue(
                "show_people",
                choices.addAll(
                                desk.workers(task.getExecution().getProcessBusinessKey(), acting.when()),
                                Staff::name,
                                Staff::code)
                        .value());
    }
}
