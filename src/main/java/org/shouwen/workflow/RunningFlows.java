package org.shouwen.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On which version of a diagram its flows run, at which steps, and how they go over to another version. */
public interface RunningFlows {

    /** @param steps what people call those at which they stand; @param flows how many stand there */
    record Stand(List<String> steps, int flows) {}

    /**
     * A version of a diagram.
     *
     * @param inForce whether flows begin on it now
     * @param stopped how many of its flows have a step that failed for good
     */
    record Version(int version, Instant since, boolean inForce, int flows, int stopped, List<Stand> stands) {}

    /** @param id of the process instance; @param number of the ticket; "" where it belongs to none */
    record Running(String id, String number) {}

    /**
     * From one version to another.
     *
     * @param process id of the process, {@code repair}
     * @param renamed elements that are called otherwise in the other version: id there by id here
     */
    record Move(String process, int from, int to, Map<String, String> renamed) {}

    /** @param problems why flows that stand there stay, a sentence each; empty: they go */
    record Fate(Stand stand, List<String> problems) {}

    /** @param id of the element; @param name what people call it */
    record Step(String id, String name) {}

    /** Flows stand there, and the other version has no such element. @param choice what it may be called there */
    record Orphan(Step step, List<Step> choice) {}

    /** What would become of the flows, were they to go over now. */
    record Forecast(List<Fate> fates, List<Orphan> orphans) {

        public int going() {
            return sum(true);
        }

        public int staying() {
            return sum(false);
        }

        private int sum(boolean go) {
            return fates.stream()
                    .filter(fate -> fate.problems().isEmpty() == go)
                    .mapToInt(fate -> fate.stand().flows())
                    .sum();
        }
    }

    /** What became of a flow. */
    enum Outcome {
        MOVED,
        /** It was over before. */
        ENDED
    }

    /** @return newest first: the version in force, and every other that flows run on; empty where there is no such process */
    List<Version> of(String process);

    /** @return the version on which flows begin now */
    Optional<Integer> inForce(String process);

    /** @return the flows that the process calls, name by id */
    Map<String, String> called(String process);

    /** @return all that run on a version, eldest id first */
    List<Running> on(String process, int version);

    /**
     * Tries it with one flow of every place where flows stand; nothing is kept of it.
     *
     * @throws org.shouwen.problem.Refusal where a version or an element is not there, or two elements are of different kinds
     */
    Forecast forecast(Move move);

    /**
     * Takes one flow over, in the caller's transaction: it stands where it stood, what was due is due at the same moment,
     * whoever has a step keeps it, and timers that have had their turn do not come back.
     *
     * @throws org.shouwen.problem.Refusal where it stands at a step that the other version does not have; it stays as it is
     */
    Outcome move(String flow, Move move);
}
