package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.citypack.City;
import org.shouwen.citypack.DayHours;
import org.shouwen.citypack.Gravity;
import org.shouwen.citypack.QuietPeriod;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.citypack.SiteRulesDesk;
import org.shouwen.credential.Credentials;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.Scan;
import org.shouwen.testing.TasklistSession;
import org.shouwen.testing.Telephone;
import org.shouwen.workerpass.Worker;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPassDesk;
import org.shouwen.worksite.Handling;
import org.shouwen.worksite.Phase;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers of a renovation as they hang on the door and are carried, scanned by whoever passes by. */
@Tag("scenario")
class RenovationPapersIT extends RunningDesk {

    private static final String TOKEN = "shouwen-demo-token";
    private static final LocalDate FROM = LocalDate.of(2026, 11, 24);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 31);

    @Autowired
    private Renovations renovations;

    @Autowired
    private RenovationDesk desk;

    @Autowired
    private SitePolicies policies;

    @Autowired
    private SiteRulesDesk rules;

    @Autowired
    private Notices told;

    @Autowired
    private LinkDesk links;

    @Autowired
    private WorkerPassDesk passes;

    @Autowired
    private OneTimeNoticeDesk noticeDesk;

    @Autowired
    private OneTimeNotices notices;

    @Autowired
    private Worksites worksites;

    @Autowired
    private Violations violations;

    @Autowired
    private Credentials credentials;

    private Scan phone;

    @BeforeEach
    void hangzhou() {
        phone = new Scan(port);
        SitePolicy usual = policies.of("east");
        policies.choose(
                new SitePolicy(
                        "east",
                        City.HANGZHOU,
                        usual.level(),
                        usual.deposit(),
                        usual.refusesMaterial(),
                        usual.passes(),
                        usual.ownHours(),
                        usual.quietPeriods()),
                "manager",
                clock().instant());
    }

    private String applied(String home) {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "%s", "channel": "WALK_IN",
                 "reporter": {"name": "王𬭎", "phone": "13812345678"}, "description": "全屋装修",
                 "details": {"applicant": "OWNER", "ordinary": true, "waterproofing": true,
                             "firm": "首善装饰工程有限公司", "qualification": "D237000001",
                             "from": "%s", "until": "%s"}}
                """.formatted(home, FROM, UNTIL));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    /** Past the approval, which is another test's story. */
    private Certificate registered(String number) {
        Renovation renovation = renovations.get(number);
        Contractor firm = renovation.application().contractor().orElseThrow();
        renovations.changed(
                number,
                new Application(
                        renovation.application().scheme(),
                        null,
                        Optional.of(new Contractor(firm.firm(), firm.qualification(), "李㛃", "13900001111")),
                        FROM,
                        UNTIL));
        Instant now = clock().instant();
        Certificate certificate = new Certificate(
                renovations.nextCertificate(now),
                number,
                renovation.site(),
                FROM,
                UNTIL,
                now,
                "supervisor",
                Optional.empty());
        renovations.certified(certificate);
        renovations.stands(number, Renovation.Stage.REGISTERED);
        return certificate;
    }

    private byte[] printed(String path, String name) {
        HttpResponse<byte[]> answer = phone.paper(path, TOKEN, name);
        assertThat(answer.statusCode()).as(Scan.text(answer.body())).isEqualTo(200);
        return answer.body();
    }

    private String refused(String path) {
        HttpResponse<byte[]> answer = phone.paper(path, TOKEN, "");
        assertThat(answer.statusCode()).isIn(404, 409);
        return Scan.text(answer.body());
    }

    @Test
    void theCertificateSaysWhetherThereMayBeWorkNow() {
        String number = applied("1-1-201");
        String address = "/api/tickets/" + number + "/certificate/paper";
        assertThat(refused(address)).contains("还没有发装修施工登记证");
        Certificate certificate = registered(number);
        byte[] pdf = printed(address, "certificate");
        assertThat(Scan.text(pdf))
                .contains("装修施工登记证", certificate.number(), "首善装饰工程有限公司", "王**", "李**", "2026年11月24日至2027年1月31日")
                .contains("不是行政许可", "第五条")
                .doesNotContain("王𬭎", "李㛃", "13812345678", "13900001111", "〓");

        assertThat(phone.scanned(pdf).body()).contains("现在不在允许时间", "2026年11月24日才可以开工");
        time.travelTo("2026-11-24T10:00");
        assertThat(phone.scanned(pdf).body())
                .contains("有效", "登记有效，现在可以施工。", certificate.number())
                .doesNotContain("王**", "李**", "1390");
        time.travelTo("2026-11-24T13:00");
        assertThat(phone.scanned(pdf).body()).contains("现在不在允许时间", "登记有效，但现在不能施工");
        time.travelTo("2027-02-01T10:00");
        assertThat(phone.scanned(pdf).body()).contains("已过期", "登记的施工期限到2027年1月31日为止");
        time.travelTo("2026-11-25T10:00");
        desk.revoke(certificate.number(), "擅自拆改承重墙", "supervisor", clock().instant());
        assertThat(phone.scanned(pdf).body()).contains("已作废", "登记证已于2026年11月25日作废，不得施工。");
        assertThat(refused(address)).contains("已经作废，不能再打印");
        assertThat(phone.page("/v/" + credentials.token("CERTIFICATE", "ZJ-26-999999", 1))
                        .body())
                .contains("没有编号为 ZJ-26-999999 的装修施工登记证。");
    }

    /** The law holds whatever is printed: who has a certificate is told once, and paper, page, scan and history say the same. */
    @Test
    void hoursThatChangeAreToldOnceAndStandEverywhereAlike() {
        time.travelTo("2026-11-24T09:30");
        String number = applied("1-2-1001");
        String address = "/api/tickets/" + number + "/certificate/paper";
        Certificate certificate = registered(number);
        Certificate revoked = registered(applied("1-2-1002"));
        desk.revoke(revoked.number(), "擅自拆改承重墙", "supervisor", clock().instant());
        byte[] old = printed(address, "certificate-before");
        assertThat(Scan.text(old)).contains("20:00").doesNotContain("换证");
        assertThat(toldOfHours(number)).isZero();

        SitePolicy beijing = by(City.BEIJING, policies.of("east").deposit());
        String words = "休息日、法定节假日不得施工";
        assertThat(rules.concerned(beijing)).contains(certificate.number()).doesNotContain(revoked.number());
        assertThat(toldOfHours(number)).as("nothing is kept by asking").isZero();
        assertThat(rules.choose(beijing, "manager", clock().instant())).contains(certificate.number());
        runJobs();
        assertThat(toldOfHours(number)).isOne();
        assertThat(toldOfHours(revoked.ticket())).isZero();
        assertThat(Scan.text(printed(address, "certificate-after")))
                .contains(certificate.number(), words, "2026年11月24日起有变")
                .doesNotContain("20:00");
        assertThat(phone.scanned(old).body()).contains(words, "以前打印的登记证上不是这个时间的，以这里为准");
        String page = Telephone.text(new Telephone(port)
                .open(URI.create(links.issue(number, "desk1", clock().instant()))
                        .getPath()));
        assertThat(page).contains(words, "2026年11月24日起有变", "允许施工的时间改为：", "原来：");

        // What changes no hours of theirs tells nobody
        assertThat(rules.choose(beijing, "manager", clock().instant())).isEmpty();
        assertThat(rules.choose(by(City.BEIJING, !beijing.deposit()), "manager", clock().instant()))
                .isEmpty();
        QuietPeriod later = quiet(UNTIL.plusDays(1));
        assertThat(rules.add(later, "manager", clock().instant())).isEmpty();
        assertThat(toldOfHours(number)).isOne();
        // Quiet days while he renovates do, as they come and as they go
        time.pass(Duration.ofMinutes(1));
        assertThat(rules.add(quiet(UNTIL.minusDays(9)), "manager", clock().instant()))
                .contains(certificate.number());
        assertThat(Scan.text(printed(address, "certificate-quiet"))).contains("统一考试期间");
        List<QuietPeriod> kept = policies.of("east").quietPeriods();
        assertThat(kept).hasSize(2);
        time.pass(Duration.ofMinutes(1));
        kept.forEach(period -> rules.removeQuietPeriod("east", period.id(), "manager", clock().instant()));
        runJobs();
        assertThat(toldOfHours(number)).isEqualTo(3);
        assertThat(rules.choose(by(City.HANGZHOU, beijing.deposit()), "manager", clock().instant()))
                .contains(certificate.number());
    }

    private static QuietPeriod quiet(LocalDate day) {
        return new QuietPeriod(0, "east", day, day, DayHours.ALL, "统一考试", "政府公告");
    }

    private SitePolicy by(City city, boolean deposit) {
        SitePolicy now = policies.of("east");
        return new SitePolicy(
                "east",
                city,
                now.level(),
                deposit,
                now.refusesMaterial(),
                now.passes(),
                now.ownHours(),
                now.quietPeriods());
    }

    /** Without an address of his, it is the first responder who is asked to call him. */
    private long toldOfHours(String number) {
        return told.ofTicket(number).stream()
                .filter(notice -> notice.subject().contains("允许施工的时间变了"))
                .map(Notice::createdAt)
                .distinct()
                .count();
    }

    @Test
    void bothCardsOfAPassAndTheirReplacement() {
        String number = applied("1-1-202");
        registered(number);
        time.travelTo("2026-11-24T10:00");
        WorkerPass pass = passes.issue(number, new Worker("欧阳喆", "水电工", "13700002222"), "desk1", clock().instant());
        String address = "/api/tickets/" + number + "/passes/" + pass.number() + "/paper";
        byte[] pdf = printed(address, "pass");
        assertThat(Scan.codes(pdf)).hasSize(2);
        assertThat(Scan.text(pdf))
                .contains(pass.number() + "/1", "欧阳喆", "水电工", "首善装饰工程有限公司", "1号楼1单元202", "遗失须当日挂失")
                .doesNotContain("13700002222");
        HttpResponse<String> valid = phone.scanned(pdf);
        assertThat(valid.body()).contains("有效", pass.number(), "欧**").doesNotContain("欧阳喆", "/desk/gate");

        time.travelTo("2026-11-24T13:00");
        assertThat(phone.scanned(pdf).body()).contains("现在不在允许时间");
        time.travelTo("2026-11-24T14:30");
        passes.replace(pass.number(), "desk1", clock().instant());
        assertThat(phone.scanned(pdf).body()).contains("已作废", "旧卡");
        byte[] fresh = printed(address, "pass-replaced");
        assertThat(Scan.text(fresh)).contains(pass.number() + "/2");
        assertThat(phone.scanned(fresh).statusCode()).isEqualTo(200);
        // A guard who is signed in goes on from there
        assertThat(TasklistSession.signedIn(port, "desk1", "shouwen-demo")
                        .get(Scan.codes(fresh).get(0))
                        .text())
                .contains("/desk/gate");
        assertThat(refused("/api/tickets/" + applied("1-1-203") + "/passes/" + pass.number() + "/paper"))
                .contains("没有编号为");
        time.travelTo("2027-02-01T10:00");
        assertThat(phone.scanned(fresh).body()).contains("已过期");
        passes.giveBack(pass.number(), "desk1", clock().instant());
        assertThat(phone.scanned(fresh).body()).contains("已作废", "已经交回");
        assertThat(refused(address)).contains("已经交回，不能再打印");
    }

    @Test
    void theNoticeSaysEverythingAndHowMuchIsMissing() {
        String number = applied("1-1-301");
        String address = "/api/tickets/" + number + "/notice/paper";
        noticeDesk.list(number, "desk1", clock().instant());
        byte[] pdf = printed(address, "notice");
        String noticeNumber = notices.get(number).number();
        assertThat(Scan.text(pdf)).contains("一次性告知书", noticeNumber, "王𬭎：", "装饰装修方案", "第14条", "不再要求您补充");
        int missing = notices.get(number).open().size();
        assertThat(phone.scanned(pdf).body())
                .contains("有效", noticeNumber, missing + " 项")
                .doesNotContain("王");
        noticeDesk.settle(number, List.of("PLAN"), "desk1", clock().instant().plus(Duration.ofHours(1)));
        assertThat(phone.scanned(pdf).body()).contains((missing - 1) + " 项");
        // What was told stays as it was told
        assertThat(printed(address, "notice")).isEqualTo(pdf);
        assertThat(phone.page("/v/" + credentials.token("NOTICE", "GZ-26-999999", 1))
                        .body())
                .contains("没有编号为 GZ-26-999999 的一次性告知书。");
    }

    @Test
    void theRectificationNoticeSaysByWhenAndWhatBecameOfIt() {
        String number = applied("1-1-302");
        registered(number);
        Instant seen = Instant.parse("2026-11-24T02:00:00Z");
        Violation.Found found = new Violation.Found(
                Violation.Kind.BEARING_STRUCTURE,
                "客厅与阳台之间的墙体已用电镐开洞，约一米见方；".repeat(20),
                "P-001、P-002",
                Violation.Spot.STOPPED,
                seen,
                "supervisor");
        Violation.Ruling ruling = new Violation.Ruling(
                Gravity.SERIOUS,
                Handling.Gate.SITE,
                seen.plus(Duration.ofHours(2)),
                seen.plus(Duration.ofHours(24)),
                "《住宅室内装饰装修管理办法》第五条第（一）项",
                "擅自变动承重结构的，由主管部门责令改正，处五万元以上十万元以下罚款（《建设工程质量管理条例》第六十九条）。");
        worksites.add(new Worksite(
                number,
                "east",
                seen,
                Phase.DEMOLITION,
                seen.plus(Duration.ofDays(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        long id = violations.add(
                new Violation(0, number, "east", found, ruling, Optional.empty(), Optional.empty(), Optional.empty()));
        Rectification notice = new Rectification(
                "ZG-26-900001", id, number, "east", found, ruling, seen, "supervisor", Optional.empty());
        violations.add(notice);
        time.travelTo("2026-11-24T11:00");
        String address = "/api/tickets/" + number + "/rectifications/ZG-26-900001/paper";
        byte[] pdf = printed(address, "rectification");
        assertThat(Scan.text(pdf))
                .contains("整改通知书", "ZG-26-900001", "1号楼1单元302业主、首善装饰工程有限公司：", "拆改承重结构", "第五条")
                .contains("在2026年11月25日10:00前整改完毕", "物业不收取罚款", "□当面签收")
                .doesNotContain("王𬭎");
        assertThat(phone.scanned(pdf).body())
                .contains("有效", "请在2026年11月25日 10:00前整改完毕")
                .doesNotContain("电镐");
        time.travelTo("2026-11-25T11:00");
        assertThat(phone.scanned(pdf).body()).contains("还没有整改");
        violations.delivered(
                id,
                new Rectification.Delivery(
                        Rectification.Receiver.OWNER,
                        Rectification.Proof.POSTED,
                        "P-003",
                        seen.plus(Duration.ofHours(1)),
                        "supervisor"));
        assertThat(Scan.text(printed(address, "rectification-delivered"))).contains("张贴并拍照", "P-003");
        violations.end(id, new Violation.Outcome(Violation.Result.RECTIFIED, clock().instant(), "supervisor", "已恢复"));
        assertThat(phone.scanned(pdf).body()).contains("已过期", "已经整改，这份通知书已经了结。");
        assertThat(refused("/api/tickets/" + number + "/rectifications/ZG-26-999999/paper"))
                .contains("没有编号为 ZG-26-999999 的整改通知书");
    }
}
