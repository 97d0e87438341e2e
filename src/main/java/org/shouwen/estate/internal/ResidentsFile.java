package org.shouwen.estate.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.estate.Consent;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.Estate;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Home;
import org.shouwen.estate.HomeCode;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Resident;
import org.springframework.context.ApplicationEventPublisher;

/** A file of residents on its way into the tables; used once. */
class ResidentsFile {

    private static final Column HOME = new Column("home", "房号");
    private static final Column NUMBER = new Column("number", "序号");
    private static final Column NAME = new Column("name", "姓名");
    private static final Column PHONE = new Column("phone", "电话");
    private static final Column EMAIL = new Column("email", "邮箱");
    private static final Column MOVED_IN = Column.optional("movedin", "入住");
    private static final Column MOVED_OUT = Column.optional("movedout", "迁出");
    static final Column[] COLUMNS = {HOME, NUMBER, NAME, PHONE, EMAIL, MOVED_IN, MOVED_OUT};

    private final CsvImport file;
    private final Set<String> homes;
    private final Estate estate;
    private final ResidentTable table;
    private final Map<String, Household> households = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final LocalDate today;

    /** A line that can be read; the number is null where the file leaves it to us. */
    private record Row(CsvLine line, Integer number, Resident person) {

        String home() {
            return person.home();
        }

        Resident numbered(int place) {
            return new Resident(
                    home(), place, person.name(), person.phone(), person.email(), person.movedIn(), person.movedOut());
        }
    }

    /** The contacts of one home: those registered, and the lines that claim a number. */
    private static class Household {
        final Map<Integer, Resident> registered = new HashMap<>();
        final Map<Integer, Long> claims = new HashMap<>();

        Integer numberOf(Row row) {
            return registered.values().stream()
                    .filter(r -> r.isSamePerson(row.person()))
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

    ResidentsFile(CsvImport file, Estate estate, HomeTable homeTable, ResidentTable table, LocalDate today) {
        this.estate = estate;
        this.today = today;
        this.file = file;
        this.homes = homeTable.codes();
        this.table = table;
    }

    ImportReport takeOver(Consent consent, ApplicationEventPublisher events) {
        file.lines().forEach(this::read);
        Set<String> concerned = rows.stream().map(Row::home).collect(Collectors.toSet());
        table.of(concerned).forEach(r -> household(r.home()).registered.put(r.number(), r));
        List<Resident> residents = numbered();
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        Map<Resident, Resident> others = new LinkedHashMap<>();
        residents.forEach(person -> registered(person)
                .filter(before -> !before.isSamePerson(person))
                .ifPresent(before -> others.put(before, person)));
        List<Resident> gone = consent.households() ? unlisted(concerned) : List.of();
        if (!consent.changes() && !(others.isEmpty() && gone.isEmpty())) {
            return ImportReport.asking(questions(others, gone));
        }
        table.replace(List.copyOf(others.values()));
        table.update(gone);
        Stream.of(others.keySet(), gone, residents)
                .flatMap(Collection::stream)
                .filter(person -> others.containsKey(person) || isGone(person))
                .forEach(person ->
                        events.publishEvent(new EstateRegister.Left(person.home(), person.name(), person.phone())));
        List<Resident> same = residents.stream()
                .filter(person -> !others.containsValue(person))
                .toList();
        ImportReport report =
                ImportReport.taken(same, person -> registered(person).isPresent(), table::insert, table::update);
        return ImportReport.done(report.added(), report.updated() + others.size());
    }

    private Optional<Resident> registered(Resident person) {
        return Optional.ofNullable(household(person.home()).registered.get(person.number()));
    }

    private boolean isGone(Resident person) {
        return person.movedOut() != null && !person.movedOut().isAfter(today);
    }

    /** @return who is registered at one of these homes and not in the file, from today on living elsewhere */
    private List<Resident> unlisted(Set<String> homes) {
        return homes.stream()
                .sorted()
                .flatMap(home -> household(home).registered.values().stream()
                        .filter(person -> !household(home).claims.containsKey(person.number()) && !isGone(person)))
                .map(person ->
                        new Resident(person.home(), person.number(), person.name(), person.phone(), null, null, today))
                .toList();
    }

    private static List<String> questions(Map<Resident, Resident> others, List<Resident> gone) {
        return Stream.concat(
                        others.entrySet().stream().map(change -> "房屋 %s 第 %d 位联系人：%s 换成 %s，原来的邮箱不再使用，发给他的链接作废"
                                .formatted(
                                        change.getKey().home(),
                                        change.getKey().number(),
                                        words(change.getKey()),
                                        change.getValue().name() + "（"
                                                + change.getValue().phone() + "）")),
                        gone.stream().map(person -> "房屋 %s：%s 不在文件里，按今天迁出".formatted(person.home(), words(person))))
                .toList();
    }

    /** Who is registered, to somebody who may not read the register; what stands in his own file he has read. */
    private static String words(Resident person) {
        return person.name() + "（" + Phone.masked(person.phone()) + "）";
    }

    private void read(CsvLine line) {
        String home = home(line);
        Integer number = line.number(NUMBER);
        String name = line.name(NAME, 60);
        String phone = line.isGiven(PHONE) ? line.phone(PHONE) : null;
        String email = line.email(EMAIL);
        LocalDate movedIn = line.date(MOVED_IN);
        LocalDate movedOut = line.date(MOVED_OUT);
        if (movedIn != null && movedOut != null && !movedOut.isAfter(movedIn)) {
            line.wrong(MOVED_OUT, "须在入住之后");
        }
        if (line.isClean()) {
            rows.add(new Row(line, number, new Resident(home, 0, name, phone, email, movedIn, movedOut)));
        }
    }

    /** The code of a home that is registered, or another way to say it; null where there is none. */
    private String home(CsvLine line) {
        String said = line.required(HOME, 60);
        String home = said == null || homes.contains(said)
                ? said
                : HomeCode.read(said).name().isEmpty()
                        ? HomeCode.of(said)
                        : estate.said(said).map(Home::code).orElse("");
        if (home != null && !homes.contains(home)) {
            home = HomeCode.withoutZeros(home);
        }
        if (home != null && !homes.contains(home)) {
            line.wrong(HOME, "没有登记房屋 " + said + "，请先导入房屋");
        }
        return home;
    }

    /** Numbers that the file names come first, then known contacts, then the rest in the file's order. */
    private List<Resident> numbered() {
        List<Resident> residents = new ArrayList<>();
        Set<List<String>> unnumbered = new HashSet<>();
        List<Row> others = new ArrayList<>();
        for (Row row : rows) {
            if (row.number() != null) {
                claim(row, row.number(), residents);
            } else if (!unnumbered.add(
                    List.of(row.home(), row.person().name(), row.person().phone()))) {
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
