package org.shouwen.goodsrelease;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwen.gate.Goods;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/**
 * The list of goods as people write it: a thing with its count, 纸箱 5 箱; several in a line where each has its own. What can be
 * read in two ways is refused: nothing gets on the slip that nobody wrote.
 */
final class GoodsList {

    private static final int MOST_LINES = 50;
    private static final int LONGEST_NAME = 60;

    /** Between two things of a line; a comma that a digit follows may stand within a number. */
    private static final Pattern BETWEEN = Pattern.compile("[、；;。]|[，,](?!\\s*[0-9０-９])");

    private static final String BLANK = "[\\s\\p{Z}]";
    private static final String MEASURE = "[个只件箱台张把套袋包桶组块辆条双瓶盒卷根扇架床部面盆幅捆筐车批副本支片]";

    /** Before a count without a blank or ×, and before what may belong to the name: x as in Xbox, a dash as in XR-15. */
    private static final String HAN = "(?<=[\\p{IsHan})\\]】》」”\"])";

    /** Only a measure word may follow the count: what stands behind another word is another thing, and is not to be lost. */
    private static final Pattern LINE =
            Pattern.compile("(.*?[\\p{L}\\d)\\]】》」”\"])(?:B+|B*[:×*]B*|HAN(?:B*[xX]B*|-B*|B+-B+)?)(\\d{1,4})B*M?"
                    .replace("HAN", HAN)
                    .replace("B", BLANK)
                    .replace("M", MEASURE));

    /** Numbers that are part of a name: 3号柜子, A4纸, 小米 65寸电视. Any other is the count of something else. */
    private static final Pattern PART_OF_NAME = Pattern.compile(
            "(?<=[A-Za-z]{2}|[A-WYZa-wyz])-?D|^D(?=[\\p{L}&&[^M]])|D(?=英?寸|匹|公斤|千克|厘米|毫米|(?i:kg|cm|mm|ml|l|w)(?![A-Za-z]))"
                    .replace("[^M]", MEASURE.replace("[", "[^"))
                    .replace("D", "\\d+(?:\\.\\d+)?"));

    /** What makes a count another one than is written: 约 5, 各 5, 负 5, 三点 5. */
    private static final Pattern QUALIFIED =
            Pattern.compile(".*(?:[约各每第共近至到或和及与负零一二两三四五六七八九十百千万]|(?<=[\\s零一二两三四五六七八九十百千万])[半几多点]|\\sx)");

    private GoodsList() {}

    /** @throws Refusal where a line has no name or no count, or can be read in two ways, naming it */
    static List<Goods> of(String written) {
        List<String> lines = Stream.of(written.split("[\\r\\n]+"))
                .map(Typed::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String thing : BETWEEN.split(lines.get(i))) {
                if (!Typed.isBlank(thing)) {
                    goods.add(goods(goods.size() + 1, Typed.plain(thing), "物品清单第 " + (i + 1) + " 行"));
                }
            }
        }
        if (goods.isEmpty()) {
            throw refused("请填写物品清单，每行一样，例如：纸箱 5");
        }
        if (goods.size() > MOST_LINES) {
            throw refused("物品清单最多 " + MOST_LINES + " 行，更多的请分开申请");
        }
        return goods;
    }

    /** @param where the line, as a refusal begins with it */
    private static Goods goods(int number, String text, String where) {
        Matcher parts = LINE.matcher(Typed.narrow(text));
        if (!parts.matches() || isUnclear(parts.group(1))) {
            throw refused(where + "“" + text + "”没有写数量，或者写得不清楚：一行写一样，先写名称，再写整数的件数（1 到 9999），例如：纸箱 5");
        }
        // As it was written: narrowed is only what the count is read from
        String name = text.substring(0, parts.end(1));
        int count = Integer.parseInt(parts.group(2));
        if (count == 0 || name.length() > LONGEST_NAME) {
            throw refused(where + "：名称最多 " + LONGEST_NAME + " 字，数量从 1 起");
        }
        return new Goods(number, name, count, count);
    }

    private static boolean isUnclear(String name) {
        String rest = PART_OF_NAME.matcher(name).replaceAll("");
        return QUALIFIED.matcher(name).matches() || rest.chars().anyMatch(Character::isDigit);
    }

    private static Refusal refused(String sentence) {
        return Refusal.invalid("goods-list-invalid", "details." + GoodsKind.GOODS, sentence);
    }
}
