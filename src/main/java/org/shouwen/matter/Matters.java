package org.shouwen.matter;

import org.shouwen.roster.Roster;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Locations;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.workflow.DecisionNotes;
import org.springframework.stereotype.Component;

/** Where matters are found, promised, kept and moved. */
@Component
public record Matters(
        Tickets tickets,
        Locations locations,
        Categories categories,
        Roster roster,
        TimeLimits limits,
        TimeLimitDesk clocks,
        DecisionNotes notes,
        MatterFlow flow) {}
