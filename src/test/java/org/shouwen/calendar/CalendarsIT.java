package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwen.calendar.Holidays.SHANGHAI;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.calendar.internal.StoredCalendars;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Marks;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class CalendarsIT {

    private static final String PAPER = "https://www.gov.cn/zhengce/2027.htm";

    private final List<Object> events = new ArrayList<>();
    private Calendars calendars;
    private TransactionTemplate transaction;

    @BeforeEach
    void database() {
        DataSource dataSource = TestDatabase.migrated();
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        Sql sql = new Sql(JdbcClient.create(dataSource));
        Marks marks = new Marks(sql, List.of(StoredCalendars.VERSION));
        calendars = new StoredCalendars(sql, marks, transactions, events::add, SHANGHAI);
    }

    @Test
    void comesWithTheDaysOf2026AndTheStatutoryOnesOf2027() {
        List<CalendarDay> stored = new ArrayList<>(calendars.days("", 2026));
        stored.addAll(calendars.days("", 2027));

        assertThat(stored)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
                .containsExactlyElementsOf(Holidays.nationalDays().stream()
                        .sorted(Comparator.comparing(CalendarDay::day))
                        .toList());
        assertThat(stored).allMatch(day -> !day.source().isEmpty());
        assertThat(stored.stream().filter(CalendarDay::statutory)).hasSize(26);
    }

    @Test
    void countsAsTheRulesSay() {
        // Sat 14 works (1), 15-23 春节, Tue 24 (2), Wed 25 (3)
        assertThat(due(null, "2026-02-13T16:00", 3)).isEqualTo(at("2026-02-25T18:00"));
        assertThat(calendars
                        .of("")
                        .due(at("2026-12-31T10:00"), 1, WorkUnit.WORKDAY)
                        .warning())
                .isEqualTo("2027 年放假安排尚未公布，按法定节日推算，日期可能变动");
    }

    @Test
    void dayPutForASiteCountsThereOnly() {
        calendars.put(day("XY", "2026-03-05", CalendarDay.Kind.OFF, "小区停电"));

        assertThat(due("XY", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-06T18:00"));
        assertThat(due("other", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T18:00"));
        assertThat(events).containsExactly(new Calendars.Changed("XY"));
    }

    @Test
    void dayPutTwiceIsReplacedAndRemovedIsGone() {
        assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T18:00"));

        calendars.put(day("", "2026-03-05", CalendarDay.Kind.EXTRA_WORKING, "甲"));
        calendars.put(day("", "2026-03-05", CalendarDay.Kind.OFF, "乙"));
        assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-06T18:00"));
        assertThat(calendars
                        .of("")
                        .exception(LocalDate.parse("2026-03-05"))
                        .orElseThrow()
                        .name())
                .isEqualTo("乙");

        calendars.remove(null, LocalDate.parse("2026-03-05"));
        assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T18:00"));
    }

    @Test
    void siteHasAWeekOfItsOwnUntilItIsTakenAway() {
        WorkingSlot late = WorkingSlot.of("20:00", "00:00");
        calendars.putSlots(
                "XY", new WeeklySlots(Map.of(DayOfWeek.SUNDAY, List.of(late, WorkingSlot.of("09:00", "12:00")))));

        assertThat(due("XY", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-09T00:00"));
        assertThat(calendars.of("XY").slotsOn(LocalDate.parse("2026-03-08")))
                .containsExactly(WorkingSlot.of("09:00", "12:00"), late);
        assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T18:00"));

        calendars.removeSlots("XY");
        assertThat(due("XY", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T18:00"));
    }

    @Test
    void commonWeekIsOfAllSitesWithoutTheirOwn() {
        calendars.putSlots("", WeeklySlots.monToFri(WorkingSlot.of("09:00", "17:00")));

        assertThat(due("XY", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T17:00"));
    }

    @Test
    void importReplacesTheYearAndEndsTheWarning() {
        calendars.put(day("", "2027-03-03", CalendarDay.Kind.OFF, "推测"));
        calendars.put(day("XY", "2027-03-04", CalendarDay.Kind.OFF, "小区停电"));

        int days = taken(notice2027("")).days().size();

        List<CalendarDay> stored = calendars.days("", 2027);
        assertThat(days).isEqualTo(stored.size() + 1);
        assertThat(stored).allMatch(day -> day.published() && day.source().equals(PAPER));
        assertThat(stored.stream().filter(CalendarDay::statutory)).hasSize(13);
        assertThat(calendars.days("", 2026)).hasSize(40);
        assertThat(calendars.days("XY", 2027)).hasSize(1);
        // Thu 31 Dec is off by the notice of 2027; Fri 1 Jan 元旦; Sat, Sun; Mon 4 January
        Due due = calendars.of("").due(at("2026-12-30T10:00"), 1, WorkUnit.WORKDAY);
        assertThat(due.at()).isEqualTo(at("2027-01-04T18:00"));
        assertThat(due.warning()).isNull();
        // Sat 30 January makes up for 春节
        assertThat(due("", "2027-01-29T10:00", 1)).isEqualTo(at("2027-01-30T18:00"));
    }

    @Test
    void fileMayBeginWithAByteOrderMark() {
        assertThat(calendars.readHolidays("\uFEFF" + notice2027("")).days()).hasSize(24);
    }

    @Test
    void theSameOnceMoreChangesNothing() {
        HolidayList before = calendars.holidays(2027);
        HolidayList list = taken(notice2027(""));
        assertThat(calendars.holidays(2027)).isEqualTo(list);
        assertThat(events).hasSize(1);
        taken(notice2027(""));
        assertThat(events).hasSize(1);
        assertThat(HolidayList.read(2027, list.text())).isEqualTo(list);
        assertThat(taken(list.text())).as("a list that was taken along").isEqualTo(list);
        assertThat(events).hasSize(1);

        calendars.putHolidays(before);
        assertThat(calendars.holidays(2027)).isEqualTo(before);
        assertThat(calendars.days("", 2026)).hasSize(39);
    }

    @Test
    void aWorkingDayThatIsOneAnywayIsNoChange() {
        HolidayList list = calendars.readHolidays(
                notice2027(entry("元旦", "2027-01-04", false) + "," + entry("元旦", "2027-01-03", false)));
        assertThat(calendars.readHolidays(notice2027("")).changesTo(list))
                .extracting(HolidayList.NewDay::day)
                .containsExactly(LocalDate.parse("2027-01-03"));
    }

    @Test
    void aDayIsOfOneYearsNotice() {
        taken(notice2027(""));
        HolidayList of2026 = calendars.holidays(2026);
        List<CalendarDay> more = new ArrayList<>(of2026.days());
        more.add(day("", "2026-12-31", CalendarDay.Kind.OFF, "元旦"));
        calendars.mustBeWhole(of2026);
        calendars.mustBeOfNoOther(of2026);
        assertThatThrownBy(() -> calendars.mustBeOfNoOther(new HolidayList(2026, more)))
                .hasMessage("2026-12-31 已经写在 2027 年的放假安排里，一天只能由一年的安排说");
        assertThatThrownBy(() -> calendars.mustBeWhole(new HolidayList(2027, of2026.days())))
                .hasMessage("2026-01-01 不属于 2027 年的放假安排");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "日期,节日 | - | 第 1 行须是表头",
                "日期,节日,休班,法定节日,已公布,出处 | 2027-02-30,春节,休,是,是, | 第 2 行的日期“2027-02-30”不存在",
                "日期,节日,休班,法定节日,已公布,出处 | 2027-02-05,春节,假,是,是, | 第 2 行须是日期、节日、休或班",
                "日期,节日,休班,法定节日,已公布,出处 | 2027-02-05,春节,休,是 | 第 2 行须是日期、节日、休或班",
                "日期,节日,休班,法定节日,已公布,出处 | 2027-02-05,春节,班,是,是, | 2027-02-05 是上班日，不能同时是法定节日",
                "日期,节日,休班,法定节日,已公布,出处 | 2027-02-05,,休,是,是, | 节日名称",
            })
    void aListThatIsNoneIsRefused(String header, String line, String why) {
        String text = header + "\n" + line + "\n";
        assertThatThrownBy(() -> HolidayList.read(2027, text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    @Test
    void decemberDayOfTheNextNoticeSurvivesAnImportOfItsOwnYear() {
        taken(notice2027(""));
        StringBuilder days = new StringBuilder();
        calendars.days("", 2026).stream()
                .filter(day -> day.day().getMonthValue() < 12)
                .forEach(day -> days.append(days.isEmpty() ? "" : ",")
                        .append(entry(day.name(), day.day().toString(), day.kind() == CalendarDay.Kind.OFF)));

        taken("{\"year\":2026,\"papers\":[\"https://example.org\"],\"days\":[" + days + "]}");

        assertThat(calendars.days("", 2026)).hasSize(40);
        assertThat(calendars.days("", 2026).stream().filter(CalendarDay::statutory))
                .hasSize(13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | file | 放假安排是空的，请贴上国务院办公厅的通知，或者选一个文件",
                "{\"year\":2027, | file | 放假安排文件不是完整的 JSON 文本",
                "[] | file | 放假安排文件须是一个 JSON 对象，含 year、papers、days",
                "{\"year\":\"2027\"} | year | 放假安排的年份（year）须为 2000 至 2100 的整数",
                "{\"year\":2027,\"papers\":[],\"days\":[]} | papers | 放假安排的出处（papers）须列出国务院通知的网址，没有出处的安排不能导入",
                "{\"year\":2027,\"papers\":[1],\"days\":[]} | papers | 放假安排的出处（papers）须是国务院通知的网址",
                "{\"year\":2027,\"papers\":[\"p\"],\"days\":[]} | days | 2027 年放假安排的日期（days）是空的，可能尚未公布",
                "{\"year\":2027,\"papers\":[\"p\"],\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}"
                        + " | days | 2027 年放假安排不完整：2027-02-05 是法定节日（春节），却不放假",
            })
    void wrongFileIsRefusedInOneSentence(String json, String field, String sentence) {
        assertRefused(json, field, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"春节\",\"date\":\"2027-02-30\",\"isOffDay\":true} | date | 的日期（date）须为存在的日期，写成 2027-01-01",
                "{\"name\":\"春节\",\"isOffDay\":true} | date | 的日期（date）须为存在的日期，写成 2027-01-01",
                "{\"name\":\"春节\",\"date\":\"2028-02-05\",\"isOffDay\":true} | date | 的日期（date）2028-02-05 不属于 2027 年的放假安排",
                "{\"name\":\"\",\"date\":\"2027-03-05\",\"isOffDay\":true} | name | 的节日名称（name）须为 1 至 60 个字",
                "{\"name\":\"春节\",\"date\":\"2027-03-05\",\"isOffDay\":\"yes\"} | isOffDay | 的是否休假（isOffDay）须为 true 或 false",
                "7 | name | 的节日名称（name）须为 1 至 60 个字",
            })
    void halfWrongFileChangesNothing(String wrong, String field, String sentence) {
        assertRefused(notice2027(wrong), "days[24]." + field, "days 第 25 项" + sentence);
    }

    @Test
    void dayNamedTwiceIsRefused() {
        assertRefused(notice2027(entry("元旦", "2027-01-01", false)), "days[24].date", "days 中 2027-01-01 出现了两次");
    }

    @Test
    void changeThatIsRolledBackWasNeverSeenByOthers() {
        transaction.executeWithoutResult(status -> {
            calendars.put(day("", "2026-03-05", CalendarDay.Kind.OFF, "未提交"));
            assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-06T18:00"));
            assertThat(CompletableFuture.supplyAsync(() -> due("", "2026-03-04T10:00", 1))
                            .join())
                    .isEqualTo(at("2026-03-05T18:00"));
            status.setRollbackOnly();
        });

        assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-05T18:00"));
    }

    @Test
    void changeIsSeenByOthersOnceCommitted() {
        transaction.executeWithoutResult(status -> {
            calendars.put(day("", "2026-03-05", CalendarDay.Kind.OFF, "甲"));
            // somebody fills the cache while the change is not committed yet
            CompletableFuture.supplyAsync(() -> due("", "2026-03-04T10:00", 1)).join();
        });

        assertThat(due("", "2026-03-04T10:00", 1)).isEqualTo(at("2026-03-06T18:00"));
    }

    private HolidayList taken(String content) {
        HolidayList list = calendars.readHolidays(content);
        calendars.mustBeWhole(list);
        calendars.mustBeOfNoOther(list);
        calendars.putHolidays(list);
        return list;
    }

    private void assertRefused(String json, String field, String sentence) {
        List<CalendarDay> before = calendars.days("", 2027);
        assertThatThrownBy(() -> taken(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.getMessage()).isEqualTo(sentence);
            assertThat(refusal.field()).contains(field);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        });
        assertThat(calendars.days("", 2027)).isEqualTo(before).hasSize(13);
        assertThat(events).isEmpty();
    }

    /** An invented notice of 24 days, one of them in the December before; {@code more} is put behind them. */
    private static String notice2027(String more) {
        List<String> days = new ArrayList<>();
        days.add(entry("元旦", "2026-12-31", true));
        days.add(entry("元旦", "2027-01-01", true));
        days.add(entry("春节", "2027-01-30", false));
        LocalDate.parse("2027-02-05")
                .datesUntil(LocalDate.parse("2027-02-12"))
                .forEach(date -> days.add(entry("春节", date.toString(), true)));
        days.add(entry("清明节", "2027-04-05", true));
        days.add(entry("劳动节", "2027-05-01", true));
        days.add(entry("劳动节", "2027-05-02", true));
        days.add(entry("劳动节", "2027-05-03", true));
        days.add(entry("劳动节", "2027-05-08", false));
        days.add(entry("端午节", "2027-06-09", true));
        days.add(entry("中秋节", "2027-09-15", true));
        LocalDate.parse("2027-10-01")
                .datesUntil(LocalDate.parse("2027-10-08"))
                .forEach(date -> days.add(entry("国庆节", date.toString(), true)));
        if (!more.isEmpty()) {
            days.add(more);
        }
        return "{\"$schema\":\"https://example.org\",\"year\":2027,\"papers\":[\"" + PAPER + "\"],\"days\":["
                + String.join(",", days) + "]}";
    }

    private static String entry(String name, String date, boolean off) {
        return "{\"name\":\"" + name + "\",\"date\":\"" + date + "\",\"isOffDay\":" + off + "}";
    }

    private static CalendarDay day(String site, String date, CalendarDay.Kind kind, String name) {
        return new CalendarDay(site, LocalDate.parse(date), kind, name, false, true, "");
    }

    private Instant due(String site, String from, int workingDays) {
        return calendars.of(site).plusWorkingDays(at(from), workingDays);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
