package org.shouwen.attachment;

import org.shouwen.problem.Refusal;

/** Looks into a file that came in. */
public interface Examination {

    /** @throws Refusal where it is none that can be taken, with a sentence that names it */
    CleanFile of(Upload upload);
}
