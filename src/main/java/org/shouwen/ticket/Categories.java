package org.shouwen.ticket;

import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** The categories people choose from. */
@Repository
public class Categories {

    private static final Columns<Category> CATEGORY = Columns.of(Category.class);

    private final Sql sql;

    Categories(Sql sql) {
        this.sql = sql;
    }

    /** @return also one that is not offered any more: older tickets keep it */
    public Optional<Category> category(String code) {
        return sql.once().find(CATEGORY, "SELECT * FROM category WHERE code = ?", code);
    }

    /** @return the categories that a new ticket of the kind may have, in the order people see them */
    public List<Category> ofKind(String kind) {
        return sql.once()
                .list(CATEGORY, "SELECT * FROM category WHERE kind = ? AND offered = TRUE ORDER BY position", kind);
    }
}
