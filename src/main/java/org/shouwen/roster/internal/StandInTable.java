package org.shouwen.roster.internal;

import java.util.List;
import org.shouwen.roster.StandIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of pairs. */
@Component
class StandInTable {

    private final JdbcClient jdbc;

    StandInTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return by turn, then by post and person */
    List<StandIn> all() {
        return jdbc.sql("select post, staff, substitute, turn from stand_in order by turn, post, staff, substitute")
                .query(StandIn.class)
                .list();
    }

    /** @param site null: all sites */
    List<StandIn> at(String site) {
        return site == null
                ? all()
                : jdbc.sql("""
                                select s.post, s.staff, s.substitute, s.turn from stand_in s join post p on p.code = s.post
                                where p.site = ? order by s.turn, s.post, s.staff, s.substitute
                                """).param(site).query(StandIn.class).list();
    }

    void put(StandIn pair) {
        remove(pair.post(), pair.staff(), pair.substitute());
        jdbc.sql("insert into stand_in (post, staff, substitute, turn) values (?, ?, ?, ?)")
                .params(pair.post(), pair.staff(), pair.substitute(), pair.turn())
                .update();
    }

    void remove(String post, String staff, String substitute) {
        jdbc.sql("delete from stand_in where post = ? and staff = ? and substitute = ?")
                .params(post, staff, substitute)
                .update();
    }

    /** The person leaves the post. */
    void removeAllOf(String post, String staff) {
        jdbc.sql("delete from stand_in where post = ? and (staff = ? or substitute = ?)")
                .params(post, staff, staff)
                .update();
    }

    int removeAllOf(String post) {
        return jdbc.sql("delete from stand_in where post = ?").param(post).update();
    }
}
