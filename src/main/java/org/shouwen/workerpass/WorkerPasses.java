package org.shouwen.workerpass;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;

/** All passes, with what happened to them. */
public interface WorkerPasses {

    /** @return the next number, {@code CR-26-000001} */
    String nextNumber(Instant at);

    void add(WorkerPass pass);

    void save(WorkerPass pass);

    Optional<WorkerPass> find(String number);

    /** Reads a pass that nobody else changes until the running transaction ends. */
    WorkerPass hold(String number);

    /** @return by number */
    List<WorkerPass> ofTicket(String ticket);

    /** @return passes whose holders are inside, who came first first; site empty: of all sites */
    List<WorkerPass> inside(String site);

    /** Appends a line to a pass's history. */
    void note(PassEvent event);

    /** @return newest first */
    List<PassEvent> history(String ticket);

    /** @return what happened at the gate of a site, newest first; site empty: of all sites */
    List<PassEvent> atTheGate(String site, Instant since, int most);

    /** Forgets who went in and out, and who was turned away, before that moment (D13); what became of the passes stays. */
    void forgetPassages(Instant before);

    /** @return what whoever asks for a pass that is not there is told */
    static Refusal notFound(String number) {
        return Refusal.notFound("pass-not-found", "没有编号为 " + number + " 的出入证");
    }
}
