package org.shouwen.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.workflow.RuleTables.RuleTable;

/**
 * The models as files, version by version, and the way by which others come in force. A model is a table ({@code
 * time-limits.dmn}), a flow with the forms that its steps show ({@code repair.bpmn}) or the wording of a notice ({@code
 * closed.to-resident.txt}), the holidays of a year ({@code holidays-2027.csv}), and is called by the name of its file.
 */
public interface ModelVersions {

    String TABLE = ".dmn";
    String FLOW = ".bpmn";
    String FORM = ".form";
    String TEXT = ".txt";
    String HOLIDAYS = ".csv";

    /**
     * A version of a model; it never changes.
     *
     * @param id of this version
     * @param model name of its file
     * @param key id of the decision or process, {@code timeLimits}; name of the wording, {@code holidays-2027}
     * @param name what people call it
     * @param version from 1
     * @param since {@link #EVER}: it went by that before versions were kept
     * @param origin which way it came
     */
    record Version(String id, String model, String key, String name, int version, Instant since, Origin origin) {

        public static final Instant EVER = Instant.EPOCH;

        public boolean isTable() {
            return model.endsWith(TABLE);
        }

        public boolean isFlow() {
            return model.endsWith(FLOW);
        }

        public boolean isText() {
            return model.endsWith(TEXT);
        }

        /** @return what a sentence calls it */
        public String noun() {
            return isTable() ? "这张表" : isFlow() ? "这个流程" : isText() ? "这份通知" : "这一年的节假日";
        }

        public boolean isHolidays() {
            return model.endsWith(HOLIDAYS);
        }

        /** @return where 规则 shows it */
        public String page() {
            return isHolidays()
                    ? "/desk/rules/holidays?year=" + key.substring(key.length() - 4)
                    : "/desk/rules/" + (isTable() ? "" : isFlow() ? "flows/" : "notices/") + key;
        }

        /** @return where it is changed */
        public String editor() {
            return "/desk/studio/"
                    + (isHolidays() ? "holidays" : (isTable() ? "tables/" : isFlow() ? "flows/" : "notices/") + key);
        }

        /** @return whether it came with the program */
        public boolean shipped() {
            return origin == Origin.SHIPPED;
        }
    }

    /** Which way a version came. */
    enum Origin {
        /** With the program; an update of the program may replace it. */
        SHIPPED,
        /** A manager changed it. */
        STUDIO,
        /** By another way. */
        OTHER
    }

    /**
     * What the guard says.
     *
     * @param file of the model or form
     * @param element id of the element or row; empty where it is about the whole file
     * @param sentence which names the element as people do
     */
    record Said(String file, String element, String sentence) {}

    /** @param faults empty: it could come in force */
    record Judged(List<Said> faults, List<Said> warnings) {}

    /**
     * Files that somebody hands in, called as the house calls them by the ids inside, with what has one meaning only put right.
     *
     * @param files those that can be read, by name
     * @param faults why others cannot
     */
    record Taken(Map<String, byte[]> files, List<Said> faults) {}

    /** @param id of a decision, {@code timeLimits} */
    static String table(String id) {
        return file(id, TABLE);
    }

    /** @param id of a process, {@code repair} */
    static String flow(String id) {
        return file(id, FLOW);
    }

    /** @return the kebab-case of an id, with that ending */
    static String file(String id, String ending) {
        return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ending;
    }

    /** @return version of the engine, {@code 7.24.0} */
    String engine();

    /** @return every model in the version in force, by its file */
    List<Version> all();

    /** @return newest first; the first is in force */
    List<Version> of(String model);

    Optional<Version> inForce(String model);

    Optional<Version> find(String id);

    /** @param version its number */
    Optional<Version> find(String model, int version);

    /** @return the model's own file, as it was deployed */
    byte[] source(Version version);

    /** @return the texts that the program carries, by their files */
    Map<String, byte[]> carriedTexts();

    /** @return the model's file and those of the forms that its steps show, by name */
    Map<String, byte[]> files(Version version);

    /** @return what the program carries of a model, by name; empty where it carries none of it */
    Map<String, byte[]> carried(String model);

    /** @return files of the forms that a diagram's steps show */
    Set<String> forms(byte[] diagram);

    /**
     * @param form its file
     * @return the flows in force that show it
     */
    List<Version> showing(String form);

    /** @return what a table's file says, whether it is in force or a draft; its version is 0 */
    RuleTable read(byte[] source);

    /** @param files by the name under which each was handed in */
    Taken take(Map<String, byte[]> files);

    /**
     * What would be in force.
     *
     * @param bases the versions that are changed
     * @param changed files that take the place of theirs, or are added
     * @return everything that belongs together: models, and forms that they show
     */
    Map<String, byte[]> together(Collection<Version> bases, Map<String, byte[]> changed);

    Judged judge(Map<String, byte[]> files);

    /**
     * @param file a diagram, a form or a wording
     * @param before the file and those that belong to it, by name; a form need not have been there
     * @return what it says otherwise, in words
     */
    Difference difference(String file, Map<String, byte[]> before, Map<String, byte[]> after);

    /**
     * Brings files in force, for whatever is decided or begins from the commit on.
     *
     * @param shipped whether they are such as the program brought; an update of the program may replace them then
     * @return the new version of each model
     * @throws org.shouwen.problem.Refusal where something speaks against it
     */
    List<Version> deploy(Map<String, byte[]> files, boolean shipped);
}
