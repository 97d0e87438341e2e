package org.shouwen.workflow.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

@Component
class EngineUserTasks implements UserTasks {

    private static final String PREFIX = "userTask_";

    private final TaskService tasks;
    private final FormService forms;

    EngineUserTasks(TaskService tasks, FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
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
    public void submit(String number, String step, Map<String, Object> inputs) {
        Task task =
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(PREFIX + step)
                        .list()
                        .stream()
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.notPossibleNow("step-not-open", "工单 " + number + " 现在没有“" + step + "”这一步"));
        Map<String, Object> properties = new HashMap<>();
        inputs.forEach((name, value) -> properties.put(Submission.INPUT + name, value));
        forms.submitTaskForm(task.getId(), properties);
    }
}
