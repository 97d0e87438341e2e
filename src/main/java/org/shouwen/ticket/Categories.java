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

    public Optional<Category> category(String code) {
        return sql.find(CATEGORY, "SELECT * FROM category WHERE code = ?", code);
    }

    /** @return the kind's categories in the order people see them */
    public List<Category> ofKind(String kind) {
        return sql.list(CATEGORY, "SELECT * FROM category WHERE kind = ? ORDER BY position", kind);
    }
}
