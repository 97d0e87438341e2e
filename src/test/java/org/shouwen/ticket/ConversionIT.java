package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.testing.Callers;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.TicketLinks.Relation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A matter that turns out to be one of another kind, and how tickets hang together, on both databases. */
@Tag("database")
class ConversionIT {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Details ABOUT_ZHAO = new Details(Map.of("about", "zhao", "injury", "true", "wish", "道歉"));

    private AnnotationConfigApplicationContext context;
    private TicketDesk desk;
    private Tickets tickets;
    private TicketLinks links;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext(TicketsOnly.class);
        desk = context.getBean(TicketDesk.class);
        tickets = context.getBean(Tickets.class);
        links = context.getBean(TicketLinks.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void nothingIsToldAgainAndTheOldOneEnds() {
        String repair = repair(NINE);

        Ticket complaint = desk.convert(repair, complaint(Details.NONE, false), "lead", NINE);

        assertThat(complaint.number()).startsWith("TS-26-");
        assertThat(complaint.firstResponder()).isEqualTo("desk1");
        assertThat(complaint.facts().intake())
                .extracting(Intake::home, Intake::description, Intake::reporter)
                .containsExactly(
                        "1-1-101",
                        "水管修了三次还漏",
                        tickets.get(repair).facts().intake().reporter());
        assertThat(tickets.get(repair).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(texts(repair))
                .contains("转为投诉 " + complaint.number() + "：业主要求追责", "不再另办：已转为投诉 " + complaint.number());
        assertThat(texts(complaint.number())).contains("由报修 " + repair + " 转来：业主要求追责");
        assertThat(links.of(repair))
                .isEqualTo(links.of(complaint.number()))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.from(repair)).isEqualTo(complaint.number());
                    assertThat(link.labelOn(repair)).isEqualTo("转为");
                    assertThat(link.labelOn(complaint.number())).isEqualTo("由此转来");
                });
    }

    @Test
    void bothGoOnWhereThatIsWanted() {
        String repair = repair(NINE);

        desk.convert(repair, complaint(Details.NONE, true), "lead", NINE);

        assertThat(tickets.get(repair).status()).isEqualTo(Status.RECEIVED);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.convert(repair, complaint(Details.NONE, true), "lead", NINE))
                .withMessageContaining("已经转为投诉 TS-26-000002，还在办理");
    }

    @Test
    void whoIsKeptOutOfTheNewOneDoesNotReadItsNumberOnTheOldOne() {
        String repair = repair(NINE);

        Ticket complaint = desk.convert(repair, complaint(ABOUT_ZHAO, false), "lead", NINE);

        assertThat(complaint.facts().recused()).isEqualTo("zhao");
        assertThat(texts(repair))
                .contains("转为另一类工单", "不再另办：已转为另一类工单")
                .noneMatch(text -> text.contains(complaint.number()) || text.contains("追责"));
        // What was made of it comes back with the same person kept out
        Ticket again = desk.convert(
                complaint.number(),
                new Conversion("REPAIR", "LEAK", null, null, Details.NONE, "确有渗漏", false),
                "lead",
                NINE);
        assertThat(again.facts().recused()).isEqualTo("zhao");
        assertThat(texts(complaint.number())).contains("转为报修 " + again.number() + "：确有渗漏");
    }

    @Test
    void nobodyOwnsAMatterThatIsAboutHimself() {
        String repair = repair(NINE);
        Details aboutDesk = new Details(Map.of("about", "desk1"));

        assertThat(desk.convert(repair, complaint(aboutDesk, true), "lead", NINE)
                        .firstResponder())
                .isEqualTo("lead");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.convert(repair, complaint(aboutDesk, true), "desk1", NINE))
                .withMessageContaining("您须回避");
    }

    @Test
    void thePlaceCanBeToldWhereTheOtherKindNeedsOne() {
        String repair = repair(NINE);
        String complaint = desk.convert(repair, complaint(Details.NONE, false), "lead", NINE)
                .number();

        Ticket back = desk.convert(
                complaint, new Conversion("REPAIR", "LEAK", null, "LAMP-01", Details.NONE, "灯坏了", false), "lead", NINE);

        assertThat(back.facts().intake())
                .extracting(Intake::home, Intake::place)
                .containsExactly(null, "LAMP-01");
    }

    @Test
    void aKindIsNotTurnedIntoItself() {
        String repair = repair(NINE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.convert(
                        repair, new Conversion("REPAIR", "LEAK", null, null, Details.NONE, "换一类", false), "lead", NINE))
                .withMessageContaining("已经是报修");
    }

    @Test
    void whatWasToldAtIntakeIsKeptAndReadByItsQuestions() {
        Ticket complaint = desk.convert(repair(NINE), complaint(ABOUT_ZHAO, true), "lead", NINE);

        assertThat(tickets.details(complaint.number()).told())
                .isEqualTo(Map.of("about", "zhao", "injury", "true", "wish", "道歉"));
        assertThat(context.getBean(TicketFacts.class)
                        .of(complaint, Callers.at(Set.of("east"), NINE, "lead", Role.LEAD)))
                .containsExactly(
                        new TicketKind.Fact("被投诉人", "赵强"),
                        new TicketKind.Fact("有人受伤", "是"),
                        new TicketKind.Fact("业主诉求", "道歉"),
                        new TicketKind.Fact("定性", "待定"));
    }

    @Test
    void detailsThatNoQuestionAsksForAreRefused() {
        String repair = repair(NINE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.convert(repair, complaint(new Details(Map.of("mood", "差")), true), "lead", NINE))
                .withMessageContaining("没有附加事项“mood”，可填：about、injury、wish");
    }

    @Test
    void theSameMatterIsCountedByHomeAndPhoneUnlessItWasWithdrawn() {
        String first = repair(NINE.minus(Duration.ofDays(400)));
        String second = repair(NINE.minus(Duration.ofDays(30)));
        String third = repair(NINE);
        desk.withdraw(third, "弄错了", "desk1", NINE);

        Intake told = tickets.get(first).facts().intake();
        assertThat(links.repeats(told, NINE.minus(Duration.ofDays(365)))).containsExactly(second);
        assertThat(links.repeats(told, NINE.minus(Duration.ofDays(500)))).containsExactly(second, first);

        Intake elsewhere = new Intake(
                told.kind(),
                told.category(),
                null,
                null,
                "east",
                new Reporter("李四", "13900000000", null),
                told.channel(),
                "别的事",
                told.danger(),
                told.scope(),
                false,
                null,
                Details.NONE,
                null);
        assertThat(links.repeats(elsewhere, NINE.minus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    void aLinkIsKeptOnce() {
        String first = repair(NINE);
        String second = repair(NINE);
        links.add(new TicketLinks.Link(second, first, Relation.REPEATS, NINE, "system"));
        links.add(new TicketLinks.Link(second, first, Relation.REPEATS, NINE.plusSeconds(1), "desk1"));

        assertThat(links.of(first)).singleElement().satisfies(link -> assertThat(link.by())
                .isEqualTo("system"));
    }

    private List<String> texts(String number) {
        return tickets.timeline(number).stream().map(TimelineEntry::text).toList();
    }

    private static Conversion complaint(Details details, boolean keep) {
        return new Conversion("COMPLAINT", "SERVICE", null, null, details, "业主要求追责", keep);
    }

    private String repair(Instant at) {
        return desk.open(
                        new Intake(
                                "REPAIR",
                                "LEAK",
                                "1-1-101",
                                null,
                                new Reporter("张三", "13812345678", null),
                                Channel.PHONE,
                                "水管修了三次还漏",
                                Danger.NONE,
                                Scope.PERSONAL,
                                false,
                                null),
                        "desk1",
                        at)
                .number();
    }

    /** A kind without a flow. */
    private record Kind(String code, String label, String numberPrefix, List<Question> questions, Tickets tickets)
            implements TicketKind {

        @Override
        public Set<Action> actions() {
            return EnumSet.allOf(Action.class);
        }

        @Override
        public Optional<String> recused(Details details) {
            return details.optionalText("about", "被投诉人", 40);
        }

        @Override
        public List<Fact> facts(Ticket ticket) {
            return List.of(new Fact("定性", "待定"));
        }

        @Override
        public Ticket open(Intake intake, String by, Instant at) {
            // The only sequence that every version of the tables has
            String number = tickets.nextNumber("BX", at).replace("BX", numberPrefix);
            Ticket ticket = Ticket.register(
                    new Facts(
                            number,
                            intake,
                            "类别",
                            Area.HOME,
                            "east",
                            "1 号楼",
                            Priority.P2,
                            false,
                            "",
                            by,
                            "front-desk-east",
                            at),
                    List.of());
            tickets.add(ticket, List.of());
            return ticket;
        }

        @Override
        public void withdraw(String number, String reason, String by, Instant at) {
            Ticket ticket = tickets.get(number);
            ticket.withdraw(reason, by, at);
            tickets.save(ticket);
        }

        @Override
        public void urge(String number, String by, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reopen(String number, String reason, String by, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    /** The tickets on an empty database, with two kinds that only register. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"org.shouwen.rows", "org.shouwen.ticket", "org.shouwen.wording"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\..*|(Test|IT)(\\$.*)?)"))
    static class TicketsOnly {

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
        CategoryTable categoryTable() {
            return Mockito.mock(CategoryTable.class);
        }

        @Bean
        Estate estate() {
            return Mockito.mock(Estate.class);
        }

        @Bean
        Roster roster() {
            Roster roster = Mockito.mock(Roster.class, Mockito.CALLS_REAL_METHODS);
            Mockito.doReturn(Optional.of(new Staff("zhao", "赵强", null, null)))
                    .when(roster)
                    .staff("zhao");
            return roster;
        }

        /** Nothing follows anything here. */
        @Bean
        Following following() {
            return Mockito.mock(Following.class);
        }

        @Bean
        TicketKind repairs(Tickets tickets) {
            return new Kind("REPAIR", "报修", "BX", List.of(), tickets);
        }

        @Bean
        TicketKind complaints(Tickets tickets) {
            List<Question> questions = List.of(
                    Question.of("about", "被投诉人", Question.Type.STAFF, ""),
                    Question.of("injury", "有人受伤", Question.Type.FLAG, ""),
                    Question.of("wish", "业主诉求", Question.Type.LONG_TEXT, ""));
            return new Kind("COMPLAINT", "投诉", "TS", questions, tickets);
        }
    }
}
