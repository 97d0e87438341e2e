package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A grave complaint as people see to it: with the mouse, in Tasklist, to the letter that the resident gets. */
@BrowserTest
class ComplaintStoryIT extends DeskInBrowser {

    @Autowired
    private Accounts accounts;

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    private String newest() {
        return api().get("/api/tickets?size=1&kind=COMPLAINT")
                .body()
                .path("items")
                .path(0)
                .path("number")
                .asText();
    }

    @Test
    void aMajorComplaintToItsLetter() throws IOException {
        // Later than the tasks other tests leave behind: the list begins with the newest
        time.travelTo("2026-11-23T10:30");
        String number;
        try (Browser.Person wang = signedIn("desk1")) {
            Tasklist desk = Tasklist.of(wang).start("投诉");
            desk.fill("地点", "1-2-203").choose("投诉类别", "安全管理").fill("投诉内容", "大堂地面刚拖过没有放警示牌，老人滑倒受伤，物业一直没有人来看望");
            desk.fill("业主的诉求", "赔偿医药费，当面道歉").tick("有人受伤").tick("要求赔偿损失");
            wang.screenshot("40-register-complaint");
            desk.press("发起");
            assertThat(desk.form()).hasCount(0);
            runJobs();
            number = newest();
            assertThat(wang.complaints()).isEmpty();
        }
        try (Browser.Person zheng = signedIn("manager")) {
            Tasklist tasks = Tasklist.of(zheng);
            tasks.filter("我的任务").open(number, "首次联系业主").fill("与业主沟通的情况", "已到医院看望，约定明天书面答复");
            zheng.screenshot("41-contact");
            tasks.complete();
            runJobs();
            tasks.filter("我的任务")
                    .open(number, "调查核实")
                    .fill("查明的情况", "保洁拖地后没有放置警示牌，属实")
                    .fill("处理方案", "承担医药费，全员培训");
            zheng.screenshot("42-investigate");
            tasks.complete();
            runJobs();
            tasks.filter("我的任务").open(number, "答复业主");
            tasks.fill("答复内容", "经查，当日保洁人员拖地后没有放置警示牌，责任在我方。我们承担全部医药费，并向老人当面道歉。").tick("书面答复");
            tasks.tick("业主要纸质盖章的");
            tasks.fill("整改措施", "大堂和楼梯口配齐防滑警示牌")
                    .choose("负责人", "李静")
                    .moment("2026/11/27", "18:00")
                    .tick("认可");
            zheng.screenshot("43-answer");
            tasks.complete();
            runJobs();
            assertThat(zheng.complaints()).isEmpty();
        }
        try (Browser.Person wang = signedIn("desk1")) {
            Tasklist tasks = Tasklist.of(wang).filter("我的任务").open(number, "送达纸质答复");
            tasks.tick("当面送达，业主签收").fill("签收情况或邮件编号", "当面签收");
            wang.screenshot("43-deliver-answer");
            tasks.complete();
            runJobs();
            assertThat(wang.complaints()).isEmpty();
        }
        try (Browser.Person wu = signedIn("supervisor")) {
            Tasklist tasks = Tasklist.of(wu).filter("本岗待领").open(number, "定性办结").claim();
            tasks.tick("有效投诉").fill("定性的理由", "拖地没有放置警示牌，责任明确");
            wu.screenshot("44-conclude");
            tasks.complete();
            runJobs();
            wu.page().navigate("/desk/tickets/" + number);
            assertThat(wu.page()
                            .getByText("大堂和楼梯口配齐防滑警示牌")
                            .filter(new Locator.FilterOptions().setVisible(true))
                            .first())
                    .isVisible();
            assertThat(wu.page().getByText("书面答复 " + number + "-01（PDF）")).isVisible();
            wu.wholePage("45-complaint-page");
            APIResponse letter = wu.page().request().get("/desk/tickets/" + number + "/letters/" + number + "-01");
            assertThat(letter.status()).isEqualTo(200);
            Files.write(Path.of("target", "screenshots", "46-letter.pdf"), letter.body());
            try (PDDocument pdf = Loader.loadPDF(letter.body())) {
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                        .contains("投诉答复函", number + "-01", "老人滑倒受伤", "承担全部医药费", "由李静负责");
            }
        }
        Api li = tokenOf("desk2");
        assertThat(li.get("/api/tickets/" + number + "/steps").text()).contains("carryOut");
    }

    private Api tokenOf(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }
}
