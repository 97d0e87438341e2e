package org.shouwen.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Due;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets in our own tables, on both databases. */
@Tag("database")
class JdbcTicketsIT {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final Estate estate = Mockito.mock(Estate.class);
    private final List<Object> events = new ArrayList<>();
    private JdbcClient jdbc;
    private Tickets tickets;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        Sql sql = new Sql(jdbc);
        tickets = new JdbcTickets(
                sql,
                new ClockTable(sql),
                estate,
                events::add,
                new TimelineEvents(),
                new Moments(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")),
                new WordsOfRows());
    }

    private Ticket ticket(String home, Instant due) {
        Intake intake = new Intake(
                "REPAIR",
                "HOME_PLUMBING",
                home,
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "漏水",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
        Ticket ticket = Ticket.register(
                new Facts(
                        tickets.nextNumber("BX", NINE),
                        intake,
                        "家庭水管维修",
                        Area.HOME,
                        "east",
                        "1 号楼",
                        Priority.P2,
                        false,
                        "",
                        "desk1",
                        "plumbing-east",
                        NINE),
                List.of(
                        clock(ClockKind.RESPOND, due),
                        clock(ClockKind.ARRIVE, null),
                        clock(ClockKind.FINISH, due.plus(Duration.ofDays(1)))));
        tickets.add(ticket, List.of());
        return tickets.get(ticket.number());
    }

    private static Deadline clock(ClockKind kind, Instant due) {
        return new Deadline(kind, 1, "HOUR", "测试", NINE, due, "因为", null);
    }

    private TicketQuery query(boolean overdue, String q, int size, String after) {
        return TicketQuery.of(overdue ? Filter.NONE.due(Due.OVERDUE) : Filter.NONE, size)
                .searching(q)
                .after(after);
    }

    @Test
    void numbersGoOnAndCarryTheYear() {
        assertThat(List.of(
                        tickets.nextNumber("BX", NINE),
                        tickets.nextNumber("BX", Instant.parse("2026-12-31T16:00:00Z"))))
                // 16:00 UTC is already the new year in Shanghai
                .containsExactly("BX-26-000001", "BX-27-000002");
    }

    @Test
    void whatIsReadIsWhatWasStored() {
        Ticket ticket = ticket("1-1-101", NINE.plus(Duration.ofHours(1)));
        assertThat(ticket.facts().intake().reporter().name()).isEqualTo("张三");
        assertThat(ticket.deadline(ClockKind.ARRIVE).due()).isNull();
        assertThat(ticket.nextDue()).contains(NINE.plus(Duration.ofHours(1)));
        assertThat(tickets.timeline(ticket.number())).hasSize(1).first().satisfies(line -> {
            assertThat(line.event()).isEqualTo("registered");
            assertThat(line.at()).isEqualTo(NINE);
            assertThat(line.facts()).containsEntry("site", "east").containsEntry("priority", "P2");
        });
    }

    @Test
    void anEventKeepsItsFactsBesideItsSentence() {
        Ticket ticket = ticket("1-1-101", NINE);
        tickets.note(ticket.number(), TicketEvent.FULFILLED, "方案已交", "desk1", NINE, "clock", ClockKind.ANSWER);
        tickets.note(ticket.number(), TicketEvent.TAKEN_UP, "看过了", "desk1", NINE);

        assertThat(tickets.timeline(ticket.number()))
                .extracting(TimelineEntry::facts)
                .endsWith(Map.of("clock", "ANSWER"), Map.of());
    }

    @Test
    void whatItWasDecidedByStaysWithItUntilItIsDecidedAnew() {
        Ticket ticket = ticket("1-1-101", NINE);
        assertThat(decisions(ticket)).isNull();
        Tickets.Decision first = new Tickets.Decision("repairPriority", 2, 7, Map.of("trade", "PLUMBING", "age", 3));
        tickets.save(ticket, List.of(first));
        String kept =
                "[{\"table\":\"repairPriority\",\"version\":2,\"set\":7,\"inputs\":{\"age\":3,\"trade\":\"PLUMBING\"}}]";
        assertThat(decisions(ticket)).isEqualTo(kept);
        tickets.save(tickets.get(ticket.number()));
        assertThat(decisions(ticket)).isEqualTo(kept);
        tickets.save(
                tickets.get(ticket.number()),
                List.of(new Tickets.Decision("repairPriority", 3, 7, Map.of("utilityOut", true))));
        assertThat(decisions(ticket))
                .isEqualTo("[{\"table\":\"repairPriority\",\"version\":3,\"set\":7,\"inputs\":{\"utilityOut\":true}}]");
    }

    @Test
    void whatWasDecidedInATimeIsReadPageByPage() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            numbers.add(0, ticket("1-1-101", NINE).number());
        }
        Tickets.Decision kept = new Tickets.Decision("repairPriority", 2, 7, Map.of("trade", "PLUMBING", "age", 3));
        tickets.save(tickets.get(numbers.get(500)), List.of(kept));
        List<Tickets.Decided> all = tickets.decided(NINE, NINE, 5000);
        assertThat(all).extracting(one -> one.ticket().number()).isEqualTo(numbers);
        assertThat(all.get(500).decisions()).containsExactly(kept);
        assertThat(all.get(0).decisions()).isEmpty();
        assertThat(all.get(0).ticket().deadlines()).hasSize(3);
        assertThat(tickets.decided(NINE, NINE, 500)).hasSize(500);
        assertThat(tickets.decided(NINE, NINE, 3))
                .extracting(one -> one.ticket().number())
                .isEqualTo(numbers.subList(0, 3));
        assertThat(tickets.decided(NINE.plusSeconds(1), NINE.plusSeconds(2), 5000))
                .isEmpty();
        assertThat(tickets.decided(NINE.minusSeconds(2), NINE.minusSeconds(1), 5000))
                .isEmpty();
    }

    private String decisions(Ticket ticket) {
        return jdbc.sql("SELECT decisions FROM ticket WHERE number = ?")
                .param(ticket.number())
                .query((row, i) -> row.getString("decisions"))
                .list()
                .get(0);
    }

    @Test
    void whomATicketIsAboutStaysWithIt() {
        Facts facts = ticket("1-1-101", NINE).facts();
        Ticket about = Ticket.register(
                new Facts(
                        tickets.nextNumber("BX", NINE),
                        facts.intake().without("plumber1"),
                        facts.categoryLabel(),
                        facts.area(),
                        facts.site(),
                        facts.location(),
                        facts.priority(),
                        false,
                        "",
                        "desk1",
                        facts.post(),
                        NINE),
                List.of());
        tickets.add(about, List.of());
        Ticket read = tickets.get(about.number());
        assertThat(read.facts().recused()).isEqualTo("plumber1");
        assertThat(read.deadlines()).isEmpty();
        read.contact("道歉", "desk1", NINE);
        tickets.save(read);
        assertThat(tickets.get(about.number()).facts().recused()).isEqualTo("plumber1");
    }

    @Test
    void aTicketChangedMeanwhileIsNotOverwritten() {
        Ticket first = ticket("1-1-101", NINE);
        Ticket second = tickets.get(first.number());
        first.grabbedBy("plumber1", "赵强", NINE);
        tickets.save(first);
        second.withdraw("不修了", "desk1", NINE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tickets.save(second))
                .withMessageContaining("刚刚有人办理过");
        assertThat(tickets.get(first.number()).status()).isEqualTo(Status.ACCEPTED);
        assertThat(tickets.get(first.number()).deadline(ClockKind.RESPOND).stoppedAt())
                .isEqualTo(NINE);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(0, ticket("1-1-101", NINE).number());
        }
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Tickets.Page page = tickets.page(query(false, null, 3, after), NINE);
            page.items().forEach(ticket -> read.add(ticket.number()));
            after = page.next();
        } while (after != null);
        assertThat(read).isEqualTo(numbers);
    }

    /** Each list of a person is put together from several searches; what two of them find is there once. */
    @Test
    void aPersonsTicketsAreThoseHeDoesAndThoseHeTookInOpenOrNotEachOnce() {
        Ticket takenIn = ticket("1-1-101", NINE);
        Ticket both = ticket("1-1-102", NINE);
        both.assignTo("desk1", "前台小王", "当面办理", "lead", NINE);
        tickets.save(both);
        Ticket over = ticket("1-1-103", NINE);
        over.withdraw("不修了", "desk1", NINE);
        tickets.save(over);
        Ticket others = ticket("1-1-104", NINE);
        others.assignTo("plumber1", "王师傅", "水管", "lead", NINE);
        tickets.save(others);

        assertThat(numbers(person("desk1", null, null, 20, null)))
                .containsExactly(others.number(), over.number(), both.number(), takenIn.number());
        assertThat(numbers(person("desk1", null, true, 20, null)))
                .containsExactly(others.number(), both.number(), takenIn.number());
        assertThat(numbers(person(null, "desk1", null, 20, null))).containsExactly(both.number());
        assertThat(numbers(person("desk1", "plumber1", null, 20, null))).containsExactly(others.number());
        assertThat(numbers(person("plumber1", null, false, 20, null))).isEmpty();

        Tickets.Page first = tickets.page(person("desk1", null, null, 3, null), NINE);
        assertThat(first.items()).hasSize(3);
        assertThat(numbers(person("desk1", null, null, 3, first.next()))).containsExactly(takenIn.number());
    }

    private List<String> numbers(TicketQuery query) {
        return tickets.page(query, NINE).items().stream().map(Ticket::number).toList();
    }

    private static TicketQuery person(String person, String handler, Boolean open, int size, String after) {
        return TicketQuery.of(Filter.NONE.open(open).of(person).handledBy(handler), size)
                .after(after);
    }

    @Test
    void overdueIsWhatRunsPastItsTime() {
        Ticket late = ticket("1-1-101", NINE.plus(Duration.ofHours(1)));
        ticket("1-1-102", NINE.plus(Duration.ofHours(5)));
        Ticket closed = ticket("1-1-103", NINE.plus(Duration.ofHours(1)));
        closed.withdraw("不修了", "desk1", NINE);
        tickets.save(closed);
        assertThat(tickets.page(query(true, null, 20, null), NINE.plus(Duration.ofHours(2)))
                        .items())
                .extracting(Ticket::number)
                .containsExactly(late.number());
    }

    @Test
    void foundByNumberPhoneHomeAndName() {
        Ticket ticket = ticket("1-1-101", NINE);
        ticket("2-1-101", NINE);
        Mockito.when(estate.searchHomes("1-1", 100))
                .thenReturn(List.of(new Home("1-1-101", "east", "1", "1", "1 号楼", null)));
        for (String q : List.of(ticket.number(), ticket.number().toLowerCase(), "1-1-101", "1-1")) {
            assertThat(tickets.page(query(false, q, 20, null), NINE).items())
                    .as(q)
                    .extracting(Ticket::number)
                    .containsExactly(ticket.number());
        }
        assertThat(tickets.page(query(false, "13812345678", 20, null), NINE).items())
                .hasSize(2);
        assertThat(tickets.page(query(false, "' OR 1=1 --", 20, null), NINE).items())
                .isEmpty();
    }

    /** Whoever lives in the home now has another number, and nothing to do with what was reported before. */
    @Test
    void foundByTheLastDigitsOfTheNumberThatReportedAndOfNoOther() {
        Ticket ticket = ticket("1-1-101", NINE);
        for (String digits : List.of("6666", "88886666")) {
            Mockito.when(estate.searchHomes(digits, 100))
                    .thenReturn(List.of(new Home("1-1-101", "east", "1", "1", "1 号楼", null)));
            assertThat(tickets.page(query(false, digits, 20, null), NINE).items())
                    .as(digits)
                    .isEmpty();
        }
        for (String digits : List.of("5678", " 5678 ", "５６７８")) {
            assertThat(tickets.page(query(false, digits, 20, null), NINE).items())
                    .as(digits)
                    .extracting(Ticket::number)
                    .containsExactly(ticket.number());
        }
        ticket.complete(new Reporter("张三", "0531-88886666-801", null), "漏水", "desk1", NINE);
        tickets.save(ticket);
        assertThat(tickets.page(query(false, "6666", 20, null), NINE).items()).hasSize(1);
    }

    /** Tickets of before the update are found as those of after it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "0531-88886666",
                "010-88886666-801",
                "400-810-0080",
                "+85291234567",
                "95598",
                "8888666",
                ""
            })
    void theUpdateKnowsTheLastDigitsAsThePhoneDoes(String phone) throws IOException {
        String number = ticket("1-1-101", NINE).number();
        jdbc.sql("UPDATE ticket SET reporter_phone = ?, phone_tail = NULL")
                .param(phone)
                .update();
        String script = new ClassPathResource("db/migration/V48__ticket_phone_tail.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        jdbc.sql(script.substring(script.indexOf("UPDATE"), script.indexOf(';', script.indexOf("UPDATE"))))
                .update();
        assertThat(jdbc.sql("SELECT phone_tail FROM ticket WHERE number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo(Phone.tail(phone));
    }

    @Test
    void aPausedPromiseRunsOnWithWhatWasLeft() {
        Ticket ticket = ticket("1-1-101", NINE.plus(Duration.ofHours(4)));
        Instant ten = NINE.plus(Duration.ofHours(1));
        Instant noon = NINE.plus(Duration.ofHours(3));
        ticket.pause(
                new Pause(PauseReason.PARTS, "阀芯", noon, ten),
                d -> d.paused(ten, Duration.ofHours(3)),
                "plumber1",
                ten);
        tickets.save(ticket);
        Ticket waiting = tickets.get(ticket.number());
        assertThat(waiting.pause()).contains(new Pause(PauseReason.PARTS, "阀芯", noon, ten));
        assertThat(waiting.nextDue()).isEmpty();
        assertThat(waiting.deadline(ClockKind.FINISH).course().left()).hasHours(3);

        waiting.resume(d -> d.resumed(noon, noon.plus(d.course().left()), "还有 3 小时"), "到货", "plumber1", noon);
        tickets.save(waiting);
        Ticket going = tickets.get(ticket.number());
        assertThat(going.pause()).isEmpty();
        assertThat(going.deadline(ClockKind.FINISH).runs()).isTrue();
        assertThat(going.deadline(ClockKind.FINISH).due()).isEqualTo(NINE.plus(Duration.ofHours(6)));
    }

    @Test
    void aNewPromiseTakesThePlaceOfTheOldOneAndIsAnnounced() {
        Ticket ticket = ticket("1-1-101", NINE.plus(Duration.ofHours(4)));
        ticket.watched(ClockKind.FINISH);
        ticket.promise(ClockKind.FINISH, NINE.plus(Duration.ofHours(9)), "今天 18:00", "等专用工具", "lead", NINE);
        events.clear();
        tickets.save(ticket);
        Ticket promised = tickets.get(ticket.number());
        assertThat(promised.deadline(ClockKind.FINISH).cycle()).isEqualTo(1);
        assertThat(promised.deadline(ClockKind.FINISH).course().promised()).isTrue();
        assertThat(tickets.pastDeadlines(ticket.number()))
                .singleElement()
                .satisfies(past -> assertThat(past.course().replaced()).isEqualTo("等专用工具"));
        assertThat(events).singleElement().satisfies(event -> {
            Tickets.Change change = ((Tickets.ClocksChanged) event).changes().get(0);
            assertThat(change.before().cycle()).isZero();
            assertThat(change.after().course().watched()).isTrue();
        });
    }

    @Test
    void theRepairStopsTheClockAndReworkLetsItRunOn() {
        Ticket ticket = ticket("1-1-101", NINE.plus(Duration.ofHours(4)));
        ticket.grabbedBy("plumber1", "赵强", NINE);
        ticket.arrive("漏水", "plumber1", NINE);
        ticket.reportDone("换了阀芯", "plumber1", NINE);
        tickets.save(ticket);
        assertThat(tickets.running("")).isEmpty();

        Ticket done = tickets.get(ticket.number());
        done.rework("还在滴", "desk1", NINE.plusSeconds(60));
        tickets.save(done);
        assertThat(tickets.get(ticket.number()).deadline(ClockKind.FINISH).runs())
                .isTrue();
        assertThat(tickets.running("east")).containsExactly(ticket.number());
        assertThat(tickets.running("west")).isEmpty();
    }

    @Test
    void aReopenedMatterHasNewPromisesAndNoHandler() {
        Ticket ticket = ticket("1-1-101", NINE.plus(Duration.ofHours(4)));
        ticket.grabbedBy("plumber1", "赵强", NINE);
        ticket.arrive("漏水", "plumber1", NINE);
        ticket.reportDone("换了阀芯", "plumber1", NINE);
        ticket.acceptWork(null, "desk1", NINE);
        ticket.close("回访满意", "desk1", NINE);
        Instant day = NINE.plus(Duration.ofHours(24));
        Deadline finish = ticket.deadline(ClockKind.FINISH);
        ticket.reopen("又漏了", List.of(finish.again(24, "HOUR", "D4", NINE, day, "24 小时", false)), "desk1", NINE);
        tickets.save(ticket);
        Ticket again = tickets.get(ticket.number());
        assertThat(again.status()).isEqualTo(Status.RECEIVED);
        assertThat(again.reopens()).isEqualTo(1);
        assertThat(again.handler()).isEmpty();
        assertThat(again.nextDue()).contains(day);
    }
}
