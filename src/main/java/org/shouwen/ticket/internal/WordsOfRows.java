package org.shouwen.ticket.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwen.estate.HomeCode;
import org.shouwen.problem.Typed;
import org.springframework.stereotype.Component;

/**
 * Reads the rows that the other filters and the period leave, with LIKE: two Chinese characters use no trigram of an index, and
 * both databases find the same (docs/adr/0028).
 */
@Component
class WordsOfRows implements WordSearch {

    private static final int MOST_WORDS = 5;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPECIAL = Pattern.compile("[!%_]");

    /** What was said, by whom, where and what it is about. */
    private static final List<String> WRITTEN = List.of("description", "reporter_name", "location", "category_label");

    /**
     * Where phones cannot stand: in a text some are read masked, and whoever could look for their digits in it would find
     * them one by one.
     */
    private static final List<String> WITHOUT_PHONES = List.of("location", "category_label");

    @Override
    public Optional<TicketFilter.Condition> of(String text) {
        if (isCode(text)) {
            return Optional.empty();
        }
        List<String> words = Stream.of(BLANKS.split(Typed.plain(text)))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        List<String> conditions = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        for (String word : words) {
            boolean digits = word.codePoints().anyMatch(Character::isDigit);
            List<String> columns = digits ? WITHOUT_PHONES : WRITTEN;
            boolean cased = word.chars().anyMatch(c -> c < 128 && Character.isLetter(c));
            conditions.add("("
                    + String.join(
                            " OR ",
                            columns.stream()
                                    .map(column -> (cased ? "LOWER(" + column + ")" : column) + " LIKE ? ESCAPE '!'")
                                    .toList())
                    + ")");
            String pattern = "%"
                    + SPECIAL.matcher(cased ? word.toLowerCase(Locale.ROOT) : word)
                            .replaceAll("!$0") + "%";
            params.addAll(Collections.nCopies(columns.size(), pattern));
        }
        return Optional.of(new TicketFilter.Condition(String.join(" AND ", conditions), params, ""));
    }

    /** A home as it is said, a code, a phone: without letters, or with digits and understood as a home. */
    private static boolean isCode(String text) {
        return text.codePoints().noneMatch(Character::isLetter)
                || text.codePoints().anyMatch(Character::isDigit)
                        && !HomeCode.start(text).equals(Typed.dashed(text));
    }
}
