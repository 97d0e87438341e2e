package org.shouwen.ticket.internal;

import java.util.Optional;

/**
 * Finds tickets by words of what is written about them. The one place that knows how: today the rows of a period are read,
 * an index may take its place without anybody noticing.
 */
interface WordSearch {

    /**
     * @param text as it was typed; words with blanks between them, of which each has to be found
     * @return which tickets have these words; empty where the text is no words: a code or digits
     */
    Optional<TicketFilter.Condition> of(String text);
}
