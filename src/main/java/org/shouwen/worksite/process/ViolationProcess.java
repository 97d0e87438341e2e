package org.shouwen.worksite.process;

import java.util.List;
import java.util.Map;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.shouwen.worksite.Violation;
import org.springframework.stereotype.Component;

/** Legend of {@code violation.bpmn}: one violation, beside the supervision of its site. */
@Component
class ViolationProcess extends ProcessContract {

    static final String KEY = "violation";

    /** Number of the violation in our table; {@code worksiteDeadlines} and the notices ask for it. */
    static final Variable<Long> VIOLATION = Variable.id("violation");

    /** Whether a 整改通知书 is issued. */
    static final Variable<Boolean> IN_WRITING = Variable.flag("inWriting");

    /** Whether it was stopped when it was seen, so that it may still be put right. */
    static final Variable<Boolean> STOPPED = Variable.flag("stopped");

    /** RECTIFIED, REPORT or RECORDED. */
    static final Variable<String> RESULT = Variable.code("violationResult");

    /** What was reported was put right afterwards. */
    static final String RESTORED = "worksite.violationRestored";

    /** The file of the site is closed. */
    static final String SITE_FILED = "worksite.siteFiled";

    /** {@link #RESULT}: it has to be reported; what it is then is said by its outcome. */
    private static final String REPORT = "REPORT";

    ViolationProcess() {
        super(KEY, List.of(VIOLATION, IN_WRITING, STOPPED, RESULT), List.of(RESTORED, SITE_FILED));
    }

    static Map<String, Object> atStart(Violation violation, boolean inWriting) {
        return Map.of(
                VIOLATION.name(),
                violation.id(),
                IN_WRITING.name(),
                inWriting,
                STOPPED.name(),
                violation.found().spot() == Violation.Spot.STOPPED,
                RESULT.name(),
                result(violation));
    }

    static String result(Violation violation) {
        return violation.outcome().map(end -> end.result().name()).orElse(REPORT);
    }
}
