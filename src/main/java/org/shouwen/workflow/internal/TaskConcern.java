package org.shouwen.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.shouwen.ticket.Concern;
import org.springframework.stereotype.Component;

/** Whoever has a step of a ticket to do, or could take it, sees the ticket wherever he works. */
@Component
record TaskConcern(ProcessEngine engine) implements Concern {

    @Override
    public boolean concerns(String number, String person) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        return open(number).taskAssignee(person).count() > 0
                || !groups.isEmpty()
                        && open(number).taskCandidateGroupIn(groups).count() > 0;
    }

    private TaskQuery open(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number);
    }
}
