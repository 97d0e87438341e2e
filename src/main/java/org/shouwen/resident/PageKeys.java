package org.shouwen.resident;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What a browser holds once a link was opened, in place of the link: for one page of one ticket, for a short while, and void
 * with the link. A resident's key opens no page of a second person, whose key opens nothing but his own. Nothing is stored
 * for it, so that opening a link, which chat programs do for their previews, changes nothing.
 */
@Component
public class PageKeys {

    /** Since the page was last used. */
    public static final Duration VALID = Duration.ofHours(1);

    private static final Pattern KEY = Pattern.compile("(\\d{1,18})\\.(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

    private final LinkDesk links;

    PageKeys(LinkDesk links) {
        this.links = links;
    }

    public String cut(Link link, Instant at) {
        String text = link.id() + "." + at.plus(VALID).getEpochSecond();
        return text + "." + sign(link, text);
    }

    /**
     * @param path of the request
     * @return the link that the key stands for; empty: it does not fit this page, is out of date, or its link is void
     */
    public Optional<Link> opening(String path, String key, Instant at) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches() || at.getEpochSecond() >= Long.parseLong(parts.group(2))) {
            return Optional.empty();
        }
        String text = parts.group(1) + "." + parts.group(2);
        return links.open(Long.parseLong(parts.group(1)), at)
                .filter(link -> link.opens(path))
                .filter(link -> same(sign(link, text), parts.group(3)));
    }

    /** @return the mark of the page's forms; it opens nothing */
    public String forForms(Link link) {
        return sign(link, "form");
    }

    private static boolean same(String expected, String told) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), told.getBytes(StandardCharsets.US_ASCII));
    }

    private static String sign(Link link, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(link.tokenHash().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((link.ticket() + "|" + text).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
