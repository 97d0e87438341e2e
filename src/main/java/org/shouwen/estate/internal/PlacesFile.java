package org.shouwen.estate.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.Place;
import org.shouwen.rows.Sql;

/** A file of common places on its way into the tables; used once. */
class PlacesFile {

    private static final Column CODE = new Column("code", "编号");
    private static final Column TYPE = new Column("type", "类型");
    private static final Column SITE = new Column("site", "服务点");
    private static final Column LABEL = new Column("label", "名称");
    private static final Column HANDOVER = new Column("handover", "交付日期");
    static final Column[] COLUMNS = {CODE, TYPE, SITE, LABEL, HANDOVER};

    private final CsvImport file;
    private final LocalDate today;
    private final Sql sql;
    private final Map<String, Long> lineOfPlace = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    PlacesFile(CsvImport file, Sql sql, LocalDate today) {
        this.file = file;
        this.today = today;
        this.sql = sql;
    }

    ImportReport takeOver() {
        Set<String> sites = codes("SELECT code FROM site");
        file.lines().forEach(line -> read(line, sites));
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        Set<String> known = codes("SELECT code FROM place");
        int updated = 0;
        for (Place place : places) {
            boolean isKnown = known.contains(place.code());
            updated += isKnown ? 1 : 0;
            // A blank day of handover leaves what is known
            sql.update(
                    isKnown
                            ? "UPDATE place SET type = ?, site = ?, label = ?, handover = COALESCE(?, handover) WHERE code = ?"
                            : "INSERT INTO place (type, site, label, handover, code) VALUES (?, ?, ?, ?, ?)",
                    place.type(),
                    place.site(),
                    place.label(),
                    place.handover(),
                    place.code());
        }
        return ImportReport.done(places.size() - updated, updated);
    }

    private Set<String> codes(String select) {
        return new HashSet<>(sql.list(String.class, select));
    }

    private void read(CsvLine line, Set<String> sites) {
        String code = line.unique(CODE, line.code(CODE), lineOfPlace);
        Place.Type type = line.code(TYPE, Place.Type.class, Place.Type::label);
        String site = line.code(SITE);
        if (site != null && !sites.contains(site)) {
            line.wrong(SITE, "没有登记服务点 " + site + "，请先导入房屋");
        }
        String label = line.required(LABEL, 200);
        LocalDate handover = line.handover(HANDOVER, today);
        if (line.isClean()) {
            places.add(new Place(code, type, site, label, handover));
        }
    }
}
