package org.shouwen.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shouwen.repair.RepairDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;

/**
 * The past of one demo ticket.
 *
 * @param age how long ago it was opened
 * @param by code of the first responder
 * @param ending what the resident did at last, or null
 */
record DemoStory(Intake intake, Duration age, String by, List<Step> steps, Ending ending) {

    /**
     * A step of the flow.
     *
     * @param after how long after opening
     * @param inputs the form's fields
     */
    record Step(String by, String name, Duration after, Map<String, Object> inputs) {}

    enum Ending {
        WITHDRAWN,
        URGED
    }

    private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "reason", "手上有紧急的活，今天到不了");
    private static final Map<String, Object> FOUND = Map.of("findings", "已到现场查看，故障属实");
    private static final Map<String, Object> QUOTED =
            Map.of("findings", "龙头滑丝，须更换", "result", "QUOTE", "amount", 120, "work", "更换花洒龙头，含配件");
    private static final Map<String, Object> ABSENT = Map.of("findings", "敲门、打电话都没有人应", "result", "ABSENT");
    private static final Map<String, Object> OTHERS = Map.of("findings", "外墙裂缝，须施工单位处理", "result", "EXTERNAL");
    private static final Map<String, Object> DONE =
            Map.of("cause", "配件老化", "work", "更换配件并试用正常", "materialSource", "STOCK", "materials", "配件 1 套");
    private static final Map<String, Object> PASSED = Map.of("result", "ACCEPTED", "remark", "业主在场试用，满意");
    private static final Map<String, Object> ASKED =
            Map.of("method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED", "remark", "下水通畅");
    private static final Map<String, Object> FAILED = Map.of("result", "REWORK", "remark", "业主反映仍有滴水");

    /** @return repairs in every state, some of them late */
    static List<DemoStory> repairs() {
        return List.of(
                home("1-1-101", "HOME_PLUMBING", "厨房水龙头关不紧，一直滴水", 20, "desk1"),
                home("1-2-302", "HOME_ELECTRICAL", "客厅空开一推就跳，家里有老人", 45, "desk2"),
                place("LAMP-03", "PUBLIC_LIGHTING", "晚上路灯不亮，路口很黑", 3 * 60, "desk1"),
                home("4-1-505", "HOME_DRAIN", "卫生间地漏返味、下水慢", 26 * 60, "desk2"),
                home("2-1-203", "HOME_OTHER", "入户门门铃没有声音", 90, "desk1", dispatch("desk1", "plumber1", 5)),
                home("5-2-801", "SEEPAGE", "北卧室天花板渗水，下雨后更明显", 4 * 60, "desk2", dispatch("lead", "plumber2", 20)),
                home(
                        "3-1-604",
                        "HOME_DOOR_WINDOW",
                        "阳台推拉门掉轨，关不严",
                        5 * 60,
                        "desk1",
                        dispatch("desk1", "plumber1", 10),
                        step("plumber1", "accept", 25, RETURN),
                        dispatch("desk1", "plumber2", 30)),
                home("1-1-303", "HOME_PLUMBING", "热水器进水管接头漏水", 120, "desk1", grab("plumber2", 6)),
                place("GATE-E1", "GATE_ACCESS", "东门道闸抬杆后不落", 70, "desk2", grab("electrician1", 5)),
                home(
                        "2-2-1001",
                        "HOME_PLUMBING",
                        "马桶水箱一直进水",
                        6 * 60,
                        "desk1",
                        grab("plumber1", 10),
                        step("plumber1", "inspectOnSite", 60, FOUND)),
                place(
                        "LIFT-1-1",
                        "PUBLIC_LIFT",
                        "电梯运行有异响，到 8 楼抖动",
                        8 * 60,
                        "desk2",
                        grab("electrician1", 10),
                        step("electrician1", "inspectOnSite", 80, FOUND)),
                home(
                        "4-2-402",
                        "HOME_ELECTRICAL",
                        "厨房插座没电",
                        30 * 60,
                        "desk1",
                        dispatch("desk1", "electrician1", 10),
                        step("electrician1", "accept", 20, ACCEPT),
                        step("electrician1", "inspectOnSite", 120, FOUND),
                        step("electrician1", "reportWork", 180, DONE)),
                home(
                        "1-1-705",
                        "HOME_PLUMBING",
                        "洗菜池下水管脱落",
                        52 * 60,
                        "desk2",
                        grab("plumber2", 10),
                        step("plumber2", "inspectOnSite", 60, FOUND),
                        step("plumber2", "reportWork", 100, DONE),
                        step("desk2", "acceptWork", 200, FAILED)),
                home(
                        "2-1-101",
                        "HOME_DRAIN",
                        "厨房下水堵了，水往上冒",
                        75 * 60,
                        "desk1",
                        dispatch("desk1", "plumber1", 5),
                        step("plumber1", "accept", 10, ACCEPT),
                        step("plumber1", "inspectOnSite", 70, FOUND),
                        step("plumber1", "reportWork", 130, DONE),
                        step("desk1", "acceptWork", 300, PASSED),
                        step("desk2", "visit", 28 * 60, ASKED)),
                home(
                        "1-2-602",
                        "HOME_PLUMBING",
                        "洗手盆龙头关不严",
                        26 * 60,
                        "desk2",
                        grab("plumber1", 8),
                        step("plumber1", "inspectOnSite", 60, FOUND),
                        step("plumber1", "reportWork", 90, DONE),
                        step("desk2", "acceptWork", 150, PASSED)),
                place(
                        "LAMP-01",
                        "PUBLIC_LIGHTING",
                        "路灯闪烁",
                        100 * 60,
                        "desk2",
                        grab("electrician1", 30),
                        step("electrician1", "inspectOnSite", 200, FOUND),
                        step("electrician1", "reportWork", 260, DONE),
                        step("desk2", "acceptWork", 400, PASSED)),
                home(
                        "1-1-201",
                        "HOME_PLUMBING",
                        "浴室花洒龙头拧不紧",
                        5 * 60,
                        "desk1",
                        grab("plumber1", 10),
                        step("plumber1", "inspectOnSite", 90, QUOTED)),
                home(
                        "2-2-402",
                        "HOME_DRAIN",
                        "厨房地漏反水",
                        7 * 60,
                        "desk2",
                        grab("plumber2", 15),
                        step("plumber2", "inspectOnSite", 120, ABSENT)),
                home(
                        "4-1-1001",
                        "SEEPAGE",
                        "次卧外墙渗水，墙皮起泡",
                        30 * 60,
                        "desk1",
                        grab("plumber1", 20),
                        step("plumber1", "inspectOnSite", 150, OTHERS)),
                home("3-2-905", "HOME_HEATING", "主卧暖气片不热", 50 * 60, "desk1").ending(Ending.WITHDRAWN),
                home("5-1-204", "HOME_PLUMBING", "阳台水管接口渗水，催过一次了", 28 * 60, "desk2", dispatch("desk2", "plumber2", 15))
                        .ending(Ending.URGED));
    }

    private static DemoStory home(
            String home, String category, String words, int minutesAgo, String by, Step... steps) {
        return of(RepairDesk.KIND, category, home, Channel.PHONE, words, Details.NONE, minutesAgo, by, List.of(steps));
    }

    /** What somebody tells at his home; who, is found when it is told. */
    static DemoStory of(
            String kind,
            String category,
            String home,
            Channel channel,
            String words,
            Details details,
            int minutesAgo,
            String by,
            List<Step> steps) {
        Intake intake = new Intake(
                kind,
                category,
                home,
                null,
                null,
                null,
                channel,
                words,
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                details,
                null);
        return new DemoStory(intake, Duration.ofMinutes(minutesAgo), by, steps, null);
    }

    private static DemoStory place(
            String place, String category, String words, int minutesAgo, String by, Step... steps) {
        Intake intake = new Intake(
                RepairDesk.KIND,
                category,
                null,
                place,
                new Reporter("巡查员工", "13700000000", null),
                Channel.STAFF,
                words,
                Danger.NONE,
                Scope.ESTATE,
                false,
                null);
        return new DemoStory(intake, Duration.ofMinutes(minutesAgo), by, List.of(steps), null);
    }

    private static Step dispatch(String by, String handler, int after) {
        return step(by, "dispatch", after, Map.of("handler", handler));
    }

    private static Step grab(String by, int after) {
        return dispatch(by, by, after);
    }

    static Step step(String by, String name, int after, Map<String, Object> inputs) {
        return new Step(by, name, Duration.ofMinutes(after), inputs);
    }

    private DemoStory ending(Ending last) {
        return new DemoStory(intake, age, by, steps, last);
    }
}
