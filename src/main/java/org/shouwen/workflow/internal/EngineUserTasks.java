package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.shouwen.problem.Refusal;
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

    EngineUserTasks(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ProcessEngine engine,
            Acting acting,
            Faster faster,
            ObjectProvider<StandIns> standIns) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.engine = engine;
        this.acting = acting;
        this.faster = faster;
        this.holders = new TaskHolders(() -> standIns.stream().findFirst());
    }

    @Override
    public List<OpenTask> of(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).orderByTaskCreateTime().asc().list().stream()
                .map(this::open)
                .toList();
    }

    private OpenTask open(Task task) {
        List<String> posts = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
        return new OpenTask(
                task.getTaskDefinitionKey().substring(PREFIX.length()),
                task.getName(),
                task.getAssignee(),
                posts,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
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
    public void submit(String number, String step, Map<String, Object> inputs) {
        Task task = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(PREFIX + step)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .min(Comparator.comparing(open -> !acting.who().equals(open.getAssignee())))
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "step-not-open", "工单 " + number + " 现在没有“" + step + "”这一步" + faster.last(number)));
        Map<String, Object> properties = new HashMap<>();
        inputs.forEach((name, value) ->
                properties.put(Submission.INPUT + name, value instanceof List<?> list ? json(list) : value));
        try {
            forms.submitTaskForm(task.getId(), properties);
        } catch (RuntimeException failure) {
            if (!isTaken(task)) {
                throw Refusal.in(failure)
                        .<RuntimeException>map(refusal -> faster.explained(refusal, number, acting.when()))
                        .orElse(failure);
            }
            throw Refusal.notPossibleNow(
                    "task-taken", "“" + task.getName() + "”刚刚已经办过或转走，请刷新后再看" + faster.last(number));
        }
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
