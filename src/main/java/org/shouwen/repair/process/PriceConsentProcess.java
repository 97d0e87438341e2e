package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code price-consent.bpmn}. */
@Component
class PriceConsentProcess extends ProcessContract {

    static final String KEY = "priceConsent";

    /** What the resident said: AGREED, CHANGED or DECLINED. */
    static final Variable<String> ANSWER = Variable.code("answer");

    PriceConsentProcess() {
        super(KEY, List.of(OnSiteSurveyProcess.MAJOR, ANSWER), List.of());
    }
}
