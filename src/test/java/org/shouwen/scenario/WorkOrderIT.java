package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.credential.Credentials;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.Scan;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/** A work order is printed, and its QR code is scanned on a phone that nobody signed in on. */
@Tag("scenario")
class WorkOrderIT extends RunningDesk {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private String repair(String description) {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "channel": "PHONE",
                 "reporter": {"name": "王𬭎", "phone": "13812345678"}, "description": "%s"}
                """.formatted(description));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private void step(String person, String number, String step, String inputs) {
        Api.Answer answer = as(person).post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private Scan phone() {
        return new Scan(port);
    }

    private byte[] paper(String number) {
        HttpResponse<byte[]> answer =
                phone().paper("/api/tickets/" + number + "/work-order/paper", "shouwen-demo-token", "work-order");
        assertThat(answer.statusCode()).as(Scan.text(answer.body())).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("inline", number);
        return answer.body();
    }

    private HttpResponse<String> verified(String token) {
        return phone().page("/v/" + token);
    }

    @Test
    void beforeTheWorkItHasRoomAndAfterwardsWhatWasDone() {
        String number = repair("厨房水龙头漏水");
        assertThat(Scan.text(paper(number)))
                .contains("维修单", number, "王𬭎", "厨房水龙头漏水", "维修人员（签字）", "业主或使用人（签字）", "□业主自备");
        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        step("plumber1", number, "accept", "{\"decision\": \"ACCEPT\"}");
        step("plumber1", number, "inspectOnSite", "{\"findings\": \"接头松动\"}");
        step(
                "plumber1",
                number,
                "reportWork",
                "{\"cause\": \"接头松动\", \"work\": \"紧固\", \"materialSource\": \"STOCK\", \"materials\": \"生料带 1 卷；垫圈 2 个\"}");
        assertThat(Scan.text(paper(number)))
                .containsSubsequence("1生料带1卷", "2垫圈2个", "接头松动", "紧固", "库存领用", "不收费")
                .doesNotContain("□业主自备");
    }

    @Test
    void theCodeLeadsToThePageThatSaysWhetherItHolds() {
        String number = repair("卫生间漏水");
        byte[] pdf = paper(number);
        HttpResponse<String> open = phone().scanned(pdf);
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body())
                .contains("有效", "维修单", number, "正在办理", "尚未派单", "查验时间", "2026年11月23日 09:00")
                .doesNotContain("王𬭎", "王**", "13812345678", "卫生间漏水", "去工单台");
        assertThat(open.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(open.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(open.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(open.headers().allValues("Set-Cookie")).isEmpty();
        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(phone().scanned(pdf).body()).contains("赵**").doesNotContain("赵强");

        api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"自己修好了\"}");
        HttpResponse<String> withdrawn = phone().scanned(pdf);
        assertThat(withdrawn.body()).contains("已作废", "这件报修已经撤回，维修单作废。");
    }

    @Test
    void aClosedRepairHasAnExpiredOrder() {
        String number = repair("水龙头漏水");
        byte[] pdf = paper(number);
        step("plumber1", number, "dispatch", "{\"handler\": \"MYSELF\"}");
        step("plumber1", number, "inspectOnSite", "{\"findings\": \"接头松动\"}");
        step("plumber1", number, "reportWork", "{\"cause\": \"接头松动\", \"work\": \"紧固\", \"materialSource\": \"NONE\"}");
        step("desk1", number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        step(
                "desk1",
                number,
                "visit",
                "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}");
        assertThat(phone().scanned(pdf).body()).contains("已过期", "这件报修已经办结，维修单不再有效。");
    }

    @Test
    void whatIsAlteredForeignOrGoneIsUnknown() {
        String number = repair("漏水");
        String token = credentials.token("WORK_ORDER", number, 1);
        assertThat(verified(token).statusCode()).isEqualTo(200);
        char last = token.charAt(token.length() - 2);
        for (String altered : List.of(
                token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1),
                token + "A",
                token.substring(1),
                "abc",
                "%E5%87%AD%E8%AF%81",
                token.replace('-', '+') + "%3D")) {
            HttpResponse<String> answer = verified(altered);
            assertThat(answer.statusCode()).as(altered).isEqualTo(404);
            assertThat(answer.body()).contains("查无此证", "不是本物业签发的，或者被改动过").doesNotContain(number);
        }
        assertThat(verified(credentials.token("WORK_ORDER", "BX-26-999999", 1)).body())
                .contains("没有编号为 BX-26-999999 的维修单。");
        assertThat(verified(credentials.token("NO_SUCH_PAPER", number, 1)).body())
                .contains("已查不到对应的凭证");
    }

    @Test
    void onlyRepairsHaveOneAndThePhoneIsMaskedForOthers() {
        Api.Answer praise = api().post("/api/tickets", """
                {"kind": "CONSULTATION", "category": "CONSULT_OTHER", "home": "1-1-101", "channel": "PHONE",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "物业费怎么交"}
                """);
        assertThat(praise.status()).as(praise.text()).isEqualTo(201);
        assertThat(api().get("/api/tickets/" + praise.text("number") + "/work-order/paper")
                        .text())
                .contains("不是报修，没有维修单");
        assertThat(api().get("/api/tickets/BX-26-999999/work-order/paper").status())
                .isEqualTo(404);
        // In a browser the same sentence stands on a page
        Api.Answer page = TasklistSession.signedIn(port, "desk1", "shouwen-demo")
                .call(
                        "GET",
                        "/desk/tickets/" + praise.text("number") + "/work-order/paper",
                        null,
                        "Accept",
                        "text/html");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("<title>出了点问题", "不是报修，没有维修单");
        String number = repair("漏水");
        assertThat(Scan.text(paper(number))).contains("13812345678");
        as("electrician1");
        String address = "/api/tickets/" + number + "/work-order/paper";
        assertThat(Scan.text(phone().paper(address, "token-of-electrician1-for-tests", "work-order-masked")
                        .body()))
                .contains("138****5678")
                .doesNotContain("13812345678");
        assertThat(phone().paper(address, null, "").statusCode()).isEqualTo(401);
        assertThat(TasklistSession.signedIn(port, "desk1", "shouwen-demo")
                        .get("/desk/tickets/" + number)
                        .text())
                .contains("/desk/tickets/" + number + "/work-order/paper", "打印维修单");
    }
}
