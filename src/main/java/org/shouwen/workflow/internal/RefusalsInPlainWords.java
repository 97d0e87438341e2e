package org.shouwen.workflow.internal;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.shouwen.problem.Refusal;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets a refusal out of the engine as it was said. The engine wraps what a listener throws in sentences of its own, and
 * its REST layer in another; people would read all of them in Tasklist.
 */
class RefusalsInPlainWords extends CommandInterceptor {

    /** How the engine begins what it says then. */
    private static final String NO_TENANT = "ENGINE-13034 ";

    /** Under this name the request knows why it was refused. */
    static final String REQUEST_ATTRIBUTE = RefusalsInPlainWords.class.getName();

    private final DoneMeanwhile meanwhile;

    RefusalsInPlainWords(DoneMeanwhile meanwhile) {
        this.meanwhile = meanwhile;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            Optional<Refusal> taken = Refusal.isOutage(failure) ? Optional.empty() : meanwhile.of(request);
            Refusal refusal = taken.or(() -> Refusal.in(failure))
                    .or(() -> keptOut(failure))
                    .or(() -> suspended(failure))
                    .or(() -> race(failure, request))
                    .or(() -> request != null && Refusal.isOutage(failure) ? Refusal.said(failure) : Optional.empty())
                    .orElseThrow(() -> failure);
            if (request != null) {
                request.setAttribute(REQUEST_ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
            }
            throw refusal;
        }
    }

    /** What belongs to a tenant that the person is no member of is not there for him ({@link RecusalTenants}). */
    private static Optional<Refusal> keptOut(RuntimeException failure) {
        return failure instanceof ProcessEngineException
                        && String.valueOf(failure.getMessage()).startsWith(NO_TENANT)
                ? Optional.of(Refusal.notFound("not-there", "没有这个任务或流程"))
                : Optional.empty();
    }

    /** Nobody can do that from within the house ({@link NothingSuspended}). */
    private static Optional<Refusal> suspended(RuntimeException failure) {
        return failure instanceof SuspendedEntityInteractionException
                ? Optional.of(Refusal.notPossibleNow("flow-suspended", "这件工单的流程被暂停了，现在办不了；请系统管理员重新启动系统，流程就会继续"))
                : Optional.empty();
    }

    /** Two people did the same thing at once; the job executor is left to try again. */
    private static Optional<Refusal> race(RuntimeException failure, RequestAttributes request) {
        if (request == null) {
            return Optional.empty();
        }
        if (failure instanceof TaskAlreadyClaimedException) {
            return Optional.of(Refusal.notPossibleNow("task-claimed", "任务已由他人领取"));
        }
        return Refusal.isRace(failure) ? Optional.of(Refusal.overtaken("刚刚有人办理过，请刷新后再试")) : Optional.empty();
    }
}
