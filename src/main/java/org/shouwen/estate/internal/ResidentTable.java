package org.shouwen.estate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Resident;
import org.shouwen.rows.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of residents, many at a time. */
@Component
record ResidentTable(JdbcTemplate jdbc) {

    static final Columns<Resident> RESIDENT = Columns.of(Resident.class);

    List<Resident> of(Set<String> homes) {
        List<Resident> residents = new ArrayList<>();
        jdbc.query("SELECT * FROM resident", row -> {
            if (homes.contains(row.getString("home"))) {
                residents.add(RESIDENT.mapRow(row, 0));
            }
        });
        return residents;
    }

    void insert(List<Resident> residents) {
        jdbc.batchUpdate(
                "insert into resident (name, phone, phone_tail, email, home, number) values (?, ?, ?, ?, ?, ?)",
                residents,
                HomeTable.BATCH,
                ResidentTable::fill);
    }

    /** A missing e-mail address leaves the one that is known. */
    void update(List<Resident> residents) {
        jdbc.batchUpdate("""
                update resident set name = ?, phone = ?, phone_tail = ?, email = coalesce(?, email)
                where home = ? and number = ?""", residents, HomeTable.BATCH, ResidentTable::fill);
    }

    private static void fill(PreparedStatement row, Resident resident) throws SQLException {
        row.setString(1, resident.name());
        row.setString(2, resident.phone());
        row.setString(3, Phone.tail(resident.phone()));
        row.setString(4, resident.email());
        row.setString(5, resident.home());
        row.setInt(6, resident.number());
    }
}
