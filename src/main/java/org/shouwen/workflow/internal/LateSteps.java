package org.shouwen.workflow.internal;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.UserTasks;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the house when a step is done after its promised moment, whatever the flow: what was brought up about it ends with it. */
class LateSteps extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;
    private final Acting acting;

    LateSteps(ApplicationEventPublisher events, Acting acting) {
        this.events = events;
        this.acting = acting;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::done);
    }

    private void done(DelegateTask task) {
        Date due = task.getDueDate();
        if (due != null && !due.toInstant().isAfter(acting.when())) {
            events.publishEvent(new UserTasks.DoneLate(
                    task.getExecution().getProcessBusinessKey(),
                    task.getTaskDefinitionKey().substring(EngineUserTasks.PREFIX.length()),
                    task.getAssignee(),
                    ((TaskEntity) task)
                                    .getTaskDefinition()
                                    .getTimeoutTaskListener(BuildingBlocks.TIMEOUT + task.getTaskDefinitionKey())
                            != null));
        }
    }
}
