package org.shouwen.worksite;

import java.util.List;

/** A part of the file of a renovation. Each feature that keeps papers of one says what is still missing. */
public interface FileSection {

    /**
     * @param ticket number of the renovation
     * @return what lacks, as people read it, one item each; empty: this part is complete
     */
    List<String> missing(String ticket);
}
