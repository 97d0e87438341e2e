package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.Telephone;
import org.springframework.beans.factory.annotation.Autowired;

/** A second person of a ticket: his link opens the one page on which he answers, the resident's link all others, and neither the other's. */
@Tag("scenario")
class SecondPersonIT extends GuardedDesk {

    @Autowired
    private LinkDesk links;

    private Telephone telephone() {
        // Whoever was too fast in the test before has rested
        time.pass(Duration.ofMinutes(2));
        return new Telephone(port);
    }

    private Api.Answer ask(String owner) {
        return api().post("/api/tickets", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-101", "description": "租约到期，搬走",
                 "reporter": {"name": "李小四", "phone": "13812340000"},
                 "details": {"applicant": "LEAVING_TENANT", "proof": "IDENTITY", "goods": "纸箱 5\\n冰箱 1",
                             "ownerEmail": "%s"}}
                """.formatted(owner));
    }

    private String asked(String owner) {
        Api.Answer answer = ask(owner);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private static String page(String number) {
        return "/r/p/" + number + "/goods-consent";
    }

    private static HttpResponse<byte[]> says(Telephone owner, String number, String answer) {
        return owner.postAt(page(number), "/answer", Map.of("answer", answer));
    }

    private List<String> timeline(String number) {
        return api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("text");
    }

    private static void assertGone(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Telephone.where(answer)).endsWith("/r/gone");
    }

    @Test
    void theOwnerAgreesByTheLinkInHisMail() {
        String number = asked("agrees@owners.example");
        String link = linkTo("agrees@owners.example", number);
        Telephone owner = telephone();
        HttpResponse<byte[]> opened = owner.get(link);
        assertThat(Telephone.where(opened)).endsWith(page(number));
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=" + page(number) + ";");
        HttpResponse<byte[]> shown = owner.get(page(number));
        assertThat(Telephone.text(shown))
                .contains("租户，搬离（李**）", "纸箱 5 件", "冰箱 1 件", "同意放行")
                .doesNotContain("李小四", "13812340000", "租约到期", "有欠费", "业主已记下");
        assertThat(shown.headers().map())
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("X-Robots-Tag", List.of("noindex, nofollow"));
        assertThat(timeline(number)).noneMatch(text -> text.startsWith("业主在网页上"));

        String token = owner.csrfAt(page(number));
        HttpResponse<byte[]> answered = says(owner, number, "AGREED");
        assertThat(Telephone.where(answered)).endsWith(page(number) + "?done");
        runJobs();
        assertThat(timeline(number)).contains("业主在网页上同意放行");
        assertThat(jdbc.queryForMap("SELECT consent_how, consent_by FROM goods_release WHERE number = ?", number))
                .containsValues("LINK", "second-person");
        // From a page that stood open: twice the same is no news, something else is refused
        String tab = page(number) + "/answer";
        assertThat(Telephone.where(owner.bareAt(tab, "_csrf=" + token + "&answer=AGREED")))
                .endsWith(page(number) + "?done");
        HttpResponse<byte[]> otherwise = owner.bareAt(tab, "_csrf=" + token + "&answer=DECLINED");
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(Telephone.text(otherwise)).contains("已经记下：业主在网页上同意放行。要更改请联系物业客服前台");
        assertThat(timeline(number).stream().filter(text -> text.startsWith("业主在网页上")))
                .hasSize(1);
        step("desk1", number, "decideRelease", "{\"decision\": \"RELEASED\"}");
    }

    @Test
    void theOwnerRefusesAndTheGoodsStay() {
        String number = asked("refuses@owners.example");
        Telephone owner = telephone();
        owner.open(linkTo("refuses@owners.example", number));
        HttpResponse<byte[]> nonsense = says(owner, number, "MAYBE");
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(Telephone.text(nonsense)).contains("请点“同意放行”或“不同意”");
        says(owner, number, "DECLINED");
        runJobs();
        Api.Answer refused =
                token("desk1").post("/api/tickets/" + number + "/steps/decideRelease", "{\"decision\": \"RELEASED\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("还缺业主的同意（业主不同意）");
    }

    @Test
    void aPreviewOrAFormFromElsewhereAnswersNothing() {
        String number = asked("preview@owners.example");
        Telephone owner = telephone();
        owner.open(linkTo("preview@owners.example", number));
        owner.get(page(number) + "/answer?answer=AGREED");
        HttpResponse<byte[]> forged = owner.bareAt(page(number) + "/answer", "answer=AGREED");
        assertThat(Telephone.where(forged)).endsWith(page(number) + "?again");
        runJobs();
        assertThat(timeline(number)).noneMatch(text -> text.startsWith("业主在网页上"));
    }

    @Test
    void hisKeyOpensHisPageAndNothingElse() {
        String number = asked("narrow@owners.example");
        String other = asked("other@owners.example");
        Telephone owner = telephone();
        String cookie = owner.get(linkTo("narrow@owners.example", number))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        assertThat(telephone().getWith(cookie, page(number)).statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/r/t/" + number,
                "/r/t/" + number + "/slip/paper",
                "/r/t/" + number + "/attachments/0",
                "/r/t/" + number + "/notice/receipt",
                "/r/p/" + number,
                "/r/p/" + number + "/something-else",
                "/r/p/" + number + "/goods-consent2",
                page(other))) {
            assertGone(telephone().getWith(cookie, path));
        }
        String resident =
                URI.create(links.issue(number, "desk1", clock().instant())).getPath();
        String his = telephone()
                .get(resident)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        assertThat(telephone().getWith(his, "/r/t/" + number).statusCode()).isEqualTo(200);
        assertGone(telephone().getWith(his, page(number)));
    }

    @Test
    void madeInvalidOrLongOverItOpensNothing() {
        String number = asked("gone@owners.example");
        String link = linkTo("gone@owners.example", number);
        Telephone owner = telephone();
        owner.open(link);
        links.revoke(number, "desk1", clock().instant());
        assertGone(owner.get(page(number)));
        assertThat(Telephone.text(owner.get(link))).contains("这个链接打不开");

        String over = asked("over@owners.example");
        String late = linkTo("over@owners.example", over);
        owner.open(late);
        assertThat(api().post("/api/tickets/" + over + "/withdrawal", "{\"reason\": \"不搬了\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        assertThat(Telephone.text(owner.get(page(over))))
                .contains("这次申请已经结束，不用再答复。")
                .doesNotContain("纸箱", "李**");
        time.pass(Duration.ofDays(14).plusMinutes(1));
        assertThat(owner.get(late).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtIntake() {
        Api.Answer answer = ask("owner at example");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo("details.ownerEmail");
        assertThat(answer.text("detail")).contains("邮箱（details.ownerEmail）不正确");
    }
}
