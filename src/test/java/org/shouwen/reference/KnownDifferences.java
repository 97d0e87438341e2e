package org.shouwen.reference;

import java.util.List;

/** Where the tables do not say yet what the rules say. Whoever mends a table takes its lines out. */
final class KnownDifferences {

    static final List<Known> ALL = List.of(
            new Known("timeLimits", "hazard=SEEPAGE", "planAmount", "", "4.16 no. 5: the plan has a clock of its own"),
            new Known("timeLimits", "hazard=SEEPAGE", "planUnit", "", "4.16 no. 5"));

    private KnownDifferences() {}
}
