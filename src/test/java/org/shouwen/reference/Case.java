package org.shouwen.reference;

import java.util.Arrays;
import java.util.Map;

/** One combination of a table's inputs, by name. */
record Case(Map<String, Object> facts) {

    /** @return whether the input has one of the codes */
    boolean is(String input, Object... codes) {
        return Arrays.asList(codes).contains(facts.get(input));
    }

    boolean yes(String input) {
        return Boolean.TRUE.equals(facts.get(input));
    }

    int number(String input) {
        return (Integer) facts.get(input);
    }
}
