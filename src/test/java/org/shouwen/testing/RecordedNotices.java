package org.shouwen.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers what was told, as the outbox does: once an occasion, and only where the transaction commits. Fails on demand. */
public final class RecordedNotices implements Notices {

    private final Map<String, String> told = new LinkedHashMap<>();
    private RuntimeException failure;

    /** @param failure thrown by every telling until {@link #recover()} */
    void fail(RuntimeException failure) {
        this.failure = failure;
    }

    void recover() {
        failure = null;
    }

    void forget() {
        told.clear();
        recover();
    }

    /** @return stems of the templates, in the order they were told */
    List<String> told() {
        return new ArrayList<>(told.values());
    }

    @Override
    public void tellResident(Ticket ticket, Message message) {
        tell(ticket.number(), ".to-resident", message);
    }

    @Override
    public void tellSecondPerson(Ticket ticket, Message message) {
        tell(ticket.number(), ".to-secondperson", message);
    }

    @Override
    public void tellHandler(Ticket ticket, Message message) {
        tell(ticket.number(), ".to-handler", message);
    }

    @Override
    public void tellResponsible(Ticket ticket, Message message) {
        tell(ticket.number(), ".to-responsible", message);
    }

    @Override
    public void tellPerson(Ticket ticket, String staff, Message message) {
        tell(ticket.number(), ".to-person", message);
    }

    @Override
    public void tellStaff(String staff, Message message) {
        tell("", ".to-staff", message);
    }

    private void tell(String ticket, String addressee, Message message) {
        if (failure != null) {
            throw failure;
        }
        if (!message.template().endsWith(addressee)) {
            throw new IllegalArgumentException("the template " + message.template() + " is not for " + addressee);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.putIfAbsent(ticket + " " + message.occasion() + " " + message.template(), message.template());
            }
        });
    }

    @Override
    public List<Notice> ofTicket(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Notice> deadLetters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int deadLetterCount() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resend(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(long id, String by) {
        throw new UnsupportedOperationException();
    }
}
