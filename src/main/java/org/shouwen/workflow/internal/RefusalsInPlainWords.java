package org.shouwen.workflow.internal;

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

    /** Under this name the request knows why it was refused. */
    static final String REQUEST_ATTRIBUTE = RefusalsInPlainWords.class.getName();

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure).orElseThrow(() -> failure);
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (request != null) {
                request.setAttribute(REQUEST_ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
            }
            throw refusal;
        }
    }
}
