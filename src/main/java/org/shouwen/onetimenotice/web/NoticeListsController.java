package org.shouwen.onetimenotice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.shouwen.onetimenotice.NoticeFigures;
import org.shouwen.onetimenotice.NoticeLists;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the one-time rule was kept in a month, for programs. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@RestController
@RequestMapping("/api/one-time-notices")
@Tag(name = "one-time notices")
class NoticeListsController {

    private final NoticeLists lists;
    private final Moments moments;

    NoticeListsController(NoticeLists lists, Moments moments) {
        this.lists = lists;
        this.moments = moments;
    }

    record BreachesView(String month, List<NoticeView.BreachView> items) {}

    @GetMapping("/breaches")
    @Operation(
            summary = "Items that were asked for after the notice, newest first",
            description =
                    "For LEAD, SUPERVISOR, MANAGER and ADMINISTRATOR; without the tickets that the caller does not see.")
    BreachesView breaches(
            @RequestParam(required = false) String month, @RequestParam(defaultValue = "") String site, Caller caller) {
        YearMonth asked = Written.month(month, moments.month(moments.now()));
        return new BreachesView(
                asked.toString(),
                lists.breaches(site, asked, caller).stream()
                        .map(NoticeView.BreachView::of)
                        .toList());
    }

    /**
     * @param received of the notices, with a receipt
     * @param kept of the notices, without a later item
     */
    record FiguresView(String site, int notices, int received, int kept, int breaches) {}

    record MonthView(String month, List<FiguresView> items) {}

    @GetMapping("/figures")
    @Operation(
            summary = "A month's notices and breaches at the caller's sites, site by site",
            description = "For LEAD, SUPERVISOR, MANAGER and ADMINISTRATOR.")
    MonthView figures(
            @RequestParam(required = false) String month, @RequestParam(defaultValue = "") String site, Caller caller) {
        YearMonth asked = Written.month(month, moments.month(moments.now()));
        return new MonthView(
                asked.toString(),
                lists.figures(site, asked, caller).stream()
                        .map(NoticeListsController::view)
                        .toList());
    }

    private static FiguresView view(NoticeFigures figures) {
        return new FiguresView(
                figures.site(), figures.notices(), figures.received(), figures.kept(), figures.breaches());
    }
}
