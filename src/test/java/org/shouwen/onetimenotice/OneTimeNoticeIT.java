package org.shouwen.onetimenotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** 一次性告知: told once, followed to the last item, and what is asked for later refused or counted; on both databases. */
@Tag("database")
class OneTimeNoticeIT {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static final Section NOW = new Section("NOW", "审核前须交齐");
    private static final Section BEFORE_START = new Section("BEFORE_START", "开工前须办妥");
    private static final Item DEED = new Item("DEED", NOW, "房屋所有权证", "《办法》第14条");
    private static final Item PLAN = new Item("PLAN", NOW, "装饰装修方案", "《办法》第14条");
    private static final Item AGREEMENT = new Item("AGREEMENT", BEFORE_START, "签订协议", "");
    private static final Item CONSENT = new Item("CONSENT", NOW, "业主同意的书面证明", "《办法》第13条");

    /** The deed was shown at the desk before anything was listed. */
    private static final OneTimeNotice.Settled TAKEN_IN = new OneTimeNotice.Settled(NINE.minusSeconds(60), "desk2");

    private AnnotationConfigApplicationContext context;
    private OneTimeNoticeDesk desk;
    private OneTimeNotices notices;
    private Tickets tickets;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext(NoticesOnly.class);
        desk = context.getBean(OneTimeNoticeDesk.class);
        notices = context.getBean(OneTimeNotices.class);
        tickets = context.getBean(Tickets.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void oneNumberedNoticeListsEverythingAndWhatWasHandedIn() {
        String number = told("east", NINE);

        OneTimeNotice notice = notices.get(number);
        assertThat(notice.number()).isEqualTo("GZ-26-000001");
        assertThat(notice.items()).extracting(OneTimeNotice.Told::item).containsExactly(DEED, PLAN, AGREEMENT);
        assertThat(notice.items()).extracting(OneTimeNotice.Told::position).containsExactly(1, 2, 3);
        assertThat(notice.open()).extracting(OneTimeNotice.Told::item).containsExactly(PLAN, AGREEMENT);
        assertThat(notice.sections().keySet()).containsExactly(NOW, BEFORE_START);
        assertThat(notices.numbered("GZ-26-000001")).contains(notice);
        assertThat(notices.itemsOf(number)).containsExactly("房屋所有权证", "装饰装修方案", "签订协议");
        assertThat(lines(number)).contains("一次性告知书 GZ-26-000001：共 3 项，还没有的：审核前须交齐 1 项，开工前须办妥 1 项");
    }

    @Test
    void aSecondNoticeIsRefusedAndTheFirstOneStays() {
        String number = told("east", NINE);
        OneTimeNotice first = notices.get(number);

        assertThat(refusal(() -> desk.list(number, "lead", TEN))).isEqualTo("already-told");
        assertThat(notices.get(number)).isEqualTo(first);
    }

    @Test
    void whatOnlyHasToBeKnownHasNoNumber() {
        String number = ticket("REPAIR", "east");
        desk.list(number, "system", NINE);

        assertThat(notices.itemsOf(number)).containsExactly("请关闭总阀", "家中留人");
        assertThat(notices.of(number)).isEmpty();
        assertThat(refusal(() -> notices.get(number))).isEqualTo("notice-not-found");
        assertThat(lines(number)).contains("一次性告知 2 项");
        Map<String, Object> facts = facts(number);
        assertThat(facts.get("requirements")).isEqualTo(List.of("请关闭总阀", "家中留人"));
        assertThat(facts.get("noticeNumber")).isNull();
        assertThat(facts.get("noticeLines")).isNull();
    }

    @Test
    void theWordingHasTheNumberAndEachSection() {
        Map<String, Object> facts = facts(told("east", NINE));

        assertThat(facts.get("noticeNumber")).isEqualTo("GZ-26-000001");
        assertThat(facts.get("noticeLines"))
                .isEqualTo(List.of(
                        "【审核前须交齐】", "1. 房屋所有权证（依据：《办法》第14条）【已收到】", "2. 装饰装修方案（依据：《办法》第14条）", "【开工前须办妥】", "3. 签订协议"));
    }

    @Test
    void aSectionIsCompleteWithItsLastItem() {
        String number = told("east", NINE);
        assertThat(desk.open(number, "NOW")).containsExactly(PLAN);
        assertThat(desk.isComplete(number, "NOW")).isFalse();

        desk.settle(number, List.of("PLAN", "DEED"), "desk1", TEN);

        assertThat(desk.isComplete(number, "NOW")).isTrue();
        assertThat(desk.isComplete(number, "BEFORE_START")).isFalse();
        assertThat(notices.get(number).item("PLAN").orElseThrow().settled())
                .contains(new OneTimeNotice.Settled(TEN, "desk1"));
        // What was there already stays as it was received
        assertThat(notices.get(number).item("DEED").orElseThrow().settled()).contains(TAKEN_IN);
        assertThat(lines(number)).contains("收到一次性告知书 GZ-26-000001 第 2 项");
    }

    @Test
    void whatIsNotOnTheNoticeCannotBeSupplied() {
        String number = told("east", NINE);

        assertThat(refusal(() -> desk.settle(number, List.of("PLAN", "CONSENT"), "desk1", TEN)))
                .isEqualTo("item-unknown");
        assertThat(desk.open(number, "NOW")).containsExactly(PLAN);
    }

    @Test
    void aReceiptIsRecordedOnceAndKeepsTheNameOffTheTimeline() {
        String number = told("east", NINE);
        assertThat(refusal(() -> desk.receive(number, " ", Receipt.How.SIGNED, "desk1", TEN)))
                .isEqualTo("field-missing");

        desk.receive(number, "张三", Receipt.How.SIGNED, "desk1", TEN);

        assertThat(notices.get(number).receipt()).contains(new Receipt("张三", Receipt.How.SIGNED, TEN, "desk1"));
        assertThat(lines(number)).contains("一次性告知书 GZ-26-000001 已送达：当面签收").noneMatch(text -> text.contains("张三"));
        assertThat(refusal(() -> desk.receive(number, "李四", Receipt.How.LINK, "system", TEN)))
                .isEqualTo("already-received");
    }

    @Test
    void whatTheNoticeDidNotNameIsRefused() {
        String number = told("east", NINE);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.require(number, CONSENT, Optional.empty(), "supervisor", TEN))
                .withMessage("一次性告知书 GZ-26-000001 没有列出“业主同意的书面证明”，不能再要求业主补；确有必要的，由主管或项目经理写明理由");
        assertThat(refusal(() -> desk.require(number, CONSENT, Optional.of(" "), "manager", TEN)))
                .isEqualTo("not-on-notice");
        // Whoever has not the duty, and whoever has it at another site
        for (String person : List.of("desk1", "lead", "elsewhere", "system")) {
            assertThat(refusal(() -> desk.require(number, CONSENT, Optional.of("漏了"), person, TEN)))
                    .isEqualTo("not-on-notice");
        }
        assertThat(notices.get(number).item("CONSENT")).isEmpty();
        assertThat(notices.breaches(number)).isEmpty();
    }

