package org.shouwen.studio.web;

import java.util.List;
import org.shouwen.page.Shown;
import org.shouwen.rights.Caller;
import org.shouwen.rulebook.TablePart;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Past;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.stereotype.Component;

/** On the page of a table: which versions were in force since when, by whom and why; what waits for a decision. */
@Component
record TableHistory(StudioDesk desk) implements TablePart {

    /**
     * @param others changes that are not, or never were, in force
     * @param mayUndo whether there is something that the reader may take back
     */
    record View(List<Past> versions, List<Change> others, boolean mayUndo) {}

    @Override
    public Shown of(RuleTable table, Caller reader) {
        List<Past> versions = desk.history(table.id());
        boolean shipped = versions.get(0).version().shipped();
        return new Shown(
                "studio/history :: part",
                new View(versions, desk.notInForce(table.id()), !shipped && desk.mayChange(reader)));
    }
}
