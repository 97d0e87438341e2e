package org.shouwen.renovation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A renovation: what was applied for, and where it stands.
 *
 * @param ticket number of its ticket
 * @param home code of the home
 * @param certificate 装修施工登记证, once it was issued; a revoked one too
 */
public record Renovation(
        String ticket,
        String site,
        String home,
        Application application,
        Stage stage,
        Optional<Certificate> certificate) {

    /** @return how far it is on that day, as people read it: nobody works on a certificate that does not count */
    public String progress(LocalDate today) {
        return stage != Stage.REGISTERED
                ? stage.label()
                : switch (certified(today).orElseThrow()) {
                    case AHEAD -> "待开工";
                    case EXPIRED -> "登记证已过期";
                    case REVOKED -> "登记证已注销";
                    case VALID, FILED -> stage.label();
                };
    }

    /** @return how its certificate stands on that day; empty: none was issued */
    public Optional<Certified> certified(LocalDate today) {
        return certificate.map(issued -> issued.revokedAt().isPresent()
                ? Certified.REVOKED
                : stage == Stage.FILED
                        ? Certified.FILED
                        : today.isAfter(issued.until())
                                ? Certified.EXPIRED
                                : today.isBefore(issued.from()) ? Certified.AHEAD : Certified.VALID);
    }

    /** How a certificate stands, and what its owner does about it. */
    public enum Certified {
        AHEAD("还没到开工日期", "已发登记证，到开工日期才可以施工。", "请把登记证贴在门上；有人查验时扫二维码，就能看到是否有效。"),
        VALID("有效", "已发登记证，可以按登记的内容和时间施工。", AHEAD.advice),
        EXPIRED("已过期", "登记的工期已到，不能再施工；已完工的请报验收，没有完工的请联系首问责任人。", "登记证已过期，不能再施工，贴在门上的请取下。"),
        REVOKED("已注销", "登记证已注销，不能再施工；不再施工的请报完工，有疑问请联系首问责任人。", "登记证已注销，不能再施工，贴在门上的请取下。"),
        FILED("已归档", "已完工归档。", "装修已归档，登记证不再有效，贴在门上的请取下。");

        private final String label;
        private final String sentence;
        private final String advice;

        Certified(String label, String sentence, String advice) {
            this.label = label;
            this.sentence = sentence;
            this.advice = advice;
        }

        /** @return what people read */
        public String label() {
            return label;
        }

        /** @return where the renovation stands by it, as its owner reads it */
        public String sentence() {
            return sentence;
        }

        /** @return what its owner does with the paper */
        public String advice() {
            return advice;
        }

        /** @return whether it is worth printing: it hangs on the door, now or soon */
        public boolean hangs() {
            return this == AHEAD || this == VALID;
        }
    }

    /** Where it stands, from the application to the archive. */
    public enum Stage {
        APPLIED("核对材料"),
        SUPPLEMENTING("待业主补件"),
        EXAMINED("审批中"),
        SIGNING("待签约"),
        REGISTERED("施工中"),
        FILED("已归档"),
        REFUSED("不予登记"),
        LAPSED("逾期未补"),
        WITHDRAWN("已撤回");

        private final String label;

        /** @return whether nothing more is asked of its owner: archived, or come to nothing */
        public boolean isOver() {
            return compareTo(REGISTERED) > 0;
        }

        Stage(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
