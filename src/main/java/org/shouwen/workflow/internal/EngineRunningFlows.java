package org.shouwen.workflow.internal;

import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.RunningFlows;
import org.shouwen.workflow.Variable;
import org.shouwen.workflow.internal.Flow.Node;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** By the engine's own migration: its plan says which element of one version is which of the other, its validation who stays. */
@Component
class EngineRunningFlows implements RunningFlows {

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final DeployedFlows flows;
    private final DeployedForms forms;
    private final ObjectProvider<ProcessContract> contracts;
    private final Acting acting;
    private final Sql sql;
    private final TransactionTemplate trial;

    /** By what is to be moved between which definitions, none of which ever changes. */
    private final Map<List<Object>, Way> ways = new ConcurrentHashMap<>();

    /** @param answers that whoever goes over must have given, where he comes to be asked for them */
    private record Way(MigrationPlan plan, OpenAnswers answers) {}

    EngineRunningFlows(
            ProcessEngine engine,
            RuntimeService runtime,
            ManagementService jobs,
            DeployedFlows flows,
            DeployedForms forms,
            ObjectProvider<ProcessContract> contracts,
            Acting acting,
            Sql sql,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.runtime = runtime;
        this.jobs = jobs;
        this.flows = flows;
        this.forms = forms;
        this.contracts = contracts;
        this.acting = acting;
        this.sql = sql;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    // ---- look

    @Override
    public List<Version> of(String process) {
        List<ProcessDefinition> all =
                definitions(process).orderByProcessDefinitionVersion().desc().list();
        return all.stream()
                .filter(definition -> definition.equals(all.get(0))
                        || runtime.createProcessInstanceQuery()
                                        .processDefinitionId(definition.getId())
                                        .count()
                                > 0)
                .map(definition -> version(definition, definition.equals(all.get(0))))
                .toList();
    }

    private ProcessDefinitionQuery definitions(String process) {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process);
    }

    private Version version(ProcessDefinition definition, boolean inForce) {
        List<Place> places = places(definition, Set.of());
        long stopped = runtime.createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .withIncident()
                .count();
        return new Version(
                definition.getVersion(),
                engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentId(definition.getDeploymentId())
                        .singleResult()
                        .getDeploymentTime()
                        .toInstant(),
                inForce,
                places.stream().mapToInt(Place::flows).sum(),
                (int) stopped,
                stands(places, flows.of(definition)));
    }

    private List<Stand> stands(List<Place> places, Flow flow) {
        Map<List<String>, Integer> stands = new LinkedHashMap<>();
        places.forEach(place -> stands.merge(names(place, flow), place.flows(), Integer::sum));
        return stands.entrySet().stream()
                .map(stand -> new Stand(stand.getKey(), stand.getValue()))
                .toList();
    }

    @Override
    public Optional<Integer> inForce(String process) {
        return Optional.ofNullable(definitions(process).latestVersion().singleResult())
                .map(ProcessDefinition::getVersion);
    }

    @Override
    public Map<String, String> called(String process) {
        Map<String, String> called = new TreeMap<>();
        Optional.ofNullable(definitions(process).latestVersion().singleResult()).stream()
                .map(flows::of)
                .flatMap(flow -> flow.nodes(node -> node.is("callActivity")))
                .map(node -> node.attribute("calledElement"))
                .distinct()
                .map(id -> definitions(id).latestVersion().singleResult())
                .filter(Objects::nonNull)
                .forEach(definition -> called.put(definition.getKey(), definition.getName()));
        return called;
    }

