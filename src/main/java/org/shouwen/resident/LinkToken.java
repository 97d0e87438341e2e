package org.shouwen.resident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouwen.credential.Signatures;

/** The secret part of a link; it is told once, and only its hash is ever stored. */
record LinkToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final int LENGTH = 32;
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");

    /** @return 192 random bits */
    static LinkToken random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** @return the same 192 bits for the same occasion, which nobody knows without the house's secret */
    static LinkToken signed(Signatures signatures, String occasion) {
        return new LinkToken(signatures.of("resident-link", occasion).substring(0, LENGTH));
    }

    /** @return empty: it cannot be one */
    static Optional<LinkToken> of(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** @return SHA-256 in hex; enough for a random secret */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
