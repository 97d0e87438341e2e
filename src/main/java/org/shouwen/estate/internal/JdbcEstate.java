package org.shouwen.estate.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.HomeCode;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.estate.Unit;
import org.shouwen.problem.Typed;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

@Component
record JdbcEstate(Sql sql, Moments moments) implements Estate {

    /** Not a home's code: an area code follows the leading 0, or it is digits alone. */
    private static final Pattern PHONE = Pattern.compile("\\d{4,12}|0\\d{2,3}-\\d{4,8}");

    /** Digits that everybody reads of a masked number; with one more it could be searched out digit by digit. */
    private static final int TAIL = 4;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern ROOM_OF_A_BUILDING = Pattern.compile("([0-9A-Za-z]+)-([0-9A-Za-z]{3,})");
    private static final int LONGEST_QUERY = 60;

    /** Whoever lives there on a day, which is asked for twice. */
    private static final String LIVES_THERE =
            " (moved_in IS NULL OR moved_in <= ?) AND (moved_out IS NULL OR moved_out > ?)";

    static final Columns<Place> PLACE = Columns.of(Place.class);

    private static final Columns<Unit> UNIT = Columns.of(Unit.class);

    @Override
    public Optional<Home> home(String code) {
        return sql.once().find(HomeTable.HOME, "SELECT * FROM home WHERE code = ?", code);
    }

    @Override
    public Optional<Place> place(String code) {
        return sql.once().find(PLACE, "SELECT * FROM place WHERE code = ?", code);
    }

    @Override
    public String siteName(String site) {
        return sql.once()
                .find(String.class, "SELECT name FROM site WHERE code = ?", site)
                .orElse(site);
    }

    @Override
    public String address(String site) {
        return sql.once()
                .find(
                        String.class,
                        "SELECT c.name || ' ' || s.name FROM site s JOIN community c ON c.code = s.community WHERE s.code = ?",
                        site)
                .orElse(site);
    }

    @Override
    public List<String> sites() {
        return sql.list(String.class, "SELECT code FROM site").stream().sorted().toList();
    }

    @Override
    public List<Unit> units(String site) {
        return sql.list(UNIT, """
                SELECT DISTINCT h.site, h.building, b.name, h.unit
                FROM home h JOIN building b ON b.site = h.site AND b.code = h.building
                WHERE h.site = ? ORDER BY h.building, h.unit
                """, site);
    }

    @Override
    public List<Home> searchHomes(String q, int size) {
        String text = q == null ? "" : q.strip();
        if (isNonsense(text)) {
            return List.of();
        }
        int limit = within(size);
        if (text.isEmpty()) {
            return sql.list(HomeTable.HOME, "SELECT * FROM home ORDER BY code_key LIMIT ?", limit);
        }
        Map<String, Home> found = new TreeMap<>();
        HomeCode.Said told = HomeCode.read(text);
        String said = told.start();
        for (String code :
                new LinkedHashSet<>(List.of(text, said, said.toUpperCase(Locale.ROOT), HomeCode.withoutZeros(said)))) {
            add(found, byCode(code, limit));
        }
        Matcher room = ROOM_OF_A_BUILDING.matcher(said);
        if (room.matches()) {
            add(found, byRoom(room.group(1), room.group(2), limit));
        }
        found.values().removeIf(home -> !isAt(home, told));
        String phone = Phone.find(text).orElse(Typed.dashed(text).replaceAll("[\\s\\p{Z}]", ""));
        if (PHONE.matcher(phone).matches()) {
            String digits = phone.replace("-", "");
            add(found, digits.length() == TAIL ? byTail(digits, limit) : byPhone(digits, limit));
        }
        if (text.codePoints().anyMatch(Character::isLetter)) {
            add(found, byName(text, limit));
        }
        return found.values().stream().limit(limit).toList();
    }

    private List<Home> byCode(String start, int limit) {
        return sql.list(
                HomeTable.HOME,
                "SELECT * FROM home WHERE code_key >= ? AND code_key < ? ORDER BY code_key LIMIT ?",
                HomeTable.key(start),
                HomeTable.key(start + Character.toString(Character.MAX_CODE_POINT)),
                limit);
    }

