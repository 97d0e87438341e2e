package org.shouwen.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The articles that a basis names, law by law: 《住宅室内装饰装修管理办法》第6条第1项、第14条 names 6, 6(1) and 14. An article belongs
 * to the law named last before it.
 */
final class Citations {

    /** 住宅室内装饰装修管理办法, the ministry's decree 110. */
    static final String DECREE_110 = "住宅室内装饰装修管理办法|第?110号";

    /** 建设工程质量管理条例. */
    static final String QUALITY = "建设工程质量管理条例";

    /** 物业管理条例 of the State Council, not of a province or city. */
    static final String PROPERTY = "(?<![省市])物业管理条例";

    /** 噪声污染防治法. */
    static final String NOISE = "噪声污染防治法";

    private static final Pattern PART =
            Pattern.compile("(?<law>\\p{IsHan}+?(?:条例|办法|法典|规定|防治法|噪声法|规约|协议|默认|惯例|第?110号令?))"
                    + "|第?(?<article>\\d+|[一二三四五六七八九十百]+)条(?:第?[（(]?(?<item>\\d+|[一二三四五六七八九十]+)[）)]?[项款]?)?");
    private static final String DIGITS = "零一二三四五六七八九";

    /** Answers by basis and law: a few texts are asked a million times. */
    private static final Map<List<String>, Set<String>> READ = new ConcurrentHashMap<>();

    private Citations() {}

    /** @return articles of the law, with and without their item: 16, 16(5) */
    static Set<String> of(String basis, String law) {
        return READ.computeIfAbsent(List.of(basis, law), question -> read(basis, law));
    }

    private static Set<String> read(String basis, String law) {
        Set<String> articles = new LinkedHashSet<>();
        boolean ours = false;
        Matcher parts = PART.matcher(basis);
        while (parts.find()) {
            if (parts.group("law") != null) {
                ours = Pattern.compile(law).matcher(parts.group("law")).find();
            } else if (ours) {
                int article = number(parts.group("article"));
                articles.add(String.valueOf(article));
                if (parts.group("item") != null) {
                    articles.add(article + "(" + number(parts.group("item")) + ")");
                }
            }
        }
        return articles;
    }

    /** @return 38 of 38, and of 三十八 */
    private static int number(String written) {
        if (Character.isDigit(written.charAt(0)) && written.charAt(0) < 128) {
            return Integer.parseInt(written);
        }
        int number = 0;
        int digit = 0;
        for (char sign : written.toCharArray()) {
            if (sign == '十' || sign == '百') {
                number += Math.max(digit, 1) * (sign == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(sign);
            }
        }
        return number + digit;
    }
}
