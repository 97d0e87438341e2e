package org.shouwen.studio;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shouwen.workflow.RunningFlows.Move;

/**
 * 迁移: the flows of one version that ran when somebody wanted it go over to another version.
 *
 * @param renamed elements that are called otherwise in the other version, one a line, {@code id=id}
 * @param finishedAt empty while it goes on
 * @param openFor the process while it goes on, or null
 */
public record Migration(
        long id,
        String process,
        int fromVersion,
        int toVersion,
        String renamed,
        String reason,
        String startedBy,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String openFor) {

    /** What became of a flow. */
    public enum State {
        WAITING("等待迁移"),
        MOVED("已迁移"),
        STAYED("留在原版"),
        ENDED("已走完");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param flow id of the process instance; @param why it stays; else empty */
    public record One(long migration, String flow, String number, State state, String why) {}

    static Migration of(Move move, String reason, String by, Instant at) {
        String renamed = new TreeMap<>(move.renamed())
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("\n"));
        return new Migration(
                0, move.process(), move.from(), move.to(), renamed, reason, by, at, Optional.empty(), move.process());
    }

    Move move() {
        Map<String, String> other = Arrays.stream(renamed.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Move(process, fromVersion, toVersion, other);
    }

    public boolean isOpen() {
        return finishedAt.isEmpty();
    }
}
