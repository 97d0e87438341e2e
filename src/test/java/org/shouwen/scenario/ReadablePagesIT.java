package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.returnvisit.Rains;
import org.shouwen.testing.Api;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.TicketDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What staff read on every list and on the page of a ticket of every kind, with every question answered that has a date. */
class ReadablePagesIT extends EveryKindDesk {

    /** Of a page what people read: no scripts, no values that a browser shows in its own way. */
    private static final Pattern NOT_READ = Pattern.compile("(?s)<script.*?</script>|<[^>]*>");

    private static final Pattern RAW_DATE = Pattern.compile(".{0,20}\\b20\\d\\d-\\d\\d-\\d\\d\\b.{0,10}");

    private static final String PHONE = "13987654321";
    private static final String EMAIL = "owner@example.com";

    @Autowired
    private Rains rains;

    @Autowired
    private TicketDesk desk;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    @Test
    void everyDayIsSaidAsPeopleSayIt() {
        register("GOODS_LATER", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-102", "description": "搬家",
                 "reporter": {"name": "张三", "phone": "13812345678"},
                 "details": {"applicant": "OWNER", "proof": "IDENTITY", "goods": "纸箱 5", "lastDay": "2026-11-25"}}
                """);
        runJobs();
        if (rains.last("east").isEmpty()) {
            rains.declare(new Rains.Rain("east", LocalDate.of(2026, 11, 20), "desk1", time.instant(), 0));
        }
        List<String> raw = new ArrayList<>();

        Stream.concat(lists(), numbers.values().stream().map(number -> "/desk/tickets/" + number))
                .forEach(page -> RAW_DATE.matcher(NOT_READ.matcher(
                                        as("manager").call("GET", page, null).text())
                                .replaceAll(" "))
                        .results()
                        .forEach(found -> raw.add(page + ": " + found.group().strip())));
        numbers.values().forEach(number -> facts(number, "manager").forEach(fact -> {
            if (RAW_DATE.matcher(fact).find()) {
                raw.add(number + ": " + fact);
            }
        }));

        assertThat(raw).isEmpty();
        assertThat(facts(numbers.get("GOODS_LATER"), "manager")).contains("用到哪天 2026年11月25日");
        assertThat(facts(numbers.get("RENOVATION"), "manager")).anyMatch(fact -> fact.matches("开工日期 2026年\\d+月\\d+日"));
    }

    /** Whatever a kind asks may be answered with somebody's number or address; whoever does not work on it reads neither (D13). */
    @Test
    void whoIsNamedInAnAnswerIsCalledAndWrittenToOnlyByWhoeverWorksOnIt() {
        numbers.forEach((kind, number) -> desk.kind(kind).questions().stream()
                .filter(question -> question.type() == Question.Type.TEXT || question.type() == Question.Type.LONG_TEXT)
                .forEach(question -> answered(number, question.name())));
        List<String> told = new ArrayList<>();
        List<String> kept = new ArrayList<>();

        numbers.values().forEach(number -> Stream.of("plumber2", "desk2", "lead", "manager")
                .forEach(reader -> Stream.of(
                                String.join("，", facts(number, reader)),
                                as(reader)
                                        .call("GET", "/desk/tickets/" + number, null)
                                        .text())
                        .forEach(text -> {
                            boolean whole = text.contains(PHONE) || text.contains(EMAIL);
                            (whole ? told : kept).add(reader + " " + number + " " + text);
                        })));

        assertThat(told).isNotEmpty().allMatch(text -> text.startsWith("manager"));
        assertThat(kept).anyMatch(text -> text.contains("139****4321") && text.contains("o***@example.com"));
    }

    private List<String> facts(String number, String reader) {
        Api.Answer answer = token(reader).get("/api/tickets/" + number + "/facts");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> facts = new ArrayList<>();
        answer.body()
                .path("items")
                .forEach(fact -> facts.add(
                        fact.path("label").asText() + " " + fact.path("value").asText()));
        return facts;
    }

    /** Whatever it was before, with a person in it. */
    private void answered(String number, String name) {
        jdbc.update(
                "DELETE FROM ticket_detail WHERE ticket_id = (SELECT id FROM ticket WHERE number = ?) AND name = ?",
                number,
                name);
        jdbc.update(
                "INSERT INTO ticket_detail (ticket_id, name, told) SELECT id, ?, ? FROM ticket WHERE number = ?",
                name,
                "请找李先生 " + PHONE + "，" + EMAIL,
                number);
    }

    /** The examples of files to import are written as files are. */
    private Stream<String> lists() {
        return addresses.getHandlerMethods().keySet().stream()
                .filter(address -> address.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(address -> address.getPatternValues().stream())
                .filter(path -> path.startsWith("/desk") && !path.contains("{") && !path.equals("/desk/admin/imports"));
    }
}
