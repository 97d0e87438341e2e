package org.shouwen.deed;

import java.util.List;

/** What a feature lets people do to tickets. */
@FunctionalInterface
public interface Deeds {

    List<Deed> deeds();
}
