package org.shouwen.workerpass;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verdict.Fact;
import org.shouwen.credential.Verifiable;
import org.shouwen.estate.PersonName;
import org.springframework.stereotype.Component;

/** What whoever scans a worker's card reads; the guard goes on to the gate. */
@Component
record PassProof(WorkerPasses passes, PassCheck check) implements Verifiable<WorkerPass> {

    @Override
    public String kind() {
        return WorkerPassDesk.PAPER;
    }

    @Override
    public String title() {
        return "装修施工人员出入证";
    }

    @Override
    public Optional<WorkerPass> find(String number) {
        return passes.find(number);
    }

    @Override
    public String noSuch(String number) {
        return "没有编号为 " + number + " 的出入证，请不要放行";
    }

    @Override
    public Verdict.Holding holds(WorkerPass pass, int issue, Instant at) {
        return check.of(pass, issue, at);
    }

    @Override
    public List<Fact> facts(WorkerPass pass) {
        return List.of(
                new Fact("证号", pass.number() + "（第 " + pass.issue() + " 次发证）"),
                new Fact("持证人", PersonName.masked(pass.worker().name())),
                new Fact("工种", pass.worker().trade()),
                new Fact("登记证", pass.certificate()),
                new Fact("有效期", check.period(pass)));
    }

    @Override
    public Optional<String> staffPage(String token, String number) {
        return Optional.of("/desk/gate?code=" + token);
    }
}
