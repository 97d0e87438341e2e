package org.shouwen.externalparty;

import java.util.Map;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What a notice can say about the letter that is followed up. */
@Component
class LetterNotice implements NoticeFacts {

    private final Letters letters;
    private final Moments moments;

    LetterNotice(Letters letters, Moments moments) {
        this.letters = letters;
        this.moments = moments;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        var letter = new LookUp<>(() -> letters.current(ticket.number()));
        return Map.of(
                "letterParty", letter.fact(found -> found.party().label()),
                "letterName", letter.fact(Letter::name),
                "letterNumber", letter.fact(Letter::letterNumber),
                "letterPromised", letter.fact(found -> moments.text(found.promisedOn())));
    }
}
