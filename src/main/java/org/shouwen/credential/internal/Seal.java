package org.shouwen.credential.internal;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shouwen.credential.Credentials.Reference;

/**
 * Signs references: the reference as text, then the first half of its HMAC-SHA-256 (RFC 2104 allows half, and the QR code
 * stays small), all as base64url.
 */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK = 16;
    private static final int LONGEST = 400;

    /** Kind and number never hold a separator, so one text is one reference. */
    private static final Pattern REFERENCE = Pattern.compile("([A-Z_]{1,24}) ([0-9A-Z-]{1,40}) ([1-9][0-9]{0,8})");

    private final SecretKeySpec key;

    Seal(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @throws IllegalArgumentException where a part is not of the form that tokens carry */
    String token(Reference reference) {
        String text = "%s %s %d".formatted(reference.kind(), reference.subject(), reference.issue());
        if (!REFERENCE.matcher(text).matches()) {
            throw new IllegalArgumentException("no reference of a paper: " + text);
        }
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        byte[] signed = Arrays.copyOf(body, body.length + MARK);
        System.arraycopy(mark(body), 0, signed, body.length, MARK);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @return empty: not made by {@link #token}, in any other spelling either */
    Optional<Reference> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] signed = decoded(token);
        if (signed.length <= MARK) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(signed, signed.length - MARK);
        byte[] mark = Arrays.copyOfRange(signed, body.length, signed.length);
        // In constant time: how long it takes must not tell how much of a mark is right
        return MessageDigest.isEqual(mark, mark(body)) ? reference(body) : Optional.empty();
    }

    private static byte[] decoded(String token) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(token);
            // The last character has bits to spare: each paper has one token, not four
            return Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(signed)
                            .equals(token)
                    ? signed
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Optional<Reference> reference(byte[] body) {
        try {
            String text = StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(body))
                    .toString();
            Matcher parts = REFERENCE.matcher(text);
            return parts.matches()
                    ? Optional.of(new Reference(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private byte[] mark(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
