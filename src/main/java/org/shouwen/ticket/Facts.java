package org.shouwen.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shouwen.estate.Phone;

/**
 * What the matter of a ticket is; settled when the ticket is opened, and changed by a correction or a completion only.
 *
 * @param location label of the home or place, as people read it
 * @param post code of the technicians' post that works on it
 * @param reportTo who must be told at once (D1), or ""
 */
public record Facts(
        String number,
        Intake intake,
        String categoryLabel,
        Area area,
        String site,
        String location,
        Priority priority,
        boolean urgent,
        String reportTo,
        String firstResponder,
        String post,
        Instant openedAt) {

    /** @return code of the person whom the matter is about and who is kept out of it (回避), or null */
    public String recused() {
        return intake.recused();
    }

    Facts onPost(String other) {
        return with(intake, other);
    }

    Facts at(Slot slot) {
        return with(intake.at(slot), post);
    }

    Facts told(Reporter reporter, String description) {
        return with(intake.told(reporter, description), post);
    }

    /** @return what of it is told otherwise than before, as people read it; numbers with their middle hidden */
    String asTold(Facts before) {
        Reporter who = intake.reporter();
        Reporter then = before.intake.reporter();
        List<String> told = new ArrayList<>();
        if (!who.name().equals(then.name())) {
            told.add("报事人" + who.name());
        }
        if (!who.phone().equals(then.phone())) {
            told.add(who.phone().isEmpty() ? "没有电话" : "电话 " + Phone.masked(who.phone()));
        }
        if (!Objects.equals(who.email(), then.email())) {
            told.add(who.email() == null ? "没有邮箱" : "邮箱已登记");
        }
        if (!intake.description().equals(before.intake.description())) {
            told.add("内容“" + intake.description() + "”");
        }
        return String.join("，", told);
    }

    private Facts with(Intake told, String onPost) {
        return new Facts(
                number,
                told,
                categoryLabel,
                area,
                site,
                location,
                priority,
                urgent,
                reportTo,
                firstResponder,
                onPost,
                openedAt);
    }

    /** @return the first line of the timeline */
    String asRegistered() {
        return "已受理（" + intake.channel().label() + "）：" + location + "，" + categoryLabel + "，" + priority.label();
    }

    /** @return what a correction can change, as the timeline states it for programs */
    Object[] stated() {
        return new Object[] {
            "kind", intake.kind(), "category", intake.category(), "priority", priority, "area", area, "site", site
        };
    }

    /** @return what a correction can change, as people read it */
    String inShort() {
        return categoryLabel + "，" + location + "，" + priority.label();
    }
}
