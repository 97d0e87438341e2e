package org.shouwen.goodsrelease;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.gate.Goods;

/**
 * What somebody wants to take out, and how far it has come.
 *
 * @param number of its ticket; the slip goes by it, too
 * @param refusal why it was not let out, as the applicant reads it; null: it was not refused
 * @param ground the same as a code; empty: it was not refused, or that was not kept yet
 * @param goods lines of the list, with what has not passed yet
 */
public record GoodsRelease(
        String number,
        Application application,
        Optional<Consent> consent,
        Optional<Slip> slip,
        String refusal,
        Optional<Ground> ground,
        List<Goods> goods) {

    /** Who asks (D10). */
    public enum Applicant {
        OWNER("业主本人"),
        FAMILY("业主家属或受托人"),
        TENANT("租户，搬出部分物品"),
        LEAVING_TENANT("租户，搬离"),
        CONTRACTOR("装修施工单位"),
        MERCHANT("商户");

        private final String label;

        Applicant(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** By what he shows that he may (D10). */
    public enum Proof {
        IDENTITY("身份证件，与登记一致"),
        AUTHORISATION("业主的书面同意或委托书"),
        RECORDED_CALL("业主在电话里同意，已录音"),
        PERMIT("有效的施工登记证，施工负责人在场"),
        STAFF_CARD("商户的员工证"),
        NONE("还没有");

        private final String label;

        Proof(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What follows from who asks and what he shows. */
    public enum Ruling {
        /** The slip can be issued. */
        ISSUE("放行"),
        /** The owner has to be asked first. */
        CONSENT("先问业主"),
        /** The owner has to be asked first, and his word counts in writing only. */
        WRITING("先取得业主的书面同意"),
        /** Something is missing that the owner's word does not replace. */
        REFUSE("不放行");

        private final String label;

        Ruling(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /**
     * As it was told.
     *
     * @param arrears whether the clerk ticked that fees are owed; shown to whoever decides, never a bar
     * @param missing what is missing, as people read it; "" where nothing is
     * @param basis where the rule comes from
     * @param lastDay until the end of which the slip is wanted, or null: the day on which it is issued
     */
    public record Application(
            Applicant applicant,
            Proof proof,
            boolean arrears,
            Ruling ruling,
            String missing,
            String basis,
            LocalDate lastDay) {}

    /** What the owner says. */
    public enum Answer {
        AGREED,
        DECLINED
    }

    /** What whoever decides makes of it. */
    public enum Decision {
        RELEASED,
        REFUSED
    }

    /** Why goods are not let out: never that fees are owed (D10). */
    public enum Ground {
        /** What the table names; the only one where it names something, too. */
        MISSING("", ""),
        NOT_AS_LISTED("实物与清单不符", "按实物写好清单"),
        NOT_THE_APPLICANT("申请人身份不符", "由申请人本人带与登记一致的身份证件"),
        DOUBTFUL_PROOF("证件或委托有疑问", "带能核实的证件或者委托"),
        OWNER_OBJECTS("业主要求不放行", "业主同意放行以后"),
        UNSAFE("安全原因", "消除原因里写明的安全问题");

        private final String label;
        private final String remedy;

        Ground(String label, String remedy) {
            this.label = label;
            this.remedy = remedy;
        }

        /** @return what the applicant has to do before he asks again, where the table does not say */
        String remedy() {
            return remedy;
        }

        /** @return 实物与清单不符：…, as the applicant reads it */
        public String with(String remark) {
            return label.isEmpty() ? remark : label + "：" + remark;
        }
    }

    /** How the owner said it. */
    public enum How {
        PHONE("在电话里", false),
        IN_PERSON("当面", false),
        WRITING("书面", true),
        /** On the page that his link opens; what can be read again at any time is writing (民法典 469). */
        LINK("在网页上", true);

        private final String label;
        private final boolean written;

        How(String label, boolean written) {
            this.label = label;
            this.written = written;
        }

        public boolean isWritten() {
            return written;
        }

        public String label() {
            return label;
        }
    }

    /** How the clerk heard it; what he says on his page, the page records. */
    public enum Heard {
        PHONE,
        IN_PERSON,
        WRITING;

        public How how() {
            return How.valueOf(name());
        }
    }

    /**
     * What the owner said: once, and once more where he said yes and it has to be in writing.
     *
     * @param words his own, as the clerk wrote them down; "" where he answered by link
     * @param by code of who wrote it down, or {@link org.shouwen.ticket.TimelineEntry#SECOND_PERSON}: he himself
     */
    public record Consent(boolean given, How how, String words, String by, Instant at) {

        /** @return 业主 在电话里同意：… */
        public String text() {
            return gist() + (words.isEmpty() ? "" : "：" + words);
        }

        /** @return 业主在网页上同意放行 */
        public String gist() {
            return "业主" + how.label() + (given ? "同意放行" : "不同意放行");
        }
    }

    /**
     * What lets the goods through the gate.
     *
     * @param until from then on it is over
     * @param endedAt when everything had passed, its time was over or it was stopped; or null
     * @param stopped why what was not out stayed inside, or null
     */
    public record Slip(Instant issuedAt, String issuedBy, Instant until, Instant endedAt, String stopped) {}

    /** @return whether the owner still has to be asked, or what he said by mouth is still wanted in writing */
    public boolean waitsForConsent() {
        return isOwners()
                && consent.filter(said -> !said.given() || isEnough(said)).isEmpty();
    }

    /** @return whether the slip may be issued: by the table, or because the owner agreed where he had to be asked */
    public boolean mayPass() {
        return application.ruling() == Ruling.ISSUE
                || isOwners()
                        && consent.filter(said -> said.given() && isEnough(said))
                                .isPresent();
    }

    /** Whether the owner's word decides. */
    private boolean isOwners() {
        return application.ruling() == Ruling.CONSENT || application.ruling() == Ruling.WRITING;
    }

    /** @return whether the owner said no, and no other word of his is known */
    public boolean isDeclined() {
        return consent.filter(said -> !said.given()).isPresent();
    }

    /** @return what the applicant has to have before he asks again, at once and completely */
    String remedy() {
        String missing = missing();
        if (isDeclined() && !missing.isEmpty()) {
            return Ground.OWNER_OBJECTS.remedy();
        }
        return missing.isEmpty() ? ground.map(Ground::remedy).orElse("解决原因里写明的问题") : "补齐" + missing;
    }

    /** @return whether the home changes hands: then its owner is told what left, and the household file is no longer right (D10-4) */
    public boolean isMovingOut() {
        return application.applicant() == Applicant.LEAVING_TENANT;
    }

    /** @return whether the owner's word counts in writing alone, by link or on paper */
    public boolean needsWriting() {
        return application.ruling() == Ruling.WRITING;
    }

    private boolean isEnough(Consent said) {
        return !needsWriting() || said.how().isWritten();
    }

    /** @return what is missing, as people read it; "" where nothing is */
    public String missing() {
        if (mayPass()) {
            return "";
        }
        return consent.map(
                        said -> said.given() ? application.missing() + "（" + said.gist() + "，还没有交书面的）" : "业主的同意（业主不同意）")
                .orElse(application.missing());
    }

    /** @return what the table makes of it now, with its basis, as whoever decides reads it */
    public String rule() {
        return (mayPass() ? "可以放行" : "还缺" + missing()) + "（依据：" + application.basis() + "）";
    }

    /** @return 纸箱 5 件, a line each */
    public List<String> list() {
        return goods.stream()
                .map(line -> line.what() + " " + line.listed() + " 件")
                .toList();
    }

    public boolean isPassed() {
        return goods.stream().allMatch(line -> line.left() == 0);
    }

    /** @return whether anything of it is out already */
    public boolean hasPassed() {
        return goods.stream().anyMatch(line -> line.left() < line.listed());
    }

    /** @return 5 of 7: how many pieces have passed */
    public String passedOfListed() {
        int listed = goods.stream().mapToInt(Goods::listed).sum();
        return listed - goods.stream().mapToInt(Goods::left).sum() + "/" + listed;
    }
}
