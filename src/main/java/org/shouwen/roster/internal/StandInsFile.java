package org.shouwen.roster.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.ImportReport;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.roster.StandIn;

/** The pairs of the posts that the file names: they replace theirs as a whole; used once. */
class StandInsFile {

    private static final Column POST = new Column("post", "岗位");
    private static final Column STAFF = new Column("staff", "工号");
    private static final Column SUBSTITUTE = new Column("substitute", "替代人");
    private static final Column TURN = new Column("turn", "次序");
    static final Column[] COLUMNS = {POST, STAFF, SUBSTITUTE, TURN};

    private final CsvImport file;
    private final Roster roster;
    private final StandInTable table;
    private final Map<String, Long> lineOfPair = new HashMap<>();
    private final List<StandIn> pairs = new ArrayList<>();
    private final List<CsvLine> lines = new ArrayList<>();

    StandInsFile(CsvImport file, Roster roster, StandInTable table) {
        this.file = file;
        this.roster = roster;
        this.table = table;
    }

    /** @return a report; where it has errors the caller rolls back, because circles show only when pairs are stored */
    ImportReport takeOver() {
        file.lines().forEach(this::read);
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        int replaced = pairs.stream().map(StandIn::post).collect(Collectors.toSet()).stream()
                .mapToInt(table::removeAllOf)
                .sum();
        for (int i = 0; i < pairs.size(); i++) {
            try {
                roster.addStandIn(pairs.get(i));
            } catch (Refusal refusal) {
                lines.get(i).wrong(SUBSTITUTE, refusal.getMessage());
            }
        }
        return file.isClean()
                ? ImportReport.done(pairs.size(), replaced)
                        .noting(Plans.without(pairs.stream().map(StandIn::substitute), roster, "不能替代别人，会被跳过"))
                : ImportReport.refused(file);
    }

    private void read(CsvLine line) {
        String post = line.plainCode(POST);
        if (post != null && roster.post(post).isEmpty()) {
            line.wrong(POST, "没有岗位 " + post + "，请先导入岗位");
        }
        String staff = Plans.person(line, STAFF, roster);
        String substitute = Plans.person(line, SUBSTITUTE, roster);
        Integer turn = line.isGiven(TURN) ? line.number(TURN) : null;
        line.unique(SUBSTITUTE, post + " " + staff + " " + substitute, lineOfPair);
        if (line.isClean()) {
            pairs.add(new StandIn(post, staff, substitute, turn));
            lines.add(line);
        }
    }
}