    @Test
    void aSupervisorsReasonAddsItAndIsCounted() {
        String number = told("east", NINE);

        desk.require(number, CONSENT, Optional.of("申请人其实是租户"), "supervisor", TEN);

        OneTimeNotice.Told added = notices.get(number).item("CONSENT").orElseThrow();
        assertThat(added).isEqualTo(new OneTimeNotice.Told(4, CONSENT, Optional.empty(), true));
        assertThat(desk.open(number, "NOW")).containsExactly(PLAN, CONSENT);
        assertThat(notices.breaches(number))
                .containsExactly(new Breach("GZ-26-000001", number, "east", CONSENT, "申请人其实是租户", "supervisor", TEN));
        assertThat(lines(number)).contains("一次性告知书 GZ-26-000001 以外补充要求（计入一次性告知违规）：业主同意的书面证明。理由：申请人其实是租户");
    }

    @Test
    void whatIsOnTheNoticeMayBeAskedForAgain() {
        String number = told("east", NINE);

        desk.require(number, DEED, Optional.of("复印件看不清"), "desk1", TEN);
        desk.require(number, DEED, Optional.empty(), "desk1", TEN);

        assertThat(desk.open(number, "NOW")).containsExactly(DEED, PLAN);
        assertThat(notices.breaches(number)).isEmpty();
        assertThat(lines(number))
                .filteredOn(text -> text.contains("须重新提交"))
                .containsExactly("一次性告知书 GZ-26-000001 第 1 项须重新提交：复印件看不清");
    }

    @Test
    void nothingIsAskedForOnceTheTicketHasEnded() {
        String number = told("east", NINE);
        Ticket ticket = tickets.get(number);
        ticket.withdraw("不装了", "desk1", TEN);
        tickets.save(ticket);

        assertThat(refusal(() -> desk.require(number, CONSENT, Optional.of("漏了"), "manager", TEN)))
                .isEqualTo("ticket-ended");
    }

