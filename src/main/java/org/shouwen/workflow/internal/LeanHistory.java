package org.shouwen.workflow.internal;

import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What the engine keeps of the past: flows, tasks that are over and incidents, but neither each symbol a flow went through nor the flows it
 * called. That would be the larger half of all rows of a ticket, and nobody reads it: our own timeline is the record.
 */
final class LeanHistory extends HistoryLevelActivity {

    private static final Set<HistoryEventTypes> SYMBOLS = EnumSet.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    private static final Set<HistoryEventTypes> FLOWS = EnumSet.of(
            HistoryEventTypes.PROCESS_INSTANCE_START,
            HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
            HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
            HistoryEventTypes.PROCESS_INSTANCE_END);

    /** A task is a line when it is over: then somebody may ask whose it was and who did it. */
    private static final Set<HistoryEventTypes> OPEN_TASKS = EnumSet.of(
            HistoryEventTypes.TASK_INSTANCE_CREATE,
            HistoryEventTypes.TASK_INSTANCE_UPDATE,
            HistoryEventTypes.TASK_INSTANCE_MIGRATE);

    /** Rows that say when they may go; those of the flow itself always do. */
    private static final Set<String> KEPT =
            Set.of(HistoricTaskInstanceEventEntity.class.getName(), HistoricIncidentEventEntity.class.getName());

    /** As the settings name it. The id stays that of {@code activity}, so that a database begun with that goes on. */
    @Override
    public String getName() {
        return "instances";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !SYMBOLS.contains(type)
                && !OPEN_TASKS.contains(type)
                && !isOfCalled(type, entity)
                && super.isHistoryEventProduced(type, entity);
    }

    private static boolean isOfCalled(HistoryEventType type, Object entity) {
        return FLOWS.contains(type) && entity instanceof ExecutionEntity flow && flow.getSuperExecutionId() != null;
    }

    /** How the lines are written. */
    static final class Book extends DbHistoryEventHandler {

        /** The engine's own takes for granted that a task's line began with the task; here only those of before have one. */
        @Override
        protected void insertOrUpdate(HistoryEvent line) {
            boolean isNew = line instanceof HistoricTaskInstanceEventEntity
                    && getDbEntityManager().selectById(HistoricTaskInstanceEventEntity.class, line.getId()) == null;
            if (isNew) {
                getDbEntityManager().insert(line);
            } else {
                super.insertOrUpdate(line);
            }
        }
    }

    /** How the lines are made. */
    static final class Lines extends CacheAwareHistoryEventProducer {

        /** Tasks of a called flow are kept with the flow that is kept, and leave with it. */
        @Override
        protected void initTaskInstanceEvent(
                HistoricTaskInstanceEventEntity line, TaskEntity task, HistoryEventType type) {
            super.initTaskInstanceEvent(line, task, type);
            line.setStartTime(task.getCreateTime());
            if (task.getExecutionId() != null
                    && Context.getProcessEngineConfiguration().getHistoryLevel() instanceof LeanHistory) {
                line.setProcessInstanceId(task.getExecution().getRootProcessInstanceId());
            }
        }

        /**
         * When a case ends, the engine writes on the rows of sixteen tables when they may go. Fourteen have none of ours. That the
         * clean-up go by when a case ended instead, so that nothing need be written, it cannot do on H2.
         */
        @Override
        protected void addRemovalTimeToHistoricProcessInstances(String root, Date removal) {
            Context.getCommandContext()
                    .getHistoricProcessInstanceManager()
                    .addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, removal, null, KEPT);
        }

        /** Nor does the history have what tables answered: the ticket does. */
        @Override
        protected void addRemovalTimeToHistoricDecisions(String root, Date removal) {}

        /** The engine's own reads the diagram's row at every task, past its deployment cache; what it wants never changes. */
        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
            ProcessDefinitionEntity parsed =
                    Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
            return parsed != null ? parsed : super.getProcessDefinitionEntity(id);
        }
    }
}
