package org.shouwen.rulebook;

import org.shouwen.page.Shown;
import org.shouwen.rights.Caller;

/** What a feature brings to the page of a table, flow or notice. */
public interface ModelPart {

    /**
     * @param model name of its file
     * @return a part below it
     */
    Shown of(String model, Caller reader);

    /** @return how that version came in force, after the line that says since when it is */
    Shown story(String model, int version);
}
