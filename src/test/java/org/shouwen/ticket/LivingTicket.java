package org.shouwen.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How each row of the table is asked for, and a ticket of which it can be asked: p1 stands in for p9, who has the work. */
public final class LivingTicket {

    static final String NUMBER = "BX-26-000001";
    static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    static final Instant TEN = NINE.plus(Duration.ofHours(1));
    static final Instant NOON = NINE.plus(Duration.ofHours(3));
    static final Pause PART = new Pause(PauseReason.PARTS, "水泵密封圈", NOON, NINE);
    static final Facts FACTS = facts(Priority.P2, null);
    static final Facts CORRECTED = new Facts(
            NUMBER,
            FACTS.intake(),
            "电",
            Area.PUBLIC,
            "east",
            "2 号楼",
            Priority.P1,
            true,
            "",
            "desk1",
            "power-east",
            NINE);
    static final State.Counts COUNTS = new State.Counts(1, 2, 3, 4);

    private static final Map<Verb, Consumer<Ticket>> DEEDS = new EnumMap<>(Verb.class);

    static {
        DEEDS.put(Verb.DISPATCH, t -> t.dispatchTo("p2", "赵强", "desk2", TEN));
        DEEDS.put(Verb.GRAB, t -> t.grabbedBy("p2", "赵强", TEN));
        DEEDS.put(Verb.SETTLE, t -> t.settleOn("p2", "赵强", "轮到他", "lead", TEN));
        DEEDS.put(Verb.ACCEPT, t -> t.accept("p1", "钱进", TEN));
        DEEDS.put(Verb.RETURN_WORK, t -> t.returnWork("不归我", "p1", "钱进", TEN));
        DEEDS.put(Verb.GIVE_BACK, t -> t.giveBack("水工", again(t, ClockKind.RESPOND), "账号已停用", "admin", TEN));
        DEEDS.put(Verb.ARRIVE, t -> t.arrive("阀门坏了", "p1", TEN));
        DEEDS.put(Verb.REPORT_DONE, t -> t.reportDone("换了阀门", "p1", TEN));
        DEEDS.put(Verb.REWORK, t -> t.rework("还漏", "desk1", TEN));
        DEEDS.put(Verb.ACCEPT_WORK, t -> t.acceptWork("不漏了", "desk1", TEN));
        DEEDS.put(Verb.DECLINE, t -> t.decline("太贵", "p1", TEN));
        DEEDS.put(Verb.CONTACT, t -> t.contact("说明了程序", "p1", TEN));
        DEEDS.put(Verb.TAKE_UP, t -> t.takeUp("p2", "看过了", TEN));
        DEEDS.put(Verb.ANSWER, t -> t.answer("已换班次", "p1", TEN));
        DEEDS.put(Verb.CONCLUDE, t -> t.conclude("有效投诉", "lead", TEN));
        DEEDS.put(Verb.CLOSE, t -> t.close("业主满意", "desk1", TEN));
        DEEDS.put(Verb.REOPEN, t -> t.reopen("又漏了", again(t, ClockKind.FINISH), "desk1", TEN));
        DEEDS.put(Verb.FOLLOW, t -> t.follow("BX-26-000009", "desk1", TEN));
        DEEDS.put(Verb.PROCEED, t -> t.proceed("不是一回事", again(t, ClockKind.FINISH), "desk1", TEN));
        DEEDS.put(Verb.TRANSFER, t -> t.transferTo("power-east", "强电组", again(t, ClockKind.RESPOND), "是电", "p1", TEN));
        DEEDS.put(Verb.REASSIGN, t -> t.reassignTo("p2", "赵强", "请假", "lead", TEN));
        DEEDS.put(Verb.ASSIGN, t -> t.assignTo("p2", "赵强", "客服前台", "system", TEN));
        DEEDS.put(
                Verb.CORRECT,
                t -> t.correct(
                        CORRECTED,
                        again(t, ClockKind.FINISH),
                        EnumSet.allOf(ClockKind.class),
                        false,
                        "看错了",
                        "desk2",
                        TEN));
        DEEDS.put(
                Verb.CORRECT_ANEW,
                t -> t.correct(
                        CORRECTED,
                        again(t, ClockKind.FINISH),
                        EnumSet.allOf(ClockKind.class),
                        true,
                        "看错了",
                        "desk2",
                        TEN));
        DEEDS.put(
                Verb.COMPLETE,
                t -> t.complete(new Reporter("李四", "13812341234", "li@residents.example"), "一楼也漏", "desk2", TEN));
        DEEDS.put(
                Verb.RESCHEDULE,
                t -> t.reschedule(new Slot(TEN, NOON), again(t, ClockKind.ARRIVE), "业主没空", "desk2", TEN));
        DEEDS.put(Verb.LOOK_INTO, t -> t.lookInto("boss", "孙经理", TEN));
        DEEDS.put(Verb.START, t -> t.start(promise(ClockKind.ANSWER, TEN), "材料齐了", "desk1", TEN));
        DEEDS.put(Verb.FULFIL, t -> t.fulfil(ClockKind.ANSWER, "准予登记", "lead", TEN));
        DEEDS.put(Verb.PAUSE, t -> t.pause(PART, clock -> clock.paused(TEN, Duration.ofMinutes(9)), "p1", TEN));
        DEEDS.put(Verb.RESUME, t -> t.resume(clock -> clock.resumed(TEN, NOON, "剩下的"), "到货", "p1", TEN));
        DEEDS.put(Verb.PROMISE, t -> t.promise(ClockKind.FINISH, NOON, "明天", "缺人", "lead", TEN));
        DEEDS.put(Verb.MOVE_CLOCKS, t -> t.moveClocks(clock -> clock.moved(NOON, "放假"), "admin", TEN));
        DEEDS.put(Verb.URGE, t -> t.urge("resident", TEN));
        DEEDS.put(Verb.URGE_FOR, t -> t.urgeFor(t, "resident", TEN));
        DEEDS.put(Verb.PRESS, t -> t.press(null, "desk1", TEN));
        DEEDS.put(Verb.WITHDRAW, t -> t.withdraw("不修了", "resident", TEN));
    }

