package org.shouwen.reference;

import java.util.List;

/** Where the tables do not say yet what the rules say. Whoever mends a table takes its lines out. */
final class KnownDifferences {

    static final List<Known> ALL = List.of();

    private KnownDifferences() {}
}
