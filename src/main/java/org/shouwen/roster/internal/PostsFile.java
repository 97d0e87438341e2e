package org.shouwen.roster.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.Estate;
import org.shouwen.estate.ImportReport;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;

/** A file of posts on its way into the tables; used once. */
class PostsFile {

    private static final Column CODE = new Column("code", "岗位");
    private static final Column SITE = new Column("site", "服务点");
    private static final Column NAME = new Column("name", "名称");
    private static final Column DUTY = new Column("duty", "职责");
    private static final Column TRADES = new Column("trades", "工种");
    static final Column[] COLUMNS = {CODE, SITE, NAME, DUTY, TRADES};

    private final CsvImport file;
    private final Set<String> sites;
    private final PostTable table;
    private final Map<String, Long> lineOfPost = new HashMap<>();
    private final List<Post> posts = new ArrayList<>();

    PostsFile(CsvImport file, Estate estate, PostTable table) {
        this.file = file;
        this.sites = Set.copyOf(estate.sites());
        this.table = table;
    }

    ImportReport takeOver() {
        file.lines().forEach(this::read);
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        Set<String> known = table.codes();
        return ImportReport.taken(posts, post -> known.contains(post.code()), table::insert, table::update);
    }

    private void read(CsvLine line) {
        String code = line.unique(CODE, line.plainCode(CODE), lineOfPost);
        String site = line.code(SITE);
        if (site != null && !sites.contains(site)) {
            line.wrong(SITE, "没有登记服务点 " + site + "，请先导入房屋");
        }
        String name = line.required(NAME, 60);
        Duty duty = line.code(DUTY, Duty.class, Duty::label);
        Set<String> trades = trades(line, duty);
        if (line.isClean()) {
            posts.add(new Post(code, site, name, duty, trades));
        }
    }

    private static Set<String> trades(CsvLine line, Duty duty) {
        Set<String> trades = new HashSet<>();
        for (String trade : line.list(TRADES)) {
            String code = line.plainCode(TRADES, trade);
            if (code != null) {
                trades.add(code.toUpperCase(Locale.ROOT));
            }
        }
        if (duty == Duty.TECHNICIAN && line.raw(TRADES).isEmpty()) {
            line.wrong(TRADES, "维修工岗位至少要有一个工种");
        } else if (duty != null && duty != Duty.TECHNICIAN && !trades.isEmpty()) {
            line.wrong(TRADES, "只有维修工岗位有工种");
        }
        return trades;
    }
}
