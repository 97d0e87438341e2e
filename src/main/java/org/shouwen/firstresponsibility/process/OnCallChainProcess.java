package org.shouwen.firstresponsibility.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code on-call-chain.bpmn}. */
@Component
class OnCallChainProcess extends ProcessContract {

    static final String KEY = "onCallChain";

    /** Who is called. */
    static final Variable<String> PERSON = Variable.code("person");

    /** The person's place in the order; 1 is called first. */
    static final Variable<Integer> ORDER = Variable.count("order");

    static final Variable<Boolean> ANYONE_LEFT = Variable.flag("anyoneLeft");

    /** Whether somebody called took the work. */
    static final Variable<Boolean> ANSWERED = Variable.flag("answered");

    /** Whether one of the superiors called in the same moment has not answered yet, and nobody took the work. */
    static final Variable<Boolean> OTHERS_ASKED = Variable.flag("othersAsked");

    OnCallChainProcess() {
        super(KEY, List.of(PERSON, ORDER, ANYONE_LEFT, ANSWERED, OTHERS_ASKED), List.of());
    }
}
