package org.shouwen.repair;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Location;
import org.shouwen.ticket.Locations;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** What the tables make of a reported fault: where it is, whose it is, how urgent it is. */
@Component
class RepairIntake {

    /** Longer ago than any warranty; also where the day of handover is unknown. */
    private static final int LONG_AGO = 999;

    private static final Duration FARTHEST_SLOT = Duration.ofDays(366);

    private final Locations locations;
    private final Categories categories;
    private final Roster roster;
    private final Decisions decisions;
    private final Moments moments;

    RepairIntake(
            Locations locations,
            Categories categories,
            Roster roster,
            Decisions decisions,
            Moments moments) {
        this.locations = locations;
        this.categories = categories;
        this.roster = roster;
        this.decisions = decisions;
        this.moments = moments;
    }

    /**
     * A fault as the tables see it.
     *
     * @param reportTo who must be told at once, or ""
     * @param post code of the technicians' post that works on it
     */
    record Assessed(
            Category category,
            Area area,
            Location location,
            Priority priority,
            boolean urgent,
            String reportTo,
            String post,
            Responsibility responsibility) {}

    /** What a new fault is, with the slot that was agreed. */
    Assessed assess(Intake intake, Instant at) {
        Assessed assessed = assess(intake, Responsibility.Cause.UNKNOWN, at);
        if (intake.appointment() != null) {
            checkSlot(intake.appointment(), assessed.area(), at);
        }
        return assessed;
    }

    Assessed assess(Intake intake, Responsibility.Cause cause, Instant at) {
        Category category = categories
                .category(intake.category())
                .filter(found -> found.kind().equals(intake.kind()))
                .orElseThrow(
                        () -> Refusal.invalid("category-unknown", "category", "没有“" + intake.category() + "”这个报修类别"));
        Location location = locations.homeOrPlace(intake);
        Area area = category.fixedArea().orElse(location.home() ? Area.HOME : Area.PUBLIC);
        if (area == Area.HOME && !location.home()) {
            throw Refusal.invalid("home-required", "home", "“" + category.label() + "”是居家维修，须填房号");
        }
        Map<String, Object> urgency = decisions
                .row(
                        "repairPriority",
                        Map.of(
                                "hazard", category.hazard().name(),
                                "danger", intake.danger().name(),
                                "scope", intake.scope().name(),
                                "utilityOut", intake.utilityOut(),
                                "area", area.name(),
                                "trade", category.trade().name()))
                .orElseThrow(() -> Refusal.invalid("priority-missing", "category", "优先级表里没有适用的一行，不能受理，请主管补充"));
        return new Assessed(
                category,
                area,
                location,
                Priority.valueOf((String) urgency.get("priority")),
                (Boolean) urgency.get("urgent"),
                (String) urgency.get("reportTo"),
                roster.technicianPost(location.site(), category.trade().name()).code(),
                responsibility(category, area, location, cause, at));
    }

    /** @throws Refusal where nobody can come at that time */
    void checkSlot(Slot slot, Area area, Instant at) {
        if (area == Area.PUBLIC) {
            throw Refusal.invalid("appointment-public", "appointment", "公共维修不用预约上门时间");
        }
        if (!slot.to().isAfter(slot.from())) {
            throw Refusal.invalid("appointment-order", "appointment.to", "预约的结束时间须晚于开始时间");
        }
        if (!slot.from().isAfter(at)) {
            throw Refusal.invalid("appointment-past", "appointment.from", "预约时间已经过去，请另约时间");
        }
        if (slot.to().isAfter(at.plus(FARTHEST_SLOT))) {
            throw Refusal.invalid("appointment-far", "appointment.to", "预约时间太远，最多提前一年预约");
        }
    }

    /**
     * @return whether somebody outside the house repairs from the beginning (D12): the builder or a supplier, unless it is
     *     urgent, or a leak, which we look at first to know where it comes from
     */
    boolean byOthers(Ticket ticket, Responsibility responsibility) {
        boolean theirs = responsibility.responsible() == Responsibility.Party.BUILDER
                || responsibility.responsible() == Responsibility.Party.SUPPLIER;
        return theirs && !ticket.facts().urgent() && hazardOf(ticket) != Hazard.SEEPAGE;
    }

    private Hazard hazardOf(Ticket ticket) {
        return categories
                .category(ticket.facts().intake().category())
                .orElseThrow()
                .hazard();
    }

    private Responsibility responsibility(
            Category category, Area area, Location location, Responsibility.Cause cause, Instant at) {
        int age = location.handover() == null
                ? LONG_AGO
                : Period.between(location.handover(), moments.date(at))
                        .getYears();
        Map<String, Object> row = decisions
                .row(
                        "responsibility",
                        Map.of(
                                "area", area.name(),
                                "warrantyItem", category.warrantyItem().name(),
                                "cause", cause.name(),
                                "age", Math.max(age, 0)))
                .orElseThrow(() -> Refusal.invalid("responsibility-missing", "category", "维修责任表里没有适用的一行，不能受理，请主管补充"));
        return new Responsibility(
                Responsibility.Party.valueOf((String) row.get("responsible")), (Boolean) row.get("paid"), (String)
                        row.get("advice"));
    }
}
