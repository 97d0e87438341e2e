package org.shouwen.repair;

import java.util.List;
import java.util.Map;
import org.shouwen.onetimenotice.RequirementList;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Everything a resident has to know and prepare for a repair, from the table {@code repair-requirements}. */
@Component
class RepairRequirements implements RequirementList {

    private final Repairs repairs;
    private final Categories categories;
    private final Decisions decisions;

    RepairRequirements(Repairs repairs, Categories categories, Decisions decisions) {
        this.repairs = repairs;
        this.categories = categories;
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return RepairDesk.KIND;
    }

    @Override
    public List<String> of(Ticket ticket) {
        Category category =
                categories.category(ticket.facts().intake().category()).orElseThrow();
        Responsibility responsibility = repairs.responsibility(ticket.number()).orElseThrow();
        return decisions
                .rows(
                        "repairRequirements",
                        Map.of(
                                "area", ticket.facts().area().name(),
                                "trade", category.trade().name(),
                                "hazard", category.hazard().name(),
                                "paid", responsibility.paid(),
                                "responsible", responsibility.responsible().name(),
                                "appointment", ticket.facts().intake().appointment() != null))
                .stream()
                .map(row -> (String) row.get("item"))
                .toList();
    }
}
