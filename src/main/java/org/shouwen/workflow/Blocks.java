package org.shouwen.workflow;

import java.util.List;
import java.util.Map;

/** What can be chosen in the building blocks that managers draw with. */
public interface Blocks {

    /** The blocks, as the attribute of an element names its template. */
    String STEP = "org.shouwen.step";

    String NOTICE = "org.shouwen.notice";
    String WAIT = "org.shouwen.wait";
    String TABLE = "org.shouwen.table";
    String SUPERVISION = "org.shouwen.supervision";

    /** @param value as it is written in the diagram */
    record Choice(String value, String label) {}

    /** @return who can do a step */
    List<Choice> people();

    /** @return names of the table {@code waiting-times} in force */
    List<Choice> waitingTimes();

    /**
     * @param process id of a flow
     * @return whom it can tell; a wording for somebody ends with a hyphen and the value
     */
    List<Choice> audiences(String process);

    /**
     * @param process id of a flow
     * @param wording name of one
     * @return whether its tickets have whatever that fills in
     */
    boolean canSay(String process, String wording);

    /**
     * What a table says of a ticket, by which a flow may branch.
     *
     * @param label of the table and its column
     * @param conditions that an arrow can have
     */
    record Answer(String label, List<Choice> conditions) {}

    /** @return the name under which a flow knows what a column of a table answered */
    static String answer(String table, String column) {
        return table + "_" + column;
    }

    /**
     * @param process id of a flow
     * @return tables that it can ask again: those that were asked when its tickets were taken in, whose facts these keep
     */
    List<Choice> tables(String process);

    /** @return what each of these answers, by its id */
    Map<String, List<Answer>> answers(String process);

    /** @return whether a flow can bring something up to supervision */
    boolean supervises(String process);
}
