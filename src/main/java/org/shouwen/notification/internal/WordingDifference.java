package org.shouwen.notification.internal;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;

/** What one wording says otherwise than another, line by line, in words. */
final class WordingDifference {

    private static final String SUBJECT = "标题";
    private static final String TEXT = "文字";

    private WordingDifference() {}

    static Difference of(Text before, Text after) {
        List<Line> lines = new ArrayList<>();
        if (!before.subject().equals(after.subject())) {
            lines.add(line(What.CHANGED, SUBJECT, before.subject(), after.subject()));
        }
        lines.addAll(body(before.body().split("\n", -1), after.body().split("\n", -1)));
        return new Difference(List.copyOf(lines));
    }

    private static List<Line> body(String[] before, String[] after) {
        int[][] same = common(before, after);
        List<Line> lines = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        int from = 0;
        int i = 0;
        int j = 0;
        while (i < before.length || j < after.length) {
            if (i < before.length && j < after.length && before[i].equals(after[j])) {
                said(gone, come, from, lines);
                i++;
                j++;
                from = j;
            } else if (j < after.length && (i == before.length || same[i][j + 1] >= same[i + 1][j])) {
                come.add(after[j++]);
            } else {
                gone.add(before[i++]);
            }
        }
        said(gone, come, from, lines);
        return lines;
    }

    /** @return how many lines the rests from there on have in common */
    private static int[][] common(String[] before, String[] after) {
        int[][] same = new int[before.length + 1][after.length + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j = after.length - 1; j >= 0; j--) {
                same[i][j] =
                        before[i].equals(after[j]) ? same[i + 1][j + 1] + 1 : Math.max(same[i + 1][j], same[i][j + 1]);
            }
        }
        return same;
    }

    /** One line stands for another where there are as many. */
    private static void said(List<String> gone, List<String> come, int from, List<Line> lines) {
        for (int n = 0; n < Math.max(gone.size(), come.size()); n++) {
            String one = n < gone.size() ? gone.get(n) : null;
            String other = n < come.size() ? come.get(n) : null;
            What what = one == null ? What.ADDED : other == null ? What.REMOVED : What.CHANGED;
            lines.add(line(what, "正文第 " + (from + n + 1) + " 行", seen(one), seen(other)));
        }
        gone.clear();
        come.clear();
    }

    private static String seen(String line) {
        return line != null && line.isEmpty() ? "（空行）" : line;
    }

    private static Line line(What what, String where, String before, String after) {
        return new Line(what, "", where, "", List.of(new Cell(TEXT, before, after)));
    }
}
