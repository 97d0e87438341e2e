package org.shouwen.estate.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEstate implements Estate {

    /** Not a home's code: an area code follows the leading 0, or it is digits alone. */
    private static final Pattern PHONE = Pattern.compile("\\d{4,12}|0\\d{2,3}-\\d{4,8}");

    /** So many digits that it is worth reading all numbers for them. */
    private static final Pattern MIDDLE = Pattern.compile("\\d{5,10}");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_QUERY = 60;

    private static final RowMapper<Place> PLACE = (row, n) -> new Place(
            row.getString("code"),
            Place.Type.valueOf(row.getString("type")),
            row.getString("site"),
            row.getString("label"),
            row.getObject("handover", LocalDate.class));

    private final JdbcClient jdbc;

    JdbcEstate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Home> home(String code) {
        return jdbc.sql("select * from home where code = ?")
                .param(code)
                .query(HomeTable::home)
                .optional();
    }

    @Override
    public Optional<Place> place(String code) {
        return jdbc.sql("select * from place where code = ?")
                .param(code)
                .query(PLACE)
                .optional();
    }

    @Override
    public String siteName(String site) {
        return jdbc.sql("select name from site where code = ?")
                .param(site)
                .query(String.class)
                .optional()
                .orElse(site);
    }

    @Override
    public List<String> sites() {
        return jdbc.sql("select code from site").query(String.class).list().stream()
                .sorted()
                .toList();
    }

    @Override
    public List<Home> searchHomes(String q, int size) {
        String text = q == null ? "" : q.strip();
        if (isNonsense(text)) {
            return List.of();
        }
        int limit = within(size);
        if (text.isEmpty()) {
            return jdbc.sql("select * from home order by code_key limit ?")
                    .param(limit)
                    .query(HomeTable::home)
                    .list();
        }
        Map<String, Home> found = new TreeMap<>();
        add(found, byCode(text, limit));
        String capitals = text.toUpperCase(Locale.ROOT);
        if (!capitals.equals(text)) {
            add(found, byCode(capitals, limit));
        }
        String phone = text.replaceAll("\\s", "").replaceFirst("^\\+86-?", "");
        if (PHONE.matcher(phone).matches()) {
            String digits = phone.replace("-", "");
            List<Home> ending = byPhone(digits, limit);
            add(found, ending.isEmpty() && MIDDLE.matcher(digits).matches() ? byMiddle(digits, limit) : ending);
        }
        if (text.codePoints().anyMatch(Character::isLetter)) {
            add(found, byName(text, limit));
        }
        return found.values().stream().limit(limit).toList();
    }

    private List<Home> byCode(String start, int limit) {
        return jdbc.sql("select * from home where code_key >= ? and code_key < ? order by code_key limit ?")
                .param(HomeTable.key(start))
                .param(HomeTable.key(start + Character.toString(Character.MAX_CODE_POINT)))
                .param(limit)
                .query(HomeTable::home)
                .list();
    }

    /** Numbers that end with these digits; the index finds the last four of them. */
    private List<Home> byPhone(String digits, int limit) {
        return jdbc.sql("""
                        select * from home
                        where code in (
                            select home from resident
                            where phone_tail = ? and replace(phone, '-', '') like ?)
                        order by code_key limit ?""")
                .param(digits.substring(digits.length() - 4))
                .param("%" + digits)
                .param(limit)
                .query(HomeTable::home)
                .list();
    }

    private List<Home> byMiddle(String digits, int limit) {
        return jdbc.sql("""
                        select * from home
                        where code in (select home from resident where replace(phone, '-', '') like ?)
                        order by code_key limit ?""")
                .param("%" + digits + "%")
                .param(limit)
                .query(HomeTable::home)
                .list();
    }

    private List<Home> byName(String part, int limit) {
        return jdbc.sql("""
                        select * from home
                        where code in (select home from resident where name like ? escape '!')
                        order by code_key limit ?""")
                .param(containing(part))
                .param(limit)
                .query(HomeTable::home)
                .list();
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
        return jdbc.sql("""
                        select * from place
                        where lower(code) like ? escape '!' or lower(label) like ? escape '!'
                        order by code limit ?""")
                .param(containing(text.toLowerCase(Locale.ROOT)))
                .param(containing(text.toLowerCase(Locale.ROOT)))
                .param(within(size))
                .query(PLACE)
                .list();
    }

    @Override
    public List<Resident> residentsOf(String home) {
        return jdbc.sql("select * from resident where home = ? order by number")
                .param(home)
                .query(ResidentTable::resident)
                .list();
    }

    @Override
    public Map<String, Integer> householdSizes(Collection<String> homes) {
        Map<String, Integer> sizes = new HashMap<>();
        homes.forEach(home -> sizes.put(home, 0));
        if (!sizes.isEmpty()) {
            jdbc.sql("select home, count(*) as contacts from resident where home in (:homes) group by home")
                    .param("homes", sizes.keySet())
                    .query(row -> {
                        sizes.put(row.getString("home"), row.getInt("contacts"));
                    });
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
