package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;

/** A matter that is answered and not repaired: contact, answer, conclusion, and back. */
class AnsweredTicketTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    private final Ticket ticket = ticket(ClockKind.RESPOND, ClockKind.ANSWER, ClockKind.FINISH);

    @Test
    void contactAnswerAndConclusionStopTheirClocks() {
        ticket.assignTo("lead", "周班长", "客服前台", "system", NINE);
        assertThat(ticket.status()).isEqualTo(Status.RECEIVED);

        ticket.contact("说明了办理程序", "lead", TEN);
        assertThat(ticket.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(running()).containsExactly(ClockKind.ANSWER, ClockKind.FINISH);

        ticket.answer("已更换保洁班次", "lead", TEN);
        assertThat(ticket.status()).isEqualTo(Status.ANSWERED);
        assertThat(running()).containsExactly(ClockKind.FINISH);

        ticket.conclude("定性：有效投诉", "supervisor", TEN);
        assertThat(ticket.status()).isEqualTo(Status.VISIT_DUE);
        assertThat(running()).isEmpty();

        ticket.close("业主满意", "supervisor", TEN);
        assertThat(ticket.status()).isEqualTo(Status.CLOSED);
        assertThat(ticket.news())
                .extracting(TimelineEntry::event)
                .containsExactly("registered", "assigned", "contacted", "answered", "concluded", "closed");
    }

    @Test
    void whatIsAnsweredAtOnceNeedsNoContactBefore() {
        ticket.answer("水费在一楼缴纳", "desk1", NINE);

        assertThat(ticket.status()).isEqualTo(Status.ANSWERED);
        assertThat(running()).containsExactly(ClockKind.FINISH);
    }

    @Test
    void aBetterAnswerTakesThePlaceOfTheFirst() {
        ticket.answer("无法调整", "desk1", NINE);
        ticket.answer("改为每周三", "desk1", TEN);

        assertThat(ticket.deadline(ClockKind.ANSWER).stoppedAt()).isEqualTo(NINE);
        assertThat(ticket.status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void reopenedItBeginsAgainWithAllItsClocks() {
        ticket.answer("无法调整", "desk1", NINE);
        ticket.conclude("定性：无效投诉", "supervisor", NINE);

        ticket.reopen(
                "业主不满意",
                ticket.deadlines().stream()
                        .map(before -> before.again(1, "HOUR", "测试", TEN, TEN, "因为", false))
                        .toList(),
                "system",
                TEN);

        assertThat(ticket.status()).isEqualTo(Status.RECEIVED);
        assertThat(running()).containsExactly(ClockKind.RESPOND, ClockKind.ANSWER, ClockKind.FINISH);
        assertThat(ticket.deadlines()).extracting(Deadline::cycle).containsOnly(1);
    }

    @Test
    void itIsWithdrawnAndUrgedFromEverywhereBeforeTheEnd() {
        ticket.contact("说明了办理程序", "desk1", NINE);
        ticket.urge("desk1", NINE);
        ticket.answer("无法调整", "desk1", NINE);
        ticket.urge("desk1", NINE);
        ticket.withdraw("不追究了", "desk1", TEN);

        assertThat(ticket.urges()).isEqualTo(2);
        assertThat(ticket.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(running()).isEmpty();
    }

    @Test
    void nothingIsConcludedBeforeItIsAnswered() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.conclude("定性：有效投诉", "supervisor", NINE))
                .withMessageContaining("现在是“已受理”，不能办结");
        ticket.contact("说明了办理程序", "desk1", NINE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.contact("再次联系", "desk1", NINE))
                .withMessageContaining("现在是“办理中”，不能登记首次联系");
    }

    @Test
    void aTicketHasOnlyTheClocksOfItsRow() {
        Ticket quiet = ticket(ClockKind.FINISH);

        assertThat(quiet.find(ClockKind.ANSWER)).isEmpty();
        quiet.answer("谢谢您的表扬", "desk1", NINE);
        assertThat(quiet.nextDue()).contains(TEN);

        Deadline fresh = new Deadline(ClockKind.ANSWER, 1, "HOUR", "测试", NINE, TEN, "因为", null);
        quiet.conclude("已转告", "desk1", NINE);
        quiet.reopen("业主有话要说", List.of(fresh), "desk1", NINE);
        assertThat(quiet.find(ClockKind.ANSWER)).contains(fresh);
        assertThat(quiet.replacedDeadlines()).isEmpty();
        assertThat(quiet.clockChanges())
                .anySatisfy(change -> assertThat(change).isEqualTo(new Tickets.Change(null, fresh)));
    }

    private List<ClockKind> running() {
        return ticket.deadlines().stream()
                .filter(Deadline::runs)
                .map(Deadline::clock)
                .toList();
    }

    private static Ticket ticket(ClockKind... clocks) {
        Intake intake = new Intake(
                "COMPLAINT",
                "CLEANING",
                "1-1-101",
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "楼道没有打扫",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
        return Ticket.register(
                new Facts(
                        "TS-26-000001",
                        intake,
                        "环境卫生",
                        Area.PUBLIC,
                        "east",
                        "1 号楼",
                        Priority.P2,
                        false,
                        "",
                        "desk1",
                        "desk-east",
                        NINE),
                Arrays.stream(clocks)
                        .map(clock -> new Deadline(clock, 1, "HOUR", "测试", NINE, TEN, "因为", null))
                        .toList());
    }
}
