package org.shouwen.externalparty;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a notice can say about the letter that is followed up. */
@Component
class LetterNotice implements NoticeFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Letters letters;
    private final ZoneId zone;

    LetterNotice(Letters letters, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.letters = letters;
        this.zone = zone;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        var letter = new LookUp<>(() -> letters.current(ticket.number()));
        return Map.of(
                "letterParty", letter.fact(found -> found.party().label()),
                "letterName", letter.fact(Letter::name),
                "letterNumber", letter.fact(Letter::letterNumber),
                "letterPromised",
                        letter.fact(found -> MOMENT.format(found.promisedOn().atZone(zone))));
    }
}
