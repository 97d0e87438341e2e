package org.shouwen.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A kind of paper that can be held against a phone. The feature that issues it says what it is called, what must be the
 * same on the paper, and whether it holds; how that is told is one and the same for all.
 *
 * <p>What it says is read by anybody who has the paper in his hand: no name beyond {@code 张*}, no phone, no text that a
 * resident wrote.
 *
 * @param <T> a paper of the kind
 */
public interface Verifiable<T> {

    /** @return capital letters and underscores; no two features use the same */
    String kind();

    /** @return what it is: 装修施工登记证 */
    String title();

    /** @param number of the paper, signed by us, though it may be gone by now */
    Optional<T> find(String number);

    /** @return what must be the same on the paper, from top to bottom */
    List<Verdict.Fact> facts(T paper);

    /**
     * @param issue which copy under its number is shown, from 1; a lost one is replaced by the next
     * @return whether it holds at that moment, and why
     */
    Verdict.Holding holds(T paper, int issue, Instant at);

    /** @return what whoever shows a paper that is not there is told */
    default String noSuch(String number) {
        return "没有编号为 " + number + " 的" + title() + "。";
    }

    /** @return path of the page where a member of staff who is signed in goes on with the paper, {@code /desk/…}; mostly none */
    default Optional<String> staffPage(String token, String number) {
        return Optional.empty();
    }

    /** @return {@link Verdict.State#UNKNOWN} where there is no paper of that number */
    default Verdict verify(String number, int issue, Instant at) {
        return find(number).map(paper -> verdict(paper, issue, at)).orElseGet(() -> Verdict.unknown(noSuch(number)));
    }

    /** @return all that is to be said of the paper */
    default Verdict verdict(T paper, int issue, Instant at) {
        Verdict.Holding holding = holds(paper, issue, at);
        return new Verdict(holding.state(), title(), holding.sentence(), facts(paper));
    }
}
