package org.shouwen.ticket.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction reads a ticket once: a step of a flow asks a dozen parts of a diagram about the same ticket. What was
 * read is forgotten with the transaction; where the transaction writes the ticket, what it wrote takes its place. Everybody gets an aggregate of his
 * own; one that is out of date is refused when it is saved, as ever.
 */
final class ReadOnce {

    /** What one transaction knows. */
    private static final class Known {

        private final Map<String, TicketRow> rows = new HashMap<>();
        private final Set<String> added = new HashSet<>();
    }

    /** @return what the transaction has read under that number, or what {@code reader} reads now */
    Optional<TicketRow> row(String number, Supplier<Optional<TicketRow>> reader) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return reader.get();
        }
        Map<String, TicketRow> rows = known().rows;
        TicketRow row = rows.get(number);
        if (row != null) {
            return Optional.of(row);
        }
        Optional<TicketRow> read = reader.get();
        read.ifPresent(found -> rows.put(number, found));
        return read;
    }

    /** @param row what the transaction has just stored under a new number */
    void added(TicketRow row) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().added.add(row.facts().number());
            known().rows.put(row.facts().number(), row);
        }
    }

    /** @param row what the transaction has just stored: whoever asks from now on need not read it */
    void saved(TicketRow row) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().rows.put(row.facts().number(), row);
        }
    }

    /** @return whether the running transaction has added it */
    boolean isNew(String number) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && known().added.contains(number);
    }

    void forget(String number) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().rows.remove(number);
        }
    }

    private Known known() {
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new Known();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Ending());
        }
        return known;
    }

    /** Another transaction in between has nothing to do with what this one has read. */
    private final class Ending implements TransactionSynchronization {

        private Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResource(ReadOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ReadOnce.this, suspended);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }
    }
}
