package org.shouwen.workflow.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.shouwen.ticket.Faster;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Recusals;
import org.shouwen.workflow.StandIns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Settings that close the engine's known holes and keep its promises on time (docs/architecture.md, "The engine, guarded"). */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class GuardedEngine extends AbstractProcessEnginePlugin {

    /** Of flows and tables each; a diagram with what it was read by takes half a megabyte, and every change is a version more. */
    private static final int VERSIONS_IN_MEMORY = 200;

    private final ApplicationContext beans;
    private final Acting acting;
    private final DataSource dataSource;
    private final ObjectProvider<ProcessContract> contracts;
    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<Recusals> recusals;
    private final ObjectProvider<Faster> faster;
    private final ObjectProvider<Tickets> tickets;
    private final KnownModels models;
    private final boolean passesOver;
    private ProcessEngine engine;

    GuardedEngine(
            ApplicationContext beans,
            Acting acting,
            DataSource dataSource,
            ObjectProvider<ProcessContract> contracts,
            ObjectProvider<StandIns> standIns,
            ObjectProvider<Recusals> recusals,
            ObjectProvider<Faster> faster,
            ObjectProvider<Tickets> tickets,
            KnownModels models,
            @Value("${shouwen.pass-over-save-points:true}") boolean passesOver) {
        this.beans = beans;
        this.acting = acting;
        this.dataSource = dataSource;
        this.contracts = contracts;
        this.standIns = standIns;
        this.recusals = recusals;
        this.faster = faster;
        this.tickets = tickets;
        this.passesOver = passesOver;
        this.models = models;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engineConfiguration) {
        ModelReaders.stand();
        engineConfiguration.setCacheCapacity(VERSIONS_IN_MEMORY);
        UsualFacts usual = new UsualFacts(contracts::stream);
        engineConfiguration.setExpressionManager(new GuardedExpressionManager(beans, usual));
        engineConfiguration.setFormService(new OpenedForms(
                name -> DeclaredBeanResolver.isDeclared(beans, name) ? beans.getBean(name) : null, acting));
        // Filters need currentUser(); the expression manager lets that pass and refuses the rest
        engineConfiguration.setEnableExpressionsInAdhocQueries(false);
        engineConfiguration.setEnableExpressionsInStoredQueries(true);
        engineConfiguration.setEnableScriptCompilation(false);
        engineConfiguration.setEnableFetchScriptEngineFromProcessApplication(false);
        engineConfiguration.setDeserializationTypeValidationEnabled(true);
        engineConfiguration.setJavaSerializationFormatEnabled(false);
        engineConfiguration.setEnableExceptionsAfterUnhandledBpmnError(true);
        engineConfiguration.setCmmnEnabled(false);
        // Cells hold values, ranges and lists only (DmnRules). The engine's small FEEL reads a cell once; its large one
        // (Scala) parses each cell at every question, which was nine tenths of opening a ticket
        engineConfiguration.setDmnFeelEnableLegacyBehavior(true);
        // Tasklist asks for up to 2000 filters at once
        engineConfiguration.setQueryMaxResultsLimit(2000);
        engineConfiguration.setJobExecutorAcquireByDueDate(true);
        engineConfiguration.setEnsureJobDueDateNotNull(true);
        engineConfiguration.setJobExecutorAcquireByPriority(true);
        engineConfiguration.setJobPriorityProvider(new EmergenciesFirst(tickets::getObject, contracts::stream));
        // Who did how many tasks is for our own figures, not a row a task
        engineConfiguration.setTaskMetricsEnabled(false);
        engineConfiguration.setCustomHistoryLevels(List.of(new LeanHistory()));
        engineConfiguration.setHistoryEventProducer(new LeanHistory.Lines());
        engineConfiguration.setEnableDefaultDbHistoryEventHandler(false);
        engineConfiguration.setCustomHistoryEventHandlers(plus(
                engineConfiguration.getCustomHistoryEventHandlers(), (HistoryEventHandler) new LeanHistory.Book()));
        engineConfiguration.setFailedJobRetryTimeCycle("R5/PT1M");
        engineConfiguration.setFailedJobCommandFactory(new JobCollisions());
        engineConfiguration.setCustomSessionFactories(new ArrayList<>(LeanManagers.factories(models)));
        // Whoever called is told, and says so; a person's slip is no error of the engine's
        engineConfiguration.setEnableCmdExceptionLogging(false);
        engineConfiguration.setCustomPreCommandInterceptorsTxRequired(
                plus(engineConfiguration.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor)
                        new RefusalsInPlainWords(new DoneMeanwhile(() -> engine, faster::getObject))));
        if (passesOver) {
            engineConfiguration.setCustomPreCommandInterceptorsTxRequired(
                    plus(engineConfiguration.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor)
                            new SavePoints()));
        }
        engineConfiguration.setCustomIncidentHandlers(
                plus(engineConfiguration.getCustomIncidentHandlers(), (IncidentHandler) new TicketIncidents()));
        TaskGuard guard = new TaskGuard(acting, () -> engine.getIdentityService());
        engineConfiguration.setCustomPostBPMNParseListeners(
                plus(engineConfiguration.getCustomPostBPMNParseListeners(), (BpmnParseListener) new FormGate(
                        guard, new TaskHolders(() -> standIns.stream().findFirst()))));
        engineConfiguration.setCustomPostBPMNParseListeners(
                plus(engineConfiguration.getCustomPostBPMNParseListeners(), (BpmnParseListener)
                        new RecusalTenants(number -> recusals.getObject().tenantOf(number))));
        engineConfiguration.setCustomPostBPMNParseListeners(
                plus(engineConfiguration.getCustomPostBPMNParseListeners(), (BpmnParseListener)
                        new LateSteps(beans, acting)));
        engineConfiguration.setCustomPostBPMNParseListeners(
                plus(engineConfiguration.getCustomPostBPMNParseListeners(), (BpmnParseListener) usual.new Calls()));
        engineConfiguration.setCustomPostBPMNParseListeners(
                plus(engineConfiguration.getCustomPostBPMNParseListeners(), (BpmnParseListener) new UnlimitedSteps()));
        engineConfiguration.setCustomPreDeployers(plus(engineConfiguration.getCustomPreDeployers(), (Deployer)
                new ModelGuard(new ModelRules(new DeclaredProgram(beans)))));
    }

    private static <T> List<T> plus(List<T> present, T addition) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(addition);
        return all;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine processEngine) {
        engine = processEngine;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // The acquisition query sorts waiting timers by due date: 39 ms a poll at 100,000 without, 0.04 ms with
            statement.execute("CREATE INDEX IF NOT EXISTS SHOUWEN_JOB_DUEDATE ON ACT_RU_JOB(DUEDATE_)");
            // The order of EmergenciesFirst: without it each acquisition sorts all that is due, after an outage
            // everything
            statement.execute("CREATE INDEX IF NOT EXISTS SHOUWEN_JOB_TURN ON ACT_RU_JOB(PRIORITY_ DESC, DUEDATE_)");
            // It also asks whether a job of the same instance is locked, and read all jobs for it: 13 ms a poll at
            // 60,000
            statement.execute("CREATE INDEX IF NOT EXISTS SHOUWEN_JOB_LOCKED ON ACT_RU_JOB(LOCK_EXP_TIME_)");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot index the jobs", e);
        }
    }
}
