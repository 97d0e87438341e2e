package org.shouwen.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Function;
import org.shouwen.notification.Channel;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice;
import org.shouwen.ticket.Enclosures;
import org.shouwen.ticket.ResidentLinks;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail by SMTP: plain text in UTF-8, with a paper attached where one goes along. A repeated mail carries the same Message-ID. */
final class EmailChannel implements Channel {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSender sender;
    private final InternetAddress from;
    private final Function<String, Enclosures.Enclosure> papers;
    private final ResidentLinks links;
    private final Clock clock;

    /** @param papers finds the paper of a name */
    EmailChannel(
            JavaMailSender sender,
            String from,
            Function<String, Enclosures.Enclosure> papers,
            ResidentLinks links,
            Clock clock) {
        this.sender = sender;
        this.papers = papers;
        this.links = links;
        this.from = ours(from);
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public void send(Notice notice) {
        if (notice.isToResident() && links.isOfFormerResident(notice.ticket(), clock.instant())) {
            throw new Undeliverable("报事人已经搬离，不再给他发邮件。请问清这件事现在由谁跟进，在工单上“补充报事人”", null);
        }
        InternetAddress to = address(notice.address());
        try {
            MimeMessage mail = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, notice.enclosure() != null, UTF_8);
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(new Text(notice.subject(), "").subject());
            helper.setText(body(notice));
            if (notice.enclosure() != null) {
                enclose(papers.apply(notice.enclosure()), helper);
            }
            helper.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Message-ID", messageId(notice.dedupeKey()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            sender.send(mail);
        } catch (MessagingException e) {
            throw new Undeliverable("邮件无法生成：" + e.getMessage(), e);
        } catch (MailException e) {
            String reason = SmtpFailure.reason(e);
            throw SmtpFailure.isPermanent(e) ? new Undeliverable(reason, e) : new IllegalStateException(reason, e);
        }
    }

    /** Only now, as it leaves the house, does a notice to somebody outside get a link that opens; what is kept has none. */
    private String body(Notice notice) {
        return (notice.isToResident() || notice.isToSecondPerson())
                        && notice.body().contains(ResidentLinks.PLACE)
                ? notice.body()
                        .replace(
                                ResidentLinks.PLACE,
                                links.of(notice.ticket(), notice.purpose(), notice.dedupeKey(), clock.instant()))
                : notice.body();
    }

    private static void enclose(Enclosures.Enclosure paper, MimeMessageHelper helper) throws MessagingException {
        String ending = paper.mediaType().substring(paper.mediaType().indexOf('/') + 1);
        helper.addAttachment(paper.name() + "." + ending, new ByteArrayResource(paper.content()), paper.mediaType());
    }

    private String messageId(String dedupeKey) {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        return "<" + sha256(dedupeKey) + "@" + domain + ">";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InternetAddress address(String written) {
        try {
            if (written == null || written.isBlank()) {
                throw new AddressException("没有地址");
            }
            return single(written);
        } catch (AddressException e) {
            throw new Undeliverable("邮箱地址不正确：" + e.getMessage(), e);
        }
    }

    private static InternetAddress ours(String from) {
        try {
            InternetAddress address = single(from);
            address.setPersonal(address.getPersonal(), UTF_8);
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("shouwen.mail.from 不是邮箱地址：" + from, e);
        }
    }

    /** Exactly one address, and no control character that could start another header. */
    private static InternetAddress single(String written) throws AddressException {
        if (written.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("含有控制字符");
        }
        InternetAddress[] addresses = InternetAddress.parse(written.strip(), true);
        if (addresses.length != 1 || !addresses[0].getAddress().contains("@")) {
            throw new AddressException("须为一个邮箱地址", written);
        }
        addresses[0].validate();
        return addresses[0];
    }
}
