package org.shouwen.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.testing.Models;
import org.shouwen.workflow.RuleTables;

/** The decision tables of the source tree, read as those in force are. */
public final class ShippedTables implements RuleTables {

    private static final List<RuleTable> ALL = Models.tables().stream()
            .map(table -> EngineRuleTables.read(
                    table.model(), table.id(), table.decision().getName(), 1, Instant.EPOCH))
            .toList();

    @Override
    public List<RuleTable> all() {
        return ALL;
    }

    @Override
    public Optional<RuleTable> inForce(String id) {
        return ALL.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** @return what a file says, read as the product reads one */
    public static RuleTable read(byte[] file) {
        return new EngineTableVersions(null, (ModelRules) null).read(file);
    }
}
