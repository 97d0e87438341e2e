package org.shouwen.resident.web;

import java.util.List;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.resident.LinkDesk;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Links to the resident's page of a ticket, as staff give and end them. */
@Component
@Order(11)
record LinkDeeds(LinkDesk links) implements Deeds {

    static final String ISSUE = "resident-links";
    static final String REVOKE = "resident-links/revocation";

    /** @param link its address, which nobody can ask for again */
    record LinkView(String link) {}

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(ISSUE, "生成业主链接", "A link to the resident's page of the ticket, told once", Who.OFFICE)
                        .apart()
                        .once()
                        .creating()
                        .does(this::issue),
                Deed.of(
                                REVOKE,
                                "作废业主链接",
                                "No link that was given so far opens the resident's page any more",
                                Who.OFFICE)
                        .apart()
                        .saying("以前给出的业主链接都已作废。")
                        .changes((ticket, given, caller) -> links.revoke(ticket.number(), caller.code(), caller.at())));
    }

    /** The link is shown once, to whoever asked for it; after that nobody knows it but the resident. */
    private Outcome issue(Ticket ticket, Given given, Caller caller) {
        String link = links.issue(ticket.number(), caller.code(), caller.at());
        return Outcome.of(new LinkView(link)).showing("residentLink", link);
    }
}
