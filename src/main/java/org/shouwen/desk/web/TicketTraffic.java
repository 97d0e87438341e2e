package org.shouwen.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.page.Names;
import org.shouwen.rights.Caller;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

/** What goes on around a ticket: the steps that wait for somebody, and the notices. */
@Component
class TicketTraffic {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final UserTasks userTasks;
    private final Notices notices;
    private final Moments moments;

    TicketTraffic(UserTasks userTasks, Notices notices, Moments moments) {
        this.userTasks = userTasks;
        this.notices = notices;
        this.moments = moments;
    }

    /**
     * @return address of Tasklist: for somebody who has a step of the ticket, with a search for it in his own list, which
     *     opens first
     */
    String tasklist(String number, List<TicketPage.Step> steps) {
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(number);
        return steps.stream().anyMatch(TicketPage.Step::yours)
                ? TASKLIST + "#/?searchQuery=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
                : TASKLIST;
    }

    List<TicketPage.Step> steps(String number, Names names, Caller reader) {
        return userTasks.of(number).stream()
                .map(step -> new TicketPage.Step(
                        step.name(),
                        who(step, names),
                        reader.code().equals(step.assignee()),
                        moments.text(step.due()),
                        step.due() == null ? "" : moments.remaining(step.due()),
                        step.due() != null && moments.now().isAfter(step.due())))
                .toList();
    }

    /** Subjects only: a notice's text may hold a phone number that this reader must not see. */
    /** @return the person, or the posts that a step is offered to */
    private static String who(UserTasks.OpenTask step, Names names) {
        return step.assignee() != null
                ? names.of(step.assignee())
                : step.posts().stream().map(names::post).collect(Collectors.joining("、"));
    }

    List<TicketPage.Told> told(String number, Names names) {
        return notices.ofTicket(number).stream()
                .map(notice -> new TicketPage.Told(
                        moments.text(notice.createdAt()),
                        notice.subject(),
                        notice.channel().label(),
                        names.of(notice.addressee()),
                        notice.isRead() ? "已读" : notice.status().label(),
                        notice.status() == Notice.Status.DEAD))
                .toList();
    }
}