    @Override
    public List<Running> on(String process, int version) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(definition(process, version).getId())
                .orderByProcessInstanceId()
                .asc()
                .list()
                .stream()
                .map(flow -> new Running(flow.getId(), Objects.requireNonNullElse(flow.getBusinessKey(), "")))
                .toList();
    }

    private ProcessDefinition definition(String process, int version) {
        return Optional.ofNullable(
                        // The engine refuses to look for a version that cannot be
                        version < 1
                                ? null
                                : definitions(process)
                                        .processDefinitionVersion(version)
                                        .singleResult())
                .orElseThrow(
                        () -> Refusal.notFound("flow-version-unknown", "流程“" + process + "”没有第 " + version + " 版"));
    }

    /** @param one flow that stands there; @param flows how many do */
    private record Place(String one, int flows) {}

    /**
     * Flows of which the same is open, for which the same jobs wait and that have those of the answers stand at the same place.
     * Counted by the database: there may be a hundred thousand of them at a dozen places.
     */
    private List<Place> places(ProcessDefinition definition, Set<String> answers) {
        String prefix =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDatabaseTablePrefix();
        return sql.list(
                (row, i) -> new Place(row.getString(2), row.getInt(1)),
                ("SELECT COUNT(*), MIN(flow) FROM (SELECT flow, STRING_AGG(mark, ' ' ORDER BY mark) AS place FROM"
                                + " (SELECT PROC_INST_ID_ AS flow, ACT_ID_ AS mark FROM %1$sACT_RU_EXECUTION"
                                + " WHERE PROC_DEF_ID_ = ? AND ACT_ID_ IS NOT NULL"
                                + " UNION ALL SELECT PROCESS_INSTANCE_ID_, JOB_DEF_ID_ FROM %1$sACT_RU_JOB"
                                + " WHERE PROCESS_DEF_ID_ = ? AND TYPE_ = 'message'"
                                + " UNION ALL SELECT PROC_INST_ID_, NAME_ FROM %1$sACT_RU_VARIABLE"
                                + " WHERE NAME_ IN (?) AND PROC_INST_ID_ IN (SELECT ID_ FROM %1$sACT_RU_EXECUTION WHERE PROC_DEF_ID_ = ?)) marks"
                                + " GROUP BY flow) flows GROUP BY place ORDER BY 1 DESC, 2")
                        .formatted(prefix),
                definition.getId(),
                definition.getId(),
                List.copyOf(answers),
                definition.getId());
    }

    private List<String> names(Place place, Flow flow) {
        ActivityInstance tree = runtime.getActivityInstance(place.one());
        Set<String> names = new LinkedHashSet<>();
        if (tree != null) {
            leaves(tree, element -> names.add(name(flow, element)));
        }
        return List.copyOf(names);
    }

    private static void leaves(ActivityInstance branch, Consumer<String> leaf) {
        Arrays.stream(branch.getChildTransitionInstances())
                .map(TransitionInstance::getActivityId)
                .forEach(leaf);
        for (ActivityInstance child : branch.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0) {
                leaf.accept(child.getActivityId());
            }
            leaves(child, leaf);
        }
    }

    /** @return what people call it, as it stands in the diagram on one line */
    private static String name(Flow flow, String element) {
        return flow.place(element).isEmpty() ? element : flow.place(element).replaceAll("^“|”$", "");
    }

    // ---- try

    @Override
    public Forecast forecast(Move move) {
        ProcessDefinition from = definition(move.process(), move.from());
        Flow before = flows.of(from);
        Flow after = flows.of(definition(move.process(), move.to()));
        Way way = way(move);
        Map<Fate, Integer> fates = new LinkedHashMap<>();
        Set<String> alone = new LinkedHashSet<>(move.renamed().keySet());
        for (Place place : places(from, way.answers().names())) {
            List<Problem> problems = tried(place.one(), way);
            problems.stream().filter(Problem::isMissing).map(Problem::element).forEach(alone::add);
            fates.merge(
                    new Fate(new Stand(names(place, before), 0), sentences(problems, before, move)),
                    place.flows(),
                    Integer::sum);
        }
        return new Forecast(
                fates.entrySet().stream()
                        .map(fate -> new Fate(
                                new Stand(fate.getKey().stand().steps(), fate.getValue()),
                                fate.getKey().problems()))
                        .toList(),
                alone.stream()
                        .map(element -> new Orphan(
                                new Step(element, name(before, element)),
                                choice(before.nodes().get(element), before, after)))
                        .toList());
    }

    /** What nobody calls so in the older version, and is of the same kind. */
    private static List<Step> choice(Node element, Flow before, Flow after) {
        return after.nodes(node ->
                        node.kind().equals(element.kind()) && !before.nodes().containsKey(node.id()))
                .map(node -> new Step(node.id(), name(after, node.id())))
                .toList();
    }

    /** @return why it would stay; empty: it would go, or moves at this moment and is judged when it is its turn */
    private List<Problem> tried(String flow, Way way) {
        return trial.execute(status -> {
            status.setRollbackOnly();
            try {
                return gone(flow, way);
            } catch (RuntimeException failure) {
                if (Refusal.isRace(failure) || !isThere(flow)) {
                    return List.of();
                }
                throw failure;
            }
        });
    }

    /** @return why it should not have gone; then the transaction has to be taken back */
    private List<Problem> gone(String flow, Way way) {
        try {
            acting.asSystem(() -> {
                runtime.newMigration(way.plan()).processInstanceIds(flow).execute();
                return flow;
            });
        } catch (MigratingProcessInstanceValidationException stays) {
            return problems(stays.getValidationReport());
        }
        Set<String> known = runtime.getVariables(flow, way.answers().names()).keySet();
        return way.answers().missing(runtime.getActiveActivityIds(flow), known::contains).stream()
                .map(sentence -> new Problem("", sentence))
                .toList();
    }

    private boolean isThere(String flow) {
        return runtime.createProcessInstanceQuery().processInstanceId(flow).count() > 0;
    }

    /**
     * @param element at which it stands; "" where that does not matter
     * @param why empty: the other version has no such element
     */
    private record Problem(String element, String why) {

        boolean isMissing() {
            return why.isEmpty();
        }
    }

    private static List<Problem> problems(MigratingProcessInstanceValidationReport report) {
        return Stream.concat(
                        report.getActivityInstanceReports().stream()
                                .filter(MigratingActivityInstanceValidationReport::hasFailures)
                                .map(one -> problem(one.getSourceScopeId(), one.getMigrationInstruction())),
                        report.getTransitionInstanceReports().stream()
                                .filter(MigratingTransitionInstanceValidationReport::hasFailures)
                                .map(one -> problem(one.getSourceScopeId(), one.getMigrationInstruction())))
                .distinct()
                .toList();
    }

    private static Problem problem(String element, MigrationInstruction partner) {
        return new Problem(element, partner == null ? "" : "的这一步换了种类或位置，接不上");
    }

    private static List<String> sentences(List<Problem> problems, Flow flow, Move move) {
        return problems.stream()
                .map(problem -> problem.element().isEmpty()
                        ? problem.why()
                        : "停在“" + name(flow, problem.element()) + "”：第 " + move.to() + " 版"
                                + (problem.isMissing() ? "没有这一步" : problem.why()))
                .toList();
    }

    // ---- plan

    private Way way(Move move) {
        ProcessDefinition from = definition(move.process(), move.from());
        ProcessDefinition to = definition(move.process(), move.to());
        return ways.computeIfAbsent(
                List.of(from.getId(), to.getId(), move.renamed()), key -> new Way(plan(from, to, move), answers(to)));
    }

    private OpenAnswers answers(ProcessDefinition definition) {
        Set<String> declared = contracts.stream()
                .filter(contract -> contract.key().equals(definition.getKey()))
                .flatMap(contract -> contract.variables().stream())
                .map(Variable::name)
                .collect(Collectors.toSet());
        return new OpenAnswers(flows.of(definition), declared, form -> forms.of(definition.getDeploymentId(), form));
    }

    /**
     * Elements of the same id are the same; those, too, that moved into another sub-process, as far as the engine can follow;
     * besides, what somebody says.
     */
    private MigrationPlan plan(ProcessDefinition from, ProcessDefinition to, Move move) {
        Flow before = flows.of(from);
        Flow after = flows.of(to);
        move.renamed().forEach((element, other) -> mustFit(element, other, before, after, move));
        Set<String> mapped = build(from, to, Map.of()).getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        Map<String, String> more = new HashMap<>(move.renamed());
        before.nodes(node -> !mapped.contains(node.id()) && after.nodes().containsKey(node.id()))
                .forEach(node -> more.putIfAbsent(node.id(), node.id()));
        while (true) {
            try {
                return build(from, to, more);
            } catch (MigrationPlanValidationException refused) {
                List<String> wrong = refused.getValidationReport().getInstructionReports().stream()
                        .map(report -> report.getMigrationInstruction().getSourceActivityId())
                        .toList();
                wrong.stream().filter(move.renamed()::containsKey).findFirst().ifPresent(element -> {
                    throw unfit(element, move.renamed().get(element), before, after, move);
                });
                if (!more.keySet().removeAll(wrong)) {
                    throw refused;
                }
            }
        }
    }

    private MigrationPlan build(ProcessDefinition from, ProcessDefinition to, Map<String, String> more) {
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from.getId(), to.getId());
        // Never updateEventTriggers: timers would begin anew
        plan.mapEqualActivities();
        more.forEach(plan::mapActivities);
        return plan.build();
    }

    private static void mustFit(String element, String other, Flow before, Flow after, Move move) {
        Node here = before.nodes().get(element);
        Node there = after.nodes().get(other);
        if (here == null) {
            throw Refusal.invalid("step-unknown", "to-" + element, "第 " + move.from() + " 版没有编号为“" + element + "”的一步");
        }
        if (there == null) {
            throw Refusal.invalid("step-unknown", "to-" + element, "第 " + move.to() + " 版没有编号为“" + other + "”的一步");
        }
        boolean free = !after.nodes().containsKey(element) && !before.nodes().containsKey(other);
        if (!free || !here.kind().equals(there.kind())) {
            throw unfit(element, other, before, after, move);
        }
    }

    private static Refusal unfit(String element, String other, Flow before, Flow after, Move move) {
        return Refusal.invalid(
                "step-unfit",
                "to-" + element,
                "第 %d 版的“%s”不能当作第 %d 版的“%s”：两步的种类、位置要对得上，也不能各自另有对应的一步"
                        .formatted(move.from(), name(before, element), move.to(), name(after, other)));
    }

    // ---- go

    @Override
    public Outcome move(String id, Move move) {
        ProcessInstance flow =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        if (flow == null) {
            return Outcome.ENDED;
        }
        ProcessDefinition from = definition(move.process(), move.from());
        if (!flow.getProcessDefinitionId().equals(from.getId())) {
            throw Refusal.notPossibleNow("flow-elsewhere", "已经不在第 " + move.from() + " 版上");
        }
        Way way = way(move);
        Map<String, Waiting> before = timers(id);
        List<Problem> problems = gone(id, way);
        if (!problems.isEmpty()) {
            throw Refusal.notPossibleNow("no-partner", String.join("；", sentences(problems, flows.of(from), move)));
        }
        timersGoOn(id, before, way.plan());
        renamed(id);
        return Outcome.MOVED;
    }

    /**
     * A timer that waits.
     *
     * @param type what it will do, as the engine calls it
     */
    private record Waiting(String element, String type, Date due) {}

    /** @return by id */
    private Map<String, Waiting> timers(String flow) {
        return jobs.createJobQuery().processInstanceId(flow).timers().list().stream()
                .collect(Collectors.toMap(Job::getId, timer -> {
                    JobDefinition what = jobs.createJobDefinitionQuery()
                            .jobDefinitionId(timer.getJobDefinitionId())
                            .singleResult();
                    return new Waiting(what.getActivityId(), what.getJobType(), timer.getDuedate());
                }));
    }

    /**
     * The engine begins some timers anew though both versions have them: those of an event sub-process that have had their turn, and
     * that of a step whose element is called otherwise. The first do not come back, the second is due when it was.
     */
    private void timersGoOn(String flow, Map<String, Waiting> before, MigrationPlan plan) {
        Map<String, String> partners = plan.getInstructions().stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getTargetActivityId,
                        MigrationInstruction::getSourceActivityId,
                        (a, b) -> a));
        timers(flow).forEach((id, timer) -> {
            String was = partners.get(timer.element());
            if (before.containsKey(id) || was == null) {
                return;
            }
            Optional<Waiting> waited = before.values().stream()
                    .filter(one -> one.element().equals(was) && one.type().equals(timer.type()))
                    .findFirst();
            boolean spent = jobs.createJobDefinitionQuery()
                            .processDefinitionId(plan.getSourceProcessDefinitionId())
                            .activityIdIn(was)
                            .jobType(timer.type())
                            .count()
                    > 0;
            if (waited.isPresent()) {
                jobs.setJobDuedate(id, waited.get().due());
            } else if (spent) {
                jobs.deleteJob(id);
            }
        });
    }

    /** The engine names a task when it makes it. */
    private void renamed(String flow) {
        acting.asSystem(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    context.getTaskManager().findTasksByProcessInstanceId(flow).forEach(EngineRunningFlows::renamed);
                    return flow;
                }));
    }

    private static void renamed(TaskEntity task) {
        Expression name = task.getTaskDefinition().getNameExpression();
        Expression description = task.getTaskDefinition().getDescriptionExpression();
        String called = name == null ? null : (String) name.getValue(task.getExecution());
        String said = description == null ? null : (String) description.getValue(task.getExecution());
        if (!Objects.equals(called, task.getName())) {
            task.setName(called);
        }
        if (!Objects.equals(said, task.getDescription())) {
            task.setDescription(said);
        }
    }
}
