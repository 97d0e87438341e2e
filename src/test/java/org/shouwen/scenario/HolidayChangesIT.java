package org.shouwen.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.Change.State;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.HolidayNotices;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A day off is proposed, approved by a second person and taken back, and what was promised goes with it. */
@Tag("scenario")
class HolidayChangesIT extends RunningDesk {

    private static final String OF_2026 = "holidays-2026.csv";
    private static final String OF_2027 = "holidays-2027.csv";
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    @Autowired
    private StudioDesk desk;

    @Autowired
    private Calendars calendars;

    @Autowired
    private ModelVersions versions;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    private HolidayList former;
    private HolidayList next;

    @BeforeEach
    void asItStands() {
        former = calendars.holidays(2026);
        next = calendars.holidays(2027);
    }

    @AfterEach
    void again() {
        HolidayNotices.again(calendars, jdbc, former);
        HolidayNotices.again(calendars, jdbc, next);
        ShippedRules.again(models, jdbc);
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Caller supervisor() {
        return Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
    }

    private Handed handed(HolidayList list) {
        return desk.hand(Map.of("holidays-" + list.year() + ".csv", list.text().getBytes(UTF_8)), List.of());
    }

    private HolidayList withTuesdayOff() {
        List<CalendarDay> days = new ArrayList<>(former.days());
        days.add(new CalendarDay("", TUESDAY, CalendarDay.Kind.OFF, "停工", false, true, ""));
        return new HolidayList(2026, days);
    }

    private Change proposed(HolidayList list, Instant from) {
        Handed handed = handed(list);
        assertThat(handed.faults()).isEmpty();
        return desk.propose(handed, "停水一天", from, null, manager());
    }

    private Version now(String model) {
        return versions.inForce(model).orElseThrow();
    }

    private String opened() {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    private boolean isPromisedFor(String number, String day) {
        return api().get("/api/tickets/" + number).text().contains(day);
    }

    @Test
    void aDayOffIsProposedApprovedAndTakenBack() {
        String number = opened();
        assertThat(isPromisedFor(number, "2026-11-25")).isFalse();
        Change change = proposed(withTuesdayOff(), null);
        assertThat(desk.title(change)).isEqualTo("《2026 年节假日》");
        assertThat(desk.differences(change).get(0).difference().lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.where()).isEqualTo("11月24日（周二）");
                    assertThat(line.cells().get(0).before()).isEqualTo("照平常的星期");
                    assertThat(line.cells().get(0).after()).isEqualTo("停工 放假");
                });
        assertThat(calendars.holidays(2026)).as("nothing before it is approved").isEqualTo(former);
        assertThatThrownBy(() -> desk.approve(change.id(), manager()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("另一个人");
        assertThatThrownBy(() -> proposed(withTuesdayOff(), null)).hasMessageContaining("正在等待批准");

        desk.approve(change.id(), supervisor());
        assertThat(calendars.of("east").isWorkingDay(TUESDAY)).isFalse();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isPromisedFor(number, "2026-11-25"));
        assertThat(now(OF_2026).version()).isEqualTo(2);
        assertThat(desk.history(OF_2026))
                .extracting(past -> past.version().version())
                .containsExactly(2, 1);
        assertThat(desk.history(OF_2026).get(0).change()).hasValueSatisfying(one -> {
            assertThat(one.reason()).isEqualTo("停水一天");
            assertThat(one.proposedBy()).isEqualTo("manager");
            assertThat(one.decidedBy()).hasValue("supervisor");
        });

        desk.undo(now(OF_2026).id(), supervisor());
        assertThat(calendars.holidays(2026)).isEqualTo(former);
        assertThat(now(OF_2026).version()).isEqualTo(3);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !isPromisedFor(number, "2026-11-25"));
        assertThatThrownBy(() -> desk.undo(now(OF_2026).id(), supervisor())).hasMessageContaining("没有可以撤销的改动");
    }

