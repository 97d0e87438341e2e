package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.AppliedRenovation;
import org.shouwen.testing.QrReader;
import org.shouwen.testing.SentFiles;
import org.shouwen.testing.Telephone;
import org.shouwen.testing.TimeMachine;
import org.springframework.beans.factory.annotation.Autowired;

/** The applicant of a renovation does by link whatever he can do from home. */
@Tag("scenario")
class ApplicantPageIT extends GuardedDesk {

    private static final Telephone.Chosen PHOTO = new Telephone.Chosen("资质.jpg", SentFiles.photo("jpeg", 300, 200));
    private static final Telephone.Chosen PLAN = new Telephone.Chosen("防水.pdf", SentFiles.pdf(""));

    @Autowired
    private LinkDesk links;

    @Autowired
    private OneTimeNotices notices;

    @Autowired
    private Renovations renovations;

    @Autowired
    private RegistrationDesk registration;

    private AppliedRenovation applied(String home) {
        return new AppliedRenovation(home, api(), token("lead"), token("supervisor"), this::runJobs);
    }

    private Telephone telephone(String number) {
        time.pass(Duration.ofMinutes(2));
        Telephone telephone = new Telephone(port);
        HttpResponse<byte[]> page = telephone.open(
                URI.create(links.issue(number, "desk1", clock().instant())).getPath());
        assertThat(page.statusCode()).as(Telephone.text(page)).isEqualTo(200);
        return telephone;
    }

    private static String page(Telephone telephone, String number) {
        return Telephone.text(telephone.get("/r/t/" + number));
    }

    private static void done(HttpResponse<byte[]> answer, String what) {
        assertThat(Telephone.where(answer)).as(Telephone.text(answer)).endsWith("?done=" + what);
    }

