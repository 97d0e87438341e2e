package org.shouwen.workflow.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

@Component
class EngineUserTasks implements UserTasks {

    private static final String PREFIX = "userTask_";

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final Acting acting;

    EngineUserTasks(TaskService tasks, FormService forms, RuntimeService runtime, Acting acting) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.acting = acting;
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
            if (tasks.createTaskQuery().taskId(task).count() > 0) {
                tasks.setAssignee(task, staff);
            }
            return task;
        });
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
                .orElseThrow(() -> Refusal.notPossibleNow("step-not-open", "工单 " + number + " 现在没有“" + step + "”这一步"));
        Map<String, Object> properties = new HashMap<>();
        inputs.forEach((name, value) -> properties.put(Submission.INPUT + name, value));
        forms.submitTaskForm(task.getId(), properties);
    }
}
