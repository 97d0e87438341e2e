package org.shouwen.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision tables, asked from Java, so that promised times can be shown before anything is saved. */
public interface Decisions {

    /**
     * @param decision id of a table that answers with at most one row
     * @param facts the table's inputs by name; codes as text, numbers, booleans
     * @return the outputs by name of the row that holds; empty where none does
     */
    Optional<Map<String, Object>> row(String decision, Map<String, Object> facts);

    /** The same, where none holds any more by the latest version of the table in which one did. */
    default Optional<Map<String, Object>> rowEver(String decision, Map<String, Object> facts) {
        return row(decision, facts);
    }

    /** @return the outputs of every row that holds, in the table's order */
    List<Map<String, Object>> rows(String decision, Map<String, Object> facts);
}
