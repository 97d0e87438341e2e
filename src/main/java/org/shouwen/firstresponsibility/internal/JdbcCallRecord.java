package org.shouwen.firstresponsibility.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwen.firstresponsibility.OnCallDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code on_call_attempt}. */
@Component
class JdbcCallRecord implements OnCallDesk.CallRecord {

    private final JdbcClient jdbc;

    JdbcCallRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> called(String number, int cycle) {
        return jdbc.sql("select staff from on_call_attempt where ticket = ? and cycle = ? order by turn")
                .params(number, cycle)
                .query(String.class)
                .list();
    }

    @Override
    public void add(String number, int cycle, int turn, String staff, Instant at) {
        jdbc.sql("insert into on_call_attempt (ticket, cycle, turn, staff, called_at) values (?, ?, ?, ?, ?)")
                .params(number, cycle, turn, staff, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
