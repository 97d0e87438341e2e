package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwen.problem.Refusal;

/** What a verb changes beside the status: promises, counts, facts; and what it refuses whatever the status is. */
class TicketEffectsTest {

    @Test
    void aNewTicketIsReceivedAndSaysSo() {
        Ticket ticket =
                Ticket.register(LivingTicket.FACTS, List.of(LivingTicket.promise(ClockKind.FINISH, LivingTicket.TEN)));

        assertThat(ticket.state())
                .isEqualTo(new State(
                        Status.RECEIVED,
                        null,
                        new State.Counts(0, 0, 0, 0),
                        null,
                        0,
                        List.of(LivingTicket.promise(ClockKind.FINISH, LivingTicket.TEN))));
        assertThat(ticket.news())
                .containsExactly(new TimelineEntry(
                        LivingTicket.NINE,
                        "desk1",
                        TicketEvent.REGISTERED.declared(),
                        "已受理（电话）：1 号楼，水，一般",
                        null,
                        Map.of(
                                "kind", "REPAIR",
                                "category", LivingTicket.FACTS.intake().category(),
                                "priority", "P2",
                                "area", LivingTicket.FACTS.area().name(),
                                "site", LivingTicket.FACTS.site())));
        assertThat(ticket.kind()).isEqualTo("REPAIR");
        assertThat(ticket.firstResponder()).isEqualTo("desk1");
    }

