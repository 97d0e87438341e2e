package org.shouwen.access.process;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Page;

/** What a database would do for a query: a page of the rows, and {@code LIKE}. */
final class Paged {

    private Paged() {}

    /** @param page null means all */
    static <T> List<T> of(Stream<T> rows, Page page) {
        // The engine sorts and cuts lists it was given, so they are its own to change
        return (page == null ? rows : rows.skip(page.getFirstResult()).limit(page.getMaxResults()))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    static boolean like(String text, String pattern) {
        String regex = Pattern.quote(pattern).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
