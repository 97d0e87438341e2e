package org.shouwen.desk.web;

import java.util.List;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

/** What goes on around a ticket: the steps that wait for somebody, and the notices. */
@Component
class TicketTraffic {

    private final UserTasks userTasks;
    private final Notices notices;
    private final Moments moments;

    TicketTraffic(UserTasks userTasks, Notices notices, Moments moments) {
        this.userTasks = userTasks;
        this.notices = notices;
        this.moments = moments;
    }

    List<TicketPage.Step> steps(String number, Names names) {
        return userTasks.of(number).stream()
                .map(step -> new TicketPage.Step(
                        step.name(),
                        names.of(step),
                        moments.text(step.due()),
                        step.due() == null ? "" : moments.remaining(step.due()),
                        step.due() != null && moments.now().isAfter(step.due())))
                .toList();
    }

    /** Subjects only: a notice's text may hold a phone number that this reader must not see. */
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