    @Test
    void whoeverTheMatterIsAboutRegistersItNot() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Ticket.register(LivingTicket.facts(Priority.P2, "desk1"), List.of()))
                .withMessage("这件事涉及您本人，您须回避，请由同事登记");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            names = {"DISPATCH", "GRAB", "SETTLE", "ASSIGN", "REASSIGN"})
    void nobodyIsGivenAMatterThatIsAboutHimself(Verb verb) {
        State state = LivingTicket.ready(verb, Status.RECEIVED).state();
        Ticket ticket = new Ticket(LivingTicket.facts(Priority.P2, "p2"), state);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LivingTicket.apply(verb, ticket))
                .withMessage("工单 " + LivingTicket.NUMBER + " 涉及赵强本人，须回避，请换一位承办人")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        assertThat(ticket.state()).isEqualTo(state);
    }

    @Test
    void onlyItsOwnPromisesStop() {
        assertThat(stopped(Verb.ACCEPT, Status.DISPATCHED)).containsExactly(ClockKind.RESPOND);
        assertThat(stopped(Verb.ARRIVE, Status.ACCEPTED)).containsExactly(ClockKind.ARRIVE);
        assertThat(stopped(Verb.REPORT_DONE, Status.ON_SITE)).containsExactly(ClockKind.PLAN, ClockKind.FINISH);
        assertThat(stopped(Verb.ANSWER, Status.RECEIVED)).containsExactly(ClockKind.RESPOND, ClockKind.ANSWER);
        assertThat(stopped(Verb.FULFIL, Status.RECEIVED)).containsExactly(ClockKind.ANSWER);
        assertThat(stopped(Verb.ACCEPT_WORK, Status.DONE)).containsExactly(ClockKind.values());
        assertThat(stopped(Verb.WITHDRAW, Status.DONE)).containsExactly(ClockKind.values());
        assertThat(stopped(Verb.REASSIGN, Status.DISPATCHED)).containsExactly(ClockKind.RESPOND);
        assertThat(stopped(Verb.REASSIGN, Status.ACCEPTED)).isEmpty();
        assertThat(stopped(Verb.DISPATCH, Status.RECEIVED)).isEmpty();
        assertThat(stopped(Verb.CLOSE, Status.VISIT_DUE)).isEmpty();
        assertThat(stopped(Verb.URGE, Status.DISPATCHED)).isEmpty();
    }

    @Test
    void whatHasStoppedStaysAsItIs() {
        Ticket ticket = LivingTicket.ready(Verb.LOOK_INTO, Status.IN_PROGRESS);
        ticket.fulfil(ClockKind.ARRIVE, "到了", "p1", LivingTicket.NINE);
        LivingTicket.apply(Verb.LOOK_INTO, ticket);

        assertThat(ticket.deadline(ClockKind.ARRIVE).stoppedAt()).isEqualTo(LivingTicket.NINE);
    }

    @Test
    void reworkRunsOnTheSameClock() {
        Ticket ticket = LivingTicket.ready(Verb.REPORT_DONE, Status.ON_SITE);
        LivingTicket.apply(Verb.REPORT_DONE, ticket);
        LivingTicket.apply(Verb.REWORK, ticket);

        // How it is repaired needs not be told any more
        assertThat(ticket.clockChanges())
                .extracting(change -> change.after().clock())
                .containsExactly(ClockKind.PLAN);
        assertThat(ticket.deadline(ClockKind.FINISH).runs()).isTrue();
    }

    @Test
    void reworkStartsNoOtherClockAgain() {
        Ticket ticket = LivingTicket.ready(Verb.REWORK, Status.DONE);
        ticket.fulfil(ClockKind.RESPOND, "接了", "p1", LivingTicket.NINE);
        LivingTicket.apply(Verb.REWORK, ticket);

        assertThat(ticket.deadline(ClockKind.RESPOND).stoppedAt()).isEqualTo(LivingTicket.NINE);
    }

    @Test
    void acceptedWorkLeavesAPausedPromiseAsItStands() {
        Ticket ticket = LivingTicket.ready(Verb.RESUME, Status.DONE);
        LivingTicket.apply(Verb.ACCEPT_WORK, ticket);

        assertThat(ticket.deadlines()).allMatch(Deadline::paused);
    }

    @ParameterizedTest
    @CsvSource({
        "RETURN_WORK, DISPATCHED, 2, 2, 3, 4",
        "GIVE_BACK, ACCEPTED, 1, 2, 3, 4",
        "URGE, RECEIVED, 1, 3, 3, 4",
        "URGE_FOR, RECEIVED, 1, 3, 3, 4",
        "PRESS, RECEIVED, 1, 2, 3, 4",
        "TRANSFER, ON_SITE, 1, 2, 4, 4",
        "REOPEN, CLOSED, 1, 2, 3, 5",
        "PROCEED, FOLLOWING, 1, 2, 3, 4",
        "CORRECT_ANEW, ON_SITE, 1, 2, 3, 4",
    })
    void isCounted(Verb verb, Status from, int returns, int urges, int transfers, int reopens) {
        Ticket ticket = LivingTicket.ready(verb, from);
        LivingTicket.apply(verb, ticket);

        assertThat(ticket.state().counts()).isEqualTo(new State.Counts(returns, urges, transfers, reopens));
        assertThat(List.of(ticket.returns(), ticket.urges(), ticket.transfers(), ticket.reopens()))
                .containsExactly(returns, urges, transfers, reopens);
        assertThat(ticket.state().version()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER, ON_SITE, RESPOND, 转派",
        "REOPEN, CLOSED, FINISH, 第 5 次重新开启",
        "PROCEED, FOLLOWING, FINISH, 单独办理",
        "CORRECT, ON_SITE, FINISH, 更正：看错了",
        "RESCHEDULE, ACCEPTED, ARRIVE, 改约：业主没空",
        "PROMISE, ON_SITE, FINISH, 缺人",
    })
    void aPromiseGivenAnewLeavesTheOldOneAsHistoryWithTheReason(
            Verb verb, Status from, ClockKind clock, String reason) {
        Ticket ticket = LivingTicket.ready(verb, from);
        LivingTicket.apply(verb, ticket);

        assertThat(ticket.deadline(clock).cycle()).isEqualTo(1);
        assertThat(ticket.deadline(clock).due()).isEqualTo(LivingTicket.NOON);
        assertThat(ticket.replacedDeadlines())
                .singleElement()
                .satisfies(old -> assertThat(old.clock()).isEqualTo(clock))
                .satisfies(old -> assertThat(old.course().replaced()).isEqualTo(reason));
        assertThat(ticket.clockChanges()).hasSize(1);
    }

    @Test
    void aTimeThatAPersonGaveIsMarkedSo() {
        Ticket ticket = LivingTicket.ready(Verb.PROMISE, Status.ON_SITE);
        LivingTicket.apply(Verb.PROMISE, ticket);

        assertThat(ticket.deadline(ClockKind.FINISH).course().promised()).isTrue();
        assertThat(ticket.deadline(ClockKind.FINISH).explanation()).isEqualTo("明天");
        assertThat(ticket.deadline(ClockKind.FINISH).amount()).isEqualTo(1);
    }

    @Test
    void noTimeIsGivenForAPromiseThatHasStopped() {
        Ticket ticket = LivingTicket.ready(Verb.PROMISE, Status.ON_SITE);
        ticket.fulfil(ClockKind.FINISH, "办妥", "p1", LivingTicket.NINE);

        assertRefused(() -> LivingTicket.apply(Verb.PROMISE, ticket), "工单 BX-26-000001 的办结时限没有在计时，不能给出新时限");
    }

    @Test
    void aPromiseThatRunsIsNotStartedAgain() {
        Ticket ticket = LivingTicket.ready(Verb.START, Status.ON_SITE);
        LivingTicket.apply(Verb.START, ticket);
        assertThat(ticket.deadline(ClockKind.ANSWER).due()).isEqualTo(LivingTicket.TEN);

        assertRefused(() -> LivingTicket.apply(Verb.START, ticket), "工单 BX-26-000001 的答复时限已经在计时");
        LivingTicket.apply(Verb.FULFIL, ticket);
        LivingTicket.apply(Verb.START, ticket);
        assertThat(ticket.replacedDeadlines()).hasSize(1);
    }

    @Test
    void theFactsChangeByTransferSlotAndCorrection() {
        Ticket transferred = LivingTicket.ready(Verb.TRANSFER, Status.ON_SITE);
        LivingTicket.apply(Verb.TRANSFER, transferred);
        assertThat(transferred.facts().post()).isEqualTo("power-east");
        assertThat(transferred.facts().location()).isEqualTo(LivingTicket.FACTS.location());

        Ticket moved = LivingTicket.ready(Verb.RESCHEDULE, Status.ACCEPTED);
        LivingTicket.apply(Verb.RESCHEDULE, moved);
        assertThat(moved.facts().intake().appointment()).isEqualTo(new Slot(LivingTicket.TEN, LivingTicket.NOON));
        assertThat(moved.facts().post()).isEqualTo(LivingTicket.FACTS.post());

        Ticket corrected = LivingTicket.ready(Verb.CORRECT, Status.ACCEPTED);
        LivingTicket.apply(Verb.CORRECT, corrected);
        assertThat(corrected.facts()).isEqualTo(LivingTicket.CORRECTED);
    }

    @Test
    void whileItWaitsItsPromisesStandStill() {
        Ticket ticket = LivingTicket.ready(Verb.PAUSE, Status.ON_SITE);
        ticket.fulfil(ClockKind.RESPOND, "接了", "p1", LivingTicket.NINE);
        LivingTicket.apply(Verb.PAUSE, ticket);
        assertThat(ticket.deadlines())
                .filteredOn(Deadline::paused)
                .extracting(Deadline::clock)
                .containsExactly(ClockKind.ARRIVE, ClockKind.ANSWER, ClockKind.PLAN, ClockKind.FINISH);
        assertThat(ticket.nextDue()).isEmpty();
        assertRefused(() -> LivingTicket.apply(Verb.PAUSE, ticket), "工单 BX-26-000001 已经暂停计时：待配件");

        LivingTicket.apply(Verb.RESUME, ticket);
        assertThat(ticket.nextDue()).contains(LivingTicket.NOON);
        assertThat(ticket.deadline(ClockKind.RESPOND).runs()).isFalse();
        assertRefused(() -> LivingTicket.apply(Verb.RESUME, ticket), "工单 BX-26-000001 没有暂停计时");
    }

    @Test
    void anEmergencyIsNeverPaused() {
        Ticket ticket = new Ticket(
                LivingTicket.facts(Priority.P0, null),
                LivingTicket.ready(Verb.PAUSE, Status.ON_SITE).state());

        assertRefused(() -> LivingTicket.apply(Verb.PAUSE, ticket), "特急工单 BX-26-000001 的时限不能暂停");
    }

    @Test
    void aCalendarThatMovesNothingIsNotTold() {
        Ticket ticket = LivingTicket.ready(Verb.MOVE_CLOCKS, Status.ON_SITE);
        ticket.moveClocks(clock -> clock, "admin", LivingTicket.TEN);
        assertThat(ticket.news()).isEmpty();

        ticket.fulfil(ClockKind.ARRIVE, "到了", "p1", LivingTicket.NINE);
        LivingTicket.apply(Verb.MOVE_CLOCKS, ticket);
        assertThat(ticket.deadline(ClockKind.FINISH).explanation()).isEqualTo("放假");
        assertThat(ticket.deadline(ClockKind.ARRIVE).explanation()).isEqualTo("因为");
    }

    @Test
    void aTimerIsUsedUpForItsOwnClockOnly() {
        Ticket ticket = LivingTicket.ready(Verb.URGE, Status.ON_SITE);
        ticket.watched(ClockKind.ARRIVE);

        assertThat(ticket.deadlines())
                .filteredOn(clock -> clock.course().watched())
                .extracting(Deadline::clock)
                .containsExactly(ClockKind.ARRIVE);
        assertThat(ticket.news()).isEmpty();
    }

    @Test
    void theFirstDateThatCanBreakIsTheNext() {
        Ticket ticket = new Ticket(
                LivingTicket.FACTS,
                new State(
                        Status.ON_SITE,
                        null,
                        LivingTicket.COUNTS,
                        null,
                        0,
                        List.of(
                                LivingTicket.promise(ClockKind.RESPOND, null),
                                LivingTicket.promise(ClockKind.FINISH, LivingTicket.NOON),
                                LivingTicket.promise(ClockKind.ARRIVE, LivingTicket.TEN))));

        assertThat(ticket.nextDue()).contains(LivingTicket.TEN);
        assertThat(ticket.handler()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> ticket.deadline(ClockKind.ANSWER));
    }

    @Test
    void whoeverDoesItHimselfStandsInForNobody() {
        Ticket own = LivingTicket.ready(Verb.ACCEPT, Status.DISPATCHED);
        own.accept("p9", "钱进", LivingTicket.TEN);
        assertThat(own.news().get(0).standsFor()).isNull();

        Ticket byRule = LivingTicket.ready(Verb.ANSWER, Status.IN_PROGRESS);
        byRule.answer("已换班次", TimelineEntry.SYSTEM, LivingTicket.TEN);
        assertThat(byRule.news().get(0).standsFor()).isNull();
    }

    @Test
    void whoeverTakesUpWhatNobodyHasHasItFromThenOn() {
        Ticket ticket = Ticket.register(LivingTicket.FACTS, List.of());
        ticket.takeUp("p2", "看过了", LivingTicket.TEN);

        assertThat(ticket.handler()).contains("p2");
        assertThat(ticket.news().get(1).standsFor()).isNull();
    }

    @Test
    void whatWasNotSaidIsNotTold() {
        Ticket quiet = LivingTicket.ready(Verb.ACCEPT_WORK, Status.DONE);
        quiet.acceptWork(null, "desk1", LivingTicket.TEN);
        assertThat(quiet.news().get(0).text()).isEqualTo("验收合格");

        Ticket blank = LivingTicket.ready(Verb.RESUME, Status.ON_SITE);
        blank.resume(clock -> clock.resumed(LivingTicket.TEN, LivingTicket.NOON, "剩下的"), " ", "p1", LivingTicket.TEN);
        assertThat(blank.news().get(0).text()).isEqualTo("恢复计时");

        Ticket bare = LivingTicket.ready(Verb.PAUSE, Status.ON_SITE);
        bare.pause(
                new Pause(PauseReason.WEATHER, "", LivingTicket.NOON, LivingTicket.TEN),
                clock -> clock,
                "p1",
                LivingTicket.TEN);
        assertThat(bare.news().get(0).text()).isEqualTo("暂停计时：恶劣天气停工");
    }

    private static void assertRefused(ThrowingCallable deed, String sentence) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessage(sentence);
    }

    private static List<ClockKind> stopped(Verb verb, Status from) {
        Ticket ticket = LivingTicket.ready(verb, from);
        LivingTicket.apply(verb, ticket);
        return ticket.deadlines().stream()
                .filter(clock -> LivingTicket.TEN.equals(clock.stoppedAt()))
                .map(Deadline::clock)
                .toList();
    }
}
