package org.shouwen.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What was answered to questions, by name. Every reading checks, and refuses in one sentence that names the field. */
public interface Answers {

    /** @return what was written, to be read and refused in the words of its door */
    Written written(String name, String label);

    /** @return the text without outer blanks; never blank, at most {@code max} characters */
    default String text(String name, String label, int max) {
        return written(name, label).text(max);
    }

    default Optional<String> optionalText(String name, String label, int max) {
        return given(name, label).map(written -> written.text(max));
    }

    default <E extends Enum<E>> E choice(String name, String label, Class<E> type) {
        return written(name, label).code(type);
    }

    default <E extends Enum<E>> Optional<E> optionalChoice(String name, String label, Class<E> type) {
        return given(name, label).map(written -> written.code(type));
    }

    /** @param otherwise where nothing was answered */
    default int whole(String name, String label, int otherwise, int min, int max) {
        return given(name, label).map(written -> written.whole(min, max)).orElse(otherwise);
    }

    /** @return a moment; a text without offset is local time in {@code zone} */
    default Optional<Instant> moment(String name, String label, ZoneId zone) {
        return given(name, label).map(written -> written.moment(zone));
    }

    /** @return a day, for example 2026-11-23 */
    default LocalDate date(String name, String label) {
        return written(name, label).date();
    }

    private Optional<Written> given(String name, String label) {
        return Optional.of(written(name, label)).filter(Written::isGiven);
    }
}
