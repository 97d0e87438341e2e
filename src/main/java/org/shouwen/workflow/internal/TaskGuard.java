package org.shouwen.workflow.internal;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.Recusals;
import org.shouwen.workflow.Submission;

/**
 * Whose task it is. With the engine's permission to work on tasks anybody may claim for anybody and complete anything;
 * here a task is claimed for oneself, by a person whose post it is offered to, and completed by whoever holds it.
 */
class TaskGuard {

    private final Acting acting;
    private final Supplier<IdentityService> identities;

    TaskGuard(Acting acting, Supplier<IdentityService> identities) {
        this.acting = acting;
        this.identities = identities;
    }

    /** A task is completed only through its form, which {@link FormGate} guards. */
    void onComplete(DelegateTask task) {
        if (!task.hasVariableLocal(Submission.MARK)) {
            throw Refusal.notAllowed("form-required", "“" + task.getName() + "”只能用它的表单办理");
        }
        mustBeMine((TaskEntity) task);
    }

    /** The engine fires this where an existing task is changed, never where a flow creates one. */
    void onUpdate(DelegateTask task) {
        if (!acting.isPerson()) {
            return;
        }
        PropertyChange assignee = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        boolean claimedForMe = assignee != null
                && assignee.getOrgValue() == null
                && acting.who().equals(assignee.getNewValue())
                && ((TaskEntity) task).getPropertyChanges().size() == 1;
        if (!claimedForMe) {
            throw Refusal.notAllowed("task-change-refused", "任务只能由本人领取；要退回请用表单里的“退回”");
        }
        mustBeOfferedToMe(task);
    }

    void mustBeMine(TaskEntity task) {
        if (!acting.isPerson()) {
            throw Refusal.notAllowed("person-required", "请先登录，再办理“" + task.getName() + "”");
        }
        mustNotBeAboutMe(task);
        if (task.getAssignee() == null) {
            mustBeOfferedToMe(task);
        } else if (!task.getAssignee().equals(acting.who())) {
            throw Refusal.notAllowed("task-not-yours", "“" + task.getName() + "”已由他人承办，您不能代办");
        }
    }

    /** The engine hides such a task from him already, wherever it knows who asks. */
    private void mustNotBeAboutMe(DelegateTask task) {
        if (Recusals.tenant(acting.who()).equals(task.getTenantId())) {
            throw Refusal.notFound("task-not-found", "没有这个任务");
        }
    }

    private void mustBeOfferedToMe(DelegateTask task) {
        mustNotBeAboutMe(task);
        Set<String> offered =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        boolean mine = identities.get().createGroupQuery().groupMember(acting.who()).list().stream()
                .map(Group::getId)
                .anyMatch(offered::contains);
        if (!mine) {
            throw Refusal.notAllowed("task-not-yours", "“" + task.getName() + "”不在您的岗位，您不能领取或办理");
        }
    }
}
