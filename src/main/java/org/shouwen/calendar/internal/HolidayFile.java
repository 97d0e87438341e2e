package org.shouwen.calendar.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.calendar.internal.HolidayNotice.Day;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/**
 * The holidays of a year as people have them: the State Council's notice itself, a list (CSV) of date, festival and 休 or 班, or
 * a calendar file (ICS). What contradicts itself is refused, for a day too few moves every limit across it.
 */
final class HolidayFile {

    private static final Pattern YEAR =
            Pattern.compile("(\\d{4})\\s*年\\s*(?:部分)?节假日|^\\D*?(\\d{4})\\s*年(?!\\s*\\d+\\s*月)");
    private static final Pattern NUMBER = Pattern.compile("国办发明电〔\\d{4}〕\\d+号");

    /** Where a paragraph of the notice begins: 一、元旦：… */
    private static final Pattern FESTIVAL = Pattern.compile("[一二三四五六七八九十]{1,3}、([\\p{IsHan}、]{2,20}):");

    /** Whatever stands behind is the page's, not the notice's. */
    private static final Pattern SIGNATURE = Pattern.compile("国务院办公厅\\d{4}年\\d{1,2}月\\d{1,2}日");

    private static final Pattern DATE = Pattern.compile("(?:(?:(\\d{4})年)?(\\d{1,2})月)?(\\d{1,2})日(?:（([^）]{0,40})）)?");
    private static final Pattern UNTIL = Pattern.compile("[至到~〜～—–-]{1,2}");
    private static final Pattern IS_OFF = Pattern.compile("(?:调休)?放假(?:调休|公休)?|补休|休息");
    private static final Pattern IS_WORKING = Pattern.compile("(?:调休|正常|照常)?(?:上班|补班)");
    private static final Pattern COUNT = Pattern.compile("共?(\\d{1,2})天");

    /** Says nothing of a day. */
    private static final Pattern BETWEEN = Pattern.compile("与周末连休|不?调休|[,、和及与（）]");

    /** A sentence that has none of them, as 请遵照执行, moves no day. */
    private static final Pattern OF_DAYS = Pattern.compile("[\\d休班假周初]|星期");

    private static final Pattern MOVES_A_DAY =
            Pattern.compile(DATE.pattern() + "(?:" + IS_OFF.pattern() + "|" + IS_WORKING.pattern() + ")");
    private static final String RECOMMENDED = "鼓励";
    private static final String CLOSING = "节假日期间";
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");
    private static final String WEEK = "一二三四五六日";
    private static final int MOST_DAYS = 15;

    /** A notice has a thousand signs. */
    private static final int LONGEST_NOTICE = 20_000;

    private static final int LONGEST_QUOTED = 40;

    private static final Set<String> OFF = Set.of("休", "放假", "休息", "假期", "假", "法定节假日");
    private static final Set<String> WORKING = Set.of("班", "上班", "补班", "调休上班", "工作日");

    private final String text;

    private HolidayFile(String text) {
        this.text = text;
    }

    /**
     * @param content of the file, or what was pasted
     * @throws Refusal in a sentence that says what to do
     */
    static HolidayNotice read(String content) {
        String text = Typed.plain(content == null ? "" : content.replaceFirst("^\\uFEFF", ""));
        if (!Typed.canBeKept(text)) {
            throw refusal("放假安排里有不能保存的字符，请选文本文件，或者从网页上重新复制");
        }
        if (text.isEmpty()) {
            throw refusal("放假安排是空的，请贴上国务院办公厅的通知，或者选一个文件");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return HolidayNotice.parse(text);
        }
        HolidayFile file = new HolidayFile(text);
        if (text.startsWith("BEGIN:VCALENDAR")) {
            return file.calendar();
        }
        String first = text.lines().findFirst().orElse("");
        // 节假日期间, in a notice of one line, is no heading
        return cells(first).contains("日期") ? file.list() : file.notice();
    }

    // ---- the notice itself

