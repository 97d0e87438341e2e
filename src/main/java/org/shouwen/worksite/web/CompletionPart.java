package org.shouwen.worksite.web;

import java.util.Map;
import java.util.Optional;
import org.shouwen.page.Shown;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.resident.LinkPage;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** On the page of a registered renovation its owner says that the work is done, and reads what comes of it. */
@LinkPage
@Order(20)
class CompletionPart implements ResidentPart {

    private final Renovations renovations;
    private final Worksites worksites;
    private final CompletionDesk desk;
    private final Moments moments;

    CompletionPart(Renovations renovations, Worksites worksites, CompletionDesk desk, Moments moments) {
        this.renovations = renovations;
        this.worksites = worksites;
        this.desk = desk;
        this.moments = moments;
    }

    @PostMapping("/r/t/{number}/completion")
    String report(@PathVariable String number) {
        desk.report(number, TimelineEntry.RESIDENT, moments.now());
        return ResidentPart.after(number, "completed");
    }

    @Override
    public Map<String, String> said() {
        return Map.of("completed", "已报完工，物业会来验收。");
    }

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return registered(ticket)
                .filter(desk::isReportable)
                .map(worksite -> new Shown("worksite/resident :: completion", worksite));
    }

    @Override
    public Optional<Standing> standing(Ticket ticket) {
        return registered(ticket)
                .filter(worksite -> !worksite.atWork())
                .map(worksite -> new Standing(
                        Renovation.Stage.REGISTERED.label(),
                        worksite.passed().isPresent() ? "完工验收合格，等资料归档。" : "已报完工，物业会来验收。",
                        false));
    }

    private Optional<Worksite> registered(Ticket ticket) {
        return renovations
                .find(ticket.number())
                .filter(renovation -> renovation.stage() == Renovation.Stage.REGISTERED)
                .flatMap(renovation -> worksites.find(renovation.ticket()));
    }
}
