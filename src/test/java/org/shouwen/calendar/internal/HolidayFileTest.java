package org.shouwen.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.calendar.internal.HolidayNotice.Day;
import org.shouwen.problem.Refusal;

/** The State Council's notice as people have it. */
class HolidayFileTest {

    /** Of 4 November 2025, as it stands on the government's page. */
    private static final String NOTICE = """
            国务院办公厅关于2026年
            部分节假日安排的通知
            国办发明电〔2025〕7号
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
            国务院办公厅
            2025年11月4日
            """;

    private static Map<Boolean, List<String>> days(HolidayNotice notice) {
        return notice.days().stream()
                .collect(Collectors.partitioningBy(
                        Day::isOffDay, Collectors.mapping(day -> day.date().toString(), Collectors.toList())));
    }

    @ParameterizedTest
    @CsvSource({
        "as it is, '', ''",
        "half-width brackets, （, (",
        "full-width digits, 1, １",
        "a blank line more, 。, 。\n\n"
    })
    void theNoticeItself(String how, String found, String instead) {
        HolidayNotice notice = HolidayFile.read(found.isEmpty() ? NOTICE : NOTICE.replace(found, instead));
        assertThat(notice.year()).isEqualTo(2026);
        assertThat(notice.source()).startsWith("国务院办公厅关于2026年部分节假日安排的通知");
        assertThat(days(notice).get(true))
                .hasSize(33)
                .contains("2026-01-01", "2026-02-15", "2026-02-23", "2026-10-07")
                .doesNotContain("2026-01-04", "2025-11-04");
        assertThat(days(notice).get(false))
                .containsExactlyInAnyOrder(
                        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        assertThat(notice.calendarDays(Map.of(LocalDate.of(2026, 2, 17), "春节"))).hasSize(39);
    }

    /** As other years were written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年部分节假日：一、元旦：1月1日放假，与周末连休。 | 2024-01-01 | ",
                "2024年部分节假日：二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。"
                        + " | 2024-02-10..2024-02-17 | 2024-02-04 2024-02-18",
                "2023年部分节假日：一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。 | 2022-12-31..2023-01-02 | ",
                "2025年部分节假日：一、元旦：1月1日（周三）放假1天，不调休。 | 2025-01-01 | ",
                "2025年部分节假日：七、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）上班。 | 2025-10-01..2025-10-08 | 2025-09-28",
                "2015年部分节假日：五、端午节：6月20日放假，6月22日（星期一）补休。 | 2015-06-20 2015-06-22 | ",
                "2027年部分节假日：四、劳动节：5月1日（周六）至5日（周三）放假调休，4月25日（周日）、5月8日（周六）上班。"
                        + " | 2027-05-01..2027-05-05 | 2027-04-25 2027-05-08",
                "2027年部分节假日：四、劳动节：5月1日至5日放假调休，共5天，4月25日补班，5月8日正常上班，鼓励错峰出行。"
                        + " | 2027-05-01..2027-05-05 | 2027-04-25 2027-05-08",
                "2027年部分节假日：一、元旦：2026年12月26日、27日上班。1月1日放假（共1天）。 | 2027-01-01 | 2026-12-26 2026-12-27",
            })
    void otherYears(String text, String off, String working) {
        assertThat(days(HolidayFile.read(text)).get(true))
                .containsExactlyElementsOf(Stream.of(off.split(" "))
                        .map(range -> range.split("\\.\\."))
                        .flatMap(bounds -> LocalDate.parse(bounds[0])
                                .datesUntil(LocalDate.parse(bounds[bounds.length - 1])
                                        .plusDays(1)))
                        .map(LocalDate::toString)
                        .toList());
        assertThat(days(HolidayFile.read(text)).get(false))
                .containsExactlyElementsOf(
                        working == null
                                ? List.of()
                                : Stream.of(working.split(" ")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"～", "~", "〜", "—", "——", "–", "－", "-", "到", "至"})
    void whateverStrokeARangeIsWrittenWith(String stroke) {
        assertThat(days(HolidayFile.read("2027年部分节假日：一、元旦：1月1日（周五）" + stroke + "3日（周日）放假。"))
                        .get(true))
                .containsExactly("2027-01-01", "2027-01-02", "2027-01-03");
    }

    /** A day left out would move limits, and nobody would see it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1月1日放假，1月4日（周一）。 | 元旦：没有写2027-01-04是放假还是上班",
                "1月1日放假，1月4日（周一）复工。 | 元旦：看不懂“复工”",
                "1月1日放假。1月4日（周一）营业。 | 元旦：看不懂“营业”",
                "1月1日、2.3日放假。 | 元旦：看不懂“2.3日放假”",
                "1月1日至。 | 元旦：看不懂",
                "1月1日-3放假。 | 元旦：看不懂“3放假”",
                "1月1日放假。周末照常上班。 | 元旦：看不懂“周末照常上班”",
                "1月1日放假。上班。 | 元旦：没有写是哪几天上班",
                "1月1日放假。鼓励1月2日休息，1月9日上班。 | 里哪天上班",
                "1月1日放假。节假日期间值好班。1月9日营业，1月10日上班。 | 元旦：看不懂“营业",
                "1月1日放假。二.春节：2月5日放假。 | 元旦：看不懂“二.春节",
                "1月1日放假，共3天，1月2日、3日补休。 | 元旦：写的是共3天，日期数下来是 1 天",
            })
    void whatIsNotUnderstoodIsRefused(String said, String why) {
        refused("2027年部分节假日：一、元旦：" + said, why);
    }

    @Test
    void aFestivalWithoutItsNumberIsNotPassedOver() {
        refused("2027年部分节假日：元旦：1月1日放假。1月9日上班。二、春节：2月5日放假。", "“1月1日放假”不在哪个节日的那一段里");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一", "一、", "一、元旦：", "1", "1日（", "1年1月1日（", "国务院办公厅", "1111年"})
    void aNoticeIsOfANoticesLength(String again) {
        String head = "关于2027年部分节假日安排\n一、元旦：";
        String text = head + again.repeat(20_000).substring(0, 20_000 - head.length());
        assertThatThrownBy(() -> HolidayFile.read(text)).isInstanceOf(Refusal.class);
        refused(text + again, "放假安排的通知没有这么长（最多 20000 个字）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "共9天 | 共8天 | 春节：写的是共8天，日期数下来是 9 天",
                "1月4日（周日） | 1月4日（周一） | 元旦：2026-01-04 是周日，写的却是周一，请看是不是别的年份的通知",
                "2月28日（周六） | 2月30日（周六） | 春节：2026 年没有“2月30日”这一天",
                "5月9日（周六）上班 | 5月5日（周二）上班 | 2026-05-05 写了两次，劳动节说放假，劳动节说上班",
                "至23日（农历正月初七、周一） | 至3日 | 不是一段放假的日子",
                "2026年 | 某年 | 没有写是哪一年的放假安排",
                "关于2026年 | 关于2027年 | 请看是不是别的年份的通知",
                "、 | . | 没有找到哪天放假、哪天上班",
            })
    void aNoticeThatContradictsItself(String found, String instead, String why) {
        String text = NOTICE.replace("2026年\n", "2026年").replace(found, instead);
        refused(text, why);
    }

    @Test
    void listsAndCalendarFiles() {
        HolidayNotice list = HolidayFile.read("\uFEFF日期,节日,休班\r\n2027/1/1,元旦,休\r\n2027-1-3,元旦,班\r\n2027-1-3,元旦,班\r\n");
        assertThat(list.days())
                .containsExactly(
                        new Day("元旦", LocalDate.of(2027, 1, 1), true), new Day("元旦", LocalDate.of(2027, 1, 3), false));
        HolidayNotice calendar = HolidayFile.read(
                event("DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270103\r\nSUMMA\r\n RY:元旦（休）")
                                .replace("END:VCALENDAR", "")
                        + "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270103\r\nSUMMARY:元旦 补班\r\nEND:VEVENT\r\nEND:VCALENDAR");
        assertThat(calendar.days())
                .containsExactly(
                        new Day("元旦", LocalDate.of(2027, 1, 1), true),
                        new Day("元旦", LocalDate.of(2027, 1, 2), true),
                        new Day("元旦", LocalDate.of(2027, 1, 3), false));
    }

    private static String event(String lines) {
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR";
    }

    @Test
    void listsThatContradictThemselves() {
        refused("", "放假安排是空的");
        refused("日期,节日,休班\n", "文件里一天也没有");
        refused("日期,节日\n2027-01-01,元旦", "没有找到“休班”");
        refused("日期,节日,休班\n2027-01-01,元旦", "第 2 行少了一列");
        refused("日期,节日,休班\n2027-02-29,春节,休", "第 2 行的日期“2027-02-29”不存在");
        refused("日期,节日,休班\n2027-01-01,元旦,也许", "第 2 行没有写清是休还是班");
        refused("日期,节日,休班\n2027-01-01,元旦,休\n2027-01-01,元旦,班", "2027-01-01 写了两次");
        refused("日期,节日,休班\n2027-01-01,元旦,休\n2029-01-01,元旦,休", "几年的日子");
        refused("日期,节日,休班\n2027-01-01,,休", "节日名称");
        refused(event("DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:元旦（休）"), "“元旦（休）”每年重复");
        refused(event("DTSTART;VALUE=DATE:20270230\r\nSUMMARY:元旦（休）"), "日期“20270230”不存在");
        refused(event("DTSTART;VALUE=DATE:20270214\r\nSUMMARY:情人节"), "没有写清是休还是班");
        refused("BEGIN:VCALENDAR\r\nEND:VCALENDAR", "没有放假、上班的日子");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> HolidayFile.read(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }
}
