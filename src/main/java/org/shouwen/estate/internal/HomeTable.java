package org.shouwen.estate.internal;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.Home;
import org.shouwen.estate.Site;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of communities down to homes, many at a time. */
@Component
class HomeTable {

    static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    HomeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static byte[] key(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    static Home home(ResultSet row, int number) throws SQLException {
        return new Home(
                row.getString("code"),
                row.getString("site"),
                row.getString("building"),
                row.getString("unit"),
                row.getString("label"),
                row.getObject("handover", LocalDate.class));
    }

    Set<String> codes() {
        return new HashSet<>(jdbc.queryForList("select code from home", String.class));
    }

    List<Community> communities() {
        return jdbc.query(
                "select code, name from community",
                (row, n) -> new Community(row.getString("code"), row.getString("name")));
    }

    List<Site> sites() {
        return jdbc.query(
                "select code, community, name from site",
                (row, n) -> new Site(row.getString("code"), row.getString("community"), row.getString("name")));
    }

    List<Building> buildings() {
        return jdbc.query(
                "select site, code, name from building",
                (row, n) -> new Building(row.getString("site"), row.getString("code"), row.getString("name")));
    }

    void insertCommunities(List<Community> communities) {
        jdbc.batchUpdate("insert into community (code, name) values (?, ?)", communities, BATCH, (row, c) -> {
            row.setString(1, c.code());
            row.setString(2, c.name());
        });
    }

    void insertSites(List<Site> sites) {
        jdbc.batchUpdate("insert into site (code, community, name) values (?, ?, ?)", sites, BATCH, (row, s) -> {
            row.setString(1, s.code());
            row.setString(2, s.community());
            row.setString(3, s.name());
        });
    }

    void insertBuildings(List<Building> buildings) {
        jdbc.batchUpdate("insert into building (site, code, name) values (?, ?, ?)", buildings, BATCH, (row, b) -> {
            row.setString(1, b.site());
            row.setString(2, b.code());
            row.setString(3, b.name());
        });
    }

    void insertHomes(List<Home> homes) {
        jdbc.batchUpdate("""
                insert into home (site, building, unit, label, handover, code, code_key)
                values (?, ?, ?, ?, ?, ?, ?)""", homes, BATCH, (row, home) -> {
            fill(row, home);
            row.setBytes(7, key(home.code()));
        });
    }

    /** A missing date of handover leaves the one that is known. */
    void updateHomes(List<Home> homes) {
        jdbc.batchUpdate("""
                update home set site = ?, building = ?, unit = ?, label = ?, handover = coalesce(?, handover)
                where code = ?""", homes, BATCH, HomeTable::fill);
    }

    private static void fill(PreparedStatement row, Home home) throws SQLException {
        row.setString(1, home.site());
        row.setString(2, home.building());
        row.setString(3, home.unit() == null ? "" : home.unit());
        row.setString(4, home.label());
        row.setObject(5, home.handover(), Types.DATE);
        row.setString(6, home.code());
    }
}
