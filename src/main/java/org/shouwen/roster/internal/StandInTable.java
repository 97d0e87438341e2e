package org.shouwen.roster.internal;

import java.util.List;
import org.shouwen.roster.StandIn;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;

/** Rows of pairs. */
@Component
record StandInTable(Sql sql) {

    private static final Columns<StandIn> PAIR = Columns.of(StandIn.class);

    /** @return by turn, then by post and person */
    List<StandIn> all() {
        return sql.once().list(PAIR, "SELECT * FROM stand_in ORDER BY turn, post, staff, substitute");
    }

    /** @param site null: all sites */
    List<StandIn> at(String site) {
        return site == null ? all() : sql.once().list(PAIR, """
                        SELECT s.* FROM stand_in s JOIN post p ON p.code = s.post
                        WHERE p.site = ? ORDER BY s.turn, s.post, s.staff, s.substitute
                        """, site);
    }

    void put(StandIn pair) {
        remove(pair.post(), pair.staff(), pair.substitute());
        sql.insert("stand_in", PAIR.values(pair));
    }

    void remove(String post, String staff, String substitute) {
        sql.update("DELETE FROM stand_in WHERE post = ? AND staff = ? AND substitute = ?", post, staff, substitute);
    }

    /** The person leaves the post. */
    void removeAllOf(String post, String staff) {
        sql.update("DELETE FROM stand_in WHERE post = ? AND (staff = ? OR substitute = ?)", post, staff, staff);
    }

    int removeAllOf(String post) {
        return sql.update("DELETE FROM stand_in WHERE post = ?", post);
    }
}