    private HolidayNotice notice() {
        if (text.length() > LONGEST_NOTICE) {
            throw refusal("放假安排的通知没有这么长（最多 " + LONGEST_NOTICE + " 个字），请只贴通知本身");
        }
        String said = Typed.narrow(text).replace("(", "（").replace(")", "）").replaceAll("[ \\t\\u00a0\\u3000]+", "");
        Matcher title = YEAR.matcher(said);
        if (!title.find()) {
            throw refusal("没有写是哪一年的放假安排，请连通知的标题（国务院办公厅关于…年部分节假日安排的通知）一起贴上");
        }
        int year = Integer.parseInt(Optional.ofNullable(title.group(1)).orElse(title.group(2)));
        Map<LocalDate, Day> days = new LinkedHashMap<>();
        String line = said.replaceAll("[\\r\\n]+", "");
        List<MatchResult> festivals = FESTIVAL.matcher(line).results().toList();
        for (int i = 0; i < festivals.size(); i++) {
            MatchResult festival = festivals.get(i);
            int end = i + 1 < festivals.size() ? festivals.get(i + 1).start() : line.length();
            new Paragraph(festival.group(1), year)
                    .read(line.substring(festival.end(), end))
                    .forEach(day -> add(days, day));
        }
        if (days.isEmpty()) {
            throw refusal("没有找到哪天放假、哪天上班，请贴通知里“一、元旦：1月1日（周四）…”那几段");
        }
        Matcher before = MOVES_A_DAY.matcher(line.substring(0, festivals.get(0).start()));
        if (before.find()) {
            throw refusal("“" + before.group() + "”不在哪个节日的那一段里，每段要写成“一、元旦：…”");
        }
        Matcher number = NUMBER.matcher(said);
        return notice(year, days, number.find() ? number.group() : "");
    }

    private static HolidayNotice notice(int year, Map<LocalDate, Day> days, String number) {
        return HolidayNotice.of(
                year, ("国务院办公厅关于" + year + "年部分节假日安排的通知 " + number).strip(), List.copyOf(days.values()));
    }

    private static String quoted(String said) {
        return "“" + (said.length() > LONGEST_QUOTED ? said.substring(0, LONGEST_QUOTED) + "…" : said) + "”";
    }

    /** What a notice says of one festival; what of it cannot be read is refused, for a day left out moves limits silently. */
    private record Paragraph(String festival, int year) {

        List<Day> read(String said) {
            Matcher signature = SIGNATURE.matcher(said);
            List<Day> days = new ArrayList<>();
            boolean closing = false;
            for (String sentence : (signature.find() ? said.substring(0, signature.start()) : said).split("[。;]")) {
                closing |= sentence.startsWith(CLOSING);
                if (closing
                        ? MOVES_A_DAY.matcher(sentence).find()
                        : OF_DAYS.matcher(sentence).find()) {
                    days.addAll(new Sentence(this, binding(sentence)).days());
                }
            }
            return days;
        }

        /** What is but recommended (鼓励…) makes no day off. */
        private String binding(String sentence) {
            int recommended = sentence.indexOf(RECOMMENDED);
            if (recommended < 0) {
                return sentence;
            }
            if (IS_WORKING.matcher(sentence.substring(recommended)).find()) {
                throw refusal(festival + "：看不出" + quoted(sentence) + "里哪天上班，请把“鼓励…”另写一句");
            }
            return sentence.substring(0, recommended);
        }
    }

    /** Dates, and behind them whether they are off or worked; once or several times. */
    private static final class Sentence {

        private final Paragraph of;
        private final String said;
        private final Matcher at;
        private final List<Day> days = new ArrayList<>();
        private final List<LocalDate> open = new ArrayList<>();
        private LocalDate last;
        private int place;

        Sentence(Paragraph of, String said) {
            this.of = of;
            this.said = said;
            this.at = DATE.matcher(said);
        }

        List<Day> days() {
            while (place < said.length()) {
                if (is(DATE)) {
                    date(false);
                    if (is(UNTIL)) {
                        if (!is(DATE)) {
                            throw unread();
                        }
                        date(true);
                    }
                } else if (is(IS_OFF)) {
                    close(true);
                } else if (is(IS_WORKING)) {
                    close(false);
                } else if (is(COUNT)) {
                    count();
                } else if (!is(BETWEEN)) {
                    throw unread();
                }
            }
            if (!open.isEmpty()) {
                throw refusal(of.festival() + "：没有写" + open.get(0) + "是放假还是上班：" + quoted(said));
            }
            return days;
        }

