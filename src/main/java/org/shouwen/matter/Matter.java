package org.shouwen.matter;

import java.time.Instant;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Location;
import org.shouwen.ticket.Priority;
import org.shouwen.timelimit.TimeLimits;

/** What is told and where it belongs, when a kind judges it. */
public record Matter(Intake intake, Category category, Location location) {

    public Area area() {
        return category.fixedArea().orElse(location.home() ? Area.HOME : Area.PUBLIC);
    }

    /** @return what the table of limits asks about it */
    public TimeLimits.Facts limits(Priority priority) {
        return new TimeLimits.Facts(intake.kind(), priority, area(), category.hazard());
    }

    /** @param by code of the first responder */
    public Facts facts(String number, Judgement judgement, String by, Instant openedAt) {
        return new Facts(
                number,
                intake,
                category.label(),
                area(),
                location.site(),
                location.label(),
                judgement.priority(),
                judgement.urgent(),
                judgement.reportTo(),
                by,
                judgement.post(),
                openedAt);
    }
}
