package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.problem.Refusal;

/** Every verb in every status: it does what the table of {@link Verb} says, or refuses in its sentence and changes nothing. */
class TicketTest {

    static Stream<Arguments> everyVerbInEveryStatus() {
        return Arrays.stream(Verb.values())
                .flatMap(verb -> Arrays.stream(Status.values()).map(status -> Arguments.of(verb, status)));
    }

    @ParameterizedTest
    @MethodSource("everyVerbInEveryStatus")
    void eachVerbMovesAsTheTableSaysOrRefusesAndChangesNothing(Verb verb, Status from) {
        Ticket ticket = LivingTicket.ready(verb, from);
        State before = ticket.state();
        Facts facts = ticket.facts();
        if (verb.way(from).isPresent()) {
            LivingTicket.apply(verb, ticket);
            assertThat(ticket.status()).isEqualTo(verb.way(from).get().after(from));
            assertThat(ticket.news())
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.event()).isEqualTo(verb.event().code()))
                    .satisfies(line -> assertThat(line.at()).isEqualTo(LivingTicket.TEN));
            assertThat(ticket.deadlines())
                    .filteredOn(clock -> verb.way(from).get().stops().contains(clock.clock()))
                    .allMatch(clock -> LivingTicket.TEN.equals(clock.stoppedAt()));
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> LivingTicket.apply(verb, ticket))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_POSSIBLE_NOW))
                    .satisfies(refusal -> assertThat(refusal).hasMessage(sentence(verb, from)))
                    .satisfies(refusal -> assertThat(refusal.name()).isEqualTo(name(verb, from)));
            assertThat(ticket.state()).isEqualTo(before);
            assertThat(ticket.facts()).isEqualTo(facts);
            assertThat(ticket.news()).isEmpty();
            assertThat(ticket.clockChanges()).isEmpty();
            assertThat(ticket.replacedDeadlines()).isEmpty();
        }
    }

    /** What only the end forbids names the end. */
    private static String sentence(Verb verb, Status status) {
        return onlyTheEndForbids(verb) && status.isFinal()
                ? "工单 " + LivingTicket.NUMBER + " " + status.label() + "，不能" + verb.label()
                : "工单 " + LivingTicket.NUMBER + " 现在是“" + status.label() + "”，不能" + verb.label();
    }

    private static String name(Verb verb, Status status) {
        return onlyTheEndForbids(verb) && status.isFinal()
                ? "ticket-" + status.name().toLowerCase()
                : "ticket-status";
    }

    private static boolean onlyTheEndForbids(Verb verb) {
        return EnumSet.of(Verb.URGE, Verb.URGE_FOR, Verb.PRESS, Verb.WITHDRAW, Verb.COMPLETE)
                .contains(verb);
    }

    @Test
    void whatIsDoneIsNotTakenBack() {
        assertThat(LivingTicket.ready(Verb.WITHDRAW, Status.DONE).isWithdrawable())
                .isTrue();
        for (Status done : List.of(Status.VISIT_DUE, Status.CLOSED, Status.WITHDRAWN)) {
            assertThat(LivingTicket.ready(Verb.WITHDRAW, done).isWithdrawable()).isFalse();
        }
    }

    @Test
    void theTableIsAllThatCanBeDone() {
        assertThat(LivingTicket.known()).containsExactly(Verb.values());
        // To correct is two rows; that a timer is used up moves nothing and tells nothing
        assertThat(Arrays.stream(Ticket.class.getDeclaredMethods())
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) && method.getReturnType() == void.class)
                        .map(Method::getName))
                .hasSize(Verb.values().length - 1 + 1)
                .contains("correct", "watched");
    }

    @Test
    void everyStatusIsReachedFromTheFirst() {
        Set<Status> reached =
                EnumSet.of(Ticket.register(LivingTicket.FACTS, List.of()).status());
        for (int seen = 0; seen < reached.size(); ) {
            seen = reached.size();
            for (Status from : List.copyOf(reached)) {
                Arrays.stream(Verb.values())
                        .flatMap(verb -> verb.way(from).stream())
                        .forEach(way -> reached.add(way.after(from)));
            }
        }
        assertThat(reached).containsExactly(Status.values());
    }

    @Test
    void fromTheEndOnlyAReopeningLeadsBack() {
        for (Status end : List.of(Status.CLOSED, Status.WITHDRAWN)) {
            assertThat(Arrays.stream(Verb.values()).filter(verb -> verb.way(end)
                            .filter(way -> way.after(end) != end)
                            .isPresent()))
                    .isEqualTo(end == Status.CLOSED ? List.of(Verb.REOPEN) : List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void whatIsReceivedAnewIsNobodysAndWhatPromisesNothingWaitsForNothing(Verb verb) {
        for (Status from : Status.values()) {
            if (verb.way(from).isEmpty()) {
                continue;
            }
            Ticket ticket = LivingTicket.ready(verb, from);
            String handler = ticket.handler().orElse(null);
            LivingTicket.apply(verb, ticket);
            switch (verb) {
                case RETURN_WORK, GIVE_BACK, REOPEN, PROCEED, TRANSFER, CORRECT_ANEW ->
                    assertThat(ticket.handler()).isEmpty();
                case DISPATCH, GRAB, SETTLE, REASSIGN, ASSIGN ->
                    assertThat(ticket.handler()).contains("p2");
                default -> assertThat(ticket.handler()).contains(handler);
            }
            switch (verb) {
                case DECLINE, CONCLUDE, FOLLOW, WITHDRAW -> {
                    assertThat(ticket.pause()).isEmpty();
                    assertThat(ticket.deadlines()).allMatch(clock -> LivingTicket.TEN.equals(clock.stoppedAt()));
                }
                case PAUSE -> assertThat(ticket.pause()).contains(LivingTicket.PART);
                case RESUME -> assertThat(ticket.pause()).isEmpty();
                default ->
                    assertThat(ticket.pause().isPresent())
                            .isEqualTo(LivingTicket.ready(verb, from).pause().isPresent());
            }
        }
    }

    /** In the table's words: the line, its author, and in whose place he acted. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            DISPATCH,     RECEIVED,    派给赵强,                          desk2,    -
            GRAB,         RECEIVED,    赵强抢单,                          p2,       -
            SETTLE,       RECEIVED,    班长裁定由赵强办理：轮到他,          lead,     -
            ACCEPT,       DISPATCHED,  钱进接单,                          p1,       p9
            RETURN_WORK,  DISPATCHED,  钱进退回：不归我,                   p1,       p9
            GIVE_BACK,    ACCEPTED,    退回岗位“水工”重新派单：账号已停用,   admin,    -
            ARRIVE,       ACCEPTED,    到场查看：阀门坏了,                 p1,       p9
            REPORT_DONE,  ON_SITE,     报告维修结果：换了阀门,              p1,       p9
            REWORK,       DONE,        验收不合格，返工：还漏,              desk1,    -
            ACCEPT_WORK,  DONE,        验收合格：不漏了,                   desk1,    -
            DECLINE,      ON_SITE,     业主放弃维修：太贵,                 p1,       -
            CONTACT,      ACCEPTED,    首次联系业主：说明了程序,            p1,       p9
            TAKE_UP,      ACCEPTED,    看过了,                            p2,       p9
            ANSWER,       IN_PROGRESS, 答复业主：已换班次,                 p1,       p9
            CONCLUDE,     ANSWERED,    有效投诉,                          lead,     -
            CLOSE,        VISIT_DUE,   办结：业主满意,                     desk1,    -
            REOPEN,       CLOSED,      第 5 次重新开启：又漏了,             desk1,    -
            FOLLOW,       ACCEPTED,    随事件 BX-26-000009 办理,           desk1,    -
            PROCEED,      FOLLOWING,   单独办理：不是一回事,                desk1,    -
            TRANSFER,     ON_SITE,     转派到强电组：是电,                 p1,       -
            REASSIGN,     ON_SITE,     改派给赵强：请假,                   lead,     -
            ASSIGN,       RECEIVED,    由赵强承办：客服前台,                system,   -
            CORRECT,      ON_SITE,     更正：水，1 号楼，一般 → 电，2 号楼，紧急；原因：看错了, desk2,    -
            COMPLETE,     RECEIVED,    补充：报事人李四，电话 138****1234，邮箱已登记，内容“一楼也漏”, desk2, -
            RESCHEDULE,   ACCEPTED,    改约上门时间：业主没空,              desk2,    -
            LOOK_INTO,    IN_PROGRESS, 孙经理亲自过问,                     boss,     -
            START,        ACCEPTED,    材料齐了,                          desk1,    -
            FULFIL,       IN_PROGRESS, 准予登记,                          lead,     -
            PAUSE,        ON_SITE,     暂停计时：待配件（水泵密封圈）,       p1,       -
            RESUME,       ON_SITE,     恢复计时：到货,                     p1,       -
            PROMISE,      ON_SITE,     办结给出新时限：明天；原因：缺人,      lead,     -
            MOVE_CLOCKS,  ON_SITE,     工作日历有变，时限已重新计算,         admin,    -
            URGE,         ON_SITE,     业主第 3 次催单,                    resident, -
            URGE_FOR,     ON_SITE,     随事件办理的 BX-26-000001（1 号楼）催单, resident, -
            PRESS,        ON_SITE,     内部催办，不是业主催的,              desk1,    -
            WITHDRAW,     ON_SITE,     不修了,                            resident, -
            """)
    void itsLineSaysWhatWasDoneByWhomAndInWhosePlace(
            Verb verb, Status from, String text, String actor, String standsFor) {
        Ticket ticket = LivingTicket.ready(verb, from);
        LivingTicket.apply(verb, ticket);
        TimelineEntry line = ticket.news().get(0);
        assertThat(line.text()).isEqualTo(text);
        assertThat(line.actor()).isEqualTo(actor);
        assertThat(line.standsFor()).isEqualTo(standsFor);
    }
}
