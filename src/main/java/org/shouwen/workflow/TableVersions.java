package org.shouwen.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.workflow.RuleTables.RuleTable;

/** The decision tables as files, version by version, and the way by which another comes in force. */
public interface TableVersions {

    /**
     * A version of a table; it never changes.
     *
     * @param id of this version
     * @param table id of the decision, {@code timeLimits}
     * @param version from 1
     * @param file its name, {@code time-limits.dmn}
     * @param shipped whether it came with the program
     */
    record Version(String id, String table, int version, Instant since, String file, boolean shipped) {}

    /** @return newest first; the first is in force */
    List<Version> of(String table);

    Optional<Version> inForce(String table);

    Optional<Version> find(String id);

    /** @return the file, as it was deployed */
    byte[] source(Version version);

    /** @return what that file says, whether it is in force or a draft; its version is 0 */
    RuleTable read(byte[] source);

    /** @return what speaks against it, a sentence each; empty where it could come in force */
    List<String> faults(String file, byte[] source);

    /**
     * Brings a file in force, for whatever is decided from the commit on.
     *
     * @param shipped whether it is one that the program brought; an update of the program may replace it then
     * @throws org.shouwen.problem.Refusal where something speaks against it
     */
    Version deploy(String file, byte[] source, boolean shipped);
}
