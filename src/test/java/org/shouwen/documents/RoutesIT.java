package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The READMEs' table of routes, and addresses named elsewhere in the documents, are those that the desk answers. */
class RoutesIT extends RunningDesk {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    /** Method and path; of the API as its own description has it. */
    private final Set<String> served = new TreeSet<>();

    @BeforeEach
    void whatIsServed() {
        for (Map.Entry<String, JsonNode> path :
                api().get("/v3/api-docs").body().path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> served.add(method.toUpperCase() + " " + path.getKey()));
        }
        pages.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(path -> !path.matches("/|/error|/api/.*|.*[.]yaml"))
                .forEach(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .forEach(method -> served.add(method + " " + path))));
    }

    @ParameterizedTest
    @CsvSource({"README.md, | Route |", "README.zh-CN.md, | 地址 |"})
    void theTableOfRoutesIsWhatIsServed(String file, String heading) {
        List<Route> table = Document.of(file).table(heading).stream()
                .flatMap(row -> Route.of(row.get(0)).stream())
                .toList();

        assertThat(table).allMatch(route -> route.isServed(served));
        assertThat(served).allSatisfy(call -> assertThat(table)
                .as("rows of %s that tell of %s", file, call)
                .anyMatch(route -> route.tellsOf(call)));
    }

    /** Decisions tell of their day; everything else of today. */
    @Test
    void everyAddressThatIsNamedIsServed() {
        Collection<String> paths = served.stream()
                .map(call -> call.substring(call.indexOf(' ') + 1))
                .toList();

        assertThat(Document.all().stream()
                        .filter(document -> !document.file().startsWith("docs/adr"))
                        .flatMap(document ->
                                document.codes().stream().map(Route::named).flatMap(Stream::ofNullable)))
                .allSatisfy(named -> assertThat(paths).anyMatch(path -> path.matches(named)));
    }
}
