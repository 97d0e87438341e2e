package org.shouwen.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The explaining sentence as it grows, day by day; days alike are said together. */
final class Clauses {

    /** @param holiday its name; empty: days worked in full, {@code time} altogether */
    record Run(LocalDate first, LocalDate last, int days, Duration time, String holiday) {}

    private final List<String> said = new ArrayList<>();
    private final Wording wording;
    private final Function<Run, String> wordsForWorked;
    private Run run;

    /** @param wordsForWorked called once for each run of days worked in full, in order */
    Clauses(Wording wording, Function<Run, String> wordsForWorked) {
        this.wording = wording;
        this.wordsForWorked = wordsForWorked;
    }

    /** An ordinary day that counts in full; free weekends do not part it from the one before. */
    void counted(LocalDate day, Duration time) {
        boolean goesOn = run != null && run.holiday().isEmpty();
        extend(goesOn, day, time, "");
    }

    void holiday(LocalDate day, String name) {
        boolean goesOn = run != null
                && run.holiday().equals(name)
                && run.last().plusDays(1).equals(day);
        extend(goesOn, day, Duration.ZERO, name);
    }

    void say(String clause) {
        flush();
        said.add(clause);
    }

    /** Ends the run of days. */
    void flush() {
        if (run != null) {
            said.add(
                    run.holiday().isEmpty()
                            ? wordsForWorked.apply(run)
                            : wording.days(run.first(), run.last()) + run.holiday() + "休假");
            run = null;
        }
    }

    String text() {
        flush();
        return String.join("，", said);
    }

    private void extend(boolean goesOn, LocalDate day, Duration time, String holiday) {
        if (goesOn) {
            run = new Run(run.first(), day, run.days() + 1, run.time().plus(time), holiday);
        } else {
            flush();
            run = new Run(day, day, 1, time, holiday);
        }
    }
}
