package org.shouwen.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.LineError;
import org.shouwen.estate.Unit;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Housekeeper;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Postings;
import org.shouwen.roster.Roster;
import org.shouwen.roster.RosterImport;
import org.shouwen.roster.ShiftDays;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.shouwen.roster.WorkInHand;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class RosterIT {

    private static final Post PLUMBING = new Post("plumbing-east", "east", "东区水管", Duty.TECHNICIAN, Set.of("PLUMBING"));
    private static final Post ALL_TRADES =
            new Post("repair-east", "east", "东区维修", Duty.TECHNICIAN, Set.of("PLUMBING", "ELECTRICAL"));
    private static final Post LEAD = new Post("lead-east", "east", "东区班长", Duty.LEAD, Set.of());
    private static final Staff WANG = new Staff("wang", "王班长", "13853110001", "wang@example.com");
    private static final Staff LI = new Staff("li", "李师傅", null, null);
    private static final Staff ZHAO = new Staff("zhao", "赵师傅", "13853110003", null);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CalendarDay NEW_YEAR =
            new CalendarDay("", LocalDate.of(2027, 1, 1), CalendarDay.Kind.OFF, "元旦", true, true, "");
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private DataSource dataSource;
    private Roster roster;
    private Absences absences;
    private RosterImport rosterImport;
    private Housekeepers housekeepers;
    private final ObjectProvider<WorkInHand> work = mock();

    @BeforeEach
    void threePostsAndThreePersons() {
        dataSource = TestDatabase.migrated();
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        Estate estate = mock(Estate.class);
        when(estate.sites()).thenReturn(List.of("east", "west"));
        when(estate.siteName("west")).thenReturn("西区");
        when(estate.siteName("east")).thenReturn("东区");
        when(estate.units("east"))
                .thenReturn(List.of(
                        new Unit("east", "1", "1 号楼", "1"),
                        new Unit("east", "1", "1 号楼", "2"),
                        new Unit("east", "A", "A 座", "")));
        Sql sql = new Sql(JdbcClient.create(dataSource));
        PostTable posts = new PostTable(sql, event -> {});
        StandInTable pairs = new StandInTable(sql);
        ShiftTable shifts = new ShiftTable(sql);
        StaffTable staff = new StaffTable(sql, new JdbcTemplate(dataSource));
        absences = new Absences(sql);
        Calendars calendars = mock();
        when(calendars.of(any()))
                .thenReturn(new WorkingCalendar(ZONE, WeeklySlots.STANDARD, List.of(NEW_YEAR), Set.of(2027)));
        roster = new JdbcRoster(
                staff, posts, pairs, shifts, estate, calendars, transaction, new Moments(Clock.systemUTC(), ZONE));
        housekeepers = new Housekeepers(sql, roster, estate);
        rosterImport = new CsvRosterImport(
                estate,
                roster,
                posts,
                staff,
                pairs,
                shifts,
                new Postings(roster, work, housekeepers),
                housekeepers,
                transaction);
        List.of(PLUMBING, ALL_TRADES, LEAD).forEach(roster::create);
        List.of(WANG, LI, ZHAO).forEach(roster::hire);
        TestDatabase.giveAccounts(dataSource);
    }

    @Test
    void whoHoldsWhichPost() {
        roster.appoint("zhao", "plumbing-east");
        roster.appoint("li", "plumbing-east");
        roster.appoint("li", "plumbing-east");
        roster.appoint("li", "lead-east");

        assertThat(roster.holdersOf("plumbing-east")).containsExactly(LI, ZHAO);
        assertThat(roster.postsOf("li")).containsExactly(LEAD, PLUMBING);
        assertThat(roster.postsOf("nobody")).isEmpty();
        assertThat(roster.staff("wang")).contains(WANG);
        assertThat(roster.allStaff()).containsExactly(LI, WANG, ZHAO);
        assertThat(roster.nameOf("li")).isEqualTo("李师傅");
        assertThat(roster.nameOf("system")).isEqualTo("system");
        assertThat(roster.post("repair-east")).contains(ALL_TRADES);
        assertThat(roster.postsOf("east", Duty.TECHNICIAN)).containsExactly(PLUMBING, ALL_TRADES);
        assertThat(roster.postsOf("east", Duty.MANAGER)).isEmpty();
    }

    @Test
    void whoIsOfASiteHasAPostThereOrIsNamedToStandInOnOne() {
        roster.create(new Post("lead-west", "west", "西区班长", Duty.LEAD, Set.of()));
        roster.create(new Post("plumbing-north", "north", "北区水管", Duty.TECHNICIAN, Set.of("PLUMBING")));
        roster.appoint("zhao", "plumbing-east");
        roster.appoint("zhao", "lead-west");
        roster.appoint("li", "plumbing-north");
        roster.addStandIn(new StandIn("plumbing-east", "zhao", "li", 1));

        assertThat(roster.staffOf(readerOf("east"))).containsExactly(LI, ZHAO);
        assertThat(roster.staffOf(readerOf("west"))).containsExactly(ZHAO);
        assertThat(roster.staffOf(readerOf("east", "west"))).containsExactly(LI, ZHAO);
        assertThat(roster.staffOf(readerOf())).isEmpty();
    }

    private static Caller readerOf(String... sites) {
        return new Caller("reader", Set.of(), () -> Set.of(sites), Instant.EPOCH);
    }

    @Test
    void nobodyIsHiredTwiceOrAppointedToNothing() {
        assertThatThrownBy(() -> roster.hire(LI)).isInstanceOf(Refusal.class).hasMessage("工号 li 已有，工号不能重复使用");
        assertThatThrownBy(() -> roster.create(LEAD))
                .isInstanceOf(Refusal.class)
                .hasMessage("岗位 lead-east 已有");
        assertThatThrownBy(() -> roster.appoint("nobody", "lead-east")).hasMessage("没有工号 nobody");
        assertThatThrownBy(() -> roster.appoint("li", "nothing")).hasMessage("没有岗位 nothing");
        assertThatThrownBy(() -> roster.addShift(shift("nobody", "08:00", "20:00", 1)))
                .hasMessage("没有工号 nobody");
    }

    @Test
    void aTradeHasItsPostOrElseTheLead() {
        assertThat(roster.technicianPost("east", "PLUMBING")).isEqualTo(PLUMBING);
        assertThat(roster.technicianPost("east", "electrical")).isEqualTo(ALL_TRADES);
        assertThat(roster.technicianPost("east", "LIFT")).isEqualTo(LEAD);
        assertThatThrownBy(() -> roster.technicianPost("west", "LIFT"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("西区");
    }

    private void everybodyIsAPlumber() {
        List.of("li", "zhao", "wang").forEach(person -> roster.appoint(person, "plumbing-east"));
    }

    /** Nobody of another site is called, seen or put in a plan. */
    @Test
    void aPlanIsOfThePeopleOfItsSite() {
        roster.create(new Post("plumbing-west", "west", "西区水管", Duty.TECHNICIAN, Set.of("PLUMBING")));
        roster.create(new Post("desk-west", "west", "西区前台", Duty.FRONT_DESK, Set.of()));
        roster.create(new Post("lead-west", "west", "西区班长", Duty.LEAD, Set.of()));
        roster.create(new Post("director", "", "总经理", Duty.DIRECTOR, Set.of()));
        roster.appoint("li", "plumbing-west");
        roster.appoint("zhao", "plumbing-east");
        roster.appoint("wang", "director");
        assertThatThrownBy(() -> roster.addShift(shift("li", "08:00", "20:00", 1)))
                .hasMessage("李师傅不在东区的岗位上");
        assertThat(rosterImport
                        .importShifts("site,staff,from,to,order\neast,li,20:00,08:00,1\neast,wang,20:00,08:00,2\n")
                        .errors())
                .extracting(LineError::sentence)
                .singleElement()
                .asString()
                .contains("李师傅（li）不在东区的岗位上");

        roster.addShift(shift("zhao", "08:00", "20:00", 1));
        assertThat(new Postings(roster, work, housekeepers).keptFrom("zhao", List.of("plumbing-west")))
                .hasValueSatisfying(why -> assertThat(why).contains("值班表里（每天 08:00-20:00 第 1 位）"));
        roster.addShift(shift("wang", "08:00", "20:00", 2));
        roster.relieve("zhao", "plumbing-east");
        assertThat(roster.onCall("east", MONDAY.plusSeconds(3600))).containsExactly(WANG);
        roster.handOnShifts("east", "zhao", "wang");
        assertThat(roster.shifts("east")).extracting(OnCallShift::staff).containsExactly("wang");
    }

    /** 同岗替代: by the same duty, or from above. */
    @Test
    void nobodyStandsInForAnotherDuty() {
        roster.create(new Post("desk-east", "east", "东区前台", Duty.FRONT_DESK, Set.of()));
        roster.create(new Post("lead-west", "west", "西区班长", Duty.LEAD, Set.of()));
        roster.appoint("li", "plumbing-east");
        roster.appoint("zhao", "desk-east");
        roster.appoint("wang", "lead-west");
        for (String other : List.of("zhao", "wang")) {
            assertThatThrownBy(() -> roster.addStandIn(new StandIn("plumbing-east", "li", other, 1)))
                    .hasMessageContaining("没有维修工岗位，在东区也没有更高的岗位，不能替代");
        }
        roster.appoint("wang", "lead-east");
        roster.addStandIn(new StandIn("plumbing-east", "li", "wang", 1));
    }

    @Test
    void theNightShiftGoesOnAfterMidnight() {
        everybodyIsAPlumber();
        roster.addShift(shift("li", "08:00", "20:00", 1));
        roster.addShift(shift("zhao", "20:00", "08:00", 2));
        roster.addShift(shift("wang", "20:00", "08:00", 3));

        // Shanghai is eight hours ahead of UTC
        assertThat(roster.onCall("east", Instant.parse("2026-03-02T11:59:59Z"))).containsExactly(LI);
        assertThat(roster.onCall("east", Instant.parse("2026-03-02T12:00:00Z"))).containsExactly(ZHAO, WANG);
        assertThat(roster.onCall("east", Instant.parse("2026-03-02T16:00:00Z"))).containsExactly(ZHAO, WANG);
        assertThat(roster.onCall("east", Instant.parse("2026-03-02T23:59:59Z"))).containsExactly(ZHAO, WANG);
        assertThat(roster.onCall("east", Instant.parse("2026-03-03T00:00:00Z"))).containsExactly(LI);
    }

    @Test
    void aShiftIsThereOnceAndAPersonIsCalledOnce() {
        everybodyIsAPlumber();
        roster.addShift(shift("li", "08:00", "08:00", 1));
        roster.addShift(shift("li", "08:00", "08:00", 3));
        roster.addShift(shift("li", "00:00", "23:59", 1));
        roster.addShift(shift("zhao", "08:00", "08:00", 2));

        assertThat(roster.shifts("east"))
                .containsExactly(
                        shift("li", "00:00", "23:59", 1),
                        shift("zhao", "08:00", "08:00", 2),
                        shift("li", "08:00", "08:00", 3));
        assertThat(roster.onCall("east", Instant.parse("2026-03-02T04:00:00Z"))).containsExactly(LI, ZHAO);
    }

    @Test
    void whereNoShiftCoversTheMomentTheLeadsAreCalled() {
        roster.appoint("wang", "lead-east");
        roster.appoint("li", "plumbing-east");
        roster.addShift(shift("li", "08:00", "20:00", 1));

        assertThat(roster.onCall("east", Instant.parse("2026-03-02T12:00:00Z"))).containsExactly(WANG);
        assertThat(roster.onCall("west", Instant.parse("2026-03-02T12:00:00Z"))).isEmpty();
    }

    @Test
    void postsAndStaffAreImported() {
        ImportReport posts = rosterImport.importPosts("""
                岗位,服务点,名称,职责,工种
                lift-west,west,西区电梯,维修工,lift; SECURITY_SYSTEM
                desk-west,west,西区前台,FRONT_DESK,
                repair-east,east,东区综合,维修工,GENERAL
                """);
        ImportReport staff = rosterImport.importStaff("""
                code,name,phone,email,posts
                qian,钱师傅,138 5311 0009,,lift-west;repair-east
                wang,王主管,,,desk-west
                """);

        assertThat(posts).isEqualTo(ImportReport.done(2, 1));
        assertThat(staff).isEqualTo(ImportReport.done(1, 1));
        assertThat(roster.technicianPost("west", "LIFT"))
                .isEqualTo(new Post("lift-west", "west", "西区电梯", Duty.TECHNICIAN, Set.of("LIFT", "SECURITY_SYSTEM")));
        assertThat(roster.post("repair-east").orElseThrow().trades()).containsExactly("GENERAL");
        assertThat(roster.staff("wang")).contains(new Staff("wang", "王主管", "13853110001", "wang@example.com"));
        assertThat(roster.postsOf("qian")).extracting(Post::code).containsExactly("lift-west", "repair-east");
    }

    @Test
    void anImportedListOfPostsReplacesTheOldOneAndABlankOneLeavesIt() {
        roster.appoint("li", "plumbing-east");
        roster.appoint("zhao", "plumbing-east");

        rosterImport.importStaff("code,name,phone,email,posts\nli,李师傅,,,repair-east\nzhao,赵师傅,,,\n");

        assertThat(roster.postsOf("li")).containsExactly(ALL_TRADES);
        assertThat(roster.postsOf("zhao")).containsExactly(PLUMBING);
    }

    @Test
    void oneWrongLineAndNothingIsImported() {
        ImportReport posts = rosterImport.importPosts("""
                岗位,服务点,名称,职责,工种
                new-east,east,新岗位,维修工,LIFT
                新岗位,north,,维修,
                new-east,east,又一次,班长,LIFT
                x-east,east,无工种,维修工,
                """);
        ImportReport staff = rosterImport.importStaff("""
                工号,姓名,电话,邮箱,岗位
                sun,孙师傅,,,repair-east
                sun,孙师傅,138,a@b,nothing
                """);

        assertThat(posts.errors())
                .extracting(LineError::sentence)
                .containsExactly(
                        "第 3 行 岗位：只能用半角字母、数字和 - _ .，最长 40 个字",
                        "第 3 行 服务点：没有登记服务点 north，请先导入房屋",
                        "第 3 行 名称：不能为空",
                        "第 3 行 职责：须为 前台、维修工、班长、主管、项目经理、公司值班领导 之一",
                        "第 4 行 岗位：new-east 与第 2 行重复",
                        "第 4 行 工种：只有维修工岗位有工种",
                        "第 5 行 工种：维修工岗位至少要有一个工种");
        assertThat(staff.errors())
                .extracting(LineError::line, LineError::column)
                .containsExactly(tuple(3L, "工号"), tuple(3L, "电话"), tuple(3L, "邮箱"), tuple(3L, "岗位"));
        assertThat(roster.post("new-east")).isEmpty();
        assertThat(roster.staff("sun")).isEmpty();
    }

    private static OnCallShift shift(String staff, String from, String to, int order) {
        return new OnCallShift("east", staff, LocalTime.parse(from), LocalTime.parse(to), order);
    }

    @Test
    void anImportedPlanReplacesThatOfItsSites() {
        everybodyIsAPlumber();
        roster.addShift(new OnCallShift("east", "wang", LocalTime.of(0, 0), LocalTime.of(0, 0), 1));
        roster.create(new Post("lead-west", "west", "西区班长", Duty.LEAD, Set.of()));
        roster.appoint("wang", "lead-west");
        roster.addShift(new OnCallShift("west", "wang", LocalTime.of(0, 0), LocalTime.of(0, 0), 1));
        ImportReport plan = rosterImport.importShifts("""
                服务点,工号,开始,结束,次序
                east,li,20:00,8:00,1
                east,zhao,20:00,08:00,2
                """);
        assertThat(plan).isEqualTo(ImportReport.done(2, 1));
        assertThat(roster.shifts("east"))
                .containsExactly(
                        new OnCallShift("east", "li", LocalTime.of(20, 0), LocalTime.of(8, 0), 1),
                        new OnCallShift("east", "zhao", LocalTime.of(20, 0), LocalTime.of(8, 0), 2));
        assertThat(roster.shifts("west")).hasSize(1);

        ImportReport refused =
                rosterImport.importShifts("site,staff,from,to,order\neast,li,20:00,08:00,1\nnorth,nobody,25:00,,x\n");
        assertThat(refused.errors()).hasSize(5);
        assertThat(roster.shifts("east")).hasSize(2);
    }

    @Test
    void aShiftBelongsToTheDayOnWhichItBegins() {
        everybodyIsAPlumber();
        roster.addShift(
                new OnCallShift("east", "li", ShiftDays.WORKING_DAY, LocalTime.of(20, 0), LocalTime.of(8, 0), 1));
        roster.addShift(new OnCallShift("east", "zhao", ShiftDays.DAY_OFF, LocalTime.of(8, 0), LocalTime.of(8, 0), 1));

        // 31 December 2026 is a Thursday: its night goes on at 03:00 of New Year's Day; then the day off begins at
        // 08:00
        assertThat(roster.onCall("east", Instant.parse("2026-12-31T19:00:00Z"))).containsExactly(LI);
        assertThat(roster.onCall("east", Instant.parse("2027-01-01T02:00:00Z"))).containsExactly(ZHAO);
        assertThat(roster.onCall("east", Instant.parse("2027-01-01T19:00:00Z"))).containsExactly(ZHAO);
    }

    @Test
    void shiftsByKindOfDayAreImported() {
        everybodyIsAPlumber();
        rosterImport.importShifts("""
                服务点,工号,开始,结束,次序,日期类型
                east,li,20:00,08:00,1,工作日
                east,zhao,20:00,08:00,1,day_off
                east,wang,20:00,08:00,2,
                """);
        assertThat(roster.shifts("east"))
                .extracting(OnCallShift::days)
                .containsExactlyInAnyOrder(ShiftDays.WORKING_DAY, ShiftDays.DAY_OFF, ShiftDays.EVERY_DAY);
        assertThat(rosterImport
                        .importShifts("site,staff,from,to,order,days\neast,li,20:00,08:00,1,Sunday\n")
                        .errors())
                .extracting(LineError::column)
                .containsExactly("days");
    }

    @Test
    void whoIsAwayIsNotCalled() {
        roster.appoint("wang", "lead-east");
        roster.appoint("li", "plumbing-east");
        roster.appoint("zhao", "plumbing-east");
        roster.addShift(shift("li", "08:00", "20:00", 1));
        roster.addShift(shift("zhao", "08:00", "20:00", 2));
        away("li");
        assertThat(roster.onCall("east", MONDAY)).containsExactly(ZHAO);
        away("zhao");
        assertThat(roster.onCall("east", MONDAY)).containsExactly(WANG);
    }

    @Test
    void bActsForAThenCThenTheLead() {
        roster.appoint("wang", "lead-east");
        roster.appoint("li", "plumbing-east");
        roster.appoint("zhao", "repair-east");
        roster.hire(new Staff("sun", "孙师傅", null, null));
        TestDatabase.giveAccounts(dataSource);
        roster.appoint("sun", "repair-east");
        roster.addStandIn(new StandIn("plumbing-east", "li", "zhao", 1));
        roster.addStandIn(new StandIn("repair-east", "zhao", "sun", 1));
        roster.addStandIn(new StandIn("repair-east", "zhao", "li", 2));

        assertThat(roster.actingFor("li", MONDAY)).isEqualTo("li");
        away("li");
        assertThat(roster.actingFor("li", MONDAY)).isEqualTo("zhao");
        assertThat(roster.actingPostsOf("zhao", MONDAY)).containsExactly(PLUMBING, ALL_TRADES);
        assertThat(roster.actingOn("plumbing-east", MONDAY)).containsExactly(ZHAO);
        away("zhao");
        assertThat(roster.actingFor("li", "east", MONDAY)).isEqualTo("sun");
        assertThat(roster.actingPostsOf("sun", MONDAY)).containsExactly(PLUMBING, ALL_TRADES);
        away("sun");
        assertThat(roster.actingFor("li", MONDAY)).isEqualTo("wang");
        assertThat(roster.actingPostsOf("wang", MONDAY)).containsExactly(LEAD, PLUMBING, ALL_TRADES);
        away("wang");
        assertThat(roster.actingFor("li", MONDAY)).isEqualTo("li");
        assertThat(roster.actingFor("li", MONDAY.minusSeconds(3600))).isEqualTo("li");
    }

    @Test
    void twoStandInForEachOtherButACircleIsRefused() {
        List.of("li", "zhao", "wang").forEach(person -> roster.appoint(person, "plumbing-east"));
        roster.addStandIn(new StandIn("plumbing-east", "li", "zhao", 1));
        roster.addStandIn(new StandIn("plumbing-east", "zhao", "li", 1));
        roster.addStandIn(new StandIn("plumbing-east", "zhao", "wang", 2));

        assertThatThrownBy(() -> roster.addStandIn(new StandIn("plumbing-east", "wang", "li", 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("替代关系绕成了一圈（王班长→李师傅→赵师傅→王班长），请换一位替代人");
        assertThatThrownBy(() -> roster.addStandIn(new StandIn("plumbing-east", "li", "li", 1)))
                .hasMessage("李师傅不能替代本人，请另选一位");
        assertThatThrownBy(() -> roster.addStandIn(new StandIn("lead-east", "li", "zhao", 1)))
                .hasMessage("李师傅不在岗位“东区班长”");
        assertThat(roster.standIns()).hasSize(3);
        assertThat(roster.substitutesOf("li", Set.of("zhao"))).containsExactly("wang");

        roster.relieve("zhao", "plumbing-east");
        assertThat(roster.standIns()).isEmpty();
        assertThat(roster.holdersOf("plumbing-east")).containsExactly(LI, WANG);
    }

    @Test
    void importedPairsReplaceThoseOfTheirPostsOrNothing() {
        List.of("li", "zhao", "wang").forEach(person -> roster.appoint(person, "plumbing-east"));
        roster.addStandIn(new StandIn("plumbing-east", "li", "wang", 1));

        assertThat(rosterImport.importStandIns("""
                岗位,工号,替代人,次序
                plumbing-east,li,zhao,1
                plumbing-east,zhao,li,1
                """)).isEqualTo(ImportReport.done(2, 1));
        ImportReport circle = rosterImport.importStandIns("""
                post,staff,substitute,turn
                plumbing-east,li,zhao,1
                plumbing-east,zhao,wang,1
                plumbing-east,wang,li,1
                """);
        assertThat(circle.errors()).singleElement().satisfies(error -> assertThat(error.sentence())
                .startsWith("第 4 行 substitute：替代关系绕成了一圈"));
        assertThat(roster.standIns())
                .containsExactly(
                        new StandIn("plumbing-east", "li", "zhao", 1), new StandIn("plumbing-east", "zhao", "li", 1));
    }

    private void away(String staff) {
        absences.add(staff, Absence.Kind.SUDDEN, MONDAY, null, "病了", Absence.Status.APPROVED, "wang", MONDAY);
    }

    private Housekeeper keeps(String building, String unit, String staff) {
        return new Housekeeper("east", building, unit, staff, "wang", MONDAY);
    }

    private static Home home(String building, String unit) {
        return new Home(building + "-" + unit + "-101", "east", building, unit, "", null);
    }

    @Test
    void whoseAHomeIsTheUnitSaysAndElseTheBuilding() {
        roster.appoint("wang", "lead-east");
        roster.appoint("li", "lead-east");
        housekeepers.set(keeps("1", "", "wang"));
        housekeepers.set(keeps("1", "2", "li"));

        assertThat(housekeepers.of(home("1", "1"))).contains("wang");
        assertThat(housekeepers.of(home("1", "2"))).contains("li");
        assertThat(housekeepers.of(home("A", ""))).isEmpty();
        assertThat(housekeepers.at("east")).extracting(housekeepers::label).containsExactly("东区 1 号楼", "东区 1 号楼 2 单元");

        housekeepers.set(keeps("1", "2", "wang"));
        assertThat(housekeepers.of(home("1", "2"))).contains("wang");
        housekeepers.remove("east", "1", "");
        assertThat(housekeepers.of(home("1", "1"))).isEmpty();
    }

    @Test
    void onlyWhoIsOfTheSitesOfficeAndCanGetWorkHasABuilding() {
        roster.appoint("zhao", "plumbing-east");
        assertThatThrownBy(() -> housekeepers.set(keeps("1", "", "zhao"))).hasMessageContaining("没有前台、班长、主管或者项目经理的岗位");
        assertThatThrownBy(() -> housekeepers.set(keeps("1", "", "nobody"))).hasMessageContaining("没有工号");
        roster.appoint("wang", "lead-east");
        assertThatThrownBy(() -> housekeepers.set(keeps("9", "", "wang"))).hasMessageContaining("没有这幢楼或者这个单元");

        housekeepers.set(keeps("1", "", "wang"));
        JdbcClient.create(dataSource)
                .sql("update account set enabled = false where username = 'wang'")
                .update();
        assertThat(housekeepers.of(home("1", "1"))).isEmpty();
        assertThat(housekeepers.candidates("east")).isEmpty();
        JdbcClient.create(dataSource)
                .sql("update account set enabled = true where username = 'wang'")
                .update();
        assertThat(housekeepers.of(home("1", "1"))).contains("wang");
    }

    @Test
    void whoHasBuildingsLeavesTheOfficeOnlyAfterAnotherOneHasThem() {
        roster.appoint("wang", "lead-east");
        housekeepers.set(keeps("1", "2", "wang"));
        Postings postings = new Postings(roster, work, housekeepers);

        assertThatThrownBy(() -> postings.put("wang", Set.of("plumbing-east")))
                .hasMessageContaining("东区 1 号楼 2 单元 的管家");
        assertThat(rosterImport
                        .importStaff("工号,姓名,电话,邮箱,岗位\nwang,王班长,,,plumbing-east\n")
                        .errors())
                .extracting(LineError::sentence)
                .singleElement()
                .asString()
                .contains("东区 1 号楼 2 单元 的管家");

        roster.appoint("li", "lead-east");
        roster.relieve("wang", "lead-east");
        housekeepers.handOn("wang", "li");
        assertThat(housekeepers.of(home("1", "2"))).contains("li");
        postings.put("wang", Set.of("plumbing-east"));
        assertThat(roster.postsOf("wang")).containsExactly(PLUMBING);
    }

    @Test
    void aFileReplacesTheBuildingsOfTheSitesThatItNames() {
        roster.appoint("wang", "lead-east");
        housekeepers.set(keeps("A", "", "wang"));
        ImportReport report = housekeepersFile("服务点,楼栋,单元,工号\neast,1,,wang\neast,1,2,wang\n");
        assertThat(report.errors()).isEmpty();
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(housekeepers.at("east")).extracting(housekeepers::label).containsExactly("东区 1 号楼", "东区 1 号楼 2 单元");

        ImportReport refused = housekeepersFile(
                "site,building,unit,staff\neast,9,,wang\neast,1,1,zhao\neast,1,1,wang\nnorth,1,,wang\n");
        assertThat(refused.errors()).isNotEmpty();
        assertThat(housekeepers.at("east")).hasSize(2);
        assertThat(housekeepersFile("site,building,unit,staff\neast,9,,wang\neast,1,1,zhao\n")
                        .errors())
                .extracting(LineError::sentence)
                .satisfiesExactly(unknown -> assertThat(unknown).contains("没有这幢楼"), technician -> assertThat(technician)
                        .contains("没有前台、班长、主管或者项目经理的岗位"));
        assertThat(housekeepers.at("east")).hasSize(2);
    }

    private ImportReport housekeepersFile(String csv) {
        return rosterImport.importHousekeepers(new StringReader(csv), "wang", MONDAY);
    }
}
