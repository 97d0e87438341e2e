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
        return letters.current(ticket.number())
                .map(letter -> Map.<String, Object>of(
                        "letterParty", letter.party().label(),
                        "letterName", letter.name(),
                        "letterNumber", letter.letterNumber(),
                        "letterPromised", MOMENT.format(letter.promisedOn().atZone(zone))))
                .orElse(Map.of());
    }
}