    private static void refused(HttpResponse<byte[]> answer, String words) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(Telephone.text(answer)).contains(words);
    }

    private Renovation.Stage stage(String number) {
        return renovations.get(number).stage();
    }

    @Test
    void fromTheNoticeToTheCertificateWithoutLeavingHome() {
        AppliedRenovation applied = applied("1-1-401");
        String number = applied.number();
        Telephone zhang = telephone(number);
        String told = page(zhang, number);
        assertThat(told)
                .contains("一次性告知书", notices.get(number).number(), "我已收到告知书", "从方案中去掉", "补交")
                .contains("请按一次性告知书补齐材料，最迟到");
        assertThat(zhang.get("/r/t/" + number + "/notice/paper").headers().firstValue("Content-Type"))
                .hasValue("application/pdf");

        done(zhang.post(number, "/notice/receipt", Map.of()), "received");
        refused(zhang.post(number, "/notice/receipt", Map.of()), "已经签收过");
        assertThat(notices.get(number).receipt().orElseThrow().receiver()).isEqualTo("张三");

        done(zhang.upload(number, "/notice/items/QUALIFICATION", Map.of(), PHOTO), "handed_in");
        assertThat(page(zhang, number)).contains("已交，等前台核对");
        done(zhang.upload(number, "/notice/items/WATERPROOF_PLAN", Map.of(), PLAN), "handed_in");
        assertThat(stage(number)).isEqualTo(Renovation.Stage.SUPPLEMENTING);
        done(zhang.post(number, "/acts/WET_ROOM/removal", Map.of()), "taken_out");
        runJobs();
        assertThat(page(zhang, number))
                .contains("补件待核对", "您补交的都收到了，前台 11月24日（周二）18:00 前核对完")
                .doesNotContain("待业主补件");

        applied.accept("QUALIFICATION", "WATERPROOF_PLAN");
        assertThat(stage(number)).isEqualTo(Renovation.Stage.EXAMINED);
        assertThat(page(zhang, number)).contains("材料齐全，正在审批").doesNotContain("从方案中去掉", "方案可行");
        applied.approve();
        assertThat(page(zhang, number)).contains("准予登记");
        done(zhang.post(number, "/cautions/receipt", Map.of()), "confirmed");
        refused(zhang.post(number, "/cautions/receipt", Map.of()), "已经签收过");
        applied.sign(registration, clock().instant());

        assertThat(stage(number)).isEqualTo(Renovation.Stage.REGISTERED);
        String certificate = renovations.get(number).certificate().orElseThrow().number();
        String registered = page(zhang, number);
        assertThat(registered)
                .contains(certificate, "2026年12月7日 至 2027年1月31日", "还没到开工日期")
                .doesNotContain("已完工，请验收", "确认撤回", "13700001234", "李工");
        byte[] code = zhang.get("/r/t/" + number + "/certificate/code").body();
        String verified = URI.create(QrReader.ofPng(code).get(0)).getPath();
        assertThat(Telephone.text(new Telephone(port).get(verified))).contains(certificate, "装修施工登记证");
        assertThat(QrReader.ofPdf(
                        zhang.get("/r/t/" + number + "/certificate/paper").body()))
                .containsExactly(QrReader.ofPng(code).get(0));

        refused(zhang.post(number, "/completion", Map.of()), "12月7日");
        time.travelTo("2026-12-07T10:00");
        zhang = telephone(number);
        assertThat(page(zhang, number)).contains("已完工，请验收");
        done(zhang.post(number, "/completion", Map.of()), "completed");
        runJobs();
        assertThat(page(zhang, number)).contains("已报完工，物业会来验收").doesNotContain("确认已完工");
        refused(zhang.post(number, "/completion", Map.of()), "已经报过完工");
        assertThat(timelineOf(zhang, number))
                .contains("您报了完工", "您签收了禁止行为和注意事项", "您从装修方案中去掉了一项", "您补交了一项材料", "您确认收到一次性告知书");
    }

    private static String timelineOf(Telephone telephone, String number) {
        String page = page(telephone, number);
        return page.substring(page.indexOf("办理经过"));
    }

    @Test
    void whatIsNotAskedForCannotBeHandedIn() {
        AppliedRenovation applied = applied("1-1-402");
        String number = applied.number();
        Telephone zhang = telephone(number);
        Map<String, Object> before = world();
        refused(zhang.upload(number, "/notice/items/IDENTITY", Map.of(), PHOTO), "带原件到前台");
        refused(zhang.upload(number, "/notice/items/NOTHING", Map.of(), PHOTO), "没有这一项");
        refused(zhang.upload(number, "/notice/items/OWNERSHIP", Map.of(), PHOTO), "没有“OWNERSHIP”");
        refused(zhang.upload(number, "/notice/items/AGREEMENT", Map.of(), PHOTO), "没有“AGREEMENT”");
        refused(zhang.upload(number, "/notice/items/TAKE_OUT_WET_ROOM", Map.of(), PHOTO), "从方案中去掉");
        refused(zhang.upload(number, "/notice/items/QUALIFICATION", Map.of()), "请先选择照片");
        refused(
                zhang.upload(
                        number, "/notice/items/QUALIFICATION", Map.of(), new Telephone.Chosen("a.jpg", new byte[] {1})),
                "不是 JPG");
        refused(zhang.post(number, "/acts/FACADE/removal", Map.of()), "要补的材料里没有");
        refused(zhang.post(number, "/completion", Map.of()), "没有");
        assertThat(zhang.post(number, "/acts/NOTHING/removal", Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(zhang.get("/r/t/" + number + "/certificate/paper").statusCode())
                .isEqualTo(404);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM attachment WHERE ticket = ?", Integer.class, number))
                .isZero();
        assertThat(world()).isEqualTo(before);
    }

    @Test
    void aPaperThatDoesNotDoIsAskedForAgain() {
        AppliedRenovation applied = applied("1-1-403");
        String number = applied.number();
        Telephone zhang = telephone(number);
        zhang.upload(number, "/notice/items/QUALIFICATION", Map.of(), PHOTO);
        zhang.upload(number, "/notice/items/WATERPROOF_PLAN", Map.of(), PLAN);
        zhang.post(number, "/acts/WET_ROOM/removal", Map.of());
        runJobs();
        applied.accept("QUALIFICATION");
        assertThat(stage(number)).isEqualTo(Renovation.Stage.SUPPLEMENTING);
        assertThat(page(zhang, number)).contains("须重新提交", "待补", "看不清", "到期没有补齐的申报终止");
        done(zhang.upload(number, "/notice/items/WATERPROOF_PLAN", Map.of(), PLAN), "handed_in");
        runJobs();
        applied.accept("WATERPROOF_PLAN");
        assertThat(stage(number)).isEqualTo(Renovation.Stage.EXAMINED);
        assertThat(List.of(notices.get(number).open("NOW"))).containsOnly(List.of());
    }

    /** The page asks for nothing that is over, and says of the certificate what its code says. */
    @Test
    void thePageFollowsTheStateInEveryState() {
        String number = applied("1-1-404").number();
        Telephone zhang = telephone(number);
        for (Renovation.Stage stage : Renovation.Stage.values()) {
            if (stage == Renovation.Stage.REGISTERED || stage == Renovation.Stage.FILED) {
                continue;
            }
            renovations.stands(number, stage);
            String page = page(zhang, number);
            assertThat(page).as(stage.name()).contains(stage.label()).doesNotContain("登记证 PDF", "贴在门上");
            boolean asked = stage.compareTo(Renovation.Stage.REGISTERED) < 0;
            assertThat(page.contains("我已收到告知书")).as(stage.name()).isEqualTo(asked);
            assertThat(page.contains("我已看过并收到")).as(stage.name()).isEqualTo(asked);
            assertThat(page.contains("没有办")).as(stage.name()).isEqualTo(!asked);
            assertThat(page.contains("从方案中去掉</button>"))
                    .as(stage.name())
                    .isEqualTo(stage == Renovation.Stage.SUPPLEMENTING);
        }
        Instant now = clock().instant();
        LocalDate today = LocalDate.ofInstant(now, TimeMachine.ZONE);
        Certificate certificate = new Certificate(
                renovations.nextCertificate(now),
                number,
                "east",
                today.plusDays(2),
                today.plusDays(5),
                now,
                "supervisor",
                Optional.empty());
        renovations.certified(certificate);
        renovations.stands(number, Renovation.Stage.REGISTERED);
        assertThat(page(zhang, number)).contains("待开工", "还没到开工日期", "请把登记证贴在门上", "登记证 PDF", "我已收到告知书");
        time.pass(Duration.ofDays(3));
        zhang = telephone(number);
        assertThat(page(zhang, number)).contains("施工中", "可以按登记的内容和时间施工", "请把登记证贴在门上", "登记证 PDF");
        time.pass(Duration.ofDays(4));
        zhang = telephone(number);
        assertThat(page(zhang, number)).contains("登记证已过期", "请取下", "工期已到").doesNotContain("施工中", "请把登记证贴在门上", "登记证 PDF");
        renovations.stands(number, Renovation.Stage.FILED);
        assertThat(page(zhang, number))
                .contains("已完工归档", "请取下")
                .doesNotContain("请把登记证贴在门上", "登记证 PDF", "我已收到告知书", "我已看过并收到");
        renovations.stands(number, Renovation.Stage.REGISTERED);
        renovations.revoked(certificate.number(), "擅自拆改", "supervisor", clock().instant());
        assertThat(page(zhang, number))
                .contains("已注销", "请取下", "不能再施工")
                .doesNotContain("请把登记证贴在门上", "登记证 PDF", "可以按登记的内容");
    }
}
