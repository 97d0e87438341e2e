package org.shouwen.gate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/**
 * A line of goods on a paper, counted off over as many trips as it takes.
 *
 * @param line its number on the paper, from 1
 * @param left how many have not passed yet
 */
public record Goods(int line, String what, int listed, int left) {

    private static final int MOST = 999_999;

    /**
     * @param counts how many of each are to pass now, by line; a line that is not named stays
     * @return the lines after that
     * @throws Refusal where more would pass than is left, something that is not listed, or nothing at all
     */
    public static List<Goods> without(List<Goods> lines, Map<Integer, Integer> counts) {
        counts.keySet().stream()
                .filter(line -> lines.stream().noneMatch(goods -> goods.line() == line))
                .findFirst()
                .ifPresent(line -> {
                    throw Refusal.invalid("gate-not-listed", "counts", "清单上没有第 " + line + " 项");
                });
        List<Goods> after = lines.stream()
                .map(goods -> goods.without(counts.getOrDefault(goods.line(), 0)))
                .toList();
        if (after.equals(lines)) {
            throw Refusal.invalid("gate-nothing-counted", "counts", "请填这次放行几件");
        }
        return after;
    }

    /** @throws Refusal where it is no count */
    public static int count(String written) {
        return Typed.whole(written, 0, MOST).orElseThrow(Goods::notACount);
    }

    private static Refusal notACount() {
        return Refusal.invalid("gate-count-invalid", "counts", "放行的件数须为数字，例如 2");
    }

    private Goods without(int count) {
        if (count < 0) {
            throw notACount();
        }
        if (count > left) {
            throw Refusal.notPossibleNow(
                    "gate-more-than-listed",
                    "清单上的%s共 %d 件，%s，不能放行 %d 件"
                            .formatted(what, listed, left == 0 ? "已经全部放行" : "还剩 " + left + " 件", count));
        }
        return new Goods(line, what, listed, left - count);
    }

    /** @return 纸箱 3 件、冰箱 1 件: what of it has not passed; "" where all has */
    public static String left(List<Goods> lines) {
        return lines.stream()
                .filter(goods -> goods.left() > 0)
                .map(goods -> goods.what() + " " + goods.left() + " 件")
                .collect(Collectors.joining("、"));
    }
}
