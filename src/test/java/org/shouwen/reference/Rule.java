package org.shouwen.reference;

import java.util.List;
import java.util.Map;

/**
 * One decision of {@code domain/rules.md}, chapter 4, told anew in Java from that text alone. It shares nothing with the table
 * of the product that answers the same question.
 */
interface Rule {

    /** @return id of the product's decision */
    String table();

    /** @return every value that an input may have, in the order of the question */
    Map<String, List<Object>> inputs();

    /**
     * @return what the rule wants, by output. An output that is not there is left open by the rule; an empty map: the rule says
     *     nothing of such a case
     */
    Map<String, Wanted> answer(Case asked);

    /** @return what the product's table is asked: the case, and what follows from it */
    default Map<String, Object> asked(Map<String, Object> facts) {
        return facts;
    }

    /** @return whether an output that the rule does not name must not be there */
    default boolean isComplete() {
        return false;
    }

    /** @return the product's rows as outputs by name; one row is taken as it is */
    default Map<String, Object> outputs(List<Map<String, Object>> rows) {
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }
}
