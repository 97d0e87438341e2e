package org.shouwen.resident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.credential.Signatures;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.ResidentLinks;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvent;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives links to residents' pages, makes them invalid, and says which ticket one opens. A link opens one page of one
 * ticket, until a fortnight after the matter has ended and all that was promised in it, or until its reporter has moved out;
 * a matter that starts again is open again. What holds of the
 * resident's links holds of those of a second person: they end with the others, and are made invalid with them.
 */
@Component
public class LinkDesk implements ResidentLinks {

    /** How long after the end of the matter its page can still be opened. */
    public static final Duration AFTER_THE_END = Duration.ofDays(14);

    private final Links links;
    private final Tickets tickets;
    private final ObjectProvider<Aftermath> afterwards;
    private final Signatures signatures;
    private final Moments moments;
    private final String publicUrl;

    LinkDesk(
            Links links,
            Tickets tickets,
            ObjectProvider<Aftermath> afterwards,
            Signatures signatures,
            Moments moments,
            @Value("${shouwen.public-url}") String publicUrl) {
        this.links = links;
        this.tickets = tickets;
        this.afterwards = afterwards;
        this.signatures = signatures;
        this.moments = moments;
        this.publicUrl = publicUrl;
    }

    /**
     * How a ticket's links stand.
     *
     * @param open how many open a page of it, a second person's among them
     * @param last when the last of them was given, or null
     * @param end when they stop opening, or null: the matter has not ended
     */
    public record Standing(int open, Instant last, Instant end) {}

    /**
     * A member of staff takes a link to hand it to the resident; the timeline says so.
     *
     * @return its address, which is known here and now only
     */
    @Transactional
    public String issue(String ticket, String by, Instant at) {
        if (hasExpired(tickets.get(ticket), at)) {
            throw Refusal.notPossibleNow("link-over", "工单 " + ticket + " 办结已超过 14 天，不能再生成业主链接");
        }
        if (isOfFormerResident(ticket, at)) {
            throw Refusal.notPossibleNow("reporter-left", "报事人已经搬离，不能再给他生成业主链接；请先在工单上“补充报事人”，写明现在由谁跟进");
        }
        tickets.note(ticket, LinkEvent.ISSUED, "生成业主链接", by, at);
        return give(LinkToken.random(), ticket, null, by, at);
    }

    @Override
    @Transactional
    public String of(String ticket, String purpose, String occasion, Instant at) {
        LinkToken token = LinkToken.signed(signatures, occasion);
        Optional<Link> given = links.withHash(token.hash());
        if (given.isEmpty()) {
            return give(token, ticket, purpose, TimelineEntry.SYSTEM, at);
        }
        return given.get().revokedAt() == null
                ? address(token)
                : give(LinkToken.random(), ticket, purpose, TimelineEntry.SYSTEM, at);
    }

    @Override
    public boolean isOfFormerResident(String ticket, Instant at) {
        return links.isOfFormerResident(ticket, moments.date(at));
    }

    private String give(LinkToken token, String ticket, String purpose, String by, Instant at) {
        links.add(token.hash(), ticket, purpose, by, at);
        return address(token);
    }

    private String address(LinkToken token) {
        return publicUrl + "/r/" + token.text();
    }

    /** No link that was given so far opens the ticket's page any more. */
    @Transactional
    public void revoke(String ticket, String by, Instant at) {
        tickets.get(ticket);
        int revoked = links.revoke(ticket, by, at);
        if (revoked == 0) {
            throw Refusal.notPossibleNow("link-none", "工单 " + ticket + " 没有有效的业主链接");
        }
        tickets.note(ticket, LinkEvent.REVOKED, "作废业主链接 " + revoked + " 个", by, at);
    }

    /** @return empty: nobody gave such a link, or it opens nothing any more; which of it is nobody's business */
    public Optional<Link> open(String token, Instant at) {
        return LinkToken.of(token)
                .flatMap(known -> links.withHash(known.hash()))
                .filter(link -> opens(link, at));
    }

    /** @return the link, where it still opens its page */
    public Optional<Link> open(long id, Instant at) {
        return links.find(id).filter(link -> opens(link, at));
    }

    public Standing standing(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        List<Link> open =
                links.of(number).stream().filter(link -> opens(link, at)).toList();
        return new Standing(
                open.size(),
                open.stream().map(Link::issuedAt).max(Comparator.naturalOrder()).orElse(null),
                end(ticket).orElse(null));
    }

    private boolean opens(Link link, Instant at) {
        return link.revokedAt() == null
                && tickets.find(link.ticket())
                        .filter(ticket -> !hasExpired(ticket, at))
                        .isPresent()
                // A second person is asked for what he has to do with the home, wherever the reporter lives
                && (link.purpose() != null || !isOfFormerResident(link.ticket(), at));
    }

    private boolean hasExpired(Ticket ticket, Instant at) {
        return end(ticket).filter(at::isAfter).isPresent();
    }

    /** @return when the ticket's links end; empty while the matter, or what was promised in it, goes on */
    private Optional<Instant> end(Ticket ticket) {
        if (!ticket.status().isFinal()) {
            return Optional.empty();
        }
        List<TimelineEntry> timeline = tickets.timeline(ticket.number());
        Optional<Instant> ended = timeline.stream()
                .filter(entry -> entry.means(TimelineEvent.Meaning.END))
                .map(TimelineEntry::at)
                .max(Comparator.naturalOrder())
                .or(() -> timeline.stream().map(TimelineEntry::at).max(Comparator.naturalOrder()));
        return Stream.concat(ended.stream(), afterwards.stream().flatMap(next -> next.last(ticket.number()).stream()))
                .max(Comparator.naturalOrder())
                .filter(last -> !last.equals(Instant.MAX))
                .map(last -> last.plus(AFTER_THE_END));
    }
}
