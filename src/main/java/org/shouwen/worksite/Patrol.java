package org.shouwen.worksite;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A visit to the site, with what was found.
 *
 * @param by code of who was there
 * @param phase how far the work is; null where nobody let him in
 * @param points what of the checklist is not in order
 * @param remark in the patroller's words, or null
 * @param photo where the pictures are found, or null
 */
public record Patrol(
        String ticket,
        Instant at,
        String by,
        Outcome outcome,
        Phase phase,
        Set<Point> points,
        String remark,
        String photo) {

    public Patrol {
        points = Set.copyOf(points);
    }

    /** @return the points as people read them, in the order of the checklist */
    public String faults() {
        return points.stream().sorted().map(Point::label).collect(Collectors.joining("、"));
    }

    /** How it went. */
    public enum Outcome {
        NORMAL("正常"),
        VIOLATION("发现违规"),
        NOBODY("现场无人"),
        REFUSED("拒不开门"),
        NEARLY_DONE("基本完工");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }

        /** @return whether the patroller came in and saw the site */
        public boolean isSeen() {
            return this != NOBODY && this != REFUSED;
        }
    }

    /** What is looked at (D8, the key points of the trade's own checklists). */
    public enum Point {
        GAS("燃气管、表、壁挂炉烟管移位"),
        FLUE("厨卫烟道、排气道拆改"),
        WINDOW_GUARD("窗外护栏"),
        RAILING("护栏拆除"),
        ENTRANCE_DOOR("户门外移"),
        HEATING("暖气片、地埋管"),
        WATER("上水暗埋、排水改动、卫生间扩大"),
        BEARING("承重结构"),
        SOLAR("太阳能"),
        FIRE("消防器材"),
        PASSES("出入证、A/B 卡"),
        WASTE("垃圾堆放"),
        CERTIFICATE("登记证张贴"),
        HOURS("施工时间");

        private final String label;

        Point(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
