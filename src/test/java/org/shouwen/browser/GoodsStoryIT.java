package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RegisteredRenovation;
import org.springframework.beans.factory.annotation.Autowired;

/** Goods leave the estate: registered at the desk, decided in Tasklist, printed, counted off at the gate. */
@BrowserTest
class GoodsStoryIT extends DeskInBrowser {

    private static final int PHONE = 390;
    private static final String OWNER = "owner-of-4-1-101@residents.example";

    @Autowired
    private Renovations renovations;

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private String registered(
            Browser.Person wang, String home, String applicant, String proof, String goods, String ownerEmail) {
        Page page = wang.page();
        page.navigate("/desk/register?location=" + home);
        page.getByLabel("类别").selectOption("GOODS_MOVING");
        page.getByLabel("问题描述").fill("带走自己的东西");
        page.locator("[name='GOODS.applicant']").selectOption(applicant);
        page.locator("[name='GOODS.proof']").selectOption(proof);
        page.locator("[name='GOODS.goods']").fill(goods);
        page.locator("[name='GOODS.ownerEmail']").fill(ownerEmail);
        wang.wholePage("70-goods-register-" + applicant);
        press(page, "登记");
        assertThat(page.locator("#just")).containsText("已登记：WP-");
        runJobs();
        assertThat(wang.complaints()).isEmpty();
        return page.locator("#just").innerText().replaceAll("(?s).*(WP-\\d{2}-\\d{6}).*", "$1");
    }

    private void released(Browser.Person wang, String number) {
        Tasklist tasks = Tasklist.of(wang).filter("本岗待领").open(number, "审核放行").claim();
        tasks.tick("放行，开出放行条");
        wang.screenshot("71-decide-release");
        tasks.complete();
        runJobs();
        assertThat(wang.complaints()).isEmpty();
    }

    private void out(Browser.Person guard, String number, String what, String count) {
        counted(guard.page(), number, what, count);
        guard.wholePage("74-gate-" + count);
        press(guard.page(), "点数放行");
        runJobs();
    }

    private static void counted(Page page, String number, String what, String count) {
        page.navigate("/desk/gate?code=" + number);
        page.getByLabel(what + "这次放行几件").fill(count);
    }

    private void printed(Browser.Person wang, String number, String file) throws IOException {
        Page page = wang.page();
        page.navigate("/desk/tickets/" + number);
        assertThat(page.getByText("打印放行条（PDF）")).isVisible();
        wang.wholePage(file + "-ticket");
        APIResponse slip = page.request().get("/desk/tickets/" + number + "/slip/paper");
        assertThat(slip.status()).isEqualTo(200);
        Files.write(Path.of("target", "screenshots", file + ".pdf"), slip.body());
    }

