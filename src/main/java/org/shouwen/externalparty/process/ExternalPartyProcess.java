package org.shouwen.externalparty.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code external-party.bpmn}. */
@Component
class ExternalPartyProcess extends ProcessContract {

    static final String KEY = "externalParty";

    /** What following up came to: DONE, NEW_DATE, NEXT_PARTY or OWN_REPAIR. */
    static final Variable<String> RESULT = Variable.code("result");

    ExternalPartyProcess() {
        super(KEY, List.of(RESULT), List.of());
    }
}
