package org.shouwen.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.testing.Models;
import org.shouwen.workflow.RuleTables;
import org.shouwen.workflow.WrittenTables.WrittenTable;

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
        return new EngineModelVersions(null, null, null, null, null, null).read(file);
    }

    /** @return the same file, asked as the product asks one that is tried */
    public static WrittenTable asked(byte[] file) {
        return new EngineWrittenTables().read(file);
    }
}
