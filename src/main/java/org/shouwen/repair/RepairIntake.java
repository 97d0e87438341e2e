package org.shouwen.repair;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** What the tables make of a reported fault: where it is, whose it is, how urgent it is. */
@Component
record RepairIntake(Repairs repairs, Roster roster, Decisions decisions, Moments moments) {

    private static final Duration FARTHEST_SLOT = Duration.ofDays(366);

    /** @return what a new fault is, with the slot that was agreed */
    Judgement judge(Matter matter, Instant at) {
        Judgement judgement = judge(matter, Responsibility.Cause.UNKNOWN, at, repairs::add);
        if (matter.intake().appointment() != null) {
            checkSlot(matter.intake().appointment(), matter.area(), at);
        }
        return judgement;
    }

    /** @return what a fault is that was registered as something else */
    Judgement judge(Matter matter, Responsibility.Cause cause, Instant at) {
        return judge(matter, cause, at, (number, whose, why) -> repairs.correct(number, whose, why, cause));
    }

    /** What is kept beside the ticket. */
    private interface Keep {
        void of(String number, Responsibility whose, Urgency why);
    }

    private Judgement judge(Matter matter, Responsibility.Cause cause, Instant at, Keep keep) {
        Intake intake = matter.intake();
        Category category = matter.category();
        Area area = matter.area();
        if (area == Area.HOME && !matter.location().home()) {
            throw Refusal.invalid("home-required", "home", "“" + category.label() + "”是居家维修，须填房号");
        }
        Map<String, Object> urgency = urgency(matter)
                .orElseThrow(() -> Refusal.invalid("priority-missing", "category", "优先级表里没有适用的一行，不能受理，请主管补充"));
        String post = roster.technicianPost(
                        matter.location().site(), category.trade().name())
                .code();
        Responsibility whose = responsibility(matter, cause, at);
        Urgency why = new Urgency((String) urgency.get("why"), (String) urgency.get("basis"));
        return new Judgement(
                Priority.valueOf((String) urgency.get("priority")),
                (Boolean) urgency.get("urgent"),
                (String) urgency.get("reportTo"),
                post,
                ticket -> keep.of(ticket.number(), whose, why));
    }

    /** @return whether somebody on call is called at once (D1); no post has to be there yet to say so */
    boolean isUrgent(Matter matter) {
        return urgency(matter).map(row -> (Boolean) row.get("urgent")).orElse(false);
    }

    private Optional<Map<String, Object>> urgency(Matter matter) {
        Intake intake = matter.intake();
        Category category = matter.category();
        return decisions.row(
                "repairPriority",
                Map.of(
                        "hazard", category.hazard().name(),
                        "danger", intake.danger().name(),
                        "scope", intake.scope().name(),
                        "utilityOut", intake.utilityOut(),
                        "area", matter.area().name(),
                        "trade", category.trade().name()));
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

    private Responsibility responsibility(Matter matter, Responsibility.Cause cause, Instant at) {
        Optional<LocalDate> handover = Optional.ofNullable(matter.location().handover());
        int age = handover.map(day -> Period.between(day, moments.date(at)).getYears())
                .orElse(0);
        Map<String, Object> row = decisions
                .row(
                        "responsibility",
                        Map.of(
                                "area", matter.area().name(),
                                "warrantyItem", matter.category().warrantyItem().name(),
                                "cause", cause.name(),
                                "handoverKnown", handover.isPresent(),
                                "age", Math.max(age, 0)))
                .orElseThrow(() -> Refusal.invalid("responsibility-missing", "category", "维修责任表里没有适用的一行，不能受理，请主管补充"));
        return new Responsibility(
                Responsibility.Party.valueOf((String) row.get("responsible")),
                (Boolean) row.get("paid"),
                (String) row.get("advice"),
                (String) row.get("basis"));
    }
}
