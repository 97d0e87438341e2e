package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

class SmtpFailureTest {

    @Test
    void answers5xxArePermanentAnd4xxAreNot() throws Exception {
        assertThat(SmtpFailure.isPermanent(refusedRecipient(550))).isTrue();
        assertThat(SmtpFailure.isPermanent(refusedRecipient(450))).isFalse();
        assertThat(SmtpFailure.isPermanent(refusedMessage(554))).isTrue();
        assertThat(SmtpFailure.isPermanent(refusedMessage(421))).isFalse();
    }

    @Test
    void anUnreachableServerOrARefusedLoginIsTemporary() {
        assertThat(SmtpFailure.isPermanent(
                        new MailSendException("x", new MessagingException("y", new ConnectException()))))
                .isFalse();
        assertThat(SmtpFailure.isPermanent(new MailAuthenticationException("535")))
                .isFalse();
    }

    @Test
    void theReasonIsWhatTheServerSaid() throws Exception {
        assertThat(SmtpFailure.reason(refusedRecipient(550))).isEqualTo("550 no such user");
        assertThat(SmtpFailure.reason(new MailSendException(
                        "Mail server connection failed",
                        new MessagingException("Could not connect", new ConnectException("Connection refused")))))
                .isEqualTo("Connection refused");
    }

    /** As Angus Mail and Spring wrap a refused recipient. */
    private static MailException refusedRecipient(int code) throws Exception {
        InternetAddress to = new InternetAddress("a@example.org");
        Exception refused = new SMTPAddressFailedException(to, "RCPT TO:<a@example.org>", code, code + " no such user");
        Exception send = new SendFailedException(
                "Invalid Addresses", refused, new Address[0], new Address[0], new Address[] {to});
        return new MailSendException(Map.of("mail", send));
    }

    private static MailException refusedMessage(int code) {
        Exception send = new SMTPSendFailedException(
                "DATA", code, code + " refused", null, new Address[0], new Address[0], new Address[0]);
        return new MailSendException(Map.of("mail", send));
    }
}
