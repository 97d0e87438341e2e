package org.shouwen.incident;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who follows whom, in our own tables. A ticket that is worked on by itself again follows nobody any more. */
public interface Followers {

    /**
     * Holds these tickets until the transaction ends, so that nobody else joins, settles or moves them meanwhile; always in
     * the same order, so that two people do not hold each other up. What is read afterwards is as it is now.
     */
    void hold(Collection<String> tickets);

    void add(Follower follower);

    /** The ticket follows nobody any more. */
    void remove(String ticket);

    /** All that follow one incident follow another one from now on, and so do the texts that were told to them. */
    void move(String from, String to);

    /** @return what the ticket follows */
    Optional<Follower> find(String ticket);

    /** @return the incident's followers, first come first */
    List<Follower> of(String incident);

    /** @return numbers of those that still wait for the incident's end, first come first */
    List<String> waiting(String incident, int most);

    /** @return how many follow each of these; without those that nobody follows */
    Map<String, Integer> count(Collection<String> incidents);

    /**
     * @param reader code of the person who reads; incidents that he is kept out of are left out
     * @return numbers of the incidents that are open, or were opened in the month; open ones and the newest first
     */
    List<String> incidents(YearMonth month, String reader, int most);

    /** @return what was reported in a month, by site and kind; site empty: at all sites that had something */
    List<IncidentFigures> figures(String site, YearMonth month);
}
