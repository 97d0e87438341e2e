package org.shouwen.demo;

import static org.shouwen.demo.DemoStory.step;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Details;

/** Renovations on their way: just applied for, told what is missing, under construction. */
final class DemoRenovations {

    private static final int DAY = 24 * 60;

    private static final Map<String, Object> SIGNED = Map.of(
            "done",
            List.of("AGREEMENT", "CAUTIONS", "NEIGHBOURS", "WORKERS", "FIRE_EXTINGUISHERS"),
            "received",
            List.of("OWNER"),
            "waste",
            "袋装后放到指定地点，每天清运",
            "facade",
            "不改变外立面，不加装护栏",
            "fee",
            0,
            "breach",
            "限期整改，拒不整改的按规定报告");

    private DemoRenovations() {}

    /** @param today from which the days of construction count */
    static List<DemoStory> all(LocalDate today) {
        return List.of(
                story("3-1-702", "重新涂刷墙面、换地板", 2 * 60, "desk1", details(today.plusDays(6), "ordinary")),
                story(
                        "2-1-502",
                        "厨卫翻新，想把北阳台改成卫生间",
                        DAY,
                        "desk2",
                        details(today.plusDays(10), "ordinary", "waterproofing", "wetRoom"),
                        step("desk2", "checkPapers", 20, Map.of("papers", List.of("PLAN")))),
                story(
                        "3-2-301",
                        "全屋翻新，墙面地面重做",
                        9 * DAY,
                        "desk1",
                        details(today.minusDays(2), "ordinary", "workers"),
                        step(
                                "desk1",
                                "checkPapers",
                                30,
                                Map.of("papers", List.of("OWNERSHIP", "IDENTITY", "PLAN"), "identity", "0021")),
                        step("lead", "reviewPlan", DAY, Map.of("finding", "SOUND", "words", "不动结构和防水层")),
                        step(
                                "supervisor",
                                "decideRegistration",
                                DAY + 60,
                                Map.of("decision", "APPROVED", "reason", "材料齐全，方案可行")),
                        step("desk1", "signAgreement", 2 * DAY, SIGNED)));
    }

    private static DemoStory story(
            String home, String words, int minutesAgo, String by, Details details, DemoStory.Step... steps) {
        return DemoStory.of(
                RenovationDesk.KIND,
                "RENOVATION_HOME",
                home,
                Channel.WALK_IN,
                words,
                details,
                minutesAgo,
                by,
                List.of(steps));
    }

    /** @param flags what is ticked: acts, and whether there are workers */
    private static Details details(LocalDate from, String... flags) {
        Map<String, String> told = new HashMap<>();
        told.put("applicant", "OWNER");
        told.put("from", from.toString());
        told.put("until", from.plusDays(60).toString());
        for (String flag : flags) {
            told.put(flag, "true");
        }
        return new Details(told);
    }
}
