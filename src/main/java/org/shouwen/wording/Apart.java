package org.shouwen.wording;

import java.util.Collection;
import java.util.Collections;

/** People and things of one name, where one of them is chosen. */
public final class Apart {

    private Apart() {}

    /**
     * @param labels of everything that is offered
     * @return the label; with the code where others are called the same
     */
    public static String label(String label, String code, Collection<String> labels) {
        return Collections.frequency(labels, label) > 1 ? label + "（" + code + "）" : label;
    }
}
