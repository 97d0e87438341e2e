package org.shouwen.ticket;

import java.util.List;
import java.util.Optional;

/** The categories people choose from. */
public interface Categories {

    Optional<Category> category(String code);

    /** @return the kind's categories in the order people see them */
    List<Category> ofKind(String kind);
}
