package org.shouwen.returnvisit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.returnvisit.RainDesk;
import org.shouwen.returnvisit.VisitFigures;
import org.shouwen.returnvisit.VisitLists;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open visits, a month's figures, and the declared rain over HTTP. */
@Allowed({Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@RestController
@RequestMapping("/api")
@Tag(name = "visits")
class VisitListsController {

    private final VisitLists lists;
    private final RainDesk rain;
    private final Moments moments;

    VisitListsController(VisitLists lists, RainDesk rain, Moments moments) {
        this.lists = lists;
        this.rain = rain;
        this.moments = moments;
    }

    /**
     * @param person whose visit it is; null where it is offered to posts
     * @param posts codes of the posts it is offered to
     */
    record WaitingView(VisitView visit, String person, List<String> posts) {}

    record WaitingListView(List<WaitingView> items) {}

    @GetMapping("/visits")
    @Operation(
            summary =
                    "Visits that are still to be made, first due first; mine=true: only the caller's own and his posts'")
    WaitingListView waiting(
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "false") String mine,
            Caller caller) {
        List<VisitLists.Waiting> waiting =
                Written.flag(mine, "mine") ? lists.waitingFor(caller, site) : lists.waiting(caller, site);
        return new WaitingListView(waiting.stream()
                .map(item -> new WaitingView(
                        VisitView.of(item.visit()),
                        item.asked().person(),
                        item.asked().posts()))
                .toList());
    }

    /**
     * @param visitedRate 回访率 in percent; null where there was nothing to visit
     * @param satisfiedRate 满意率 in percent; null where nobody answered
     */
    record FiguresView(
            String site,
            int due,
            int visited,
            int unreached,
            int satisfied,
            int dissatisfied,
            Integer visitedRate,
            Integer satisfiedRate) {}

    record MonthView(String month, List<FiguresView> items) {}

    @GetMapping("/visits/figures")
    @Operation(summary = "Results of the visits due in a month at the caller's sites, site by site")
    MonthView figures(
            @RequestParam(required = false) String month, @RequestParam(defaultValue = "") String site, Caller caller) {
        YearMonth asked = Written.month(month, moments.month(caller.at()));
        return new MonthView(
                asked.toString(),
                lists.figures(site, asked, caller).stream()
                        .map(VisitListsController::view)
                        .toList());
    }

    private static FiguresView view(VisitFigures figures) {
        return new FiguresView(
                figures.site(),
                figures.due(),
                figures.visited(),
                figures.unreached(),
                figures.satisfied(),
                figures.dissatisfied(),
                figures.visitedRate(),
                figures.satisfiedRate());
    }

    /** @param date the day it rained, 2026-11-23; absent: today */
    record RainRequest(String site, String date) {}

    /** @param visits number of leaks that are visited once more */
    record RainView(String site, LocalDate date, int visits) {}

    @Allowed({Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER})
    @PostMapping("/rain")
    @Operation(summary = "Declares that it rained at a site, once a day: closed leaks are visited once more")
    RainView rain(@RequestBody RainRequest request, Caller caller) {
        String site = Typed.plain(request.site);
        if (site.isEmpty()) {
            throw Refusal.invalid("site-missing", "site", "请填写服务点（site）");
        }
        LocalDate day = day(request.date, caller);
        return new RainView(site, day, rain.declare(site, day, caller.code(), caller.at()));
    }

    private LocalDate day(String text, Caller caller) {
        return Typed.isBlank(text)
                ? moments.date(caller.at())
                : Typed.date(text)
                        .orElseThrow(() -> Refusal.invalid("date-invalid", "date", "日期（date）须写成 2026-11-23 这样"));
    }
}
