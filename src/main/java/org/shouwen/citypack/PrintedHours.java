package org.shouwen.citypack;

import java.time.Instant;
import java.util.List;

/** Papers that people hold and that say when they may work. The law holds whatever they say, so whoever holds one is told. */
public interface PrintedHours {

    /** @return numbers of the papers that count and would say other hours under the second choice than under the first */
    List<String> concerned(WorkHours.Choice before, WorkHours.Choice after);

    /** Tells, in the transaction that changes the site's rules, whoever holds one of them. */
    void changed(WorkHours.Choice before, WorkHours.Choice after, String by, Instant at);
}
