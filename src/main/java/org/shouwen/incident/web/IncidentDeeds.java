package org.shouwen.incident.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.incident.Announcements;
import org.shouwen.incident.IncidentDesk;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketKind.Action;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A ticket joins an incident or leaves it; all who reported one are told. */
@Component
@Order(3)
record IncidentDeeds(IncidentDesk incidents, AnnouncementDesk desk, Announcements announcements) implements Deeds {

    static final String JOIN = "incident";
    static final String LEAVE = "incident/departure";
    static final String ANNOUNCE = "announcements";

    /** While somebody works on it; what follows an incident already may turn out to be another one. */
    private static final Set<Status> JOINABLE = EnumSet.range(Status.RECEIVED, Status.FOLLOWING);

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(
                                JOIN,
                                "并入事件",
                                "An open ticket is the same matter as another one: its own flow ends, it follows that one (并入事件)",
                                Who.OFFICE)
                        .titled("并入事件（与别的工单是同一件事）")
                        .when(JOINABLE)
                        .offeredBy(Action.FOLLOW)
                        .asking(Input.text("incident", "事件工单号", 20))
                        .apart()
                        .whenAsked()
                        .saying("已并入事件，不再单独派人；系统会告诉经办人和业主。")
                        .changes((ticket, given, caller) ->
                                incidents.join(ticket.number(), given.text("incident"), caller.code(), caller.at())),
                Deed.of(
                                LEAVE,
                                "单独办理",
                                "A ticket that follows an incident is another matter after all: it is worked on by itself",
                                Who.OFFICE)
                        .titled("不是同一件事，单独办理")
                        .when(EnumSet.of(Status.FOLLOWING))
                        .asking(Input.reason("为什么不是同一件事"))
                        .apart()
                        .saying("已单独办理，时限从现在算起。")
                        .changes((ticket, given, caller) ->
                                incidents.leave(ticket.number(), given.text("reason"), caller.code(), caller.at())),
                Deed.of(
                                ANNOUNCE,
                                "通报",
                                "One text to all who reported the incident; they are told one after the other",
                                Who.OFFICE)
                        .on("/desk/incidents/{number}")
                        .when(EnumSet.complementOf(EnumSet.of(Status.CLOSED, Status.WITHDRAWN)))
                        .asking(Input.longText("text", "通报内容", 1000))
                        .saying("已开始通知全部报告人；没有邮箱的，首问责任人会收到请电话转告的提醒。")
                        .does((ticket, given, caller) -> {
                            desk.announce(ticket.number(), given.text("text"), caller.code(), caller.at());
                            return Outcome.of(IncidentsController.said(announcements.of(ticket.number())));
                        }));
    }
}
