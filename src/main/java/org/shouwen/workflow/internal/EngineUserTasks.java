package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Faster;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.StandIns;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.UserTasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class EngineUserTasks implements UserTasks {

    static final String PREFIX = "userTask_";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ProcessEngine engine;
    private final Acting acting;
    private final Faster faster;
    private final TaskHolders holders;
    private final Sql sql;

    EngineUserTasks(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ProcessEngine engine,
            Acting acting,
            Faster faster,
            ObjectProvider<StandIns> standIns,
            Sql sql) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.engine = engine;
        this.acting = acting;
        this.faster = faster;
        this.sql = sql;
        this.holders = new TaskHolders(() -> standIns.stream().findFirst());
    }

    @Override
    public List<OpenTask> of(String number) {
        Map<String, OpenTask> open = new LinkedHashMap<>();
        sql.list(
                (row, i) -> open.merge(row.getString("ID_"), open(row), EngineUserTasks::withPostsOfBoth),
                "SELECT T.ID_, T.TASK_DEF_KEY_, T.NAME_, T.ASSIGNEE_, T.DUE_DATE_, L.GROUP_ID_" + ofTicket()
                        + " LEFT JOIN " + table("ACT_RU_IDENTITYLINK")
                        + " L ON L.TASK_ID_ = T.ID_ AND L.GROUP_ID_ IS NOT NULL"
                        + " WHERE P.BUSINESS_KEY_ = ? ORDER BY T.CREATE_TIME_, T.ID_, L.GROUP_ID_",
                number);
        return List.copyOf(open.values());
    }

    /** Asked in one statement: the engine reads for each task its instance, its definition and whom it is offered to. */
    private String ofTicket() {
        return " FROM " + table("ACT_RU_TASK") + " T JOIN " + table("ACT_RU_EXECUTION")
                + " P ON P.ID_ = T.PROC_INST_ID_";
    }

    private String table(String name) {
        return engine().getDatabaseTablePrefix() + name;
    }

    private static OpenTask open(ResultSet row) throws SQLException {
        String post = row.getString("GROUP_ID_");
        Timestamp due = row.getTimestamp("DUE_DATE_");
        return new OpenTask(
                row.getString("ID_"),
                row.getString("TASK_DEF_KEY_").substring(PREFIX.length()),
                row.getString("NAME_"),
                row.getString("ASSIGNEE_"),
                post == null ? List.of() : List.of(post),
                due == null ? null : due.toInstant());
    }

    private static OpenTask withPostsOfBoth(OpenTask one, OpenTask other) {
        List<String> posts =
                Stream.concat(one.posts().stream(), other.posts().stream()).toList();
        return new OpenTask(one.id(), one.step(), one.name(), one.assignee(), posts, one.due());
    }

    @Override
    public List<AssignedTask> assignedTo(String staff) {
        List<Task> held = tasks.createTaskQuery()
                .taskAssignee(staff)
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (held.isEmpty()) {
            return List.of();
        }
        Map<String, String> numbers = runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        held.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return held.stream()
                .map(task -> new AssignedTask(
                        task.getId(),
                        numbers.get(task.getProcessInstanceId()),
                        task.getTaskDefinitionKey().substring(PREFIX.length()),
                        task.getName(),
                        task.getCreateTime().toInstant()))
                .toList();
    }

    @Override
    public void move(String task, String staff) {
        acting.asSystem(() -> {
            if (tasks.createTaskQuery().taskId(task).active().count() > 0) {
                tasks.setAssignee(task, staff);
            }
            return task;
        });
    }

    @Override
    public List<Moved> assignAnew(String number) {
        return acting.asSystem(() -> engine().getCommandExecutorTxRequired()
                .execute(context -> tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                        .flatMap(task -> holders.assignAnew((TaskEntity) task).stream())
                        .toList()));
    }

    @Override
    public Set<String> numbersHeldBy(Set<String> staff) {
        Stream<Task> held = staff.isEmpty()
                ? Stream.of()
                : tasks.createTaskQuery().taskAssigneeIn(staff.toArray(String[]::new)).list().stream();
        // The engine's query knows no "has an owner"
        Stream<Task> stoodIn = tasks
                .createNativeTaskQuery()
                .sql("select T.* from " + engine().getDatabaseTablePrefix()
                        + "ACT_RU_TASK T where T.OWNER_ is not null")
                .list()
                .stream();
        Set<String> instances =
                Stream.concat(held, stoodIn).map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Set.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .map(ProcessInstance::getBusinessKey)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private ProcessEngineConfigurationImpl engine() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public List<OpenTask> mine(List<OpenTask> open) {
        String me = acting.who();
        Set<String> posts = open.stream().anyMatch(task -> task.assignee() == null) ? groups(me) : Set.of();
        return open.stream()
                .filter(task -> task.assignee() == null
                        ? task.posts().stream().anyMatch(posts::contains)
                        : task.assignee().equals(me))
                .sorted(Comparator.comparing((OpenTask task) -> task.assignee() == null)
                        .thenComparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private Set<String> groups(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public void submit(String number, String step, Map<String, Object> inputs) {
        submit(number, inputs, () -> mine(number, step));
    }

    /** The same of one task, where a ticket has several of a step. */
    void submit(String number, String task, String name, Map<String, Object> inputs) {
        submit(number, inputs, () -> tasks
                .createNativeTaskQuery()
                .sql("SELECT task.* FROM ACT_RU_TASK task WHERE task.ID_ = #{id}")
                .parameter("id", task)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> taken(name, number)));
    }

    private void submit(String number, Map<String, Object> inputs, Supplier<Task> open) {
        Map<String, Object> properties = new HashMap<>();
        inputs.forEach((name, value) ->
                properties.put(Submission.INPUT + name, value instanceof List<?> list ? json(list) : value));
        AtomicReference<Task> found = new AtomicReference<>();
        try {
            // In one command the engine knows the task that was found
            engine().getCommandExecutorTxRequired().execute((SavePoints.HandsIn<String>) context -> {
                found.set(open.get());
                forms.submitTaskForm(found.get().getId(), properties);
                return number;
            });
        } catch (RuntimeException failure) {
            Task task = found.get();
            if (task == null || !isTaken(task)) {
                throw Refusal.in(failure)
                        .map(refusal -> faster.unlessTaken(refusal, number, acting.who(), acting.when()))
                        .<RuntimeException>map(refusal -> faster.explained(refusal, number, acting.when()))
                        .orElse(failure);
            }
            throw taken(task.getName(), number);
        }
    }

    /** @param task what people read */
    Refusal taken(String task, String number) {
        return Refusal.notPossibleNow("task-taken", "“" + task + "”刚刚已经办过或转走，请刷新后再看" + faster.last(number));
    }

    /** @return the open task of that step; of several the person's own, and that which is due first */
    private Task mine(String number, String step) {
        // The engine's query puts a hundred conditions together for two; every step is found by this one
        return tasks
                .createNativeTaskQuery()
                .sql("""
                        SELECT task.* FROM ACT_RU_TASK task
                          JOIN ACT_RU_EXECUTION flow ON flow.ID_ = task.PROC_INST_ID_
                         WHERE flow.BUSINESS_KEY_ = #{number} AND task.TASK_DEF_KEY_ = #{step}
                         ORDER BY task.DUE_DATE_ NULLS LAST, task.CREATE_TIME_, task.ID_""")
                .parameter("number", number)
                .parameter("step", PREFIX + step)
                .list()
                .stream()
                .min(Comparator.comparing(open -> !acting.who().equals(open.getAssignee())))
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "step-not-open", "工单 " + number + " 现在没有“" + step + "”这一步" + faster.last(number)));
    }

    /** @return whether somebody did it, or took it, since it was read */
    private boolean isTaken(Task read) {
        Task now = tasks.createTaskQuery().taskId(read.getId()).singleResult();
        return now == null || !Objects.equals(now.getAssignee(), read.getAssignee());
    }

    /** As Tasklist hands lists in. */
    private static JsonValue json(List<?> list) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(list)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
