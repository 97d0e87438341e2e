package org.shouwen.workflow.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Recusals;
import org.shouwen.workflow.StandIns;
import org.shouwen.workflow.UserTasks.Moved;

/**
 * Who holds a task. It belongs to whom the model says; where that person is away the engine's owner keeps his name and
 * the assignee is who stands in, marked for Tasklist.
 */
class TaskHolders {

    /** Shown in Tasklist: 代张三. */
    static final String MARK = "show_standIn";

    private static final String PREFIX = "userTask_";

    /** A task whose form is just being handed in stays with whoever hands it in. */
    private static final Set<String> GONE = Set.of("Completed", "Deleted");

    private final Supplier<Optional<StandIns>> standIns;

    TaskHolders(Supplier<Optional<StandIns>> standIns) {
        this.standIns = standIns;
    }

    /** A new task goes to whoever is there. */
    void onCreate(DelegateTask task) {
        if (task.getAssignee() != null) {
            hold(task, task.getAssignee());
        }
    }

    /** An open task goes to whom it belongs by the model's own rule, as that answers now; one that somebody stopped in Cockpit, when it goes on. */
    Optional<Moved> assignAnew(TaskEntity task) {
        String before = task.getAssignee();
        boolean goes = GONE.contains(task.getTaskState());
        if (before == null || goes || task.isSuspended()) {
            return Optional.empty();
        }
        Expression rule = task.getTaskDefinition().getAssigneeExpression();
        String owner = rule != null
                ? (String) rule.getValue(task.getExecution())
                : Objects.requireNonNullElse(task.getOwner(), before);
        hold(task, owner);
        return before.equals(task.getAssignee())
                ? Optional.empty()
                : Optional.of(new Moved(task.getName(), owner, before, task.getAssignee()));
    }

    private void hold(DelegateTask task, String owner) {
        Optional<StandIns.Substitute> substitute = standIns.get()
                .flatMap(known -> known.insteadOf(
                        owner,
                        task.getExecution().getProcessBusinessKey(),
                        task.getTaskDefinitionKey().substring(PREFIX.length())));
        set(task, substitute.map(StandIns.Substitute::staff).orElse(owner), substitute.isPresent() ? owner : null);
        substitute.ifPresentOrElse(
                found -> task.setVariableLocal(MARK, found.mark()), () -> task.removeVariableLocal(MARK));
    }

    private static void set(DelegateTask task, String assignee, String owner) {
        if (Recusals.tenant(assignee).equals(task.getTenantId())) {
            throw Refusal.notPossibleNow(
                    "recused",
                    "“" + task.getName() + "”轮到的人须回避，工单 " + task.getExecution().getProcessBusinessKey()
                            + "，请先改派给别人，再重试这一步");
        }
        if (!assignee.equals(task.getAssignee())) {
            task.setAssignee(assignee);
        }
        if (!Objects.equals(owner, task.getOwner())) {
            task.setOwner(owner);
        }
    }
}
