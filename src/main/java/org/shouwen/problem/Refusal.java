package org.shouwen.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionTimedOutException;

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
        NOT_ALLOWED(403),
        /** He did it too often within a while. */
        TOO_OFTEN(429),
        /** Nobody can do anything now: the database does not answer. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** @return the HTTP status */
        public int status() {
            return status;
        }
    }

    private static final String OVERTAKEN = "ticket-changed";
    /** Deadlock or serialisation (SQL standard, class 40), H2's timeout at a lock; what there is once was made meanwhile. */
    private static final Pattern ENDED = Pattern.compile("40\\w{3}|HYT00|90131|23505");
    /** No connection, no room, shut down, cancelled (classes 08, 53, 57); H2's broken and closed ones. */
    private static final Pattern GONE = Pattern.compile("(08|53|57)\\w{3}|90067|90098|90121");

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

    /** @param field the request's field that names whoever, or whatever, cannot be chosen now */
    public static Refusal notPossibleNow(String name, String field, String sentence) {
        return new Refusal(Kind.NOT_POSSIBLE_NOW, name, field, sentence);
    }

    public static Refusal notAllowed(String name, String sentence) {
        return new Refusal(Kind.NOT_ALLOWED, name, null, sentence);
    }

    public static Refusal tooOften(String name, String sentence) {
        return new Refusal(Kind.TOO_OFTEN, name, null, sentence);
    }

    /** Somebody else was faster: what was asked for may well be possible once that is seen. */
    public static Refusal overtaken(String sentence) {
        return notPossibleNow(OVERTAKEN, sentence);
    }

    /** @return the same refusal, whose sentence goes on with this */
    public Refusal and(String more) {
        return new Refusal(kind, name, field, getMessage() + more);
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

    /** @return the refusal that whoever asked for what failed reads; that somebody else was faster, or the database silent, is one, too */
    public static Optional<Refusal> said(Throwable failure) {
        return in(failure)
                .or(() -> isRace(failure)
                        ? Optional.of(notPossibleNow("changed-meanwhile", "刚刚有人办理过，请刷新后再试"))
                        : Optional.empty())
                .or(() -> isOutage(failure)
                        ? Optional.of(new Refusal(Kind.UNAVAILABLE, "database-silent", null, "系统暂时连不上数据库，没有办成；请过几秒再试"))
                        : Optional.empty());
    }

    /** @return whether the database was not there, did not answer in time or had no connection left */
    public static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLTimeoutException
                        || cause instanceof TransactionTimedOutException
                        || cause instanceof SQLException sql
                                && GONE.matcher(String.valueOf(sql.getSQLState()))
                                        .matches());
    }

    /**
     * @return whether two did the same thing at once and this is the slower one: an optimistic lock is lost, or the database
     *     ended one of two that waited for each other or made the same thing
     */
    public static boolean isRace(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Refusal::isLost);
    }

    /** The engine has an exception of its own for this; only its name is known here. */
    private static boolean isLost(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || failure.getClass().getSimpleName().equals("OptimisticLockingException")
                || failure instanceof Refusal refusal && refusal.name.equals(OVERTAKEN)
                || failure instanceof SQLException sql
                        && ENDED.matcher(String.valueOf(sql.getSQLState())).matches();
    }
}
