package org.shouwen.worksite.web;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.StopDesk;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people record about the site of a renovation beside the steps of its flows. */
@Component
@Order(7)
record WorksiteDeeds(
        ViolationDesk violations,
        StopDesk stops,
        CompletionDesk completion,
        Renovations renovations,
        Worksites worksites,
        WorksiteViews views)
        implements Deeds {

    static final String RESTORATION = "violations/{id}/restoration";

    private static final int LONGEST = 500;
    private static final int LONGEST_PHOTO = 200;

    @Override
    public List<Deed> deeds() {
        return List.of(
                // Anybody of the staff may see something and say so
                Deed.of(
                                "violations",
                                "登记违规",
                                "Records a violation that was spoken of on the spot; what follows is said by the table",
                                Who.STAFF)
                        .on(WorksitePages.PAGE)
                        .when(EnumSet.complementOf(EnumSet.of(Status.WITHDRAWN)))
                        .where(of(worksite -> worksite.filed().isEmpty()))
                        .asking(
                                Input.choice("violation", "什么违规", Violation.Kind.class, Violation.Kind::label),
                                Input.choice("spot", "当场处置的结果", Violation.Spot.class, Violation.Spot::label),
                                Input.longText("what", "现场情况", LONGEST).hint("请不要写姓名和电话"),
                                Input.text("photo", "照片编号", LONGEST_PHOTO)
                                        .optional()
                                        .hint("照片在工单页上传"))
                        .helping("先当场劝阻、制止，再登记。程度、整改期限和要不要书面通知，由违规处置表决定；物业不罚款。")
                        .saying("已登记违规，接下来的步骤在任务列表里。")
                        .creating()
                        .does((ticket, given, caller) -> Outcome.of(views.of(violations.record(
                                ticket.number(),
                                Violation.Found.written(
                                        given.text("violation"),
                                        given.text("what"),
                                        given.text("photo"),
                                        given.text("spot"),
                                        caller.at(),
                                        caller.code()))))),
                Deed.of(
                                "renovation/unregistered-start",
                                "登记擅自开工",
                                "Work goes on that is not registered yet (110号令 35): told in writing to stop and to"
                                        + " register, reported where they do not",
                                Who.STAFF)
                        .whileOpen()
                        .where(this::isUnregistered)
                        .asking(
                                Input.choice("spot", "当场处置的结果", Violation.Spot.class, Violation.Spot::label),
                                Input.longText("what", "现场情况", LONGEST).hint("请不要写姓名和电话"),
                                Input.text("photo", "照片编号", LONGEST_PHOTO)
                                        .optional()
                                        .hint("照片在工单页上传"))
                        .helping("没有发登记证就在施工的，先当场制止，再登记。业主会收到整改通知：先停工，补办登记；拒不停工的，在期限内上报。物业不罚款。")
                        .saying("已登记擅自开工，接下来的步骤在任务列表里。")
                        .does((ticket, given, caller) -> {
                            stops.unregistered(
                                    ticket.number(),
                                    given.choice("spot", Violation.Spot.class),
                                    given.text("what"),
                                    given.isGiven("photo") ? given.text("photo") : null,
                                    caller.code(),
                                    caller.at());
                            return Outcome.of(views.of(ticket.number()));
                        }),
                Deed.of(RESTORATION, "登记整改", "What was reported has been put right after all", Who.OFFICE)
                        .on(WorksitePages.PAGE)
                        .apart()
                        .where(of(worksite -> worksite.filed().isEmpty()))
                        .titled("登记后来的整改")
                        .asking(Input.text("remark", "整改情况", LONGEST).hint("后来整改好了的，写明情况"))
                        .does((ticket, given, caller) -> {
                            violations.restore(
                                    ticket.number(), given.id("id"), given.text("remark"), caller.code(), caller.at());
                            return Outcome.of(views.of(ticket.number()));
                        }),
                Deed.of(
                                "completion",
                                "报完工",
                                "The owner says that the work is done; the house has to inspect",
                                Who.OFFICE)
                        .on(WorksitePages.PAGE)
                        .whileOpen()
                        .where(of(completion::isReportable).and(ticket -> !isUnregistered(ticket)))
                        .helping("业主说已经完工的，在这里登记；三个工作日内验收。")
                        .saying("已报完工，请按期验收。")
                        .does((ticket, given, caller) -> {
                            completion.report(ticket.number(), caller.code(), caller.at());
                            return Outcome.of(views.of(ticket.number()));
                        }));
    }

    private boolean isUnregistered(Ticket ticket) {
        return renovations
                .find(ticket.number())
                .filter(renovation -> renovation.certificate().isEmpty())
                .isPresent();
    }

    private Predicate<Ticket> of(Predicate<Worksite> holds) {
        return ticket -> worksites.find(ticket.number()).filter(holds).isPresent();
    }
}
