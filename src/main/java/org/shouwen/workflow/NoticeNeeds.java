package org.shouwen.workflow;

import java.util.Map;
import java.util.Optional;

/** What the program's wordings speak of, for whoever judges the flows that send them. */
public interface NoticeNeeds {

    /**
     * @param title what people call the wording
     * @param facts what leaves a gap in it where a ticket has only what every ticket has, words by name; and the kind of
     *     ticket that its subject speaks of, by itself
     */
    record Need(String title, Map<String, String> facts) {}

    /**
     * @param stem name of a wording, {@code closed.to-resident}
     * @return empty: there is none of that name
     */
    Optional<Need> of(String stem);
}
