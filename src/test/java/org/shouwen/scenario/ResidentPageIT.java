package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.estate.Consent;
import org.shouwen.estate.EstateImport;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.resident.LinkDesk;
import org.shouwen.roster.Housekeeper;
import org.shouwen.roster.Housekeepers;
import org.shouwen.testing.Api;
import org.shouwen.testing.SentFiles;
import org.shouwen.testing.Telephone;
import org.shouwen.testing.TimeMachine;
import org.shouwen.ticket.ResidentLinks;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident's page: whoever has the link sees one matter and acts in it; whoever has not, sees nothing. */
@Tag("scenario")
class ResidentPageIT extends GuardedDesk {

    private static final Pattern LINK = Pattern.compile("http://\\S+?(/r/[A-Za-z0-9_-]{32})");

    @Autowired
    private Housekeepers housekeepers;

    @Autowired
    private EstateImport residents;

    @Autowired
    private LinkDesk links;

    @Autowired
    private Notices notices;

    private Telephone telephone() {
        // Whoever was too fast in the test before has rested
        time.pass(Duration.ofMinutes(2));
        return new Telephone(port);
    }

    /** @return path of a new link to the ticket */
    private String link(String number) {
        return URI.create(links.issue(number, "desk1", clock().instant())).getPath();
    }

    private Map<String, Object> everything() {
        Map<String, Object> everything = new LinkedHashMap<>(world());
        for (String table : List.of("resident_link", "attachment", "notice", "receipt")) {
            everything.put(table, jdbc.queryForMap("SELECT count(*) AS n FROM " + table));
        }
        return everything;
    }

    private List<String> timeline(String number) {
        return api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("text");
    }

