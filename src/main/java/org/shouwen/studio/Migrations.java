package org.shouwen.studio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.studio.Migration.One;
import org.shouwen.studio.Migration.State;
import org.shouwen.workflow.RunningFlows.Running;
import org.springframework.stereotype.Repository;

/** The migrations, with each flow that was to go. */
@Repository
class Migrations {

    private static final Columns<Migration> MIGRATION =
            Columns.of(Migration.class).generated("id");
    private static final Columns<One> ONE = Columns.of(One.class);

    /** Rows of one statement. */
    private static final int MANY = 500;

    private final Sql sql;

    Migrations(Sql sql) {
        this.sql = sql;
    }

    /** @param migration its id is made here */
    long add(Migration migration) {
        return sql.insertForId("migration", MIGRATION.values(migration));
    }

    /** Those that are to go. */
    void add(long id, List<Running> flows) {
        for (int from = 0; from < flows.size(); from += MANY) {
            sql.insert(
                    "migration_flow",
                    flows.subList(from, Math.min(from + MANY, flows.size())).stream()
                            .map(flow -> ONE.values(new One(id, flow.id(), flow.number(), State.WAITING, "")))
                            .toList());
        }
    }

    Optional<Migration> find(long id) {
        return sql.find(MIGRATION, "SELECT * FROM migration WHERE id = ?", id);
    }

    Optional<Migration> openOf(String process) {
        return sql.find(MIGRATION, "SELECT * FROM migration WHERE open_for = ?", process);
    }

    /** @return newest first */
    List<Migration> of(String process) {
        return sql.list(MIGRATION, "SELECT * FROM migration WHERE process = ? ORDER BY id DESC", process);
    }

    /** @return how many flows are how; of each state */
    Map<State, Integer> counts(long id) {
        return sql
                .list(
                        (row, i) -> Map.entry(State.valueOf(row.getString(1)), row.getInt(2)),
                        "SELECT state, COUNT(*) FROM migration_flow WHERE migration = ? GROUP BY state",
                        id)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return those in that state, by ticket; at most that many */
    List<One> flows(long id, State state, int atMost) {
        return sql.list(
                ONE,
                "SELECT * FROM migration_flow WHERE migration = ? AND state = ? ORDER BY number, flow LIMIT ?",
                id,
                state,
                atMost);
    }

    /** @return ids of those that wait, in their order after that one; a good handful */
    List<String> waiting(long id, String after) {
        return sql.list(
                String.class,
                "SELECT flow FROM migration_flow WHERE migration = ? AND state = ? AND flow > ? ORDER BY flow LIMIT ?",
                id,
                State.WAITING,
                after,
                MANY);
    }

    /** @return false where somebody else has done with it */
    boolean settle(long id, String flow, State state, String why) {
        return sql.update(
                        "UPDATE migration_flow SET state = ?, why = ? WHERE migration = ? AND flow = ? AND state = ?",
                        state,
                        why,
                        id,
                        flow,
                        State.WAITING)
                > 0;
    }

    /** It turns out to be over. */
    void ended(long id, String flow) {
        sql.update("UPDATE migration_flow SET state = ? WHERE migration = ? AND flow = ?", State.ENDED, id, flow);
    }

    /** @return false where it is over already */
    boolean finish(long id, Instant at) {
        return sql.update(
                        "UPDATE migration SET finished_at = ?, open_for = NULL WHERE id = ? AND finished_at IS NULL",
                        at,
                        id)
                > 0;
    }
}
