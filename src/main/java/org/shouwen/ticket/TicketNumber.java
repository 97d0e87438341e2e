package org.shouwen.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.problem.Typed;

/** The number of a ticket as people type it: bx-26-000001, ＢＸ２６００００００１, BX 26 000001. */
public final class TicketNumber {

    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})-?(\\d{2})-?(\\d{6,9})");

    private TicketNumber() {}

    /** @return {@code BX-26-000001}, if it is a number; whether there is such a ticket is another matter */
    public static Optional<String> find(String typed) {
        Matcher number =
                NUMBER.matcher(Typed.dashed(typed).replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT));
        return Optional.of(number)
                .filter(Matcher::matches)
                .map(found -> found.group(1) + "-" + found.group(2) + "-" + found.group(3));
    }
}
