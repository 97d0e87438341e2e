package org.shouwen.ticket;

import java.util.List;

/** The table in which whoever answers for the department says what a matter can be about ({@code categories.dmn}). */
public interface CategoryTable {

    /** Its id. */
    String ID = "categories";

    /** @return every row, in the order people see them; while somebody decides, those of the set that he decides by */
    List<Category> rows();

    /** @return also those that the table does not have any more, the latest of each code first */
    List<Category> ever();
}