    /** The owner reads on his telephone what he is asked, and says yes. */
    private void agreed(String link, String number) {
        try (Browser.Person owner = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)) {
            Page page = owner.page();
            page.navigate(link);
            assertThat(page).hasURL(Pattern.compile(".*/r/p/" + number + "/goods-consent$"));
            assertThat(page.locator("main")).containsText("租户，搬离");
            assertThat(page.locator("main")).containsText("纸箱 5 件");
            look(owner, "77-owner-asked");
            press(page, "同意放行");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已收到您的答复");
            assertThat(page.locator(".now")).containsText("已记下：业主在网页上同意放行");
            assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
            look(owner, "78-owner-answered");
        }
    }

    /** Whoever asked shows the code on his telephone. */
    private void shownByTheApplicant(String number) {
        String link =
                api().post("/api/tickets/" + number + "/resident-links", "{}").text("link");
        try (Browser.Person applicant = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)) {
            Page page = applicant.page();
            page.navigate(link.substring(link.indexOf("/r/")));
            assertThat(page.getByAltText("放行条二维码")).isVisible();
            assertThat(page.locator("main")).containsText("5 件");
            look(applicant, "81-slip-on-the-telephone");
            APIResponse slip = page.request().get("/r/t/" + number + "/slip/paper");
            assertThat(new String(slip.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    private static void look(Browser.Person person, String name) {
        person.wholePage(name);
        assertThat(person.page()
                        .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the right edge")
                .isEqualTo(0);
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void theTenantMovesOutWithTheOwnersConsentByLinkAndTheSixthBoxStays() throws IOException {
        time.travelTo("2026-11-23T10:00");
        String number;
        try (Browser.Person wang = signedIn("desk1")) {
            number = registered(wang, "4-1-101", "LEAVING_TENANT", "IDENTITY", "纸箱 5", OWNER);
            agreed(linkTo(OWNER, number), number);
            released(wang, number);
            printed(wang, number, "79-slip-of-the-tenant");
        }
        try (Browser.Person guard = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)
                .signIn("desk2", "shouwen-demo")) {
            out(guard, number, "纸箱", "3");
            assertThat(guard.page().locator(".flash")).containsText("还剩纸箱 2 件");
            // A second telephone at the gate still shows what was left before the last trip
            Page other = guard.page().context().newPage();
            counted(other, number, "纸箱", "1");
            out(guard, number, "纸箱", "2");
            assertThat(guard.page().locator(".flash")).containsText("清单已全部放完");
            press(other, "点数放行");
            assertThat(other.locator(".problem")).containsText("清单上的物品已经全部放行");
            other.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "80-sixth-box.png")));
            assertThat(guard.complaints()).isEmpty();
        }
        assertThat(api().get("/api/tickets/" + number).text("status")).isEqualTo("CLOSED");
    }

    /** The owner rings: three boxes are out, the other two stay, and the applicant reads why. */
    @Test
    void theOwnerRingsAndTheRestStaysInside() {
        time.travelTo("2026-11-23T10:00");
        String number = api().post("/api/tickets", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-101", "description": "搬家",
                 "reporter": {"name": "李四", "phone": "13812340000"},
                 "details": {"applicant": "OWNER", "proof": "IDENTITY", "goods": "纸箱 5"}}
                """).text("number");
        runJobs();
        String link =
                api().post("/api/tickets/" + number + "/resident-links", "{}").text("link");
        try (Browser.Person wang = signedIn("desk1")) {
            released(wang, number);
            try (Browser.Person guard = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)
                    .signIn("desk2", "shouwen-demo")) {
                out(guard, number, "纸箱", "3");
            }
            Page page = wang.page();
            page.navigate("/desk/tickets/" + number);
            assertThat(page.locator("summary").filter(new Locator.FilterOptions().setHasText("撤回")))
                    .hasCount(0);
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("停止放行"))
                    .click();
            page.getByLabel("停止放行的原因").fill("业主来电：没有让人搬");
            wang.wholePage("87-stop-the-rest");
            press(page, "确认停止放行");
            assertThat(page.locator("main")).containsText("门岗放行：纸箱 3 件；还剩纸箱 2 件");
            assertThat(page.locator("main")).containsText("停止放行：业主来电：没有让人搬；已放行 3/5 件");
            runJobs();
            wang.wholePage("88-stopped");
            assertThat(wang.complaints()).isEmpty();
        }
        try (Browser.Person applicant = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)) {
            applicant.page().navigate(link.substring(link.indexOf("/r/")));
            assertThat(applicant.page().locator("main")).containsText("已停止放行");
            assertThat(applicant.page().locator("main")).containsText("业主来电：没有让人搬");
            look(applicant, "89-stopped-on-the-telephone");
        }
    }

    /** While the owner is asked, whoever asked reads that he is, and then what he said. */
    @Test
    void theApplicantReadsThatTheOwnerIsAskedAndDeclined() {
        time.travelTo("2026-11-23T10:00");
        String number = api().post("/api/tickets", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-102", "description": "搬家",
                 "reporter": {"name": "李四", "phone": "13812340000", "email": "tenant@residents.example"},
                 "details": {"applicant": "TENANT", "proof": "NONE", "goods": "纸箱 5", "ownerEmail": "no@owners.example"}}
                """).text("number");
        runJobs();
        assertThat(mails("tenant@residents.example", number)).anyMatch(mail -> mail.contains("我们正在问业主"));
        String link =
                api().post("/api/tickets/" + number + "/resident-links", "{}").text("link");
        try (Browser.Person applicant = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)) {
            applicant.page().navigate(link.substring(link.indexOf("/r/")));
            assertThat(applicant.page().locator("main")).containsText("待业主同意");
            look(applicant, "90-owner-is-asked");
            try (Browser.Person owner = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)) {
                owner.page().navigate(linkTo("no@owners.example", number));
                press(owner.page(), "不同意");
            }
            runJobs();
            applicant.page().reload();
            assertThat(applicant.page().locator("main")).containsText("业主不同意放行，正在审核");
            look(applicant, "91-owner-declined");
        }
        assertThat(mails("tenant@residents.example", number)).anyMatch(mail -> mail.contains("业主答复不同意放行"));
    }

    /** Nobody knows the owner's mail: the desk calls him, and his paper comes later. */
    @Test
    void theOwnerIsCalledAndHisPaperIsTickedWhenItComes() {
        time.travelTo("2026-11-23T10:00");
        try (Browser.Person wang = signedIn("desk1")) {
            Page page = wang.page();
            String number = api().post("/api/tickets", """
                    {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-102", "description": "搬家",
                     "reporter": {"name": "李四", "phone": "13812340000"},
                     "details": {"applicant": "LEAVING_TENANT", "proof": "IDENTITY", "goods": "纸箱 5"}}
                    """).text("number");
            runJobs();
            page.navigate("/desk/tickets/" + number);
            assertThat(page.getByText("还要问业主")).isVisible();
            wang.wholePage("83-owner-to-be-called");
            page.navigate("/desk/inbox");
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .first()
                    .click();
            Locator opened = page.locator("details[open]");
            assertThat(opened.getByText("请电话转告（")).isVisible();
            assertThat(opened.getByText("租户搬离须您书面同意")).isVisible();
            wang.wholePage("84-call-the-owner");
            Tasklist tasks =
                    Tasklist.of(wang).filter("本岗待领").open(number, "取得业主同意").claim();
            tasks.tick("同意");
            tasks.tick("在电话里");
            tasks.fill("业主的原话", "同意租户搬走");
            tasks.complete();
            runJobs();
            tasks = Tasklist.of(wang).filter("本岗待领").open(number, "审核放行").claim();
            tasks.tick("放行，开出放行条");
            tasks.tick("业主的书面同意已经交来，原件已核对");
            wang.screenshot("85-paper-has-come");
            tasks.complete();
            runJobs();
            page.navigate("/desk/tickets/" + number);
            assertThat(page.getByText("打印放行条（PDF）")).isVisible();
            assertThat(wang.complaints()).isEmpty();
        }
    }

    @Test
    void goodsAreNotRegisteredAtALift() {
        try (Browser.Person wang = signedIn("desk1")) {
            Page page = wang.page();
            page.navigate("/desk/register?location=LIFT-1-1");
            page.getByLabel("类别").selectOption("GOODS_OTHER");
            page.getByLabel("问题描述").fill("搬东西");
            page.locator("#name").fill("李四");
            page.locator("#phone").fill("13812340000");
            page.locator("[name='GOODS.applicant']").selectOption("OWNER");
            page.locator("[name='GOODS.proof']").selectOption("IDENTITY");
            page.locator("[name='GOODS.goods']").fill("纸箱 1");
            press(page, "登记");
            assertThat(page.locator(".problem")).containsText("物品放行请填房号或商铺号");
            wang.wholePage("86-no-goods-from-a-lift");
        }
    }

    @Test
    void theContractorsToolsLeaveInTwoTripsAndTheSixthStays() throws IOException {
        String renovation = RegisteredRenovation.of("5-2-101", api(), renovations, time);
        renovations.extended(
                renovations.get(renovation).certificate().orElseThrow().number(), LocalDate.of(2026, 11, 30));
        time.travelTo("2026-11-23T15:00");
        String number;
        try (Browser.Person wang = signedIn("desk1")) {
            number = registered(wang, "5-2-101", "CONTRACTOR", "PERMIT", "电锤 5", "");
            released(wang, number);
            printed(wang, number, "73-slip");
            assertThat(wang.page().getByText("放行条已开，等门岗点数放行")).isVisible();
        }
        shownByTheApplicant(number);
        try (Browser.Person guard = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)
                .signIn("desk2", "shouwen-demo")) {
            out(guard, number, "电锤", "3");
            assertThat(guard.page().locator(".flash")).containsText("还剩电锤 2 件");
            out(guard, number, "电锤", "3");
            assertThat(guard.page().locator(".problem")).containsText("还剩 2 件，不能放行 3 件");
            out(guard, number, "电锤", "2");
            assertThat(guard.page().locator(".flash")).containsText("清单已全部放完");
            guard.page().navigate("/desk/gate?code=" + number);
            assertThat(guard.page().locator(".state-words")).containsText("不能放行");
            assertThat(guard.page().getByText("点数放行")).hasCount(0);
            guard.wholePage("75-gate-used-up");
            assertThat(guard.complaints()).isEmpty();
        }
        try (Browser.Person wang = signedIn("desk1")) {
            wang.page().navigate("/desk/goods");
            assertThat(wang.page().getByText(number)).isVisible();
            wang.wholePage("76-goods-month");
            wang.page().setViewportSize(PHONE, 844);
            look(wang, "82-goods-month-on-the-telephone");
        }
    }
}
