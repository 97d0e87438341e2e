package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reports: whatever number he has, and in an emergency before anybody asks him. */
@Tag("scenario")
class CallersIT extends RunningDesk {

    @Autowired
    private Notices notices;

    private Api.Answer told(String category, String where, String more) {
        return api().post(
                        "/api/tickets",
                        "{\"kind\": \"REPAIR\", \"category\": \"%s\", %s%s}".formatted(category, where, more));
    }

    private static String reporter(Api.Answer ticket, String field) {
        return ticket.body().path("reporter").path(field).asText();
    }

    @ParameterizedTest
    @CsvSource({
        "LIFT_TRAPPED, '\"place\": \"LIFT-1-1\"'",
        "GAS_LEAK, '\"home\": \"1 号楼 1 单元 101\"'",
        "FIRE, '\"home\": \"1-1-101\"'",
        "BURST_PIPE, '\"home\": \"1-1-101\"'",
        "BURST_PIPE, '\"place\": \"LIFT-1-1\"'",
        "ELECTRIC_SHOCK, '\"place\": \"LIFT-1-1\"'"
    })
    void anEmergencyIsTakenWithPlaceAndCategoryAlone(String category, String where) {
        Api.Answer opened = told(category, where, "");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(reporter(opened, "name")).isEqualTo("路人");
        assertThat(reporter(opened, "phone")).isEmpty();
        assertThat(opened.text("priority")).isIn("P0", "P1");
        runJobs();
        assertThat(notices.ofTicket(opened.text("number")))
                .extracting(Notice::template)
                .contains("urgent.to-person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOME_PLUMBING", "HOME_DRAIN"})
    void whatIsNoEmergencyWaitsForWhoReportsItAndWhat(String category) {
        Api.Answer nobody = told(category, "\"home\": \"1-1-101\"", ", \"description\": \"漏水\"");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.text("field")).isEqualTo("reporter");
        Api.Answer nothing = told(
                category, "\"home\": \"1-1-101\"", ", \"reporter\": {\"name\": \"张三\", \"phone\": \"13812345678\"}");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text("field")).isEqualTo("description");
    }

    /** Danger makes an emergency of it, whatever its category. */
    @Test
    void dangerToPeopleMakesAnEmergencyOfAnyRepair() {
        assertThat(told("HOME_PLUMBING", "\"home\": \"1-1-101\"", ", \"danger\": \"PERSON\"")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'{\"name\": \"郝来客\"}' | ''",
                "'{\"name\": \"郝来客\", \"phone\": null}' | ''",
                "'{\"name\": \"郝来客\", \"phone\": \"没有\"}' | ''",
                "'{\"name\": \"郝来客\", \"phone\": \"内线 80012\"}' | 内线 80012",
                "'{\"name\": \"郝来客\", \"phone\": \"门卫老李转\", \"asSaid\": true}' | 门卫老李转",
                "'{\"name\": \"郝来客\", \"phone\": \"95598\"}' | 95598"
            },
            delimiter = '|')
    void aCallerIsRecordedWhateverNumberHeHas(String reporter, String kept) {
        Api.Answer opened =
                told("HOME_PLUMBING", "\"home\": \"1-1-102\"", ", \"description\": \"漏水\", \"reporter\": " + reporter);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(reporter(opened, "phone")).isEqualTo(kept == null ? "" : kept);
    }

    @Test
    void whoeverCannotBeReachedIsNobodysDutyToCallUntilHisNumberIsKnown() {
        String number = told("LIFT_TRAPPED", "\"place\": \"LIFT-1-2\"", "").text("number");
        runJobs();
        assertThat(toTheDesk(number)).isNotEmpty().allMatch(line -> line.contains("没有业主的联系方式"));

        Api.Answer completed = api().post(
                        "/api/tickets/" + number + "/particulars",
                        "{\"name\": \"李路\", \"email\": \"lu@residents.example\", \"description\": \"灯不亮\"}");
        assertThat(completed.status()).as(completed.text()).isEqualTo(200);
        assertThat(reporter(completed, "name")).isEqualTo("李路");
        assertThat(reporter(completed, "email")).isEqualTo("lu@residents.example");
        Api.Answer phone = api().post("/api/tickets/" + number + "/particulars", "{\"phone\": \"138 0000 9999\"}");
        assertThat(reporter(phone, "name")).isEqualTo("李路");
        assertThat(reporter(phone, "phone")).isEqualTo("13800009999");
        assertThat(phone.text("description")).isEqualTo("灯不亮");
        assertThat(api().get("/api/tickets/" + number + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsText("text"))
                .contains("补充：报事人李路，邮箱已登记，内容“灯不亮”", "补充：电话 138****9999");
        Api.Answer wrong = api().post("/api/tickets/" + number + "/particulars", "{\"email\": \"李@163.com\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(api().post("/api/tickets/" + number + "/particulars", "{\"phone\": \"abc\"}")
                        .status())
                .isEqualTo(422);
        for (String nothing : List.of("{}", "{\"name\": \"李路\", \"phone\": \"138-0000-9999\"}")) {
            Api.Answer refused = api().post("/api/tickets/" + number + "/particulars", nothing);
            assertThat(refused.status()).as(nothing).isEqualTo(409);
            assertThat(refused.text()).as(nothing).contains("没有新的内容可以补充");
        }
    }

    private List<String> toTheDesk(String number) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.template().endsWith(".to-resident"))
                .map(Notice::subject)
                .toList();
    }

    /** Two people without a number are two people. */
    @Test
    void twoCallersWithoutANumberAreNotTheSame() {
        String complaint = """
                {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "home": "%s", "description": "太吵",
                 "reporter": {"name": "%s"}}
                """;
        Api.Answer first = api().post("/api/tickets", complaint.formatted("1-1-101", "甲"));
        Api.Answer second = api().post("/api/tickets", complaint.formatted("1-2-101", "乙"));
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        runJobs();
        assertThat(api().get("/api/tickets/" + second.text("number") + "/links").text())
                .doesNotContain(first.text("number"));
    }
}
