package org.shouwen.estate.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.Resident;

/** A file of residents on its way into the tables; used once. */
class ResidentsFile {

    private static final Column HOME = new Column("home", "房号");
    private static final Column NUMBER = new Column("number", "序号");
    private static final Column NAME = new Column("name", "姓名");
    private static final Column PHONE = new Column("phone", "电话");
    private static final Column EMAIL = new Column("email", "邮箱");
    static final Column[] COLUMNS = {HOME, NUMBER, NAME, PHONE, EMAIL};

    private final CsvImport file;
    private final Set<String> homes;
    private final ResidentTable table;
    private final Map<String, Household> households = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** A line that can be read; the number is null where the file leaves it to us. */
    private record Row(CsvLine line, String home, Integer number, String name, String phone, String email) {

        Resident numbered(int place) {
            return new Resident(home, place, name, phone, email);
        }
    }

    /** The contacts of one home: those registered, and the lines that claim a number. */
    private static class Household {
        final Map<Integer, Resident> registered = new HashMap<>();
        final Map<Integer, Long> claims = new HashMap<>();

        Integer numberOf(Row row) {
            return registered.values().stream()
                    .filter(r -> r.name().equals(row.name()) && r.phone().equals(row.phone()))
                    .map(Resident::number)
                    .min(Integer::compare)
                    .orElse(null);
        }

        int next() {
            int last = 0;
            for (int number : registered.keySet()) {
                last = Math.max(last, number);
            }
            for (int number : claims.keySet()) {
                last = Math.max(last, number);
            }
            return last + 1;
        }
    }

    ResidentsFile(CsvImport file, HomeTable homeTable, ResidentTable table) {
        this.file = file;
        this.homes = homeTable.codes();
        this.table = table;
    }

    ImportReport takeOver() {
        file.lines().forEach(this::read);
        Set<String> concerned = rows.stream().map(Row::home).collect(Collectors.toSet());
        table.of(concerned).forEach(r -> household(r.home()).registered.put(r.number(), r));
        List<Resident> residents = numbered();
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        return ImportReport.taken(
                residents, r -> household(r.home()).registered.containsKey(r.number()), table::insert, table::update);
    }

    private void read(CsvLine line) {
        String home = line.code(HOME);
        if (home != null && !homes.contains(home)) {
            line.wrong(HOME, "没有登记房屋 " + home + "，请先导入房屋");
        }
        Integer number = line.number(NUMBER);
        String name = line.required(NAME, 60);
        String phone = line.isGiven(PHONE) ? line.phone(PHONE) : null;
        String email = line.email(EMAIL);
        if (line.isClean()) {
            rows.add(new Row(line, home, number, name, phone, email));
        }
    }

    /** Numbers that the file names come first, then known contacts, then the rest in the file's order. */
    private List<Resident> numbered() {
        List<Resident> residents = new ArrayList<>();
        Set<List<String>> unnumbered = new HashSet<>();
        List<Row> others = new ArrayList<>();
        for (Row row : rows) {
            if (row.number() != null) {
                claim(row, row.number(), residents);
            } else if (!unnumbered.add(List.of(row.home(), row.name(), row.phone()))) {
                row.line().wrong(NAME, "房屋 " + row.home() + " 的这位联系人在文件中重复");
            } else {
                others.add(row);
            }
        }
        for (Row row : others) {
            Integer known = household(row.home()).numberOf(row);
            if (known != null) {
                claim(row, known, residents);
            }
        }
        for (Row row : others) {
            if (household(row.home()).numberOf(row) == null) {
                claim(row, household(row.home()).next(), residents);
            }
        }
        return residents;
    }

    private void claim(Row row, int number, List<Resident> residents) {
        Long before =
                household(row.home()).claims.putIfAbsent(number, row.line().number());
        if (before != null) {
            row.line().wrong(NUMBER, "房屋 " + row.home() + " 的序号 " + number + " 与第 " + before + " 行重复");
        } else {
            residents.add(row.numbered(number));
        }
    }

    private Household household(String home) {
        return households.computeIfAbsent(home, code -> new Household());
    }
}
