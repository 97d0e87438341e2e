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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What staff read on every list and on the page of a ticket of every kind, with every question answered that has a date. */
class ReadablePagesIT extends EveryKindDesk {

    /** Of a page what people read: no scripts, no values that a browser shows in its own way. */
    private static final Pattern NOT_READ = Pattern.compile("(?s)<script.*?</script>|<[^>]*>");

    private static final Pattern RAW_DATE = Pattern.compile(".{0,20}\\b20\\d\\d-\\d\\d-\\d\\d\\b.{0,10}");

    @Autowired
    private Rains rains;

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

    /** The examples of files to import are written as files are. */
    private Stream<String> lists() {
        return addresses.getHandlerMethods().keySet().stream()
                .filter(address -> address.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(address -> address.getPatternValues().stream())
                .filter(path -> path.startsWith("/desk") && !path.contains("{") && !path.equals("/desk/admin/imports"));
    }
}
