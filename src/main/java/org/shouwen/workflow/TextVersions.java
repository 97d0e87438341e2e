package org.shouwen.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Version;

/**
 * Models of one kind that no engine runs: the wordings of notices, {@code closed.to-resident.txt}, the holidays of a year,
 * {@code holidays-2027.csv}. {@link ModelVersions} has them beside tables and flows, so that they are changed, approved,
 * brought in force and taken back as those are.
 */
public interface TextVersions {

    /** @return whether a file of that name is of this kind */
    boolean has(String model);

    /** @return every text of those that go home with the program, in the version in force */
    List<Version> all();

    /** @return newest first; the first is in force */
    List<Version> of(String model);

    /** @param id of a version */
    Optional<Version> find(String id);

    byte[] source(Version version);

    /** @return what the program carries, by its file */
    Map<String, byte[]> carried();

    /** @return why that could not be in force, a sentence each */
    List<Said> judge(String model, byte[] text);

    Difference difference(byte[] before, byte[] after);

    /**
     * Brings a text in force, from the commit on.
     *
     * @throws org.shouwen.problem.Refusal where another came in force at the same moment
     */
    Version deploy(String model, byte[] text, boolean shipped);
}
