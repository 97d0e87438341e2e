package org.shouwen.reference;

import java.util.List;

/** Where the tables do not say yet what the rules say. Whoever mends a table takes its lines out. */
final class KnownDifferences {

    static final List<Known> ALL = List.of(
            new Known("visitRule", "kind=REPAIR priority=P3", "dueAmount", "5", "4.6 row 2: dangerous within 24 hours"),
            new Known("visitRule", "kind=REPAIR priority=P3", "dueUnit", "WORKDAY", "4.6 row 2"),
            new Known(
                    "visitRule",
                    "kind=REPAIR priority=P2 area=HOME rated=SATISFIED,FAIR",
                    "reopens",
                    "true",
                    "4.6 row 5: nothing follows where he was content before"),
            new Known(
                    "violationHandling",
                    "violation=FACADE",
                    "basis",
                    "管理规约和第16条",
                    "4.16 no. 10: guards by article 16(五) of the decree; it reads as one of the 管理规约"));

    private KnownDifferences() {}
}
