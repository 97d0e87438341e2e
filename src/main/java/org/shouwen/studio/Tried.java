package org.shouwen.studio;

import java.util.List;
import org.shouwen.workflow.Difference.Line;

/**
 * A ticket on which a draft was tried.
 *
 * @param named whether it may be named; not where somebody is kept out of it (回避)
 * @param lines how the draft answers otherwise; none: it answers the same
 * @param moved promises that would have another date; only of the table of limits
 * @param loose whether more would be otherwise of its promises, but somebody changed them since, so that no date is known
 */
public record Tried(String ticket, boolean named, Result result, List<Line> lines, List<Moved> moved, boolean loose) {

    /** What could be done with it. */
    public enum Result {
        TRIED,
        /** What the table was asked was not kept, or it asks other things now. */
        UNKNOWN,
        /** Its intake did not ask this table. */
        NOT_ASKED
    }

    Tried(String ticket, boolean named, Result result) {
        this(ticket, named, result, List.of(), List.of(), false);
    }
}
