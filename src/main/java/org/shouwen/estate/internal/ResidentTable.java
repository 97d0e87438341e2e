package org.shouwen.estate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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
        jdbc.batchUpdate("""
                insert into resident (name, phone, phone_tail, email, moved_in, moved_out, home, number)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", residents, HomeTable.BATCH, ResidentTable::fill);
    }

    /** The same person: what is missing leaves what is known. */
    void update(List<Resident> residents) {
        jdbc.batchUpdate("""
                update resident set name = ?, phone = ?, phone_tail = ?, email = coalesce(?, email),
                    moved_in = coalesce(?, moved_in), moved_out = coalesce(?, moved_out)
                where home = ? and number = ?""", residents, HomeTable.BATCH, ResidentTable::fill);
    }

    /** Another person: nothing of the former one stays. */
    void replace(List<Resident> residents) {
        jdbc.batchUpdate("""
                update resident set name = ?, phone = ?, phone_tail = ?, email = ?, moved_in = ?, moved_out = ?
                where home = ? and number = ?""", residents, HomeTable.BATCH, ResidentTable::fill);
    }

    private static void fill(PreparedStatement row, Resident resident) throws SQLException {
        row.setString(1, resident.name());
        row.setString(2, resident.phone());
        row.setString(3, Phone.tail(resident.phone()));
        row.setString(4, resident.email());
        row.setObject(5, resident.movedIn(), Types.DATE);
        row.setObject(6, resident.movedOut(), Types.DATE);
        row.setString(7, resident.home());
        row.setInt(8, resident.number());
    }
}