    private static void assertGone(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Telephone.text(answer)).contains("这个链接打不开");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("shouwen-page"));
    }

    // The link

    @Test
    void theMailToTheResidentHasIt() {
        Api.Answer opened = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
                 "reporter": {"name": "张三", "phone": "13812345678", "email": "link@residents.example"},
                 "description": "厨房水龙头漏水"}
                """);
        runJobs();
        String number = opened.text("number");
        subjects("link@residents.example", number, 1);
        String mail = Awaitility.await().until(() -> mailTo("link@residents.example"), text -> text != null);
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        assertThat(jdbc.queryForList("SELECT body FROM notice WHERE ticket = ?", String.class, number))
                .noneMatch(body -> LINK.matcher(body).find())
                .anyMatch(body -> body.contains(ResidentLinks.PLACE));
        assertThat(jdbc.queryForList("SELECT token_hash FROM resident_link WHERE ticket = ?", String.class, number))
                .hasSize(1)
                .noneMatch(hash -> mail.contains(hash));

        HttpResponse<byte[]> page = telephone().open(link.group(1));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Telephone.text(page))
                .contains(number, "家庭水管维修", "首问责任人", "为什么是这个时间")
                .doesNotContain("您的管家");
    }

    @Test
    void whoseBuildingItIsStandsOnThePage() {
        String number = open("漏水");
        housekeepers.set(new Housekeeper("east", "1", "1", "supervisor", "manager", clock().instant()));
        try {
            assertThat(Telephone.text(telephone().open(link(number)))).contains("您的管家", "吴");
        } finally {
            housekeepers.remove("east", "1", "1");
        }
        assertThat(Telephone.text(telephone().open(link(number)))).doesNotContain("您的管家");
    }

    /** However often a mail is tried, its reader has one link, which opens whichever of them arrives. */
    @Test
    void aMailThatIsTriedAgainHasTheSameLinkUnlessStaffMadeItInvalid() {
        String number = open("漏水");
        String first = links.of(number, null, "mail-of-" + number, time.instant());
        for (int i = 0; i < 6; i++) {
            assertThat(links.of(number, null, "mail-of-" + number, time.instant()))
                    .isEqualTo(first);
        }
        assertThat(jdbc.queryForObject("SELECT count(*) FROM resident_link WHERE ticket = ?", Integer.class, number))
                .isOne();
        assertThat(links.of(number, null, "another-mail-of-" + number, time.instant()))
                .isNotEqualTo(first);

        links.revoke(number, "li.na", time.instant());
        String again = links.of(number, null, "mail-of-" + number, time.instant());
        assertThat(telephone().open(again.substring(again.indexOf("/r/"))).statusCode())
                .isEqualTo(200);
    }

    private static String mailTo(String address) {
        try {
            for (var mail : MAIL.getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().equals(address)) {
                    return (String) mail.getContent();
                }
            }
            return null;
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsExchangedAndDropped() {
        String number = open("漏水");
        String link = link(number);
        Telephone telephone = telephone();
        HttpResponse<byte[]> answer = telephone.get(link);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Telephone.where(answer)).endsWith("/r/t/" + number);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/r/t/" + number)
                .doesNotContain(link.substring(3));

        HttpResponse<byte[]> page = telephone.get("/r/t/" + number);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Telephone.text(page)).doesNotContain(link.substring(3));
        assertThat(page.headers().map())
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("X-Robots-Tag", List.of("noindex, nofollow"))
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"));
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void openingItChangesNothing() {
        String number = open("漏水");
        String link = link(number);
        Map<String, Object> before = everything();
        Telephone preview = telephone();
        for (int i = 0; i < 3; i++) {
            preview.open(link);
            preview.get("/r/t/" + number + "?done=urged");
            preview.get("/r/t/" + number + "/urge");
            preview.get("/r/t/" + number + "/withdrawal?reason=x");
            preview.get("/r/t/" + number + "/attachments");
        }
        runJobs();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void guessedAndHalfCopiedOnesOpenNothing() {
        String link = link(open("漏水"));
        Telephone telephone = telephone();
        char last = link.charAt(link.length() - 1);
        assertGone(telephone.get(link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A')));
        assertGone(telephone.get(link.substring(0, link.length() - 1)));
        assertGone(telephone.get(link + "A"));
        assertGone(telephone.get("/r/x"));
        assertGone(telephone.get("/r/" + "%24%7B7*7%7D"));
        assertGone(telephone.get("/r/gone"));
    }

    @Test
    void whoeverGuessesWaits() {
        String number = open("漏水");
        String link = link(number);
        Telephone guesser = telephone();
        for (int i = 0; i < 30; i++) {
            assertThat(guesser.get("/r/" + "A".repeat(32)).statusCode()).isEqualTo(404);
        }
        HttpResponse<byte[]> answer = guesser.get("/r/" + "A".repeat(32));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        // Who holds the right one does not suffer from it
        assertThat(guesser.open(link).statusCode()).isEqualTo(200);
        time.pass(Duration.ofMinutes(1));
        assertThat(guesser.get("/r/" + "A".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void aFloodFromOneAddressWaits() {
        Telephone flood = telephone();
        int status = 0;
        for (int i = 0; i < 300 && status != 429; i++) {
            status = flood.get("/r/gone").statusCode();
        }
        assertThat(status).isEqualTo(429);
        time.pass(Duration.ofMinutes(1));
        assertThat(flood.get("/r/gone").statusCode()).isEqualTo(404);
    }

    @Test
    void strangersOfOneAddressDoNotShutOutWhoHasALink() {
        String link = link(open("漏水"));
        String other = link(open("也漏水"));
        Telephone strangers = telephone();
        for (int i = 0; i < 300; i++) {
            strangers.get("/r/gone");
        }
        assertThat(strangers.get("/r/gone").statusCode()).isEqualTo(429);
        Telephone resident = telephone();
        assertThat(resident.open(link).statusCode()).isEqualTo(200);

        // He himself waits when it is he who floods, and nobody waits with him
        String page = Telephone.where(telephone().get(link));
        int status = 0;
        for (int i = 0; i < 300 && status != 429; i++) {
            status = resident.get(page.substring(page.indexOf("/r/"))).statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(telephone().open(other).statusCode()).isEqualTo(200);
        time.pass(Duration.ofMinutes(1));
    }

    @Test
    void anInvalidatedOneOpensNothingAndItsPageNeither() {
        String number = open("漏水");
        Telephone telephone = telephone();
        String link = link(number);
        assertThat(telephone.open(link).statusCode()).isEqualTo(200);
        links.revoke(number, "desk1", clock().instant());
        assertGone(telephone.get(link));
        assertThat(Telephone.where(telephone.get("/r/t/" + number))).endsWith("/r/gone");
        assertThat(telephone.open(link(number)).statusCode()).isEqualTo(200);
        assertThat(timeline(number)).contains("生成业主链接", "作废业主链接 1 个");
    }

    @Test
    void itEndsAFortnightAfterTheMatter() {
        String number = open("漏水");
        String link = link(number);
        time.pass(Duration.ofDays(60));
        assertThat(telephone().open(link).statusCode()).isEqualTo(200);
        assertThat(api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"自己修好了\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        time.pass(Duration.ofDays(13));
        HttpResponse<byte[]> page = telephone().open(link);
        assertThat(Telephone.text(page)).contains("已撤回", "失效");
        time.pass(Duration.ofDays(1));
        assertGone(telephone().get(link));
    }

    /** A day of moving out that lay ahead when the file was read comes by itself. */
    @Test
    void itEndsOnTheDayItsReporterMovesOut() {
        LocalDate out = LocalDate.ofInstant(clock().instant(), TimeMachine.ZONE).plusDays(8);
        residents.importResidents("""
                房号,序号,姓名,电话,邮箱,入住,迁出
                2-2-405,9,冯迁,13900003405,,2024-01-01,%s
                """.formatted(out));
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "2-2-405",
                         "reporter": {"name": "冯迁", "phone": "13900003405"}, "description": "漏水"}
                        """).text("number");
        runJobs();
        String link = link(number);
        Telephone telephone = telephone();
        time.travelTo(out.minusDays(1) + "T23:40");
        assertThat(telephone.open(link).statusCode()).isEqualTo(200);
        time.travelTo(out + "T00:01");
        assertGone(telephone().get(link));
        assertThat(Telephone.where(telephone.get("/r/t/" + number))).endsWith("/r/gone");
    }

    /** However his residence ended: nothing of what goes on in the home reaches him, and the desk is asked whom to tell. */
    @ParameterizedTest
    @CsvSource({
        "2-2-501, '2-2-501,1,新李,13900005502,,,', replaced by somebody else",
        "2-2-502, '2-2-502,2,新李,13900005502,,,', not in the household's list any more",
        "2-2-503, '2-2-503,1,老王,13900005501,,2024-01-01,2026-11-23', on a day that the file names"
    })
    void whoHasMovedOutIsNotWrittenToAndGetsNoLink(String home, String line, String how) {
        String header = "房号,序号,姓名,电话,邮箱,入住,迁出\n";
        String address = "wang." + home + "@residents.example";
        residents.importResidents(
                new StringReader(header + home + ",1,老王,13900005501," + address + ",,"), new Consent(true, true));
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s", "description": "漏水",
                         "reporter": {"name": "老王", "phone": "13900005501", "email": "%s"}}
                        """.formatted(home, address)).text("number");
        runJobs();
        String link = linkTo(address, number);
        int before = subjects(address, number, 1).size();
        assertThat(telephone().open(link).statusCode()).as(how).isEqualTo(200);

        residents.importResidents(new StringReader(header + line), new Consent(true, true));
        step("plumber1", number, "dispatch", "{\"handler\": \"MYSELF\"}");

        assertGone(telephone().get(link));
        Awaitility.await().until(() -> {
            subjects(address, number, before);
            return notices.ofTicket(number).stream().anyMatch(told -> told.status() == Notice.Status.DEAD);
        });
        assertThat(subjects(address, number, before)).as(how).hasSize(before);
        assertThat(notices.ofTicket(number))
                .anyMatch(told -> told.addressee().equals("desk1")
                        && told.subject().startsWith("【邮件没有送到，请电话转告】")
                        && told.body().contains("报事人已经搬离，不再给他发邮件"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> link(number)).withMessageContaining("报事人已经搬离");

        // Whoever goes on with it is told, and sees it
        String next = "li." + home + "@residents.example";
        api().post(
                        "/api/tickets/" + number + "/particulars",
                        "{\"name\": \"新李\", \"phone\": \"13900005502\", \"email\": \"" + next + "\"}");
        step("plumber1", number, "inspectOnSite", "{\"findings\": \"垫圈老化\"}");
        step(
                "plumber1",
                number,
                "reportWork",
                "{\"cause\": \"老化\", \"work\": \"更换垫圈\", \"materialSource\": \"STOCK\", \"materials\": \"垫圈\"}");
        assertThat(telephone().open(linkTo(next, number)).statusCode()).isEqualTo(200);
        assertThat(subjects(address, number, before)).hasSize(before);
    }

    @Test
    void theKeyEndsAfterAnHourWithoutUse() {
        String number = open("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        for (int i = 0; i < 3; i++) {
            time.pass(Duration.ofMinutes(50));
            assertThat(telephone.get("/r/t/" + number).statusCode()).isEqualTo(200);
        }
        time.pass(Duration.ofMinutes(61));
        assertThat(telephone.get("/r/t/" + number).statusCode()).isEqualTo(302);
    }

    @Test
    void oneKeyOneTicket() {
        String mine = open("漏水");
        String other = open("别家漏水");
        Telephone telephone = telephone();
        telephone.open(link(mine));
        assertThat(Telephone.where(telephone.get("/r/t/" + other))).endsWith("/r/gone");
        Map<String, Object> before = everything();
        assertThat(Telephone.where(telephone.bare(other, "/urge", ""))).endsWith("/r/gone");
        assertThat(everything()).isEqualTo(before);
        // Both open at once, each in its own tab
        telephone.open(link(other));
        assertThat(Telephone.text(telephone.get("/r/t/" + mine))).contains(mine).doesNotContain(other);
        assertThat(Telephone.text(telephone.get("/r/t/" + other)))
                .contains(other)
                .doesNotContain(mine);
    }

    // What stands on the page

    @Test
    void surnamesOnlyAndNoWordOfStaff() {
        String number = grabbed("<script>alert(1)</script>");
        api().post("/api/tickets/" + number + "/notes", "{\"text\": \"这户人难缠\"}");
        String page = Telephone.text(telephone().open(link(number)));
        assertThat(page)
                .contains("赵**", "办理人员已接手", "我们已受理")
                .doesNotContain("赵强", "难缠", "<script>alert", "13812345678", "张三", "1370000");
    }

    // What he does there

    @Test
    void heUrgesOnceAnHour() {
        String number = grabbed("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        HttpResponse<byte[]> done = telephone.post(number, "/urge", Map.of());
        assertThat(Telephone.where(done)).endsWith("/r/t/" + number + "?done=urged");
        assertThat(Telephone.text(telephone.get("/r/t/" + number + "?done=urged")))
                .contains("已催办", "您催办了一次");
        assertThat(timeline(number)).contains("业主第 1 次催单");
        assertThat(api().get("/api/tickets/" + number + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsText("actor"))
                .contains("resident");

        HttpResponse<byte[]> again = telephone.post(number, "/urge", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Telephone.text(again)).contains("您刚刚催办过");
        runJobs();
        time.pass(Duration.ofMinutes(59));
        telephone.get("/r/t/" + number);
        time.pass(Duration.ofMinutes(2));
        assertThat(telephone.post(number, "/urge", Map.of()).statusCode()).isEqualTo(302);
        runJobs();
    }

    @Test
    void heTakesItBack() {
        String number = open("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        HttpResponse<byte[]> blank = telephone.post(number, "/withdrawal", Map.of("reason", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(Telephone.text(blank)).contains("请填写撤回的原因");
        assertThat(telephone
                        .post(number, "/withdrawal", Map.of("reason", "自己修好了"))
                        .statusCode())
                .isEqualTo(302);
        runJobs();
        assertThat(api().get("/api/tickets/" + number).text("status")).isEqualTo("WITHDRAWN");
        assertThat(task(number)).isNull();
        String page = Telephone.text(telephone.get("/r/t/" + number));
        assertThat(page).contains("您撤回了").doesNotContain("催办</button>", "确认撤回");
        assertThat(telephone.bare(number, "/urge", "_csrf=x").statusCode()).isEqualTo(302);
    }

    @Test
    void whatTheKindDoesNotOfferIsNotThere() {
        Api.Answer praise = api().post("/api/tickets", """
                {"kind": "PRAISE", "category": "PRAISE_DESK", "home": "1-1-101", "description": "好",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "details": {"praised": "desk2"}}
                """);
        assertThat(praise.status()).as(praise.text()).isEqualTo(201);
        runJobs();
        Telephone telephone = telephone();
        String page = Telephone.text(telephone.open(link(praise.text("number"))));
        assertThat(page).doesNotContain("催办</button>", "确认撤回");
    }

    @Test
    void aForeignPageCannotActForHim() {
        String number = open("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        Map<String, Object> before = everything();
        for (String form : List.of("", "_csrf=", "_csrf=AAAA")) {
            HttpResponse<byte[]> answer = telephone.bare(number, "/withdrawal", form + "&reason=x");
            assertThat(Telephone.where(answer)).endsWith("/r/t/" + number + "?again");
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(Telephone.text(telephone.get("/r/t/" + number + "?again"))).contains("没有提交成功");
    }

    // Files

    @Test
    void heHandsInPhotosAndSeesHisOwnOnly() throws Exception {
        String number = open("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        HttpResponse<byte[]> done = telephone.upload(
                number,
                "/attachments",
                Map.of("about", "<b>水槽下面</b>"),
                new Telephone.Chosen("1.jpg", SentFiles.withExif(SentFiles.photo("jpeg", 400, 300), 6, "GPS 36.65N")),
                new Telephone.Chosen("plan.pdf", SentFiles.pdf("")));
        assertThat(done.statusCode()).as(Telephone.text(done)).isEqualTo(302);
        assertThat(timeline(number)).contains("上传照片 1 张、文件 1 份：<b>水槽下面</b>");

        var items = api().get("/api/tickets/" + number + "/attachments").body().path("items");
        assertThat(items.findValuesAsText("by")).containsOnly("resident");
        String photo = items.get(0).path("id").asText();
        String document = items.get(1).path("id").asText();
        String page = Telephone.text(telephone.get("/r/t/" + number));
        assertThat(page).contains(photo, document, "&lt;b&gt;水槽下面").doesNotContain("<b>水槽下面");

        HttpResponse<byte[]> shown = telephone.get("/r/t/" + number + "/attachments/" + photo);
        assertThat(shown.headers().map())
                .containsEntry("Content-Type", List.of("image/jpeg"))
                .containsEntry("Content-Security-Policy", List.of("sandbox; default-src 'none'"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"));
        assertThat(Telephone.text(shown)).doesNotContain("GPS");
        HttpResponse<byte[]> saved = telephone.get("/r/t/" + number + "/attachments/" + document);
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");

        // Another ticket's page does not show it, and nobody without a key
        String other = open("别家漏水");
        telephone.open(link(other));
        assertThat(telephone.get("/r/t/" + other + "/attachments/" + photo).statusCode())
                .isEqualTo(404);
        assertThat(telephone().get("/r/t/" + number + "/attachments/" + photo).statusCode())
                .isEqualTo(302);
        assertThat(as("plumber1")
                        .get("/desk/tickets/" + number + "/attachments/" + photo)
                        .status())
                .isEqualTo(200);
        assertThat(nobody().get("/desk/tickets/" + number + "/attachments/" + photo)
                        .status())
                .isEqualTo(302);
    }

    @Test
    void hostileFilesLeaveNothingBehind() {
        String number = open("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        Map<String, Object> before = everything();
        Telephone.Chosen good = new Telephone.Chosen("a.jpg", SentFiles.photo("jpeg", 50, 50));
        refuse(telephone, number, "不是 JPG、PNG 照片或 PDF", good, new Telephone.Chosen("b.jpg", "<svg/>".getBytes()));
        refuse(telephone, number, "4000 万像素", new Telephone.Chosen("b.png", SentFiles.pngOf(30_000, 30_000)));
        refuse(
                telephone,
                number,
                "脚本",
                new Telephone.Chosen("b.pdf", SentFiles.pdf("/OpenAction << /S /JavaScript >>")));
        refuse(telephone, number, "超过 10 MB", new Telephone.Chosen("b.jpg", new byte[11 * 1024 * 1024]));
        refuse(telephone, number, "请先选择照片");
        refuse(
                telephone,
                number,
                "一次最多 9 个文件",
                java.util.Collections.nCopies(10, good).toArray(Telephone.Chosen[]::new));
        assertThat(everything()).isEqualTo(before);
    }

    private static void refuse(Telephone telephone, String number, String words, Telephone.Chosen... files) {
        HttpResponse<byte[]> answer = telephone.upload(number, "/attachments", Map.of(), files);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Telephone.text(answer)).contains(words);
    }

    @Test
    void hePhotographsWithMeasure() {
        String number = open("漏水");
        Telephone telephone = telephone();
        telephone.open(link(number));
        Telephone.Chosen photo = new Telephone.Chosen("a.jpg", SentFiles.photo("jpeg", 20, 20));
        for (int i = 0; i < 20; i++) {
            assertThat(telephone.upload(number, "/attachments", Map.of(), photo).statusCode())
                    .isEqualTo(302);
        }
        HttpResponse<byte[]> answer = telephone.upload(number, "/attachments", Map.of(), photo);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Telephone.text(answer)).contains("上传得太频繁了");
    }

    @Test
    void whoeverTheMatterIsAboutHasNeitherPhotosNorLink() {
        Api.Answer complaint = api().post("/api/tickets", """
                {"kind": "COMPLAINT", "category": "COMPLAINT_STAFF", "home": "1-1-101", "description": "态度差",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "details": {"about": "plumber1"}}
                """);
        assertThat(complaint.status()).as(complaint.text()).isEqualTo(201);
        runJobs();
        String number = complaint.text("number");
        assertThat(as("plumber1")
                        .get("/desk/tickets/" + number + "/attachments/x")
                        .status())
                .isEqualTo(404);
        assertThat(token("plumber1")
                        .get("/api/tickets/" + number + "/attachments")
                        .status())
                .isEqualTo(404);
    }
}
