package org.shouwen.workflow;

import org.shouwen.problem.Refusal;

/** A text column of a table that the program reads in parts; what it cannot read never comes in force. */
public interface ColumnText {

    /** @return name of the output, {@code forbidden} */
    String column();

    /** @throws Refusal in words that fit behind the column's label, where the text cannot be read */
    void read(String text);
}
