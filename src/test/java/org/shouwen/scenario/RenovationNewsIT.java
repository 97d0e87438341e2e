package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.Requirement;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.testing.RunningDesk;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever renovates is told what he must do and what was decided, with date and consequence, by mail or by telephone. */
@Tag("scenario")
class RenovationNewsIT extends RunningDesk {

    /** What is done to a renovation beside its flows: what the resident is told; after —, why nothing. */
    private static final Map<String, String> DEEDS = new TreeMap<>(Map.of(
            "renovation/contractor", "— what the house knows of the contractor decides nothing",
            "renovation/period", "renovation-period",
            "renovation/cautions", "— signed at the desk by whom it concerns",
            "certificate/extension", "certificate-extended",
            "certificate/revocation", "certificate-revoked",
            "renovation/unregistered-start", "rectification",
            "violations", "rectification",
            "violations/{id}/restoration", "violation-outcome",
            "completion", "completion-reported"));

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Renovations renovations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Moments moments;

    @Autowired
    private SupplementDesk supplements;

    @Autowired
    private OneTimeNoticeDesk lists;

    @Autowired
    private SitePolicies policies;

    @Autowired
    private List<Deeds> deeds;

    @AfterEach
    void noDeposit() {
        policies.choose(SitePolicy.usual("east"), "manager", Instant.EPOCH);
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private void does(String person, String number, String step, String inputs) {
        done(person, number, "steps/" + step, inputs);
    }

    private String done(String person, String number, String deed, String inputs) {
        Api.Answer answer = as(person).post("/api/tickets/" + number + "/" + deed, inputs);
        assertThat(answer.status()).as(deed + answer.text()).isBetween(200, 201);
        runJobs();
        return answer.text();
    }

    private static String codes(Collection<String> codes) {
        return codes.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }

    private String open(String number, Requirement.Stage stage) {
        return codes(lists.open(number, stage.name()).stream().map(Item::code).toList());
    }

    /** @return the last mail to the resident, of that template and with those words */
    private void told(String number, String template, String... words) {
        assertThat(notices.ofTicket(number).stream().filter(Notice::isToResident))
                .last()
                .satisfies(mail -> {
                    assertThat(mail.template()).isEqualTo(template + ".to-resident");
                    assertThat(mail.subject() + mail.body())
                            .contains(words)
                            .contains("张三", "首问责任人")
                            .doesNotContain("null", "[(", "维修", "报修");
                });
    }

    private String lastDay(String number) {
        return moments.text(dossiers.waiting(number).orElseThrow().due());
    }

    private String applied(String home) {
        SitePolicy usual = SitePolicy.usual("east");
        policies.choose(
                new SitePolicy(
                        usual.site(),
                        usual.city(),
                        usual.level(),
                        true,
                        usual.refusesMaterial(),
                        usual.passes(),
                        usual.ownHours(),
                        usual.quietPeriods()),
                "manager",
                Instant.EPOCH);
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "%s", "channel": "WALK_IN",
                 "reporter": {"name": "张三", "phone": "13812345678", "email": "zhang@residents.example"},
                 "description": "全屋重新装修", "details": {"applicant": "OWNER", "ordinary": "true", "wetRoom": "true",
                 "from": "2026-09-21", "until": "2026-11-20"}}
                """.formatted(home));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    @Test
    void fromTheApplicationToTheArchiveEverythingIsToldWithItsDateAndItsConsequence() {
        time.travelTo("2026-09-07T09:00");
        String number = applied("3-1-801");
        does("desk1", number, "checkPapers", "{\"papers\": [\"PLAN\"]}");
        told(number, "requirements", "最迟到 " + lastDay(number), "申报终止");
        // One comes by link and does not do
        supplements.takeOut(number, Act.WET_ROOM, "resident", time.instant());
        does("desk1", number, "bringPapers", "{\"papers\": [\"IDENTITY\"], \"identity\": \"0021\"}");
        told(number, "renovation-supplement", "还缺的", lastDay(number), "申报终止");
        time.travelTo("2026-09-08T09:00");
        supplements.handIn(number, "OWNERSHIP", "resident", time.instant());
        runJobs();
        does("desk1", number, "acceptPapers", "{\"papers\": [], \"why\": \"产权证只拍了封面\"}");
        told(number, "renovation-supplement", "产权证只拍了封面", lastDay(number) + " 前");
        does("desk1", number, "bringPapers", "{\"papers\": " + open(number, Requirement.Stage.NOW) + "}");
        told(number, "renovation-examined", "最迟作出决定：9月11日（周五）18:00");
        does("lead", number, "reviewPlan", "{\"finding\": \"UNSOUND\", \"words\": \"水电走向不清\"}");
        does("supervisor", number, "decideRegistration", """
                {"decision": "SUPPLEMENT", "again": "PLAN", "reason": "水电走向不清"}
                """);
        told(number, "renovation-supplement", "水电走向不清", lastDay(number), "申报终止");
        does("desk1", number, "bringPapers", "{\"papers\": [\"PLAN\"]}");
        does("lead", number, "reviewPlan", "{\"finding\": \"SOUND\", \"words\": \"不影响结构\"}");
        does("supervisor", number, "decideRegistration", "{\"decision\": \"APPROVED\", \"reason\": \"符合规定\"}");
        told(number, "renovation-approved", "符合规定");
        done("desk1", number, "renovation/period", "{\"from\": \"2026-09-22\", \"until\": \"2026-11-21\"}");
        told(number, "renovation-period", "2026年9月22日至2026年11月21日");
        does("desk1", number, "signAgreement", """
                {"received": ["OWNER"], "waste": "袋装清运", "facade": "不改变外立面", "fee": 200, "breach": "限期整改",
                 "deposit": "BZ-7", "done": %s}
                """.formatted(open(number, Requirement.Stage.BEFORE_START)));
        told(number, "renovation-registered", "张贴在户门上");
        done("supervisor", number, "certificate/extension", "{\"until\": \"2026-12-01\", \"reason\": \"瓷砖缺货\"}");
        told(number, "certificate-extended", "2026年12月1日", "瓷砖缺货");

        onTheSite(number);

        does("desk1", number, "closeFile", "{\"shelf\": \"2026-装-018\"}");
        does("desk1", number, "visit", """
                {"method": "PHONE", "reached": "REACHED", "satisfaction": "SATISFIED"}
                """);
        told(number, "renovation-closed", "完工验收：合格", "装修资料：齐全，已归档", "TK-9");
    }

    private void onTheSite(String number) {
        time.travelTo("2026-09-22T10:00");
        String violation = done("desk1", number, "violations", """
                {"violation": "WASTE", "what": "楼道堆垃圾", "spot": "STOPPED"}
                """);
        assertThat(violation).contains("ORDINARY");
        told(number, "rectification", "楼道堆垃圾", "整改期限");
        does("plumber1", number, "reinspect", "{\"finding\": \"RECTIFIED\", \"remark\": \"照片 2\"}");
        told(number, "violation-outcome", "已整改", "已经整改好");
        done("desk1", number, "violations", """
                {"violation": "HOURS", "what": "晚上九点还在打孔", "spot": "REFUSED"}
                """);
        does("supervisor", number, "reportViolation", "{\"receipt1\": \"业委会-08\"}");
        told(number, "violation-outcome", "已上报", "业主委员会", "回执 业委会-08", "整改好以后告诉我们");
        does("plumber1", number, "patrol", "{\"outcome\": \"REFUSED\"}");
        time.pass(Duration.ofMinutes(30));
        does("plumber1", number, "patrol", "{\"outcome\": \"REFUSED\"}");
        told(number, "entry-refused", "连续两次");
        done("desk1", number, "completion", "{}");
        told(number, "completion-reported", "9月28日（周一）18:00 前验收");
        does("lead", number, "inspectCompletion", "{\"result\": \"PASSED\", \"papersIn\": true}");
        told(number, "completion-passed", "合格（2026年9月22日）", "装修保证金最迟");
        does("desk1", number, "returnDeposit", "{\"receipt\": \"TK-9\"}");
        told(number, "deposit-returned", "TK-9", "2026年9月22日");
    }

    /** Without an e-mail it is a duty to call, for what is decided beside the flow as for its steps. */
    @Test
    void whoHasNoMailIsCalled() {
        String number = RegisteredRenovation.of("3-1-802", api(), renovations, time);
        done("supervisor", number, "certificate/revocation", "{\"reason\": \"擅自拆改承重墙\"}");
        assertThat(notices.ofTicket(number)).noneMatch(Notice::isToResident);
        assertThat(notices.ofTicket(number))
                .filteredOn(notice -> notice.addressee().equals("desk1"))
                .first()
                .satisfies(duty -> {
                    assertThat(duty.subject()).startsWith("【请电话转告业主】【停工】");
                    assertThat(duty.body()).contains("13812345678", "擅自拆改承重墙", "马上让施工方停工");
                });
    }

    @Test
    void whatIsDoneBesideTheFlowsSaysWhomItTells() {
        assertThat(deeds.stream()
                        .filter(feature -> feature.getClass().getName().matches(".*\\.(renovation|worksite)\\..*"))
                        .flatMap(feature -> feature.deeds().stream())
                        .map(Deed::path))
                .containsExactlyInAnyOrderElementsOf(DEEDS.keySet());
        assertThat(DEEDS.values()).allSatisfy(told -> assertThat(told.startsWith("— ")
                        || getClass().getResource("/notification/" + told + ".to-resident.txt") != null)
                .as(told)
                .isTrue());
    }
}