        private boolean is(Pattern token) {
            boolean here = at.usePattern(token).region(place, said.length()).lookingAt();
            place = here ? at.end() : place;
            return here;
        }

        private void date(boolean range) {
            LocalDate day = day(at, last, of.year(), of.festival());
            if (range) {
                if (!day.isAfter(last) || last.plusDays(MOST_DAYS).isBefore(day)) {
                    throw refusal(of.festival() + "：" + quoted(said) + "里从 " + last + " 到 " + day + " 不是一段放假的日子");
                }
                last.plusDays(1).datesUntil(day).forEach(open::add);
            }
            open.add(day);
            last = day;
        }

        private void close(boolean off) {
            if (open.isEmpty()) {
                throw refusal(of.festival() + "：没有写是哪几天" + at.group() + "：" + quoted(said));
            }
            open.forEach(day -> days.add(new Day(of.festival(), day, off)));
            open.clear();
        }

        /** Of all that are off, before the word or behind it. */
        private void count() {
            long counted = open.size() + days.stream().filter(Day::isOffDay).count();
            if (Integer.parseInt(at.group(1)) != counted) {
                throw refusal(of.festival() + "：写的是" + at.group() + "，日期数下来是 " + counted + " 天，请对照通知改正");
            }
        }

        private Refusal unread() {
            return refusal(
                    of.festival() + "：看不懂" + quoted(said.substring(place)) + "，请写成“1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。”");
        }
    }

    private static LocalDate day(Matcher date, LocalDate before, int year, String festival) {
        int month = date.group(2) != null
                ? Integer.parseInt(date.group(2))
                : Optional.ofNullable(before)
                        .map(LocalDate::getMonthValue)
                        .orElseThrow(() -> refusal(festival + "：“" + date.group() + "”没有写是几月"));
        // 2022年12月30日、31日 are both of 2022, whatever the notice's year is
        int same = before != null && before.getMonthValue() == month ? before.getYear() : year;
        int of = date.group(1) != null ? Integer.parseInt(date.group(1)) : same;
        LocalDate day;
        try {
            day = LocalDate.of(of, month, Integer.parseInt(date.group(3)));
        } catch (DateTimeException e) {
            throw refusal(festival + "：" + of + " 年没有“" + date.group().replaceAll("（.*", "") + "”这一天");
        }
        Matcher weekday = WEEKDAY.matcher(Optional.ofNullable(date.group(4)).orElse(""));
        if (weekday.find()) {
            DayOfWeek said = DayOfWeek.of(WEEK.indexOf(weekday.group(1).replace('天', '日')) + 1);
            if (said != day.getDayOfWeek()) {
                throw refusal(festival + "：" + day + " 是" + "周"
                        + WEEK.charAt(day.getDayOfWeek().getValue() - 1) + "，写的却是" + weekday.group() + "，请看是不是别的年份的通知");
            }
        }
        return day;
    }

    /** Said twice alike is said once. */
    private static void add(Map<LocalDate, Day> days, Day day) {
        Day before = days.putIfAbsent(day.date(), day);
        if (before != null && before.isOffDay() != day.isOffDay()) {
            throw refusal(
                    day.date() + " 写了两次，" + before.name() + "说" + said(before) + "，" + day.name() + "说" + said(day));
        }
    }

    private static String said(Day day) {
        return day.isOffDay() ? "放假" : "上班";
    }

    // ---- lists

