package org.shouwen.incident;

import java.time.Instant;
import java.util.List;

/** Finds open tickets that may be about the same matter, in our own tables. */
public interface Similarities {

    /**
     * Where another report comes from, and what it is about.
     *
     * @param category code of the category, or null while it is not chosen
     * @param site code of the site
     * @param home code of the home, or null
     * @param building code of the home's building, or null where no home is given
     * @param place code of the common place, or null
     */
    record Report(String kind, String category, String site, String home, String building, String place) {}

    /**
     * Open tickets of the same home; and of the same category those opened since then which are in the same building or at
     * the same place, concern the whole estate, or are at a common place while the report comes from a home, or the other
     * way round.
     *
     * @param reader code of the person who reads; tickets that he is kept out of are left out
     * @return their numbers, newest first; in place of one that follows an incident, the incident's
     */
    List<String> numbers(Report report, Instant since, String reader, int most);
}