    /** Whoever leaves the unit out means one of the homes of that number. */
    private List<Home> byRoom(String building, String room, int limit) {
        return sql.list(
                HomeTable.HOME,
                "SELECT * FROM home WHERE code LIKE ? ORDER BY code_key LIMIT ?",
                building + "-%-" + room,
                limit);
    }

    private List<Home> byTail(String digits, int limit) {
        LocalDate today = moments.today();
        return sql.list(HomeTable.HOME, """
                SELECT * FROM home WHERE code IN (SELECT home FROM resident WHERE phone_tail = ? AND%s)
                ORDER BY code_key LIMIT ?
                """.formatted(LIVES_THERE), digits, today, today, limit);
    }

    /** A whole number; of a landline, which has dashes, the area code or the extension may be left out. */
    private List<Home> byPhone(String digits, int limit) {
        LocalDate today = moments.today();
        return sql.list(
                HomeTable.HOME,
                """
                SELECT * FROM home
                WHERE code IN (
                    SELECT home FROM resident
                    WHERE phone_tail = ?
                        AND (replace(phone, '-', '') = ? OR phone LIKE ?
                            OR phone LIKE '0%%-%%' AND replace(phone, '-', '') LIKE ?)
                        AND%s)
                ORDER BY code_key LIMIT ?
                """.formatted(LIVES_THERE),
                digits.substring(digits.length() - TAIL),
                digits,
                "0%-" + digits,
                digits + "%",
                today,
                today,
                limit);
    }

    private List<Home> byName(String part, int limit) {
        LocalDate today = moments.today();
        return sql.list(HomeTable.HOME, """
                SELECT * FROM home
                WHERE code IN (SELECT home FROM resident WHERE name LIKE ? ESCAPE '!' AND%s)
                ORDER BY code_key LIMIT ?
                """.formatted(LIVES_THERE), containing(part), today, today, limit);
    }

    private static void add(Map<String, Home> found, List<Home> homes) {
        homes.forEach(home -> found.put(home.code(), home));
    }

    @Override
    public List<Place> searchPlaces(String q, int size) {
        String text = q == null ? "" : q.strip();
        if (isNonsense(text)) {
            return List.of();
        }
        String part = containing(text.toLowerCase(Locale.ROOT));
        return sql.list(PLACE, """
                SELECT * FROM place
                WHERE lower(code) LIKE ? ESCAPE '!' OR lower(label) LIKE ? ESCAPE '!'
                ORDER BY code LIMIT ?
                """, part, part, within(size));
    }

    @Override
    public List<Resident> residentsOf(String home) {
        LocalDate today = moments.today();
        return sql.list(
                ResidentTable.RESIDENT,
                "SELECT * FROM resident WHERE home = ? AND" + LIVES_THERE + " ORDER BY number",
                home,
                today,
                today);
    }

    @Override
    public List<Resident> registeredAt(String home) {
        return sql.list(ResidentTable.RESIDENT, "SELECT * FROM resident WHERE home = ? ORDER BY number", home);
    }

    @Override
    public Map<String, Integer> householdSizes(Collection<String> homes) {
        Map<String, Integer> sizes = new HashMap<>();
        homes.forEach(home -> sizes.put(home, 0));
        if (!sizes.isEmpty()) {
            sql.list(
                    (row, i) -> sizes.put(row.getString("home"), row.getInt("contacts")),
                    "SELECT home, count(*) AS contacts FROM resident WHERE home IN (?) AND" + LIVES_THERE
                            + " GROUP BY home",
                    List.copyOf(sizes.keySet()),
                    moments.today(),
                    moments.today());
        }
        return sizes;
    }

    /** No home and no person is called that, and PostgreSQL refuses a NUL. */
    private static boolean isNonsense(String text) {
        return text.length() > LONGEST_QUERY || CONTROL.matcher(text).find();
    }

    private static int within(int size) {
        return Math.max(1, Math.min(100, size));
    }

    private static String containing(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }
}
