package org.shouwen.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decision tables in force as they are written, for whoever wants to read them; what they answer is {@link Decisions}. */
public interface RuleTables {

    /** How many rows of a table answer. */
    enum Reading {
        /** For every case exactly one row holds. */
        UNIQUE,
        /** The first row from above that holds. */
        FIRST,
        /** Every row that holds. */
        COLLECT
    }

    /**
     * A fact that is asked for, or a column of the answer.
     *
     * @param type {@code string}, {@code integer} or {@code boolean}
     * @param codes declared values, in order; empty: any
     */
    record Column(String name, String label, String type, List<String> codes) {}

    /**
     * @param inputs cells as they are written, {@code not("LIFT_TRAPPED")}; as many as the table has inputs
     * @param note the annotation
     */
    record Row(String id, List<String> inputs, List<String> outputs, String note) {}

    /** A version of a table. */
    record RuleTable(
            String id,
            String name,
            int version,
            Instant since,
            Reading reading,
            List<Column> inputs,
            List<Column> outputs,
            List<Row> rows) {}

    /** @return each table in the version in force, by id */
    List<RuleTable> all();

    /** @param id of the decision, {@code timeLimits} */
    Optional<RuleTable> inForce(String id);
}
