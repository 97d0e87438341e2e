package org.shouwen.estate;

import java.time.LocalDate;

/**
 * A common place or device (公共部位): a lamp, a lift, a gate.
 *
 * @param code unique in the whole system, for example {@code LAMP-E01}
 * @param type kind of place
 * @param site code of the site
 * @param label Chinese name and position
 * @param handover date the builder handed it over; null if unknown
 */
public record Place(String code, Type type, String site, String label, LocalDate handover) {

    public enum Type {
        LAMP("路灯"),
        LIFT("电梯"),
        GATE("门禁道闸"),
        STAIRWELL("楼道"),
        GROUNDS("场地"),
        OTHER("其他");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
