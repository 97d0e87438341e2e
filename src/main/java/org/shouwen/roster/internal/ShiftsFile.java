package org.shouwen.roster.internal;

import java.time.LocalTime;
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
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Roster;
import org.shouwen.roster.ShiftDays;

/** The on-call plan of the sites that the file names: it replaces theirs as a whole; used once. */
class ShiftsFile {

    private static final Column SITE = new Column("site", "服务点");
    private static final Column STAFF = new Column("staff", "工号");
    private static final Column FROM = new Column("from", "开始");
    private static final Column TO = new Column("to", "结束");
    private static final Column ORDER = new Column("order", "次序");
    private static final Column DAYS = Column.optional("days", "日期类型");
    static final Column[] COLUMNS = {SITE, STAFF, FROM, TO, ORDER, DAYS};

    private final CsvImport file;
    private final Estate estate;
    private final Set<String> sites;
    private final Roster roster;
    private final ShiftTable table;
    private final Map<String, Long> lineOfShift = new HashMap<>();
    private final List<OnCallShift> shifts = new ArrayList<>();

    ShiftsFile(CsvImport file, Estate estate, Roster roster, ShiftTable table) {
        this.file = file;
        this.estate = estate;
        this.sites = Set.copyOf(estate.sites());
        this.roster = roster;
        this.table = table;
    }

    ImportReport takeOver() {
        file.lines().forEach(this::read);
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        Set<String> named = shifts.stream().map(OnCallShift::site).collect(Collectors.toSet());
        int replaced = named.stream().mapToInt(table::removeAllAt).sum();
        shifts.forEach(roster::addShift);
        return ImportReport.done(shifts.size(), replaced)
                .noting(Plans.without(shifts.stream().map(OnCallShift::staff), roster, "值班时叫不到，会被跳过"));
    }

    private void read(CsvLine line) {
        String site = line.code(SITE);
        if (site != null && !sites.contains(site)) {
            line.wrong(SITE, "没有登记服务点 " + site + "，请先导入房屋");
        }
        String staff = Plans.person(line, STAFF, roster);
        if (line.isClean() && !roster.serves(staff, site)) {
            line.wrong(STAFF, roster.nameOf(staff) + "（" + staff + "）不在" + estate.siteName(site) + "的岗位上，请换一位，或先安排岗位");
        }
        LocalTime from = line.time(FROM);
        LocalTime to = line.time(TO);
        Integer order = line.isGiven(ORDER) ? line.number(ORDER) : null;
        ShiftDays days = days(line);
        line.unique(STAFF, site + " " + staff + " " + days + " " + from + "-" + to, lineOfShift);
        if (line.isClean()) {
            shifts.add(new OnCallShift(site, staff, days, from, to, order));
        }
    }

    /** Blank, and in files from before there were kinds of day: every day. */
    private static ShiftDays days(CsvLine line) {
        return line.raw(DAYS).isEmpty() ? ShiftDays.EVERY_DAY : line.code(DAYS, ShiftDays.class, ShiftDays::label);
    }
}
