package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's own managers without what they ask at every step though the answer stays, and without deletes of rows that
 * cannot be there. Each overrides only what running flows ask; whoever deploys, suspends or sets something through the engine
 * asks the database as ever. {@code TicketCostIT} counts what is left.
 */
final class LeanManagers {

    private LeanManagers() {}

    private record Factory(Class<?> getSessionType, Supplier<Session> opening) implements SessionFactory {

        @Override
        public Session openSession() {
            return opening.get();
        }
    }

    static List<SessionFactory> factories(KnownModels models) {
        return List.of(
                new Factory(ProcessDefinitionManager.class, () -> new Processes(models)),
                new Factory(DecisionDefinitionManager.class, () -> new Tables(models)),
                new Factory(JobDefinitionManager.class, () -> new JobDefinitions(models)),
                new Factory(AuthorizationManager.class, Authorizations::new),
                new Factory(JobManager.class, SavePoints.Jobs::new),
                new Factory(TaskManager.class, Tasks::new));
    }

    private static DeploymentCache cache() {
        return Context.getProcessEngineConfiguration().getDeploymentCache();
    }

    /** What was changed is read anew at once by whoever changes it, and by all when it is committed or taken back. */
    private static void changed(KnownModels models) {
        models.forget();
        Stream.of(TransactionState.COMMITTED, TransactionState.ROLLED_BACK).forEach(end -> Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(end, context -> models.forget()));
    }

    /** Under which name a model is known. */
    private record Name(Class<?> kind, String key, String tenant) {}

    /**
     * The deployment cache holds every parsed diagram, and yet reads its row once in each command to see whether it was
     * suspended. It asks through the three methods here and nobody else does; the deployer, who counts versions, asks
     * through others.
     */
    private static final class Processes extends ProcessDefinitionManager {

        private final KnownModels models;

        Processes(KnownModels models) {
            this.models = models;
        }

        @Override
        public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
            ProcessDefinitionEntity inCommand = super.getCachedResourceDefinitionEntity(id);
            ProcessDefinitionEntity parsed = cache().findProcessDefinitionFromCache(id);
            if (inCommand != null || parsed == null) {
                return inCommand;
            }
            return models.known(new Name(ProcessDefinitionEntity.class, id, ""), () -> {
                ProcessDefinitionEntity row = findLatestProcessDefinitionById(id);
                if (row != null) {
                    parsed.updateModifiableFieldsFromEntity(row);
                }
                return row == null ? null : parsed;
            });
        }

        @Override
        public ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
            return models.known(new Name(Processes.class, key, ""), () -> parsed(super.findLatestDefinitionByKey(key)));
        }

        @Override
        public ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenant) {
            return models.known(
                    new Name(Processes.class, key, "of " + tenant),
                    () -> parsed(super.findLatestDefinitionByKeyAndTenantId(key, tenant)));
        }

        /** A row belongs to the command that read it; what is kept is the diagram all commands share. */
        private static ProcessDefinitionEntity parsed(ProcessDefinitionEntity row) {
            return row == null ? null : cache().resolveProcessDefinition(row);
        }

        @Override
        public void insertProcessDefinition(ProcessDefinitionEntity definition) {
            super.insertProcessDefinition(definition);
            changed(models);
        }

        @Override
        public void deleteProcessDefinition(
                ProcessDefinition definition,
                String id,
                boolean cascadeToHistory,
                boolean cascadeToInstances,
                boolean skipCustomListeners,
                boolean skipIoMappings) {
            super.deleteProcessDefinition(
                    definition, id, cascadeToHistory, cascadeToInstances, skipCustomListeners, skipIoMappings);
            changed(models);
        }

        @Override
        public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateById(id, state);
            changed(models);
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKey(key, state);
            changed(models);
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
                String key, String tenant, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
            changed(models);
        }
    }

    /** As {@link Processes}: an opening alone asks four tables. */
    private static final class Tables extends DecisionDefinitionManager {

        private final KnownModels models;

        Tables(KnownModels models) {
            this.models = models;
        }

        @Override
        public DecisionDefinitionEntity getCachedResourceDefinitionEntity(String id) {
            DecisionDefinitionEntity inCommand = super.getCachedResourceDefinitionEntity(id);
            // Nothing of a table changes once it is deployed
            return inCommand != null ? inCommand : cache().findDecisionDefinitionFromCache(id);
        }

        @Override
        public DecisionDefinitionEntity findLatestDefinitionByKey(String key) {
            return models.known(new Name(Tables.class, key, ""), () -> {
                DecisionDefinitionEntity row = super.findLatestDefinitionByKey(key);
                return row == null ? null : cache().resolveDecisionDefinition(row);
            });
        }

        @Override
        public void insertDecisionDefinition(DecisionDefinitionEntity definition) {
            super.insertDecisionDefinition(definition);
            changed(models);
        }

        @Override
        public void deleteDecisionDefinitionsByDeploymentId(String deployment) {
            super.deleteDecisionDefinitionsByDeploymentId(deployment);
            changed(models);
        }
    }

    /**
     * Read once for each job that is made and each that runs. Every command gets a copy of its own that it may change, which
     * the engine then stores or refuses as it would one that was read.
     */
    private static final class JobDefinitions extends JobDefinitionManager {

        private final KnownModels models;

        JobDefinitions(KnownModels models) {
            this.models = models;
        }

        @Override
        public JobDefinitionEntity findById(String id) {
            JobDefinitionEntity inCommand = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id);
            if (inCommand != null) {
                return inCommand;
            }
            JobDefinitionEntity known = models.known(new Name(JobDefinitions.class, id, ""), () -> {
                JobDefinitionEntity row = super.findById(id);
                return row == null ? null : copy(row);
            });
            inCommand = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id);
            if (inCommand == null && known != null) {
                inCommand = copy(known);
                getDbEntityManager().getDbEntityCache().putPersistent(inCommand);
            }
            return inCommand;
        }

        private static JobDefinitionEntity copy(JobDefinitionEntity row) {
            JobDefinitionEntity copy = new JobDefinitionEntity();
            copy.setId(row.getId());
            copy.setRevision(row.getRevision());
            copy.setProcessDefinitionId(row.getProcessDefinitionId());
            copy.setProcessDefinitionKey(row.getProcessDefinitionKey());
            copy.setActivityId(row.getActivityId());
            copy.setJobType(row.getJobType());
            copy.setJobConfiguration(row.getJobConfiguration());
            copy.setSuspensionState(row.getSuspensionState());
            copy.setJobPriority(row.getOverridingJobPriority());
            copy.setTenantId(row.getTenantId());
            copy.setDeploymentId(row.getDeploymentId());
            return copy;
        }

        @Override
        public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateById(id, state);
            changed(models);
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String process, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionId(process, state);
            changed(models);
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
            changed(models);
        }
    }

    /**
     * At the end of each task and each flow the engine deletes what was permitted on it alone. Nothing ever is: {@code
     * LeanAuthorizations} writes no such rows, and no route to write them is open ({@code CamundaRoutes}).
     */
    private static final class Authorizations extends AuthorizationManager {

        private static final Set<Resource> NEVER_ALONE = Set.of(Resources.TASK, Resources.PROCESS_INSTANCE);

        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (!NEVER_ALONE.contains(resource)) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }
    }

    /** A task of a flow has no tasks below it: only a call that is closed to all makes those. */
    private static final class Tasks extends TaskManager {

        @Override
        public List<Task> findTasksByParentTaskId(String parent) {
            return List.of();
        }
    }
}
