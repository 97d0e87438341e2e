package org.shouwen.ticket.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Trade;
import org.shouwen.ticket.WarrantyItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCategories implements Categories {

    private final JdbcClient jdbc;

    JdbcCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Category> category(String code) {
        return jdbc.sql("SELECT * FROM category WHERE code = ?")
                .param(code)
                .query((row, i) -> map(row))
                .optional();
    }

    @Override
    public List<Category> ofKind(String kind) {
        return jdbc.sql("SELECT * FROM category WHERE kind = ? ORDER BY position")
                .param(kind)
                .query((row, i) -> map(row))
                .list();
    }

    private static Category map(ResultSet row) throws SQLException {
        String area = row.getString("area");
        return new Category(
                row.getString("code"),
                row.getString("kind"),
                row.getString("label"),
                area == null ? null : Area.valueOf(area),
                Trade.valueOf(row.getString("trade")),
                Hazard.valueOf(row.getString("hazard")),
                WarrantyItem.valueOf(row.getString("warranty_item")),
                row.getInt("window_hours"));
    }
}
