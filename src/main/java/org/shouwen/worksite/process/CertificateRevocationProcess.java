package org.shouwen.worksite.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code certificate-revocation.bpmn}: whether they stopped after their certificate was revoked. */
@Component
class CertificateRevocationProcess extends ProcessContract {

    static final String KEY = "certificateRevocation";

    static final Variable<Boolean> STOPPED = Variable.flag("stopped");

    CertificateRevocationProcess() {
        super(KEY, List.of(STOPPED), List.of(ViolationProcess.SITE_FILED));
    }
}
