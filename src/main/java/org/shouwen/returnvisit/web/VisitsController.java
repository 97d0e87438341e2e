package org.shouwen.returnvisit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.returnvisit.ReturnVisitDesk;
import org.shouwen.returnvisit.Satisfaction;
import org.shouwen.returnvisit.Visits;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's return visits over HTTP; making one is the step {@code visit} of its flow. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}/visits")
@Tag(name = "visits")
class VisitsController {

    private static final int LONGEST_REMARK = 500;

    private final ReturnVisitDesk desk;
    private final Visits visits;
    private final Tickets tickets;
    private final Acting acting;
    private final Moments moments;

    VisitsController(
            ReturnVisitDesk desk,
            Visits visits,
            Tickets tickets,
            Acting acting,
            Moments moments) {
        this.desk = desk;
        this.visits = visits;
        this.tickets = tickets;
        this.acting = acting;
        this.moments = moments;
    }

    record VisitsView(List<VisitView> items) {}

    @GetMapping
    @Operation(summary = "The ticket's return visits with every attempt, first round first")
    VisitsView visits(@PathVariable String number) {
        tickets.get(number);
        return new VisitsView(visits.ofTicket(number).stream()
                .map(visit -> VisitView.of(visit, moments))
                .toList());
    }

    /**
     * @param satisfaction SATISFIED, FAIR or DISSATISFIED
     * @param remark the resident's words; required where dissatisfied
     */
    record AnswerRequest(String satisfaction, String remark) {}

    @PostMapping("/answer")
    @Operation(
            summary =
                    "Writes down what the resident said by himself: it answers the open visit, or counts when one is planned")
    VisitsView answer(@PathVariable String number, @RequestBody AnswerRequest request) {
        desk.answered(number, satisfaction(request.satisfaction), remark(request.remark), acting.who(), acting.when());
        return visits(number);
    }

    private static Satisfaction satisfaction(String code) {
        return Arrays.stream(Satisfaction.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "satisfaction-unknown",
                        "satisfaction",
                        "满意度（satisfaction）须为 "
                                + Arrays.stream(Satisfaction.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))
                                + " 之一"));
    }

    private static String remark(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST_REMARK || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("remark-invalid", "remark", "业主的意见（remark）最多 " + LONGEST_REMARK + " 字，不能含有特殊字符");
        }
        return text.strip();
    }
}
