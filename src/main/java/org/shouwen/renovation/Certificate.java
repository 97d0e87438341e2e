package org.shouwen.renovation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 装修施工登记证: the renovation is registered and may be carried out as agreed. It is no licence: the house registers and
 * agrees, it permits nothing that the law forbids (建设部令第110号).
 *
 * @param number for example {@code ZJ-26-000001}
 * @param ticket number of the application's ticket
 * @param from first day of work
 * @param until last day of work
 * @param issuedBy code of the member of staff, or {@code system}
 * @param revokedAt since when it does not count any more
 */
public record Certificate(
        String number,
        String ticket,
        String site,
        LocalDate from,
        LocalDate until,
        Instant issuedAt,
        String issuedBy,
        Optional<Instant> revokedAt) {

    /** @return whether work may be done on that day */
    public boolean covers(LocalDate day) {
        return revokedAt.isEmpty() && !day.isBefore(from) && !day.isAfter(until);
    }
}
