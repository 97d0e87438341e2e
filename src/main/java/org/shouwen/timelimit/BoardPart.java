package org.shouwen.timelimit;

import java.util.Optional;
import org.shouwen.page.Shown;
import org.shouwen.rights.Caller;

/** What a feature brings to the board of supervision beside promises: something else of its own that is late. */
public interface BoardPart {

    /** @return empty: nothing that the reader has to know */
    Optional<Shown> of(Caller reader);
}
