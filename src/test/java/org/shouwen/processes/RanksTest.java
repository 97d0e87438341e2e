package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.access.Accounts;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Place;
import org.shouwen.estate.Site;
import org.shouwen.firstresponsibility.LeaveDesk;
import org.shouwen.firstresponsibility.PostChangeDesk;
import org.shouwen.repair.RepairDesk;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.Directors;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Superiors decide only about those below them, and nobody about himself: at a site where every duty has two people, each
 * with each.
 */
class RanksTest extends ProcessDesk {

    private static final List<Duty> SUPERIORS = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER, Duty.DIRECTOR);

    private final LeaveDesk leave = bean(LeaveDesk.class);
    private final Absences absences = bean(Absences.class);
    private final PostChangeDesk postChanges = bean(PostChangeDesk.class);
    private final HandlerChange handlers = bean(HandlerChange.class);
    private final SupervisionDesk supervisions = bean(SupervisionDesk.class);
    private final Escalations escalations = bean(Escalations.class);

    static Stream<Arguments> pairs() {
        return Arrays.stream(Duty.values())
                .flatMap(by -> Arrays.stream(Duty.values()).map(other -> Arguments.of(by, other)));
    }

    @BeforeAll
    static void north() {
        if (bean(Roster.class).post(post(Duty.LEAD)).isEmpty()) {
            bean(EstateRegister.class).addSite(new Site("north", "garden", "北苑"));
            bean(EstateRegister.class)
                    .addPlaces(List.of(new Place("LAMP-N", Place.Type.LAMP, "north", "北苑 1 号路灯", null)));
            for (Duty duty : Duty.values()) {
                bean(Roster.class).create(new Post(post(duty), "north", post(duty), duty, trades(duty)));
                bean(Roster.class).hire(new Staff(first(duty), first(duty), null, null));
                bean(Roster.class).hire(new Staff(second(duty), second(duty), null, null));
            }
        }
        for (Duty duty : Duty.values()) {
            bean(Roster.class).appoint(first(duty), post(duty));
            bean(Roster.class).appoint(second(duty), post(duty));
        }
    }

    /** Other tests know of one site. */
    @AfterAll
    static void noNorth() {
        for (Duty duty : Duty.values()) {
            bean(Roster.class).relieve(first(duty), post(duty));
            bean(Roster.class).relieve(second(duty), post(duty));
        }
    }

    @AfterEach
    void forget() {
        bean(JdbcClient.class).sql("delete from post_change").update();
    }

    private static Set<String> trades(Duty duty) {
        return duty == Duty.TECHNICIAN ? Set.of("ELECTRICAL") : Set.of();
    }

    private static String post(Duty duty) {
        return duty.name().toLowerCase().replace('_', '-') + "-north";
    }

    private static String first(Duty duty) {
        return post(duty) + "-1";
    }

    private static String second(Duty duty) {
        return post(duty) + "-2";
    }

    private static boolean isAbove(Duty by, Duty other) {
        return SUPERIORS.contains(by) && by.compareTo(other) > 0;
    }

    private Instant now() {
        return bean(Acting.class).when();
    }

    /** It goes through, or meets this refusal. */
    private void meets(String refusal, boolean allowed, Runnable deed) {
        if (allowed) {
            assertThatCode(deed::run).doesNotThrowAnyException();
        } else {
            assertThat(refusalOf(deed::run)).isEqualTo(refusal);
        }
    }

    private long asks(String staff) {
        return leave.ask(now().plusSeconds(3600), now().plusSeconds(7200), "家里有事", staff, now());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leaveIsDecidedByWhoeverIsAbove(Duty by, Duty other) {
        // Nobody is above a director: his leave is settled when he asks, so that there is nothing to decide
        long approved = asks(first(other));
        assertThat(absences.find(approved).orElseThrow().status())
                .isEqualTo(other == Duty.DIRECTOR ? Absence.Status.APPROVED : Absence.Status.ASKED);
        boolean above = isAbove(by, other);
        meets("superior-required", above, () -> leave.approve(approved, second(by), now()));
        leave.cancel(approved, first(other), now());
        long refused = asks(first(other));
        meets("superior-required", above, () -> leave.refuse(refused, "人手不够", second(by), now()));
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void nobodyDecidesAboutHisOwnLeave(Duty own) {
        long asked = asks(first(own));
        assertThat(refusalOf(() -> leave.approve(asked, first(own), now()))).isEqualTo("leave-own");
        assertThat(refusalOf(() -> leave.refuse(asked, "不去了", first(own), now())))
                .isEqualTo("leave-own");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void absentAndBackIsReportedByWhoeverIsAbove(Duty by, Duty other) {
        boolean above = isAbove(by, other);
        meets("superior-required", above, () -> leave.report(first(other), null, "发烧", second(by), now()));
        if (!above) {
            leave.report(first(other), null, "发烧", first(other), now());
        }
        meets("superior-required", above, () -> leave.back(first(other), second(by), now()));
    }

    @Test
    void theRefusalSaysWhoseSuperiorIsNeeded() {
        assertThatCode(() -> leave.report(first(Duty.MANAGER), null, "发烧", first(Duty.LEAD), now()))
                .hasMessage("manager-north-1是项目经理，登记他人缺勤须由上一级办理");
        assertThatCode(() -> leave.report(first(Duty.LEAD), null, "发烧", first(Duty.TECHNICIAN), now()))
                .hasMessage("登记他人缺勤只限本服务点的班长、主管或项目经理");
    }

    private void handsOn(Duty post, String by, String witness) {
        long id = postChanges.prepare(
                new PostChangeDesk.People(post(post), first(post), "desk2", witness),
                new PostChangeDesk.Things("", "", ""),
                by,
                now());
        // One at a time
        postChanges.withdraw(id, "试一试", by, now());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aPostIsHandedOnByWhoeverIsAboveIt(Duty by, Duty post) {
        boolean mayDo = isAbove(by, post) || by == post && post.compareTo(Duty.MANAGER) >= 0;
        String witness = post.compareTo(Duty.MANAGER) >= 0 ? "manager" : second(Duty.MANAGER);
        meets("superior-required", mayDo, () -> handsOn(post, second(by), witness));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whoeverWatchesOverAPostIsASuperiorAndNotBelowIt(Duty witness, Duty post) {
        Duty least = post == Duty.DIRECTOR ? Duty.MANAGER : post;
        boolean mayWatch = SUPERIORS.contains(witness) && (!SUPERIORS.contains(post) || witness.compareTo(least) >= 0);
        meets("witness-below", mayWatch, () -> handsOn(post, first(Duty.DIRECTOR), second(witness)));
    }

    private Ticket lampHandledBy(String handler) {
        register(new Intake(
                RepairDesk.KIND,
                "PUBLIC_LIGHTING",
                null,
                "LAMP-N",
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "路灯不亮",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null));
        Ticket ticket = ticket();
        ticket.grabbedBy(handler, handler, now());
        bean(Tickets.class).save(ticket);
        return ticket;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void workIsTakenFromWhoeverIsBelow(Duty by, Duty handler) {
        lampHandledBy(first(handler));
        boolean mayDo = SUPERIORS.contains(by) && (!SUPERIORS.contains(handler) || isAbove(by, handler));
        String taker = second(Duty.TECHNICIAN);
        assertThat(handlers.candidates(number(), second(by)).stream()
                        .anyMatch(candidate -> candidate.staff().equals(taker)))
                .isEqualTo(!SUPERIORS.contains(handler) || isAbove(by, handler));
        meets("superior-required", mayDo, () -> handlers.reassign(number(), taker, "换人", second(by), now()));
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void workIsGivenToWhoeverIsBelowOrTakenByOneself(Duty by) {
        lampHandledBy(first(Duty.TECHNICIAN));
        String lead = first(Duty.LEAD);
        meets(
                "superior-required",
                isAbove(by, Duty.LEAD),
                () -> handlers.reassign(number(), lead, "换人", second(by), now()));
        lampHandledBy(first(Duty.TECHNICIAN));
        assertThatCode(() -> handlers.reassign(number(), lead, "我来", lead, now()))
                .doesNotThrowAnyException();
    }

    private Escalation supervised() {
        supervisions.escalate(number(), ClockKind.FINISH, 0, now());
        return escalations.ofTicket(number()).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "TECHNICIAN, lead-north-1",
        "LEAD, supervisor-north-1",
        "SUPERVISOR, manager-north-1",
        "MANAGER, director-north-1"
    })
    void whoeverWasLateIsAskedAboutByNobodyBelowHim(Duty late, String asked) {
        lampHandledBy(first(late));
        Escalation supervision = supervised();
        assertThat(supervision.late()).isEqualTo(first(late));
        assertThat(supervision.waitsFor().orElseThrow().person()).isEqualTo(asked);
        assertThat(refusalOf(() -> supervisions.acknowledge(
                        supervision.id(),
                        new Escalation.Answer(first(late), now(), Escalation.Decision.CONTINUE, null, null, "马上办"),
                        null)))
                .isEqualTo("own-lateness");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIRECTOR")
    void theOrderOnlyGoesUp(Duty late) {
        lampHandledBy(first(late));
        long id = supervised().id();
        String before = "";
        for (String now = asked(id); !now.equals(before); now = supervisions.passOn(id, now())) {
            before = now;
        }
        List<Duty> order = escalations.get(id).asked().stream()
                .map(asked -> bean(Roster.class).postsOf(asked.person()).get(0).duty())
                .toList();
        assertThat(order).isSorted().allMatch(duty -> isAbove(duty, late));
        assertThat(escalations.get(id).asked()).extracting("person").doesNotHaveDuplicates();
    }

    static Stream<Arguments> ladders() {
        return Stream.of(
                        "REPAIR", "COMPLAINT", "CONSULTATION", "SUGGESTION", "PRAISE", "SERVICE", "RENOVATION", "GOODS")
                .flatMap(kind -> Arrays.stream(Priority.values()).map(priority -> Arguments.of(kind, priority)));
    }

    /** Every row of the table, whoever was late, where nobody ever acknowledges: both where all levels wait at once, and one by one. */
    @ParameterizedTest
    @MethodSource("ladders")
    void oneLadderAsksEachPersonOnceAndOnlyGoesUp(String kind, Priority priority) {
        for (Duty late : List.of(Duty.TECHNICIAN, Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER, Duty.DIRECTOR)) {
            for (boolean atOnce : new boolean[] {true, false}) {
                lampHandledBy(first(late));
                bean(JdbcClient.class)
                        .sql("update ticket set kind = ?, priority = ? where number = ?")
                        .params(kind, priority.name(), number())
                        .update();
                List<String> order = climbed(atOnce);
                assertThat(order).as("%s late, in order", late).doesNotHaveDuplicates();
                assertThat(order.stream().map(RanksTest::dutyOf))
                        .as("%s late: %s", late, order)
                        .isSorted()
                        .allMatch(duty -> isAbove(duty, late));
                assertThat(escalations.ofTicket(number()))
                        .isNotEmpty()
                        .allSatisfy(level -> assertThat(level.asked().isEmpty()).isEqualTo(level.answer() != null));
                assertThat(order.isEmpty()).isEqualTo(late == Duty.DIRECTOR);
            }
        }
    }

    /** @return who was asked, in the order in which they were */
    private List<String> climbed(boolean atOnce) {
        List<String> order = new ArrayList<>();
        for (int level = 1; level <= 3; level++) {
            supervisions.escalate(number(), ClockKind.FINISH, 0, now());
            note(order);
            for (int round = 0; round < 8 && !atOnce; round++) {
                passAllOn(order);
            }
        }
        for (int round = 0; round < 8; round++) {
            passAllOn(order);
        }
        return order;
    }

    private void passAllOn(List<String> order) {
        for (Escalation level : escalations.openOf(number())) {
            supervisions.passOn(level.id(), now());
            note(order);
        }
    }

    /** Levels ask one after another: whatever is new was asked just now. */
    private void note(List<String> order) {
        List<String> all = escalations.ofTicket(number()).stream()
                .flatMap(level -> level.asked().stream())
                .map(Escalation.Asked::person)
                .toList();
        List<String> fresh = new ArrayList<>(all);
        order.forEach(fresh::remove);
        order.addAll(fresh);
    }

    @Test
    void whereTheCompanyHasNoDirectorTheLastLevelIsKeptAndSaysSo() {
        bean(Roster.class).relieve(first(Duty.DIRECTOR), post(Duty.DIRECTOR));
        bean(Roster.class).relieve(second(Duty.DIRECTOR), post(Duty.DIRECTOR));
        assertThat(bean(Directors.class).isLacking()).isTrue();
        when(bean(Accounts.class).administrators()).thenReturn(Set.of("desk2"));
        lampHandledBy(first(Duty.TECHNICIAN));
        bean(JdbcClient.class)
                .sql("update ticket set kind = 'COMPLAINT', priority = 'P0' where number = ?")
                .param(number())
                .update();
        List<String> order = climbed(false);
        Escalation last = escalations.ofTicket(number()).get(2);
        assertThat(order).doesNotHaveDuplicates().isNotEmpty();
        assertThat(last.asked()).isEmpty();
        assertThat(last.answer().remark()).isEqualTo("公司没有设置值班领导，没有人可以确认");
        assertThat(told()).contains("director-missing.to-person");
        north();
        assertThat(bean(Directors.class).isLacking()).isFalse();
    }

    private static Duty dutyOf(String person) {
        return bean(Roster.class).postsOf(person).get(0).duty();
    }

    private String asked(long id) {
        return escalations.get(id).waitsFor().orElseThrow().person();
    }

    @Test
    void whereNobodyIsAboveWhoeverWasLateItIsKeptAndNobodyIsAsked() {
        for (String manager : List.of(second(Duty.MANAGER), "manager")) {
            away(manager);
        }
        bean(Roster.class).relieve(first(Duty.DIRECTOR), post(Duty.DIRECTOR));
        bean(Roster.class).relieve(second(Duty.DIRECTOR), post(Duty.DIRECTOR));
        lampHandledBy(first(Duty.MANAGER));
        Escalation supervision = supervised();
        assertThat(supervision.asked()).isEmpty();
        assertThat(supervision.answer().by()).isEqualTo("system");
        assertThat(lines()).last().asString().contains("manager-north-1以上没有人可以确认，只作记录");
        assertThat(running("supervision")).isNull();
        north();
    }

    @Test
    void whoeverStandsInForOneWhoWasLateIsNotAskedEither() {
        away(first(Duty.TECHNICIAN));
        away(second(Duty.TECHNICIAN));
        away(second(Duty.LEAD));
        lampHandledBy(first(Duty.TECHNICIAN));
        assertThat(supervised().waitsFor().orElseThrow().person()).isEqualTo(first(Duty.SUPERVISOR));
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void helpIsOrderedFromWhoeverIsBelow(Duty helper) {
        lampHandledBy(first(Duty.TECHNICIAN));
        Escalation supervision = supervised();
        meets(
                "superior-required",
                !SUPERIORS.contains(helper),
                () -> supervisions.acknowledge(
                        supervision.id(),
                        new Escalation.Answer(
                                first(Duty.LEAD), now(), Escalation.Decision.SUPPORT, second(helper), null, "两个人抬"),
                        null));
    }
}
