package org.shouwen.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.Correction;
import org.shouwen.repair.RepairChanges;
import org.shouwen.repair.Responsibility;
import org.shouwen.ticket.Conversion;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff change on a ticket's page: who does it, what it is, when somebody comes, that it begins again. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class TicketActionsController {

    private static final int LONGEST_REASON = 500;
    private static final String BACK = "redirect:/desk/tickets/{number}";

    private final TicketDesk desk;
    private final RepairChanges changes;
    private final HandlerChange handlers;
    private final Tickets tickets;
    private final Edge edge;

    /** Where requests meet the clock and the estate. */
    @org.springframework.stereotype.Component
    record Edge(Moments moments, Estate estate, RegisterChoices choices) {}

    TicketActionsController(
            TicketDesk desk, RepairChanges changes, HandlerChange handlers, Tickets tickets, Edge edge) {
        this.desk = desk;
        this.changes = changes;
        this.handlers = handlers;
        this.tickets = tickets;
        this.edge = edge;
    }

    @PostMapping("/transfer")
    String transfer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String reason,
            Authentication caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "转派");
        desk.transfer(number, post.strip(), reason(reason), caller.getName(), now());
        flash.addFlashAttribute("done", "已转派，接手的岗位会收到派单任务，首问责任人不变。");
        return BACK;
    }

    @PostMapping("/reassignment")
    String reassign(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String handler,
            @RequestParam(defaultValue = "") String reason,
            Authentication caller,
            RedirectAttributes flash) {
        desk.mustOffer(tickets.get(number), TicketKind.Action.REASSIGN);
        handlers.reassign(number, handler.strip(), reason(reason), caller.getName(), now());
        flash.addFlashAttribute("done", "已改派，系统会通知接手的人。");
        return BACK;
    }

    @PostMapping("/appointment")
    String reschedule(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            Authentication caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "改约");
        changes.reschedule(number, Slot.of(moment(from)), reason(reason), caller.getName(), now());
        flash.addFlashAttribute("done", "已改约，到场时限按新的时间计算。");
        return BACK;
    }

    @PostMapping("/correction")
    String correct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String location,
            @RequestParam Danger danger,
            @RequestParam Scope scope,
            @RequestParam(defaultValue = "false") boolean utilityOut,
            @RequestParam Responsibility.Cause cause,
            @RequestParam(defaultValue = "") String reason,
            Authentication caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "更正");
        String place = location.strip();
        boolean home = edge.estate().home(place).isPresent();
        Correction correction = new Correction(
                category.strip(), home ? place : null, home ? null : place, danger, scope, utilityOut, cause);
        changes.correct(number, correction, reason(reason), caller.getName(), now());
        flash.addFlashAttribute("done", "已更正，优先级和时限已按新的情况重新确定。");
        return BACK;
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Authentication caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "重新开启");
        desk.reopen(number, reason(reason), caller.getName(), now());
        flash.addFlashAttribute("done", "已重新开启，并报上一级督办。");
        return BACK;
    }

    /** Every field of the form arrives; the kind's questions stand under {@code KIND.name}. */
    @PostMapping("/conversion")
    String convert(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Authentication caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "转为其他工单");
        String category = typed.getOrDefault("category", "").strip();
        if (category.isEmpty()) {
            throw Refusal.invalid("category-missing", "category", "请选择转为哪一类");
        }
        String kind = edge.choices().kindOf(category);
        String prefix = kind + RegistrationForm.OF;
        Map<String, String> told = new TreeMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                told.put(name.substring(prefix.length()), text);
            }
        });
        Conversion conversion = new Conversion(
                kind,
                category,
                null,
                null,
                new Details(told),
                reason(typed.getOrDefault("reason", "")),
                typed.containsKey("keep"));
        flash.addAttribute(
                "fresh",
                desk.convert(number, conversion, caller.getName(), now()).number());
        flash.addFlashAttribute("done", "已由 " + number + " 转来，报事人、地点和内容已带过来。");
        return "redirect:/desk/tickets/{fresh}";
    }

    private void mustChange(String number, Authentication caller, String verb) {
        Reader reader = Reader.of(caller);
        TicketRights.mustChange(tickets.get(number), reader.code(), reader.authorities(), verb);
    }

    private Instant now() {
        return edge.moments().now();
    }

    private Instant moment(String local) {
        try {
            return LocalDateTime.parse(local.strip())
                    .atZone(edge.moments().zone())
                    .toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid("moment-invalid", "from", "请填写新的上门时间");
        }
    }

    private static String reason(String text) {
        if (text.isBlank() || text.strip().length() > LONGEST_REASON || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason-invalid", "reason", "请填写原因，最多 " + LONGEST_REASON + " 字");
        }
        return text.strip();
    }
}
