package org.shouwen.goodsrelease;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What only a release of goods knows and the wording of its notices needs. */
@Component
class GoodsNotice implements NoticeFacts {

    private final GoodsReleases releases;
    private final Tickets tickets;
    private final Moments moments;

    GoodsNotice(GoodsReleases releases, Tickets tickets, Moments moments) {
        this.releases = releases;
        this.tickets = tickets;
        this.moments = moments;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        if (!ticket.kind().equals(GoodsKind.KIND)) {
            return Map.of();
        }
        var release = new LookUp<>(() -> releases.find(ticket.number()));
        Map<String, Object> facts = new HashMap<>();
        facts.put("goodsList", release.fact(GoodsRelease::list));
        facts.put(
                "applicant",
                release.fact(found -> found.application().applicant().label()));
        facts.put("slipUntil", release.fact(found -> found.slip()
                .map(slip -> moments.text(slip.until().minusSeconds(60)))
                .orElse(null)));
        facts.put("refusal", refusal(ticket.number()));
        return facts;
    }

    private Supplier<Object> refusal(String number) {
        return () -> tickets.timeline(number).stream()
                .filter(line -> line.is(TicketEvent.ANSWERED))
                .reduce((earlier, later) -> later)
                .map(line -> line.text().substring(line.text().indexOf('：') + 1))
                .orElse(null);
    }
}
