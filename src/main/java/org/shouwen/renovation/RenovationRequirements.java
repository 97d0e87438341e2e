package org.shouwen.renovation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.RequirementList;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Everything that a renovation needs, and what of it was handed in with the application. */
@Component
record RenovationRequirements(Renovations renovations, Dossiers dossiers, Requirements requirements)
        implements RequirementList {

    @Override
    public String kind() {
        return RenovationDesk.KIND;
    }

    @Override
    public List<String> of(Ticket ticket) {
        return items(ticket).stream().map(Item::words).toList();
    }

    @Override
    public List<Item> items(Ticket ticket) {
        return requirements.of(renovations.get(ticket.number())).stream()
                .map(Requirement::item)
                .toList();
    }

    @Override
    public Map<String, OneTimeNotice.Settled> supplied(Ticket ticket) {
        return dossiers.handedIn(ticket.number()).stream()
                .collect(Collectors.toMap(HandedIn::code, paper -> new OneTimeNotice.Settled(paper.at(), paper.by())));
    }

    @Override
    public Optional<Instant> supplyBy(Ticket ticket) {
        return dossiers.waiting(ticket.number()).map(Dossiers.Wait::due);
    }
}