    @Test
    void aMonthIsCountedSiteBySite() {
        // The first minute of December in Shanghai is still November in UTC
        Instant december = Instant.parse("2026-11-30T16:00:00Z");
        String kept = told("east", NINE);
        String broken = told("east", NINE);
        told("west", NINE);
        told("east", december);
        desk.receive(kept, "张三", Receipt.How.POSTED, "desk1", TEN);
        desk.require(broken, CONSENT, Optional.of("漏了"), "manager", TEN);
        desk.require(broken, new Item("GAS", NOW, "燃气单位的批准", ""), Optional.of("方案里后来有"), "manager", december);

        assertThat(notices.figures("", NOVEMBER))
                .containsExactly(
                        new NoticeFigures("east", NOVEMBER, 2, 1, 1, 1),
                        new NoticeFigures("west", NOVEMBER, 1, 0, 1, 0));
        assertThat(notices.figures("east", NOVEMBER.plusMonths(1)))
                .containsExactly(new NoticeFigures("east", NOVEMBER.plusMonths(1), 1, 0, 1, 1));
        assertThat(notices.breaches("", NOVEMBER)).singleElement().satisfies(breach -> assertThat(breach.item())
                .isEqualTo(CONSENT));
        assertThat(notices.breaches("west", NOVEMBER)).isEmpty();
        assertThat(notices.breaches(broken)).hasSize(2);
    }

    private String told(String site, Instant at) {
        String number = ticket("RENOVATION", site);
        desk.list(number, "desk1", at);
        return number;
    }

    private String ticket(String kind, String site) {
        String number = tickets.nextNumber("BX", NINE);
        Ticket ticket = Ticket.register(
                new Facts(
                        number,
                        new Intake(
                                kind,
                                "ANY",
                                "1-1-101",
                                null,
                                new Reporter("张三", "13812345678", null),
                                Channel.PHONE,
                                "装修",
                                Danger.NONE,
                                Scope.PERSONAL,
                                false,
                                null),
                        "装修",
                        Area.HOME,
                        site,
                        "1 号楼 1 单元 101",
                        Priority.P2,
                        false,
                        "",
                        "desk1",
                        "front-desk-" + site,
                        NINE),
                List.of());
        tickets.add(ticket, List.of());
        return number;
    }

    private List<String> lines(String number) {
        return tickets.timeline(number).stream().map(TimelineEntry::text).toList();
    }

    private Map<String, Object> facts(String number) {
        Map<String, Object> said = new HashMap<>();
        context.getBean(NoticeFacts.class)
                .of(tickets.get(number))
                .forEach((name, fact) -> said.put(name, ((Supplier<?>) fact).get()));
        return said;
    }

    private static String refusal(ThrowingCallable deed) {
        Throwable thrown = catchThrowable(deed);
        return Refusal.in(thrown).orElseThrow().name();
    }

    /** What a repair wants known, and what a renovation has to hand in. */
    private record Listing(
            String kind, List<String> words, List<Item> items, Map<String, OneTimeNotice.Settled> handedIn)
            implements RequirementList {

        @Override
        public List<String> of(Ticket ticket) {
            return words;
        }

        @Override
        public List<Item> items(Ticket ticket) {
            return items;
        }

        @Override
        public Map<String, OneTimeNotice.Settled> supplied(Ticket ticket) {
            return handedIn;
        }
    }

    /** The notices on an empty database. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"org.shouwen.rows", "org.shouwen.ticket", "org.shouwen.onetimenotice", "org.shouwen.wording"
            },
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.(Sql|Moments|TimelineEvents|JdbcTickets|WordsOfRows|ClockTable|OneTimeNotices|OneTimeNoticeDesk|OneTimeNoticeFacts)"))
    static class NoticesOnly {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DataSource dataSource() {
            return TestDatabase.migrated();
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        Estate estate() {
            return Mockito.mock(Estate.class);
        }

        @Bean
        Roster roster() {
            Roster roster = Mockito.mock(Roster.class);
            Map.of(
                            "desk1", new Post("front-desk-east", "east", "前台", Duty.FRONT_DESK, Set.of()),
                            "lead", new Post("lead-east", "east", "班长", Duty.LEAD, Set.of()),
                            "supervisor", new Post("supervisor-east", "east", "主管", Duty.SUPERVISOR, Set.of()),
                            "manager", new Post("manager-east", "east", "项目经理", Duty.MANAGER, Set.of()),
                            "elsewhere", new Post("manager-west", "west", "项目经理", Duty.MANAGER, Set.of()))
                    .forEach((person, post) -> Mockito.when(
                                    roster.actingPostsOf(Mockito.eq(person), Mockito.any(Instant.class)))
                            .thenReturn(List.of(post)));
            return roster;
        }

        @Bean
        RequirementList repairs() {
            return new Listing("REPAIR", List.of("请关闭总阀", "家中留人"), List.of(), Map.of());
        }

        @Bean
        RequirementList renovations() {
            List<Item> items = List.of(DEED, PLAN, AGREEMENT);
            return new Listing("RENOVATION", items.stream().map(Item::text).toList(), items, Map.of("DEED", TAKEN_IN));
        }
    }
}
