package org.shouwen.resident.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.Attachments;
import org.shouwen.estate.Estate;
import org.shouwen.estate.PersonName;
import org.shouwen.notification.Notice;
import org.shouwen.resident.LinkDesk;
import org.shouwen.resident.ResidentPart;
import org.shouwen.resident.ResidentPart.Standing;
import org.shouwen.resident.web.ResidentPage.Person;
import org.shouwen.resident.web.ResidentPage.Promise;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what a resident may see of a ticket of any kind. */
@Component
record ResidentPages(
        Tickets tickets, TicketDesk desk, Attachments attachments, Surroundings surroundings, Moments moments) {

    private static final String VIEW = "resident/ticket";

    private static final Map<String, String> SAID =
            Map.of("urged", "已催办，办理人员会收到提醒。", "withdrawn", "已撤回，不再办理。", "uploaded", "已收到您上传的照片或文件。");

    /** Where names are, how long the link holds, and what features bring. */
    @Component
    record Surroundings(
            Estate estate,
            Roster roster,
            Housekeepers housekeepers,
            LinkDesk links,
            TicketLinks others,
            List<ResidentPart> parts) {}

    /** @return view of the page that is shown with the model */
    String fill(String number, Model model) {
        model.addAttribute("page", of(number));
        return VIEW;
    }

    private ResidentPage of(String number) {
        Ticket ticket = tickets.get(number);
        TicketKind kind = desk.kind(ticket.kind());
        Facts facts = ticket.facts();
        boolean open = !ticket.status().isFinal();
        Standing standing = surroundings.parts().stream()
                .flatMap(part -> part.standing(ticket).stream())
                .findFirst()
                .or(() -> goesOn(ticket))
                .orElseGet(() -> new Standing(ticket.status().label(), sentence(ticket), true));
        LinkDesk.Standing link = surroundings.links().standing(number, moments.now());
        return new ResidentPage(
                number,
                kind.label(),
                facts.categoryLabel(),
                surroundings.estate().siteName(facts.site()),
                facts.location(),
                standing.stage(),
                ticket.status().name().toLowerCase(Locale.ROOT),
                standing.sentence(),
                open,
                promises(ticket),
                ticket.pause()
                        .map(pause -> pause.reason().label() + "，最迟到 " + moments.text(pause.until()))
                        .orElse(null),
                people(ticket),
                PlainTimeline.of(tickets.timeline(number), moments::text),
                desk.isUrgeable(ticket) && kind.actions().contains(TicketKind.Action.URGE),
                standing.withdrawable()
                        && desk.isWithdrawable(ticket)
                        && kind.actions().contains(TicketKind.Action.WITHDRAW),
                files(number),
                link.end() == null ? null : moments.day(link.end()),
                surroundings.parts().stream()
                        .flatMap(part -> part.of(ticket).stream())
                        .toList());
    }

    /**
     * @param done code of what the resident just did
     * @return what the page says; null: nothing that we know of was done
     */
    String said(String done) {
        return done == null
                ? null
                : surroundings.parts().stream()
                        .map(part -> part.said().get(done))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(SAID.get(done));
    }

    private List<Person> people(Ticket ticket) {
        List<Person> people = new ArrayList<>();
        people.add(new Person("首问责任人", name(ticket.firstResponder())));
        ticket.handler().ifPresent(handler -> people.add(new Person("办理人员", name(handler))));
        surroundings
                .housekeepers()
                .ofHome(ticket.facts().intake().home())
                .ifPresent(housekeeper -> people.add(new Person("您的管家", name(housekeeper))));
        return people;
    }

    private String name(String staff) {
        return PersonName.masked(surroundings.roster().nameOf(staff));
    }

    private List<Attachment> files(String number) {
        return attachments.of(number).stream()
                .filter(file -> file.by().equals(Notice.RESIDENT))
                .toList();
    }

    /** What another ticket settles is promised there: what was promised here before is nothing to read any more. */
    private List<Promise> promises(Ticket ticket) {
        return ticket.deadlines().stream()
                .filter(deadline -> ticket.status() != Status.FOLLOWING || deadline.kept())
                .map(deadline -> promise(deadline, ticket))
                .toList();
    }

    private Promise promise(Deadline deadline, Ticket ticket) {
        boolean missed = deadline.missed(moments.now());
        boolean dropped = deadline.stoppedAt() != null && !deadline.kept();
        String style = dropped || deadline.due() == null && !deadline.kept()
                ? "none"
                : missed ? "late" : deadline.kept() ? "kept" : "runs";
        return new Promise(
                desk.kind(ticket.kind()).promise(deadline.clock()),
                deadline.due() == null ? "不设固定时限" : moments.limit(deadline.due()) + " 前",
                state(deadline, style),
                style,
                deadline.explanation(),
                deadline.source());
    }

    private static String state(Deadline deadline, String style) {
        return switch (style) {
            case "kept" -> deadline.due() == null ? "已做到" : "已按时做到";
            case "late" -> deadline.stoppedAt() == null ? "已超时，正在督办" : "超时了，抱歉";
            case "runs" -> deadline.paused() ? "计时暂停" : "进行中";
            default -> deadline.stoppedAt() == null ? "" : "已停止";
        };
    }

    /** What became another matter was not taken back. */
    private Optional<Standing> goesOn(Ticket ticket) {
        return surroundings.others().of(ticket.number()).stream()
                .filter(link -> ticket.status() == Status.WITHDRAWN)
                .filter(link -> link.relation() == TicketLinks.Relation.CONVERTED
                        && link.ticket().equals(ticket.number()))
                .map(link -> tickets.get(link.other()))
                .map(other -> new Standing(
                        "已转办",
                        "已转为%s继续办理，编号 %s，您不用再报一次。"
                                .formatted(desk.kind(other.kind()).label(), other.number()),
                        false))
                .findFirst();
    }

    private static String sentence(Ticket ticket) {
        return switch (ticket.status()) {
            case RECEIVED -> ticket.handler().isEmpty() ? "已受理，正在安排办理人员。" : "已受理，已确定办理人员。";
            case DISPATCHED -> "已安排办理人员，等他接单。";
            case ACCEPTED -> "办理人员已接单。";
            case ON_SITE -> "工作人员已到场，正在办理。";
            case IN_PROGRESS -> "正在办理。";
            case ANSWERED -> "已答复您；如有不同意见，请告诉首问责任人。";
            case DONE -> "已办完，等您验收。";
            case FOLLOWING -> "同一件事还有别家反映，一并办理；结果会单独告诉您。";
            case VISIT_DUE -> "已办完，我们会回访您。";
            case CLOSED -> "已办结。";
            case WITHDRAWN -> "已撤回，不再办理。";
        };
    }
}