    private LivingTicket() {}

    static Set<Verb> known() {
        return DEEDS.keySet();
    }

    static void apply(Verb verb, Ticket ticket) {
        DEEDS.get(verb).accept(ticket);
    }

    /** @return a ticket in that status with all its promises running; what else the verb asks for is there */
    static Ticket ready(Verb verb, Status status) {
        return new Ticket(
                FACTS,
                new State(
                        status,
                        "p9",
                        COUNTS,
                        verb == Verb.RESUME ? PART : null,
                        7,
                        Arrays.stream(ClockKind.values())
                                .filter(clock -> verb != Verb.START || clock != ClockKind.ANSWER)
                                .map(clock -> promise(clock, NOON))
                                .map(clock -> verb == Verb.RESUME ? clock.paused(NINE, Duration.ofMinutes(9)) : clock)
                                .toList()));
    }

    /** @return a ticket of the site {@code east}, which desk1 took in and p9 works on */
    public static Ticket received() {
        return ready(Verb.URGE, Status.RECEIVED);
    }

    static Facts facts(Priority priority, String recused) {
        Intake intake = new Intake(
                        "REPAIR",
                        "WATER",
                        "1-1-101",
                        null,
                        new Reporter("张三", "13812345678", null),
                        Channel.PHONE,
                        "水管漏水",
                        Danger.NONE,
                        Scope.PERSONAL,
                        false,
                        null)
                .without(recused);
        return new Facts(
                NUMBER, intake, "水", Area.PUBLIC, "east", "1 号楼", priority, false, "", "desk1", "water-east", NINE);
    }

    static Deadline promise(ClockKind clock, Instant due) {
        return new Deadline(clock, 1, "HOUR", "测试", NINE, due, "因为", null);
    }

    /** @return the next cycle of one of its promises */
    static List<Deadline> again(Ticket ticket, ClockKind clock) {
        return List.of(ticket.deadline(clock).again(2, "HOUR", "测试", TEN, NOON, "重新计时", false));
    }
}
