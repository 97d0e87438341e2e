package org.shouwen.access.internal;

import java.util.List;

/** What belongs to a person and is no secret, though people like to make passwords of it. */
interface OwnNames {

    /** @return in letters and digits: the account, its owner's name and phone, the names of the estates and sites */
    List<String> of(String username);
}
