package org.shouwen.notification.internal;

import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What the other side's answer means. */
final class SmtpFailure {

    private SmtpFailure() {}

    /**
     * @return whether no repetition can help: a wrong address or an answer 5xx. A refused login counts as temporary,
     *     because it is our setting and no fault of the notice
     */
    static boolean isPermanent(MailException failure) {
        return all(failure).stream().anyMatch(t -> t instanceof AddressException || code(t) >= 500);
    }

    /** @return the innermost message: what the server said, or why it could not be reached */
    static String reason(MailException failure) {
        return all(failure).stream()
                .filter(t -> code(t) > 0)
                .findFirst()
                .or(() -> all(failure).stream().reduce((outer, inner) -> inner))
                .map(Throwable::getMessage)
                .orElse(failure.getMessage());
    }

    private static int code(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException refused) {
            return refused.getReturnCode();
        }
        if (failure instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode();
        }
        return 0;
    }

    /** The failure with everything that hides in it; Spring keeps failed messages apart from causes. */
    private static Set<Throwable> all(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        java.util.LinkedHashSet<Throwable> ordered = new java.util.LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            ordered.add(next);
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof MailSendException send) {
                Collections.addAll(open, send.getMessageExceptions());
            }
        }
        return ordered;
    }
}
