package org.shouwen.repair;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Who;
import org.shouwen.estate.Estate;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind.Action;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a repair is, and when somebody comes. */
@Component
@Order(2)
record RepairDeeds(RepairChanges changes, Repairs repairs, Categories categories, Estate estate) implements Deeds {

    private static final Set<Status> UNDER_WAY = EnumSet.range(Status.RECEIVED, Status.IN_PROGRESS);

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(
                                "appointment",
                                "改约",
                                "Another slot is agreed (改约); arrival and finishing count from it where the rule says so",
                                Who.OFFICE)
                        .titled("改约上门时间")
                        .when(UNDER_WAY)
                        .offeredBy(Action.RESCHEDULE)
                        .where(ticket -> ticket.facts().area() == Area.HOME)
                        .asking(
                                Input.moment("from", "新的上门时间").hint("时段两小时，另有约定的再填结束时间"),
                                Input.moment("to", "到").optional(),
                                Input.reason("改约原因"))
                        .saying("已改约，到场时限按新的时间计算。")
                        .changes((ticket, given, caller) -> changes.reschedule(
                                ticket.number(), slot(given), given.text("reason"), caller.code(), caller.at())),
                Deed.of(
                                "correction",
                                "更正",
                                "The category, the place or the danger is another; priority, promises and post follow."
                                        + " What is left out stays as it was registered",
                                Who.OFFICE)
                        .titled("更正类别、地点或危险")
                        .when(UNDER_WAY)
                        .offeredBy(Action.CORRECT)
                        .asking(
                                Input.choice("category", "类别", this::categories)
                                        .from(ticket -> ticket.facts().intake().category())
                                        .optional(),
                                Input.text("location", "房号或公共部位", 40)
                                        .from(ticket -> where(ticket.facts().intake()))
                                        .optional(),
                                Input.choice("danger", "危险", Danger.class, Danger::label)
                                        .from(ticket ->
                                                ticket.facts().intake().danger().name())
                                        .optional(),
                                Input.choice("scope", "影响范围", Scope.class, Scope::label)
                                        .from(ticket ->
                                                ticket.facts().intake().scope().name())
                                        .optional(),
                                Input.choice("cause", "损坏原因", Responsibility.Cause.class, Responsibility.Cause::label)
                                        .from(ticket ->
                                                repairs.cause(ticket.number()).name())
                                        .optional(),
                                Input.flag("utilityOut", "已停水或停电")
                                        .from(ticket -> String.valueOf(
                                                ticket.facts().intake().utilityOut())),
                                Input.text("home", "房号", 40).forPrograms(),
                                Input.text("place", "公共部位", 40).forPrograms(),
                                Input.reason("更正原因"))
                        .saying("已更正，优先级和时限已按新的情况重新确定。")
                        .changes(this::correct));
    }

    private List<Choice> categories(Ticket ticket) {
        return categories.ofKind(ticket.kind()).stream()
                .map(category -> new Choice(category.code(), category.label()))
                .toList();
    }

    private static String where(Intake told) {
        return told.home() == null ? told.place() : told.home();
    }

    private static Slot slot(Given given) {
        return given.isGiven("to") ? new Slot(given.moment("from"), given.moment("to")) : Slot.of(given.moment("from"));
    }

    private void correct(Ticket ticket, Given given, Caller caller) {
        Intake told = ticket.facts().intake();
        String location = given.text("location");
        boolean elsewhere = !location.isEmpty() || given.isGiven("home") || given.isGiven("place");
        boolean home = estate.said(location).isPresent();
        Correction correction = new Correction(
                given.isGiven("category") ? given.text("category") : told.category(),
                home ? location : elsewhere ? given.textOrNull("home") : told.home(),
                !home && !location.isEmpty() ? location : elsewhere ? given.textOrNull("place") : told.place(),
                given.choice("danger", Danger.class, told.danger()),
                given.choice("scope", Scope.class, told.scope()),
                given.flag("utilityOut", told.utilityOut()),
                given.choice("cause", Responsibility.Cause.class, repairs.cause(ticket.number())));
        changes.correct(ticket.number(), correction, given.text("reason"), caller.code(), caller.at());
    }
}