    private HolidayNotice list() {
        Map<LocalDate, Day> days = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        List<String> heads = cells(lines.get(0));
        int date = heads.indexOf("日期");
        int name = column(heads, "节日", "名称", "节日名称");
        int kind = column(heads, "休班", "休或班", "类型", "安排");
        int source = heads.indexOf("出处");
        String paper = "";
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (String.join("", cells).isBlank()) {
                continue;
            }
            String line = "第 " + (i + 1) + " 行";
            if (cells.size() <= Math.max(date, Math.max(name, kind))) {
                throw refusal(line + "少了一列，每行要有日期、节日、休或班");
            }
            LocalDate day = Typed.dateOfASheet(cells.get(date))
                    .orElseThrow(() -> refusal(line + "的日期“" + cells.get(date) + "”不存在，写成 2027-01-01"));
            add(days, new Day(cells.get(name), day, isOff(cells.get(kind), line)));
            paper = source >= 0 && source < cells.size() ? cells.get(source) : paper;
        }
        HolidayNotice list = ofOneYear(days);
        return paper.isEmpty() ? list : HolidayNotice.of(list.year(), paper, list.days());
    }

    private static List<String> cells(String line) {
        return List.of(line.split("[,，;；\\t]", -1)).stream()
                .map(cell -> Typed.plain(cell).replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    private static int column(List<String> heads, String... names) {
        for (String name : names) {
            if (heads.contains(name)) {
                return heads.indexOf(name);
            }
        }
        throw refusal("第 1 行须是表头：日期,节日,休班；没有找到“" + names[0] + "”");
    }

    private static boolean isOff(String said, String place) {
        if (OFF.contains(said) || WORKING.contains(said)) {
            return OFF.contains(said);
        }
        throw refusal(place + "没有写清是休还是班：“" + said + "”");
    }

    // ---- calendar files

    private HolidayNotice calendar() {
        Map<LocalDate, Day> days = new LinkedHashMap<>();
        Map<String, String> event = null;
        for (String line : text.replaceAll("\\r?\\n[ \\t]", "").lines().toList()) {
            if (line.startsWith("BEGIN:VEVENT")) {
                event = new LinkedHashMap<>();
            } else if (line.startsWith("END:VEVENT") && event != null) {
                event(event).forEach(day -> add(days, day));
                event = null;
            } else if (event != null && line.contains(":")) {
                event.put(
                        line.split("[;:]", 2)[0],
                        line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (days.isEmpty()) {
            throw refusal("日历文件里没有放假、上班的日子");
        }
        return ofOneYear(days);
    }

    private static List<Day> event(Map<String, String> event) {
        String name = event.getOrDefault("SUMMARY", "");
        if (event.containsKey("RRULE") || event.containsKey("RDATE")) {
            throw refusal("“" + name + "”每年重复，不是某一年的放假安排；放假安排每年公布一次，请用写明日期的日历文件");
        }
        LocalDate from = icsDate(event.getOrDefault("DTSTART", ""), name);
        LocalDate until = event.containsKey("DTEND") ? icsDate(event.get("DTEND"), name) : from.plusDays(1);
        if (!until.isAfter(from) || from.plusDays(MOST_DAYS).isBefore(until)) {
            throw refusal("“" + name + "”从 " + from + " 到 " + until + "，不是一段放假的日子");
        }
        boolean working = name.contains("班");
        if (!working && !name.contains("休") && !name.contains("假")) {
            throw refusal("“" + name + "”（" + from + "）没有写清是休还是班");
        }
        String festival = name.replaceAll("[（(\\[【].*", "")
                .replaceAll("(放假|休息|休假|补班|上班|调休|休|班)", "")
                .strip();
        return from.datesUntil(until)
                .map(day -> new Day(festival.isEmpty() ? name : festival, day, !working))
                .toList();
    }

    private static LocalDate icsDate(String written, String name) {
        return Typed.date(written.replaceFirst("^(\\d{4})(\\d{2})(\\d{2}).*", "$1-$2-$3"))
                .orElseThrow(() -> refusal("“" + name + "”的日期“" + written + "”不存在"));
    }

    /** Most of its days; a notice reaches into the December before, which HolidayNotice sees to. */
    private static HolidayNotice ofOneYear(Map<LocalDate, Day> days) {
        Set<Integer> years = new TreeSet<>();
        days.keySet().forEach(day -> years.add(day.getYear()));
        if (years.isEmpty()) {
            throw refusal("文件里一天也没有");
        }
        int last = new ArrayList<>(years).get(years.size() - 1);
        if (days.keySet().stream().anyMatch(day -> day.isBefore(LocalDate.of(last - 1, 12, 1)))) {
            throw refusal("文件里有 "
                    + String.join("、", years.stream().map(String::valueOf).toList()) + " 几年的日子，放假安排一年一份，请分开");
        }
        return notice(last, days, "");
    }

    private static Refusal refusal(String sentence) {
        return Refusal.invalid("holiday-notice-invalid", "file", sentence);
    }
}
