package org.shouwen.estate;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.problem.Typed;

/** The code of a home ({@code 1-2-301}) as people say and write it: 1 号楼 2 单元 301 室, 1栋二单元301, 1#2-301, １－２－３０１. */
public final class HomeCode {

    private static final String NUMERALS = "零一二三四五六七八九";

    /** As they stand on papers of money. */
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";

    /** A room read out digit by digit: 一零二. */
    private static final Pattern ROOM_READ_OUT = Pattern.compile("[零〇一二三四五六七八九]{3,4}(?=(?:号房|室|户|房|号)?$)");

    private static final Pattern ORDINAL = Pattern.compile(
            "第(?=[0-9A-Za-z]+\\s*(?:号楼|栋|幢|座|楼|单元|门)|[" + NUMERALS + FORMAL + "十拾]+(?:号楼|栋|幢|座|楼|单元|门))");

    /** 十二、二十 before what they count. */
    private static final Pattern COUNTED =
            Pattern.compile("([二三四五六七八九贰叁肆伍陆柒捌玖]?)([十拾])?([一二三四五六七八九壹贰叁肆伍陆柒捌玖]?)(?=号楼|号院|栋|幢|座|楼|单元|门|层)");

    /** A room said as a number: 一千零五, 三百零二. */
    private static final Pattern ROOM_COUNTED = Pattern.compile(
            "(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?(?=(?:号房|室|户|房|号)?$)");

    private static final String BUILDING = "\\s*(?:号楼|#楼|楼栋|栋|幢|座|楼|#|号(?=\\s*\\d))\\s*";
    private static final Pattern BUILDING_NAMED = Pattern.compile("[0-9A-Za-z]" + BUILDING);

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+(?:-[0-9A-Za-z]+){0,3}-?");

    /** Behind the name of the estate or the site: 东苑 1-1-102. */
    private static final Pattern NAMED_CODE =
            Pattern.compile("(\\p{IsHan}[\\p{IsHan}-]*?)-?((?:[0-9A-Za-z]+-){1,3}[0-9A-Za-z]*)");

    private HomeCode() {}

    /**
     * @param name what stands before the code, the name of an estate or a site as somebody calls it; "" where nothing does
     * @param start the code, as far as it was said; the text itself, at normal width, where it is said in no such way
     */
    public record Said(String name, String start) {

        /** @param where the full name of the place that the code is looked for at: 首问花园东苑 */
        public boolean isAt(String where) {
            return bare(where).contains(bare(name).replaceFirst("(?:住宅)?(?:小区|社区)$", ""));
        }

        private static String bare(String name) {
            return name.replaceAll("[\\s\\p{Z}\\p{Punct}·、，]", "");
        }
    }

    /** @return the code, or the text itself, at normal width, where it is said in no such way; null of null */
    public static String of(String said) {
        return said == null ? null : start(said).replaceFirst("-$", "");
    }

    /** @return the same of a text that may end before the room does, as who searches types it: 1号楼 is {@code 1-} */
    public static String start(String said) {
        return read(said).start();
    }

    /** @return the same, and in whose name: another site may have a home of that code */
    public static Said read(String said) {
        String text = Typed.dashed(said);
        String code = COUNTED.matcher(ORDINAL.matcher(text).replaceAll("")).replaceAll(HomeCode::digits);
        code = ROOM_COUNTED.matcher(code).replaceAll(HomeCode::number);
        code = code.replaceFirst("(?<=单元)\\s*(\\d)\\s(\\d)\\s(\\d)(?:\\s(\\d))?$", "$1$2$3$4");
        code = ROOM_READ_OUT.matcher(code).replaceAll(read -> readOut(read.group()));
        Matcher named = BUILDING_NAMED.matcher(code);
        String name = "";
        if (named.find()) {
            // What stands before the building is the name of the estate
            name = code.substring(0, named.start() + 1).replaceFirst("[0-9A-Za-z]+$", "");
            code = code.substring(name.length());
        }
        code = code.replaceFirst(BUILDING, "-")
                .replaceFirst("\\s*(?:单元|门洞|门|梯)\\s*", "-")
                .replaceFirst("(?<=-)\\d{1,2}\\s*[层楼]\\s*(?=\\d{3})", "")
                .replaceFirst("\\s*(?:号房|室|户|房|号)$", "")
                .replaceAll("[\\s\\p{Z}./、,，。·_]+", "-")
                .replaceAll("-{2,}", "-");
        Matcher behind = NAMED_CODE.matcher(code);
        if (CODE.matcher(code).matches()) {
            return new Said(name, code);
        }
        return behind.matches() ? new Said(name + behind.group(1), behind.group(2)) : new Said("", text);
    }

    /** @return the code without the zeros that some write before its numbers: 01-01-0102 is 1-1-102; 0102 alone ends a phone */
    public static String withoutZeros(String code) {
        return code.contains("-") ? code.replaceAll("(?<![0-9A-Za-z])0+(?=[0-9])", "") : code;
    }

    private static String readOut(String numerals) {
        return numerals.replace('〇', '零')
                .chars()
                .mapToObj(numeral -> String.valueOf(NUMERALS.indexOf(numeral)))
                .collect(Collectors.joining());
    }

    private static String digits(MatchResult counted) {
        if (counted.group().isEmpty()) {
            return "";
        }
        boolean ten = counted.group(2) != null;
        int units = numeral(counted.group(3));
        if (!ten) {
            // 二 is one numeral, 二三 are two
            boolean one = counted.group(1).isEmpty() || counted.group(3).isEmpty();
            return one ? String.valueOf(numeral(counted.group(1)) + units) : Matcher.quoteReplacement(counted.group());
        }
        int tens = counted.group(1).isEmpty() ? 1 : numeral(counted.group(1));
        return String.valueOf(tens * 10 + units);
    }

    private static String number(MatchResult counted) {
        if (counted.group(1) == null && counted.group(2) == null) {
            return Matcher.quoteReplacement(counted.group());
        }
        int tens = counted.group(4) == null ? 0 : counted.group(3) == null ? 1 : numeral(counted.group(3));
        return String.valueOf(numeral(counted.group(1)) * 1000
                + numeral(counted.group(2)) * 100
                + tens * 10
                + numeral(counted.group(5)));
    }

    private static int numeral(String numeral) {
        return numeral == null || numeral.isEmpty() ? 0 : Math.max(NUMERALS.indexOf(numeral), FORMAL.indexOf(numeral));
    }
}
