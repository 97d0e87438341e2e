package org.shouwen.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.shouwen.calendar.Due;

/**
 * A computed deadline.
 *
 * @param due ISO date-time with the offset of the zone
 * @param warning absent: nothing is known that may move the date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadlineView(String due, String explanation, String warning) {

    static DeadlineView of(Due due, ZoneId zone) {
        String at = due.at().atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return new DeadlineView(at, due.explanation(), due.warning());
    }
}
