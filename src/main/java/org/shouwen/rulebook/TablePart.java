package org.shouwen.rulebook;

import org.shouwen.page.Shown;
import org.shouwen.rights.Caller;
import org.shouwen.workflow.RuleTables.RuleTable;

/** A part of a table's page that a feature brings, below the table. */
public interface TablePart {

    Shown of(RuleTable table, Caller reader);
}
