package org.shouwen.roster;

import java.time.Instant;
import java.util.List;

/** What people have in hand; the feature that knows implements it, so that nobody's post or account ends over open work. */
public interface WorkInHand {

    /**
     * @param post code of the post
     * @return numbers of the post's open tickets that the person works on
     */
    List<String> numbers(String staff, String post);

    /** @return what the person has in hand, one a line, for whoever is about to shut him out */
    List<String> describe(String staff, Instant at);

    /**
     * The person cannot sign in any more: what nobody has begun goes back to its post, the rest on to whoever stands in. Asked
     * again it changes nothing.
     *
     * @param by who shut him out
     * @return what became of each, in a sentence
     */
    List<String> giveBack(String staff, String by, Instant at);
}
