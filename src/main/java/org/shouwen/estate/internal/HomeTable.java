package org.shouwen.estate.internal;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.Home;
import org.shouwen.estate.Site;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of communities down to homes, homes many at a time. */
@Component
record HomeTable(Sql sql, JdbcTemplate jdbc) {

    static final int BATCH = 1_000;

    static final Columns<Home> HOME = Columns.of(Home.class);

    private static final Columns<Community> COMMUNITY = Columns.of(Community.class);
    private static final Columns<Site> SITE = Columns.of(Site.class);
    private static final Columns<Building> BUILDING = Columns.of(Building.class);

    static byte[] key(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    Set<String> codes() {
        return new HashSet<>(sql.list(String.class, "SELECT code FROM home"));
    }

    List<Home> homes() {
        return sql.list(HOME, "SELECT * FROM home");
    }

    List<Community> communities() {
        return sql.list(COMMUNITY, "SELECT * FROM community");
    }

    List<Site> sites() {
        return sql.list(SITE, "SELECT * FROM site");
    }

    List<Building> buildings() {
        return sql.list(BUILDING, "SELECT * FROM building");
    }

    void insertCommunities(List<Community> communities) {
        sql.insert("community", communities.stream().map(COMMUNITY::values).toList());
    }

    void insertSites(List<Site> sites) {
        sql.insert("site", sites.stream().map(SITE::values).toList());
    }

    void insertBuildings(List<Building> buildings) {
        sql.insert("building", buildings.stream().map(BUILDING::values).toList());
    }

    void insertHomes(List<Home> homes) {
        jdbc.batchUpdate("""
                insert into home (site, building, unit, label, handover, code, code_key)
                values (?, ?, ?, ?, ?, ?, ?)""", homes, BATCH, (row, home) -> {
            fill(row, home);
            row.setBytes(7, key(home.code()));
        });
        sql.forget();
    }

    /** A missing date of handover leaves the one that is known. */
    void updateHomes(List<Home> homes) {
        jdbc.batchUpdate("""
                update home set site = ?, building = ?, unit = ?, label = ?, handover = coalesce(?, handover)
                where code = ?""", homes, BATCH, HomeTable::fill);
        sql.forget();
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
