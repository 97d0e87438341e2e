package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shouwen.page.Names;
import org.shouwen.page.Promise;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Pace;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketSearch;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A list of the desk with all its pages, on paper and as a file: the same query, the same reader, the same columns. There are
 * no residents' names, phones or words in it, because there are none on the list.
 */
@Allowed
@StaffPage
class ListFilesController {

    /** Longer than that no sheet is read; the day's are a hundred. */
    private static final int LONGEST_FILE = 200_000;

    private static final int LONGEST_PRINT = 1_000;

    private static final List<String> HEADING =
            List.of("工单", "紧急程度", "地点", "类别", "状态", "首问责任人", "经办人", "下一时限", "到期", "受理");

    private final Tickets tickets;
    private final TicketSearch search;
    private final Pace pace;
    private final Moments moments;
    private final int filesAnHour;

    ListFilesController(
            Tickets tickets,
            TicketSearch search,
            Pace pace,
            Moments moments,
            @Value("${shouwen.lists.files-an-hour:30}") int filesAnHour) {
        this.tickets = tickets;
        this.search = search;
        this.pace = pace;
        this.moments = moments;
        this.filesAnHour = filesAnHour;
    }

    @GetMapping("/desk/list.csv")
    void csv(
            @RequestParam Map<String, String> parameters,
            Caller caller,
            @ModelAttribute("names") Names names,
            HttpServletResponse response)
            throws IOException {
        write(parameters, caller, names, response, "csv", "text/csv;charset=UTF-8");
    }

    @GetMapping("/desk/list.xlsx")
    void workbook(
            @RequestParam Map<String, String> parameters,
            Caller caller,
            @ModelAttribute("names") Names names,
            HttpServletResponse response)
            throws IOException {
        write(
                parameters,
                caller,
                names,
                response,
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /** @throws Refusal before the first byte goes out, so that it is a page */
    private void write(
            Map<String, String> parameters,
            Caller caller,
            Names names,
            HttpServletResponse response,
            String ending,
            String type)
            throws IOException {
        Asked asked = Asked.of(parameters);
        TicketQuery query = asked.query(search, caller).after(null);
        if (!pace.allows("list file " + caller.code(), filesAnHour, Duration.ofHours(1))) {
            throw Refusal.tooOften("files-too-often", "导出得太频繁了，请过一小时再导出");
        }
        File file = new File(response, ending, type, asked.tab().label());
        tickets.each(query, moments.now(), LONGEST_FILE, ticket -> file.row(cells(ticket, names)));
        file.close();
    }

    /** Begins with its first row, or where there is none at its end: what is refused before that is no file. */
    private final class File {

        private final HttpServletResponse response;
        private final String ending;
        private final String type;
        private final String name;
        private Sheets.Rows rows;

        File(HttpServletResponse response, String ending, String type, String name) {
            this.response = response;
            this.ending = ending;
            this.type = type;
            this.name = name;
        }

        void row(List<String> cells) {
            begin();
            rows.row(cells);
        }

        void close() {
            begin();
            rows.close();
        }

        private void begin() {
            if (rows != null) {
                return;
            }
            response.setContentType(type);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("工单-" + name + "-" + moments.today() + "." + ending, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            try {
                OutputStream to = response.getOutputStream();
                rows = ending.equals("csv") ? Sheets.csv(to) : Sheets.workbook(to, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            rows.row(HEADING);
        }
    }

    private List<String> cells(Ticket ticket, Names names) {
        TicketRow row = TicketRow.of(ticket, names, moments);
        Promise promise = row.promise();
        return List.of(
                row.number(),
                row.priority(),
                row.location(),
                row.category(),
                row.status(),
                row.firstResponder(),
                row.handler(),
                promise == null ? "" : promise.clock() + " " + promise.state(),
                promise == null ? "" : promise.due(),
                moments.onPaper(ticket.facts().openedAt()));
    }

    /** What stands at the head of a printed list. */
    record Printed(String title, List<TicketRow> rows, String now, String by, boolean cut, String back) {}

    @GetMapping("/desk/list")
    String print(
            @RequestParam Map<String, String> parameters,
            Caller caller,
            @ModelAttribute("names") Names names,
            Model model) {
        Asked asked = Asked.of(parameters);
        TicketQuery query = asked.query(search, caller).after(null).sized(LONGEST_PRINT);
        Tickets.Page page = tickets.page(query, moments.now());
        model.addAttribute(
                "list",
                new Printed(
                        asked.tab().label(),
                        page.items().stream()
                                .map(ticket -> TicketRow.of(ticket, names, moments))
                                .toList(),
                        moments.onPaper(moments.now()),
                        names.of(caller.code()),
                        page.next() != null,
                        asked.address("/desk")));
        return "desk/list";
    }
}
