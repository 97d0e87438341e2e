package org.shouwen.workflow.internal;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine keeps of the past: instances, tasks and incidents, but not each symbol a flow went through. That would
 * be the larger half of all rows of a ticket, and nobody reads it: our own timeline is the record.
 */
final class LeanHistory extends HistoryLevelActivity {

    private static final Set<HistoryEventTypes> SYMBOLS = EnumSet.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    /** As the settings name it. The id stays that of {@code activity}, so that a database begun with that goes on. */
    @Override
    public String getName() {
        return "instances";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !SYMBOLS.contains(type) && super.isHistoryEventProduced(type, entity);
    }
}
