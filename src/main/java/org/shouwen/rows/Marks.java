package org.shouwen.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Numbers that are others once what a node keeps in memory of the database has changed, whichever node changed it. All that are
 * declared are read in one statement, once in a transaction: who asks for one more costs nothing.
 */
@Component
public class Marks {

    private final Sql sql;
    private final List<Mark> all;
    private final String question;
    private final RowMapper<List<Long>> row;

    /** @param sql a statement that answers with one number */
    public record Mark(String sql) {}

    public Marks(Sql sql, List<Mark> all) {
        this.sql = sql;
        this.all = List.copyOf(all);
        this.question =
                all.stream().map(mark -> "(" + mark.sql() + ")").collect(Collectors.joining(", ", "SELECT ", ""));
        this.row = (columns, i) -> {
            List<Long> numbers = new ArrayList<>();
            for (int column = 1; column <= this.all.size(); column++) {
                numbers.add(columns.getLong(column));
            }
            return List.copyOf(numbers);
        };
    }

    /** @param mark one of the declared */
    public long of(Mark mark) {
        return sql.once().find(row, question).orElseThrow().get(all.indexOf(mark));
    }
}
