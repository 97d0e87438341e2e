package org.shouwen.worksite;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.citypack.Gravity;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;

/**
 * Something on a site that the law, the agreement or the 管理规约 forbids, until it is put right, reported, or kept on record.
 *
 * @param ruling what it led to, frozen when it was found
 * @param reportDue by when those who have to be told must have been told; empty while it may still be put right
 * @param outcome what became of it; empty while it is open
 * @param restored when it was put right after it had been reported
 */
public record Violation(
        long id,
        String ticket,
        String site,
        Found found,
        Ruling ruling,
        Optional<Instant> reportDue,
        Optional<Outcome> outcome,
        Optional<Instant> restored) {

    /**
     * What somebody saw.
     *
     * @param what in his words
     * @param photo where the pictures are found, or null
     * @param by code of who saw it
     */
    public record Found(Kind kind, String what, String photo, Spot spot, Instant at, String by) {

        private static final int LONGEST = 500;
        private static final int LONGEST_PHOTO = 200;

        /** @throws Refusal naming the field that is missing or wrong */
        public static Found written(String kind, String what, String photo, String spot, Instant at, String by) {
            String pictures = Written.optional(photo, "photo", "照片编号", LONGEST_PHOTO);
            return new Found(
                    choice(kind, "violation", "违规", Kind.class),
                    Written.text(what, "what", "现场情况", LONGEST),
                    pictures.isEmpty() ? null : pictures,
                    choice(spot, "spot", "当场处置的结果", Spot.class),
                    at,
                    by);
        }

        private static <E extends Enum<E>> E choice(String code, String field, String label, Class<E> type) {
            return Typed.code(code, type)
                    .orElseThrow(() -> Refusal.invalid(
                            field + "-unknown", field, label + "（" + field + "）须为 " + Typed.codes(type) + " 之一"));
        }
    }

    /** @param rectifyBy by when it has to be put right */
    public record Ruling(
            Gravity gravity,
            Handling.Gate gate,
            Instant deliverBy,
            Instant rectifyBy,
            String basis,
            String consequence) {}

    public record Outcome(Result result, Instant at, String by, String remark) {}

    /** What people do that they must not (D9). */
    public enum Kind {
        BEARING_STRUCTURE("拆改承重结构"),
        GAS("擅自移改燃气设施"),
        ADDED_BUILDING("搭建阳光房、佛堂等"),
        FLOOR_LOAD("超过设计标准增加楼面荷载"),
        WET_ROOM("房间、阳台改卫生间厨房，拆连接阳台的墙"),
        ENERGY_SAVING("损坏房屋节能设施"),
        UNREGISTERED("没有登记，或者登记证已注销仍施工"),
        UNQUALIFIED("没有委托有相应资质的企业施工"),
        FACADE("改变外立面、加装护栏"),
        WATERPROOFING("没有方案改动防水层"),
        PIPES("拆改烟道、供暖或者给排水管道"),
        FIRE_EXIT("堵塞消防通道、挪用消防器材"),
        HOURS("超时施工、噪声扰民"),
        WASTE("垃圾乱堆乱倒"),
        NO_PASS("人员没有出入证"),
        NOT_POSTED("没有张贴登记证"),
        CONDUCT("着装、吸烟、不保护电梯");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What came of speaking to them on the spot. */
    public enum Spot {
        STOPPED("当场停止"),
        DONE("已成事实"),
        REFUSED("拒不停止");

        private final String label;

        Spot(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What became of it. */
    public enum Result {
        RECTIFIED("已整改"),
        REPORTED("已上报"),
        RECORDED("已记录在案");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    public boolean open() {
        return outcome.isEmpty();
    }

    public boolean rectified() {
        return restored.isPresent()
                || outcome.filter(end -> end.result() == Result.RECTIFIED).isPresent();
    }

    /** @return whether the work cannot pass with it: it is open, or too grave to stay as it is, reported or not */
    public boolean unsettled() {
        return open() || !rectified() && ruling.gravity().compareTo(Gravity.CONSIDERABLE) <= 0;
    }

    /** @return what people read: where it stands */
    public String state() {
        if (restored.isPresent()) {
            return "上报后已整改";
        }
        return outcome.map(end -> end.result().label()).orElse(reportDue.isPresent() ? "待上报" : "整改中");
    }
}
