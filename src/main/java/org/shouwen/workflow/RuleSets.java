package org.shouwen.workflow;

import java.time.Instant;

/** What the decision tables in force are together: one set, in which each has one version. */
public interface RuleSets {

    /**
     * @param number 1 is what was shipped first; it rises by one with every version of a table that comes in force
     * @param since when it came in force
     */
    record RuleSet(int number, Instant since) {}

    RuleSet inForce();
}
