package org.shouwen.onetimenotice;

import java.util.List;

/** The lists that were told, kept as they were told. */
public interface OneTimeNotices {

    /** @return the items told for the ticket; empty where none were yet */
    List<String> itemsOf(String number);
}
