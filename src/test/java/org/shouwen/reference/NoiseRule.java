package org.shouwen.reference;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * D7 (rules 4.9; Shanghai by 4.16 no. 15, Shandong by no. 18): the minutes of a day in which a city forbids the noise of
 * renovations.
 */
final class NoiseRule implements Rule {

    private static final int DAY = 24 * 60;
    private static final Pattern SPAN = Pattern.compile("(\\d+):(\\d+)-(\\d+):(\\d+)");

    @Override
    public String table() {
        return "renovationHours";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of("city", Values.CITIES, "dayKind", List.of("WORKING_DAY", "REST_DAY", "HOLIDAY"));
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        String city = (String) asked.facts().get("city");
        BitSet minutes = forbidden(city, (String) asked.facts().get("dayKind"));
        return Map.of(
                "forbidden",
                new Wanted(minutes.cardinality() + " minutes forbidden", answer -> minutes.equals(read(answer))),
                "basis",
                basis(city));
    }

    /** @return minutes of a day of the kind, by number since midnight */
    static BitSet forbidden(String city, String dayKind) {
        boolean working = dayKind.equals("WORKING_DAY");
        return switch (city) {
            case "BEIJING", "SHENZHEN" -> working ? hours(12, 14, 18, 8) : hours(0, 24);
            case "SHANGHAI" -> dayKind.equals("HOLIDAY") ? hours(0, 24) : hours(18, 8);
            case "HANGZHOU" -> hours(12, 14, 20, 8);
            case "NINGBO", "XUCHANG" -> hours(12, 14, 20, 7);
            case "HUZHOU" -> hours(20, 8);
            case "SHANDONG" -> hours(12, 14, 22, 6);
            default -> hours(22, 6);
        };
    }

    private static Wanted basis(String city) {
        return switch (city) {
            case "BEIJING" -> Wanted.cites("北京市环境噪声污染防治办法", "35");
            case "SHANGHAI" -> Wanted.cites("上海市社会生活噪声污染防治办法", "12").and(Wanted.says("待核"));
            case "SHENZHEN" -> Wanted.says("待核"); // a web page only
            case "HANGZHOU" -> Wanted.cites("杭州市环境噪声管理条例", "37");
            case "NINGBO" -> Wanted.cites("宁波市环境污染防治规定", "23(4)");
            case "HUZHOU" -> Wanted.cites("湖州市文明行为促进条例", "14");
            case "XUCHANG" -> Wanted.cites("许昌市文明行为促进条例", "17");
            case "SHANDONG" ->
                Wanted.cites("山东省环境噪声污染防治条例", "33")
                        .and(Wanted.notBy("山东省环境噪声污染防治条例", "42")); // a fine would be by 38(三)
            default -> Wanted.cites(Citations.NOISE, "66", "88");
        };
    }

    /** @param bounds first and last hour of each span; one that ends before it begins is evening and early morning of the day */
    private static BitSet hours(int... bounds) {
        BitSet minutes = new BitSet(DAY);
        for (int i = 0; i < bounds.length; i += 2) {
            set(minutes, bounds[i] * 60, bounds[i + 1] * 60);
        }
        return minutes;
    }

    private static BitSet read(Object written) {
        BitSet minutes = new BitSet(DAY);
        SPAN.matcher(String.valueOf(written)).results().forEach(span -> set(minutes, minute(span, 1), minute(span, 3)));
        return minutes;
    }

    private static int minute(MatchResult span, int group) {
        return Integer.parseInt(span.group(group)) * 60 + Integer.parseInt(span.group(group + 1));
    }

    private static void set(BitSet minutes, int from, int to) {
        if (from < to) {
            minutes.set(from, to);
        } else {
            minutes.set(from, DAY);
            minutes.set(0, to);
        }
    }
}
