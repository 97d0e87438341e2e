package org.shouwen.workflow.internal;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Faster;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tasklist knows a task by its id alone. Whose task was done by somebody else while he filled in the form reads there who and
 * when, as he does over the API, and not that there is no such task.
 */
class DoneMeanwhile {

    private static final Pattern HANDED_IN = Pattern.compile(".*/task/([\\w-]+)/(?:submit-form|complete)");

    private static final String LOOKED = DoneMeanwhile.class.getName();

    private final Supplier<ProcessEngine> engine;
    private final Supplier<Faster> faster;

    DoneMeanwhile(Supplier<ProcessEngine> engine, Supplier<Faster> faster) {
        this.engine = engine;
        this.faster = faster;
    }

    /** @return what is told where the request that failed handed in a form of a task that is over */
    Optional<Refusal> of(RequestAttributes request) {
        // A command within another's transaction cannot look, and leaves it to that one
        if (!(request instanceof ServletRequestAttributes http)
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        Matcher task = HANDED_IN.matcher(http.getRequest().getRequestURI());
        // Looking is a command, too, and may fail
        if (!task.matches() || http.getAttribute(LOOKED, RequestAttributes.SCOPE_REQUEST) != null) {
            return Optional.empty();
        }
        http.setAttribute(LOOKED, true, RequestAttributes.SCOPE_REQUEST);
        return ((ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> over(task.group(1))));
    }

    private Optional<Refusal> over(String id) {
        HistoricTaskInstance task = engine.get()
                .getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(id)
                .finished()
                .singleResult();
        return Optional.ofNullable(task).map(done -> taken(done.getName(), number(done)));
    }

    private Refusal taken(String task, String number) {
        return Refusal.notPossibleNow(
                "task-taken", "“" + task + "”刚刚已经办过或转走，请刷新后再看" + faster.get().last(number));
    }

    private String number(HistoricTaskInstance task) {
        return engine.get()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
