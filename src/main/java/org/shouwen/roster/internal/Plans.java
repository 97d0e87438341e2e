package org.shouwen.roster.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.estate.CsvLine;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.Roster;

/** People in a plan. Whoever is away today may be there then; whoever has no account yet may have one, and is named. */
final class Plans {

    private Plans() {}

    /** @return the code as it is registered; the line is wrong where nobody has it, or his account is disabled */
    static String person(CsvLine line, Column column, Roster roster) {
        String code = roster.spelled(line.plainCode(column));
        if (code != null && roster.staff(code).isEmpty()) {
            line.wrong(column, "没有工号 " + code + "，请先导入员工");
        } else if (code != null && roster.shutOut().get(code) == Hindrance.DISABLED) {
            line.wrong(column, roster.nameOf(code) + "（" + code + "）的账号已停用，请换一位，或先启用账号");
        }
        return code;
    }

    /** @return a sentence for each of them who has no account */
    static List<String> without(Stream<String> staff, Roster roster, String consequence) {
        Map<String, Hindrance> out = roster.shutOut();
        return staff.distinct()
                .filter(out::containsKey)
                .map(code -> roster.nameOf(code) + "（" + code + "）没有账号，" + consequence + "，请尽快建立账号")
                .toList();
    }
}
