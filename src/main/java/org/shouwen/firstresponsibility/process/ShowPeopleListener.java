package org.shouwen.firstresponsibility.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.roster.Staff;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Puts the choice of technicians on a task whose form asks for one; it ends with the task. */
@Component
class ShowPeopleListener implements TaskListener {

    /** The choice "I do it myself". */
    static final String MYSELF = "MYSELF";

    private final ResponsibilityDesk desk;
    private final Acting acting;

    ShowPeopleListener(ResponsibilityDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        if (task.getTaskDefinitionKey().equals("userTask_dispatch")) {
            options.addObject().put("label", "本人抢单").put("value", MYSELF);
        }
        for (Staff worker : desk.workers(task.getExecution().getProcessBusinessKey(), acting.when())) {
            options.addObject().put("label", worker.name()).put("value", worker.code());
        }
        task.setVariableLocal(
                "show_people", SpinValues.jsonValue(options.toString()).create());
    }
}
