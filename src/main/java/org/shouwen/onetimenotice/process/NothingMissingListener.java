package org.shouwen.onetimenotice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Nothing is missing where whoever calls says nothing of papers: most kinds only want things known. */
@Component
class NothingMissingListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (OneTimeNoticeProcess.COMPLETE.get(execution) == null) {
            OneTimeNoticeProcess.COMPLETE.set(execution, true);
        }
    }
}
