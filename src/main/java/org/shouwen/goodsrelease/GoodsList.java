package org.shouwen.goodsrelease;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.gate.Goods;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/** The list of goods as people write it: one thing a line with its count, 纸箱 5 箱. */
final class GoodsList {

    private static final int MOST_LINES = 50;
    private static final int LONGEST_NAME = 60;
    /** Only a measure word may follow the count: what stands behind another word is another thing, and is not to be lost. */
    private static final Pattern LINE = Pattern.compile(
            "(.+?)[\\s\u3000:×xX*-]*(?<!\\d)(\\d{1,4})[\\s\u3000]*[个只件箱台张把套袋包桶组块辆条双瓶盒卷根扇架床部面盆幅捆筐车批副本支片]?");

    private GoodsList() {}

    /** @throws Refusal where a line has no name or no count, naming it */
    static List<Goods> of(String written) {
        List<String> lines = Stream.of(written.split("[\\r\\n；;]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            throw refused("请填写物品清单，每行一样，例如：纸箱 5");
        }
        if (lines.size() > MOST_LINES) {
            throw refused("物品清单最多 " + MOST_LINES + " 行，更多的请分开申请");
        }
        return IntStream.range(0, lines.size())
                .mapToObj(i -> line(i + 1, lines.get(i)))
                .toList();
    }

    private static Goods line(int number, String text) {
        Matcher parts = LINE.matcher(Typed.narrow(text));
        if (!parts.matches()) {
            throw refused("物品清单第 " + number + " 行“" + text + "”没有写数量，例如：纸箱 5");
        }
        String name = Typed.plain(parts.group(1));
        int count = Integer.parseInt(parts.group(2));
        if (count == 0 || name.length() > LONGEST_NAME) {
            throw refused("物品清单第 " + number + " 行：名称最多 " + LONGEST_NAME + " 字，数量从 1 起");
        }
        return new Goods(number, name, count, count);
    }

    private static Refusal refused(String sentence) {
        return Refusal.invalid("goods-list-invalid", "details." + GoodsKind.GOODS, sentence);
    }
}
