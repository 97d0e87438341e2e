package org.shouwen.workflow;

/** What people call the codes in tables; who has none says the code. */
public interface ColumnWords {

    /** @param column name of the input or output, {@code priority} */
    String word(String column, String code);
}
