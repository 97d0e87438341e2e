package org.shouwen.roster.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.roster.Staff;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of staff and the posts they hold, many at a time. */
@Component
class StaffTable {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    StaffTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> codes() {
        return new HashSet<>(jdbc.queryForList("select code from staff", String.class));
    }

    void insert(List<Staff> staff) {
        String sql = "insert into staff (name, phone, email, code) values (?, ?, ?, ?)";
        jdbc.batchUpdate(sql, staff, BATCH, StaffTable::fill);
    }

    /** A missing phone number or e-mail address leaves the one that is known. */
    void update(List<Staff> staff) {
        String sql = "update staff set name = ?, phone = coalesce(?, phone), email = coalesce(?, email) where code = ?";
        jdbc.batchUpdate(sql, staff, BATCH, StaffTable::fill);
    }

    /** Each of these persons holds exactly the posts given. */
    void replacePosts(Map<String, Set<String>> postsByStaff) {
        jdbc.batchUpdate(
                "delete from staff_post where staff = ?",
                postsByStaff.keySet(),
                BATCH,
                (row, staff) -> row.setString(1, staff));
        List<String[]> pairs = postsByStaff.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(post -> new String[] {e.getKey(), post}))
                .toList();
        jdbc.batchUpdate("insert into staff_post (staff, post) values (?, ?)", pairs, BATCH, (row, pair) -> {
            row.setString(1, pair[0]);
            row.setString(2, pair[1]);
        });
    }

    private static void fill(PreparedStatement row, Staff staff) throws SQLException {
        row.setString(1, staff.name());
        row.setString(2, staff.phone());
        row.setString(3, staff.email());
        row.setString(4, staff.code());
    }
}
