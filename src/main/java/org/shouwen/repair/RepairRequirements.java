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
record RepairRequirements(Repairs repairs, Categories categories, Decisions decisions) implements RequirementList {

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
                                "appointment", ticket.facts().intake().appointment() != null,
                                "external", responsibility.isRepairedByOthers(ticket, () -> category)))
                .stream()
                .map(row -> words((String) row.get("item"), (String) row.get("basis")))
                .toList();
    }

    /** A law is named to the resident; what is only our own rule is not. */
    private static String words(String item, String basis) {
        return basis.startsWith("《") ? item + "（依据：" + basis + "）" : item;
    }
}
