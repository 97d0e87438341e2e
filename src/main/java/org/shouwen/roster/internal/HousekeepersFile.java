package org.shouwen.roster.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.Estate;
import org.shouwen.estate.ImportReport;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Housekeeper;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Roster;

/** Whose buildings are, at the sites that the file names: it replaces theirs as a whole; used once. */
class HousekeepersFile {

    private static final Column SITE = new Column("site", "服务点");
    private static final Column BUILDING = new Column("building", "楼栋");
    private static final Column UNIT = new Column("unit", "单元");
    private static final Column STAFF = new Column("staff", "工号");
    static final Column[] COLUMNS = {SITE, BUILDING, UNIT, STAFF};

    private final CsvImport file;
    private final Set<String> sites;
    private final Roster roster;
    private final Housekeepers housekeepers;
    private final String by;
    private final Instant at;
    private final Map<String, Long> lineOfUnit = new HashMap<>();
    private final Map<Housekeeper, CsvLine> lines = new HashMap<>();
    private final List<Housekeeper> read = new ArrayList<>();

    HousekeepersFile(CsvImport file, Estate estate, Roster roster, Housekeepers housekeepers, String by, Instant at) {
        this.file = file;
        this.sites = Set.copyOf(estate.sites());
        this.roster = roster;
        this.housekeepers = housekeepers;
        this.by = by;
        this.at = at;
    }

    /** @return a report; where it has errors the caller rolls back, because some show only when they are stored */
    ImportReport takeOver() {
        file.lines().forEach(this::read);
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        List<Housekeeper> before = read.stream().map(Housekeeper::site).collect(Collectors.toSet()).stream()
                .flatMap(site -> housekeepers.at(site).stream())
                .toList();
        before.forEach(held -> housekeepers.remove(held.site(), held.building(), held.unit()));
        for (Housekeeper housekeeper : read) {
            try {
                housekeepers.plan(housekeeper);
            } catch (Refusal refusal) {
                lines.get(housekeeper).wrong("staff".equals(refusal.field()) ? STAFF : BUILDING, refusal.getMessage());
            }
        }
        return file.isClean()
                ? ImportReport.done(read.size(), before.size())
                        .noting(Plans.without(read.stream().map(Housekeeper::staff), roster, "暂时由首问责任人回访"))
                : ImportReport.refused(file);
    }

    private void read(CsvLine line) {
        String site = line.code(SITE);
        if (site != null && !sites.contains(site)) {
            line.wrong(SITE, "没有登记服务点 " + site + "，请先导入房屋");
        }
        String building = line.code(BUILDING);
        String unit = line.raw(UNIT).isEmpty() ? "" : line.code(UNIT);
        String staff = Plans.person(line, STAFF, roster);
        line.unique(BUILDING, site + " " + building + " " + unit, lineOfUnit);
        if (line.isClean()) {
            Housekeeper housekeeper = new Housekeeper(site, building, unit, staff, by, at);
            read.add(housekeeper);
            lines.put(housekeeper, line);
        }
    }
}
