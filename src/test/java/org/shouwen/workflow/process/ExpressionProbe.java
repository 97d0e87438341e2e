package org.shouwen.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Stands for a bean that models may ask. */
public class ExpressionProbe {

    public String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    public String getSecret() {
        return "a property, not a question";
    }

    String hidden() {
        return "not public";
    }
}
