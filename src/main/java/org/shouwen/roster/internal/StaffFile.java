package org.shouwen.roster.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.estate.ImportReport;
import org.shouwen.roster.Postings;
import org.shouwen.roster.Staff;

/** A file of staff on its way into the tables; used once. */
class StaffFile {

    private static final Column CODE = new Column("code", "工号");
    private static final Column NAME = new Column("name", "姓名");
    private static final Column PHONE = new Column("phone", "电话");
    private static final Column EMAIL = new Column("email", "邮箱");
    private static final Column POSTS = new Column("posts", "岗位");
    static final Column[] COLUMNS = {CODE, NAME, PHONE, EMAIL, POSTS};

    private final CsvImport file;
    private final Set<String> posts;
    private final StaffTable table;
    private final Map<String, String> known;
    private final Postings postings;
    private final Map<String, Long> lineOfStaff = new HashMap<>();
    private final List<Staff> staff = new ArrayList<>();
    private final Map<String, Set<String>> postsByStaff = new LinkedHashMap<>();

    StaffFile(CsvImport file, PostTable postTable, StaffTable table, Postings postings) {
        this.file = file;
        this.posts = postTable.codes();
        this.table = table;
        this.known = table.spellings();
        this.postings = postings;
    }

    ImportReport takeOver() {
        file.lines().forEach(this::read);
        if (!file.isClean()) {
            return ImportReport.refused(file);
        }
        ImportReport report =
                ImportReport.taken(staff, person -> known.containsValue(person.code()), table::insert, table::update);
        table.replacePosts(postsByStaff);
        return report;
    }

    private void read(CsvLine line) {
        String code = line.plainCode(CODE);
        if (code != null) {
            line.unique(CODE, StaffTable.folded(code), lineOfStaff);
            String spelling = known.getOrDefault(StaffTable.folded(code), code);
            if (!spelling.equals(code)) {
                line.wrong(CODE, "已有工号 " + spelling + "，工号不分大小写，请照原样写");
            }
        }
        String name = line.name(NAME, 60);
        String phone = line.phone(PHONE);
        String email = line.email(EMAIL);
        Set<String> held = line.list(POSTS);
        for (String post : held) {
            if (!posts.contains(post)) {
                line.wrong(POSTS, "没有岗位 " + post + "，请先导入岗位");
            }
        }
        if (line.isClean() && !held.isEmpty()) {
            postings.keptFrom(code, held).ifPresent(open -> line.wrong(POSTS, open));
        }
        if (line.isClean()) {
            staff.add(new Staff(code, name, phone, email));
            if (!held.isEmpty()) {
                postsByStaff.put(code, held);
            }
        }
    }
}
