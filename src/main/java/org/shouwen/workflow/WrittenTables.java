package org.shouwen.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decision tables asked as they are written, whether in force or a draft: nothing is deployed, noted or kept. */
public interface WrittenTables {

    /** A table, for one thread; whoever asks the same again gets the same answer without asking the engine. */
    interface WrittenTable {

        /**
         * @param facts inputs by name
         * @return the rows that hold, in the table's order; empty where it cannot be asked: a fact is missing, or has another type
         */
        Optional<List<Hit>> ask(Map<String, Object> facts);
    }

    /**
     * A row that holds.
     *
     * @param row its id
     * @param outputs by name; what the row leaves empty is not there
     */
    record Hit(String row, Map<String, Object> outputs) {}

    /** @param source a file with which the guard finds no fault */
    WrittenTable read(byte[] source);
}
