package org.shouwen.roster.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.Staff;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of staff and the posts they hold; the files bring many at a time. */
@Component
record StaffTable(Sql sql, JdbcTemplate jdbc) {

    private static final int BATCH = 1_000;

    /**
     * Somebody is out.
     *
     * @param starts when his leave begins; null: he cannot sign in
     * @param ends null: nobody knows
     * @param posted whether he is on a post
     */
    private record Out(String staff, Instant starts, Instant ends, boolean posted) {

        boolean isAway() {
            return starts != null;
        }

        boolean isAt(Instant at) {
            return !isAway() || !starts.isAfter(at) && (ends == null || ends.isAfter(at));
        }
    }

    private static final Columns<Out> OUT = Columns.of(Out.class);

    private static final Columns<Staff> STAFF = Columns.of(Staff.class);

    /** @return every code by its {@link #folded} spelling */
    Map<String, String> spellings() {
        return sql.list(String.class, "SELECT code FROM staff").stream()
                .collect(Collectors.toMap(StaffTable::folded, code -> code, (one, other) -> one));
    }

    /** @return what two codes have in common that differ in upper and lower case alone */
    static String folded(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** @return the code that differs from it in case alone, or {@code otherwise} */
    String spelled(String code, String otherwise) {
        if (find(code).isPresent()) {
            return code;
        }
        return sql.list(String.class, "SELECT code FROM staff WHERE lower(code) = ?", folded(code)).stream()
                .findFirst()
                .orElse(otherwise);
    }

    Set<String> postsHeldBy(String staff) {
        return Set.copyOf(sql.list(String.class, "SELECT post FROM staff_post WHERE staff = ?", staff));
    }

    Optional<Staff> find(String code) {
        return sql.once().find(STAFF, "SELECT * FROM staff WHERE code = ?", code);
    }

    /** @return by code */
    List<Staff> all() {
        return byCode("SELECT * FROM staff");
    }

    /** @return by code; in two statements, however many they are */
    List<Staff> of(Predicate<String> sites) {
        Set<String> there = sql
                .list((row, i) -> Map.entry(row.getString("staff"), row.getString("site")), "SELECT * FROM staff_site")
                .stream()
                .filter(place -> sites.test(place.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return all().stream().filter(staff -> there.contains(staff.code())).toList();
    }

    /** @return by code */
    List<Staff> on(String post) {
        return byCode("SELECT s.* FROM staff s JOIN staff_post h ON h.staff = s.code WHERE h.post = ?", post);
    }

    /** @return by code */
    List<Staff> at(String site, Duty duty) {
        return byCode("""
                SELECT * FROM staff WHERE code IN (
                    SELECT h.staff FROM staff_post h JOIN post p ON p.code = h.post WHERE p.site = ? AND p.duty = ?)
                """, site, duty);
    }

    private List<Staff> byCode(String select, Object... params) {
        return sql.once().list(STAFF, select, params).stream()
                .sorted(Comparator.comparing(Staff::code))
                .toList();
    }

    /** @return who is away at that moment, whether he can sign in or not */
    Set<String> awayAt(Instant at) {
        return outAt(at).filter(Out::isAway).map(Out::staff).collect(Collectors.toSet());
    }

    /**
     * @param without who is taken to be away, too
     * @return who is away at that moment, and who cannot sign in
     */
    Set<String> outAt(Instant at, Set<String> without) {
        Set<String> out = outAt(at).map(Out::staff).collect(Collectors.toCollection(HashSet::new));
        out.addAll(without);
        return out;
    }

    /** @return by code */
    Map<String, Hindrance> shutOut() {
        Map<String, Hindrance> out = new TreeMap<>();
        sql.list(
                        (row, i) -> Map.entry(
                                row.getString("staff"),
                                row.getBoolean("disabled") ? Hindrance.DISABLED : Hindrance.NO_ACCOUNT),
                        "SELECT * FROM staff_shut_out")
                .forEach(person -> out.put(person.getKey(), person.getValue()));
        return out;
    }

    /** @return everybody who is out, and whether he is on a post */
    Map<String, Boolean> outWithPost(Instant at) {
        Map<String, Boolean> out = new TreeMap<>();
        outAt(at).forEach(person -> out.put(person.staff(), person.posted()));
        return out;
    }

    /** Asked for the whole hour: a step asks for many moments, each a little later. */
    private Stream<Out> outAt(Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        return sql.once().list(OUT, """
                SELECT o.*, EXISTS (SELECT 1 FROM staff_post p WHERE p.staff = o.staff) AS posted
                FROM (SELECT staff, starts, ends FROM absence
                        WHERE status = 'APPROVED' AND starts < ? AND (ends IS NULL OR ends > ?)
                    UNION ALL SELECT staff, NULL, NULL FROM staff_shut_out) o
                """, hour.plus(1, ChronoUnit.HOURS), hour).stream()
                .filter(person -> person.isAt(at));
    }

    Set<String> sitesOf(String staff) {
        return Set.copyOf(sql.list(String.class, "SELECT site FROM staff_site WHERE staff = ?", staff));
    }

    /** @return who is on a post of the site, or of the company */
    Set<String> serving(String site) {
        return Set.copyOf(sql.list(
                String.class,
                "SELECT DISTINCT h.staff FROM staff_post h JOIN post p ON p.code = h.post WHERE p.site = ? OR p.duty = ?",
                site,
                Duty.DIRECTOR));
    }

    void insert(Staff staff) {
        sql.insert("staff", STAFF.values(staff));
    }

    /** Doing so twice changes nothing. */
    void appoint(String staff, String post) {
        sql.update("INSERT INTO staff_post (staff, post) VALUES (?, ?) ON CONFLICT DO NOTHING", staff, post);
    }

    void relieve(String staff, String post) {
        sql.update("DELETE FROM staff_post WHERE staff = ? AND post = ?", staff, post);
    }

    void insert(List<Staff> staff) {
        jdbc.batchUpdate(
                "insert into staff (name, phone, email, code) values (?, ?, ?, ?)", staff, BATCH, StaffTable::fill);
        sql.forget();
    }

    /** A missing phone number or e-mail address leaves the one that is known. */
    void update(List<Staff> staff) {
        String update =
                "update staff set name = ?, phone = coalesce(?, phone), email = coalesce(?, email) where code = ?";
        jdbc.batchUpdate(update, staff, BATCH, StaffTable::fill);
        sql.forget();
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
        sql.forget();
    }

    private static void fill(PreparedStatement row, Staff staff) throws SQLException {
        row.setString(1, staff.name());
        row.setString(2, staff.phone());
        row.setString(3, staff.email());
        row.setString(4, staff.code());
    }
}
