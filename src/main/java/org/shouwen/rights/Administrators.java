package org.shouwen.rights;

import java.util.Set;

/** Who keeps the system going, and is told when something in it has to be set. */
@FunctionalInterface
public interface Administrators {

    /** @return codes of those whose accounts are enabled */
    Set<String> administrators();
}
