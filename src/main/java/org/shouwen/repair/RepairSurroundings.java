package org.shouwen.repair;

import org.shouwen.roster.Roster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What stands around the repair desk: the roster, and the flow. The flow is asked for late, because the engine itself
 * reaches the desk through the listeners of its models.
 */
@Component
class RepairSurroundings {

    private final Roster roster;
    private final ObjectProvider<RepairExecution> execution;

    RepairSurroundings(Roster roster, ObjectProvider<RepairExecution> execution) {
        this.roster = roster;
        this.execution = execution;
    }

    Roster roster() {
        return roster;
    }

    RepairExecution execution() {
        return execution.getObject();
    }
}
