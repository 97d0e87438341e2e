package org.shouwen.workerpass;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.springframework.stereotype.Component;

/** What whoever scans a worker's card reads; the guard goes on to the gate. */
@Component
class PassProof implements Verifiable {

    private final WorkerPasses passes;
    private final PassCheck check;

    PassProof(WorkerPasses passes, PassCheck check) {
        this.passes = passes;
        this.check = check;
    }

    @Override
    public String kind() {
        return WorkerPassDesk.PAPER;
    }

    @Override
    public Verdict verify(String subject, int issue, Instant at) {
        return passes.find(subject)
                .map(pass -> check.of(pass, issue, at))
                .orElseGet(() -> Verdict.unknown("没有编号为 " + subject + " 的出入证，请不要放行"));
    }

    @Override
    public Optional<String> staffPage(String token, String subject) {
        return Optional.of("/desk/gate?code=" + token);
    }
}
