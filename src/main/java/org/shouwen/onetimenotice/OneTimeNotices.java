package org.shouwen.onetimenotice;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The lists that were told, kept as they were told. */
public interface OneTimeNotices {

    /**
     * What a ticket was told.
     *
     * @param number of the notice; null where its kind only wants things known, and the items have nothing but a text
     */
    record Telling(String number, List<OneTimeNotice.Told> items) {

        public List<String> texts() {
            return items.stream().map(told -> told.item().text()).toList();
        }
    }

    /** @return the list as it was told, with or without a number, in one look-up; empty where nothing was yet */
    Optional<Telling> telling(String ticket);

    /** @return the items told for the ticket; empty where none were yet */
    default List<String> itemsOf(String ticket) {
        return telling(ticket).map(Telling::texts).orElse(List.of());
    }

    /** @return the ticket's numbered notice; empty where its kind only wants things known, or nothing was told yet */
    Optional<OneTimeNotice> of(String ticket);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    OneTimeNotice get(String ticket);

    /** @param notice number of a notice */
    Optional<OneTimeNotice> numbered(String notice);

    /** @return the month's breaches, newest first; site empty: of all sites */
    List<Breach> breaches(String site, YearMonth month);

    /** @return the breaches of one ticket, oldest first */
    List<Breach> breaches(String ticket);

    /** @return a month's figures, site by site; site empty: of all sites */
    List<NoticeFigures> figures(String site, YearMonth month);

    /** Stores what was told for a ticket. */
    void add(String ticket, List<String> items);

    /** Stores a numbered notice. */
    void add(OneTimeNotice notice, String site);

    /** @return positions of those of the items that were open until now */
    List<Integer> settle(String ticket, Collection<String> codes, OneTimeNotice.Settled settled);

    /** A settled item is needed once more. */
    void reopen(String ticket, String code);

    /** @return false where it has a receipt already */
    boolean receive(String ticket, Receipt receipt);

    /** Adds the item to the notice, and keeps that it was not there. */
    void later(Breach breach);

    /** @param at moment of the deed; a notice's year is the site's */
    String nextNumber(Instant at);
}