    @Test
    void aNoticeComesInForceFromItsMoment() {
        HolidayList notice = calendars.readHolidays(HolidayNotices.OF_2027);
        assertThat(notice.days()).noneMatch(day -> day.day().equals(LocalDate.parse("2027-01-04")));
        Instant from = time.instant().plus(Duration.ofDays(1));
        Change change = proposed(notice, from);
        assertThat(change.inForceFrom()).isEqualTo(from);
        desk.approve(change.id(), from, supervisor());
        assertThat(calendars.holidays(2027)).isEqualTo(next);
        desk.bringInForce(change.id(), from);
        assertThat(desk.change(change.id()).state()).isEqualTo(State.APPROVED);
        assertThat(calendars.holidays(2027)).isEqualTo(notice);
        assertThat(handed(notice).faults()).singleElement().satisfies(fault -> assertThat(fault.sentence())
                .contains("没有改动"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"holidays-2027.csv", "holidays-1999.csv", "other.csv"})
    void byTheDoorForFilesTheSameGuardStands(String file) {
        String text = calendars
                .readHolidays(HolidayNotices.OF_2027)
                .text()
                .replace("2027-10-01,国庆节,休,是", "2027-10-01,国庆节,班,否");
        Handed handed = desk.hand(Map.of(file, text.getBytes(UTF_8)), List.of());
        assertThat(handed.faults()).isNotEmpty();
        if (file.equals(OF_2027)) {
            assertThat(handed.faults().get(0).sentence()).contains("2027-10-01 是法定节日（国庆节），却不放假");
        }
    }

    @Test
    void aYearOfWhichNothingIsKnownGoesBackToItsWeeks() {
        HolidayList list = new HolidayList(
                2031,
                List.of(
                                "2031-01-01 元旦",
                                "2031-05-01 劳动节",
                                "2031-05-02 劳动节",
                                "2031-10-01 国庆节",
                                "2031-10-02 国庆节",
                                "2031-10-03 国庆节")
                        .stream()
                        .map(day -> day.split(" "))
                        .map(day -> new CalendarDay(
                                "", LocalDate.parse(day[0]), CalendarDay.Kind.OFF, day[1], true, true, ""))
                        .toList());
        desk.approve(proposed(list, null).id(), supervisor());
        assertThat(calendars.holidays(2031)).isEqualTo(list);
        desk.undo(now("holidays-2031.csv").id(), manager());
        assertThat(calendars.holidays(2031).days()).isEmpty();
    }

    /** What a notice gives up another may take; then nothing gives it back silently, nor promises to. */
    @Test
    void aDayThatAnotherYearHasTakenIsNotTakenBack() {
        LocalDate sunday = LocalDate.parse("2026-12-06");
        List<CalendarDay> more = new ArrayList<>(former.days());
        more.add(new CalendarDay("", sunday, CalendarDay.Kind.EXTRA_WORKING, "元旦", false, true, ""));
        HolidayList with = new HolidayList(2026, more);
        desk.approve(proposed(with, null).id(), supervisor());
        desk.approve(proposed(former, null).id(), supervisor());
        Change again = proposed(with, null);
        HolidayList notice = calendars.readHolidays(HolidayNotices.OF_2027.replace("1月4日（周一）上班", "2026年12月6日（周日）上班"));
        desk.approve(proposed(notice, null).id(), supervisor());

        String why = "2026-12-06 已经写在 2027 年的放假安排里，一天只能由一年的安排说";
        assertThat(handed(with).faults())
                .extracting(ModelVersions.Said::sentence)
                .containsExactly(why);
        assertThatThrownBy(() -> desk.undo(now(OF_2026).id(), supervisor()))
                .isInstanceOf(Refusal.class)
                .hasMessage("不能撤销：" + why);
        assertThatThrownBy(() -> desk.approve(again.id(), supervisor())).hasMessage("现在不能批准：" + why);
        assertThatThrownBy(() -> desk.approve(again.id(), time.instant().plus(Duration.ofDays(1)), supervisor()))
                .hasMessage("现在不能批准：" + why);
        assertThat(calendars.holidays(2026)).isEqualTo(former);
        assertThat(calendars.holidays(2027)).isEqualTo(notice);

        desk.undo(now(OF_2027).id(), supervisor());
        desk.undo(now(OF_2026).id(), supervisor());
        assertThat(calendars.holidays(2026)).isEqualTo(with);
    }

    @Test
    void aChangeOfAnotherYearIsNotReplaced() {
        Change other = proposed(withTuesdayOff(), null);
        desk.propose(handed(calendars.readHolidays(HolidayNotices.OF_2027)), "公布了", null, other.id(), manager());
        assertThat(desk.change(other.id()).state()).isEqualTo(State.PROPOSED);
        Change instead = desk.propose(handed(withTuesdayOff()), "停水一天，改了理由", null, other.id(), manager());
        assertThat(desk.change(other.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(desk.openOf(OF_2026)).map(Change::id).hasValue(instead.id());
    }
}
