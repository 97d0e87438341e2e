package org.shouwen.problem;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Something a person asked for is not done, and why: one sentence in Chinese that names what is wrong. Over HTTP it
 * becomes an RFC 9457 problem whose {@code type} is {@code urn:shouwen:problem:<name>}.
 */
public class Refusal extends RuntimeException {

    /** What a caller can do about it; each kind is one HTTP status. */
    public enum Kind {
        /** There is no such thing. */
        NOT_FOUND(404),
        /** It exists, but its state forbids this now. */
        NOT_POSSIBLE_NOW(409),
        /** The request itself is wrong. */
        INVALID(422),
        /** The person may not do this. */
        NOT_ALLOWED(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** @return the HTTP status */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String name;
    private final String field;

    public Refusal(Kind kind, String name, String field, String sentence) {
        // No stack trace: it says what a person did, not where the program failed
        super(sentence, null, false, false);
        this.kind = kind;
        this.name = name;
        this.field = field;
    }

    /** @param field the request's field that is wrong, as the caller spelt it */
    public static Refusal invalid(String name, String field, String sentence) {
        return new Refusal(Kind.INVALID, name, field, sentence);
    }

    public static Refusal notFound(String name, String sentence) {
        return new Refusal(Kind.NOT_FOUND, name, null, sentence);
    }

    public static Refusal notPossibleNow(String name, String sentence) {
        return new Refusal(Kind.NOT_POSSIBLE_NOW, name, null, sentence);
    }

    public static Refusal notAllowed(String name, String sentence) {
        return new Refusal(Kind.NOT_ALLOWED, name, null, sentence);
    }

    public Kind kind() {
        return kind;
    }

    /** @return stable kebab-case name, part of the API */
    public String name() {
        return name;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** @return the refusal that hides below engine and Spring exceptions, if there is one */
    public static Optional<Refusal> in(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** @return the refusal that whoever asked for what failed reads; that somebody else was faster is one, too */
    public static Optional<Refusal> said(Throwable failure) {
        return in(failure).or(() -> Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Refusal::isRace)
                .findFirst()
                .map(race -> notPossibleNow("changed-meanwhile", "刚刚有人办理过，请刷新后再试")));
    }

    /** The engine has an exception of its own for this; only its name is known here. */
    private static boolean isRace(Throwable failure) {
        return failure instanceof OptimisticLockingFailureException
                || failure.getClass().getSimpleName().equals("OptimisticLockingException");
    }
}
