package org.shouwen.estate.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.Consent;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.Home;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.Site;
import org.shouwen.problem.Typed;

/** A file of homes on its way into the tables; used once. */
class HomesFile {

    private static final Column COMMUNITY = new Column("community", "小区");
    private static final Column SITE = new Column("site", "服务点");
    private static final Column BUILDING = new Column("building", "楼栋");
    private static final Column UNIT = new Column("unit", "单元");
    private static final Column HOME = new Column("home", "房号");
    private static final Column LABEL = new Column("label", "地址");
    private static final Column HANDOVER = new Column("handover", "交房日期");
    static final Column[] COLUMNS = {COMMUNITY, SITE, BUILDING, UNIT, HOME, LABEL, HANDOVER};

    private final CsvImport file;
    private final LocalDate today;
    private final HomeTable table;
    private final Map<String, Community> communities;
    private final Map<String, Site> sites;
    private final Map<List<String>, Building> buildings;
    private final List<Community> newCommunities = new ArrayList<>();
    private final List<Site> newSites = new ArrayList<>();
    private final List<Building> newBuildings = new ArrayList<>();
    private final Map<String, Long> lineOfHome = new HashMap<>();
    private final List<Home> homes = new ArrayList<>();

    /** What a person writes for something that has a code and may have a name: {@code code} or {@code code:名称}. */
    private record Named(String code, String name) {}

    HomesFile(CsvImport file, HomeTable table, LocalDate today) {
        this.file = file;
        this.today = today;
        this.table = table;
        communities = byKey(table.communities(), Community::code);
        sites = byKey(table.sites(), Site::code);
        buildings = byKey(table.buildings(), building -> List.of(building.site(), building.code()));
    }

    private static <K, V> Map<K, V> byKey(List<V> rows, Function<V, K> key) {
        return rows.stream().collect(Collectors.toMap(key, row -> row, (a, b) -> a, HashMap::new));
    }

    ImportReport takeOver(Consent consent) {
        file.lines().forEach(this::read);
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        List<String> moved = consent.changes() ? List.of() : moved();
        if (!moved.isEmpty()) {
            return ImportReport.asking(moved);
        }
        table.insertCommunities(newCommunities);
        table.insertSites(newSites);
        table.insertBuildings(newBuildings);
        Set<String> known = table.codes();
        return ImportReport.taken(homes, home -> known.contains(home.code()), table::insertHomes, table::updateHomes);
    }

    /** @return a sentence for each home that is registered elsewhere; another wording of its address is none */
    private List<String> moved() {
        Map<String, Home> registered = byKey(table.homes(), Home::code);
        return homes.stream()
                .filter(home -> registered.containsKey(home.code()))
                .filter(home -> !where(home).equals(where(registered.get(home.code()))))
                .map(home -> "房屋 %s：%s 改为 %s".formatted(home.code(), where(registered.get(home.code())), where(home)))
                .toList();
    }

    private static String where(Home home) {
        return "服务点 %s、楼栋 %s、单元 %s".formatted(home.site(), home.building(), home.unit() == null ? "" : home.unit());
    }

    private void read(CsvLine line) {
        Named community = named(line, COMMUNITY);
        Named site = named(line, SITE);
        Named building = named(line, BUILDING);
        String unit = line.raw(UNIT).isEmpty() ? "" : line.code(UNIT);
        String code = line.unique(HOME, line.code(HOME), lineOfHome);
        String label = line.required(LABEL, 200);
        LocalDate handover = line.handover(HANDOVER, today);
        if (line.isClean() && locate(line, community, site, building)) {
            homes.add(new Home(code, site.code(), building.code(), unit, label, handover));
        }
    }

    /** Registers what is unknown of the way down to the building. */
    private boolean locate(CsvLine line, Named community, Named site, Named building) {
        Site known = sites.get(site.code());
        if (known != null && !known.community().equals(community.code())) {
            line.wrong(SITE, "服务点 " + site.code() + " 属于小区 " + known.community() + "，不属于小区 " + community.code());
            return false;
        }
        communities.computeIfAbsent(
                community.code(), code -> noted(newCommunities, new Community(code, community.name())));
        sites.computeIfAbsent(site.code(), code -> noted(newSites, new Site(code, community.code(), site.name())));
        buildings.computeIfAbsent(
                List.of(site.code(), building.code()),
                key -> noted(newBuildings, new Building(site.code(), building.code(), building.name())));
        return true;
    }

    private static <T> T noted(List<T> list, T item) {
        list.add(item);
        return item;
    }

    /** @return with the code as name where there is none; null where wrong */
    private static Named named(CsvLine line, Column column) {
        if (!line.isGiven(column)) {
            return null;
        }
        String[] parts = line.raw(column).split("[:：]", 2);
        String code = line.code(column, Typed.plain(parts[0]));
        String name = parts.length < 2 || Typed.isBlank(parts[1]) ? code : Typed.plain(parts[1]);
        if (name != null && name.length() > 60) {
            line.wrong(column, "名称最长 60 个字");
        }
        return new Named(code, name);
    }
}
