package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.shouwen.testing.Api;

/**
 * Several people do the same thing at the same moment: one of them did it, all others are told so with who and when, and nobody
 * meets an error or is told that he may not. {@code -Draces=1000} is the whole; the gate takes a share, which
 * {@code -Draces.seed} repeats.
 */
final class Race {

    /** Half of them at steps, half at deeds. */
    static final int ROUNDS = Integer.getInteger("races", 20) / 2;

    static final long SEED = Long.getLong("races.seed", System.nanoTime());

    private static final ExecutorService PEOPLE = Executors.newCachedThreadPool(work -> {
        Thread person = new Thread(work);
        person.setDaemon(true);
        return person;
    });

    private static final Pattern WHO_AND_WHEN = Pattern.compile("\\p{IsHan}{2,3}在 .*\\d\\d:\\d\\d 办理过");

    private final Map<String, Integer> rounds = new TreeMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    /** @return what each was answered */
    List<Api.Answer> run(String what, List<Supplier<Api.Answer>> people) {
        CyclicBarrier start = new CyclicBarrier(people.size());
        List<Future<Api.Answer>> pressed = people.stream()
                .map(person -> PEOPLE.submit((Callable<Api.Answer>) () -> {
                    start.await();
                    return person.get();
                }))
                .toList();
        List<Api.Answer> told = new ArrayList<>();
        for (Future<Api.Answer> answer : pressed) {
            try {
                told.add(answer.get());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        rounds.merge(what, 1, Integer::sum);
        told.forEach(answer -> answers.merge(answer.status(), 1, Integer::sum));
        return told;
    }

    static boolean won(Api.Answer answer) {
        return answer.status() < 300;
    }

    static void assertOneWon(String what, List<Api.Answer> answers) {
        assertThat(answers.stream().filter(Race::won).count())
                .as("%s: %s", what, words(answers))
                .isEqualTo(1);
        assertLosersKnow(what, answers);
    }

    static void assertLosersKnow(String what, List<Api.Answer> answers) {
        assertThat(words(answers.stream().filter(answer -> !won(answer)).toList()))
                .as(what)
                .allMatch(told ->
                        told.startsWith("409 ") && WHO_AND_WHEN.matcher(told).find());
    }

    static boolean isToldWho(Api.Answer answer) {
        return answer.status() == 409 && WHO_AND_WHEN.matcher(answer.text()).find();
    }

    private static List<String> words(List<Api.Answer> answers) {
        return answers.stream()
                .map(answer -> answer.status() + " " + (won(answer) ? "" : answer.text()))
                .toList();
    }

    int rounds() {
        return rounds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return how often it was raced for */
    int rounds(String what) {
        return rounds.getOrDefault(what, 0);
    }

    @Override
    public String toString() {
        return "seed %d, %d races for %d things, answers by status %s"
                .formatted(SEED, rounds(), rounds.size(), answers);
    }
}
