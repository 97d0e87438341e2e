package org.shouwen.externalparty;

import java.util.Map;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What a notice can say about the letter that is followed up. */
@Component
record LetterNotice(Letters letters, Moments moments) implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        var letter = new LookUp<>(() -> letters.current(ticket.number()));
        return Map.of(
                "letterParty", letter.fact(found -> found.party().label()),
                "letterName", letter.fact(Letter::name),
                "letterReference", letter.fact(Letter::letterNumber),
                "letterDone", letter.fact(found -> found.outcome() == Letter.Outcome.DONE),
                "letterPromised", letter.fact(found -> moments.text(found.promisedOn())));
    }
}
