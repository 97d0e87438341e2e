package org.shouwen.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Marks that only this desk can make, on what is handed out and comes back: the same on every node. */
public interface Signatures {

    /**
     * @param purpose what the mark is for; a mark of one purpose is none of another
     * @param text what is marked
     * @return HMAC-SHA-256 as base64url, 43 characters
     */
    String of(String purpose, String text);

    /** @return the text, without a full stop in it, and its mark behind one */
    default String signed(String purpose, String text) {
        return text + "." + of(purpose, text);
    }

    /** @return the text of what was signed here for this purpose; empty: it was not */
    default Optional<String> read(String purpose, String signed) {
        String text = signed.substring(0, Math.max(0, signed.indexOf('.')));
        return Optional.of(text)
                .filter(own -> MessageDigest.isEqual(
                        signed.getBytes(StandardCharsets.UTF_8),
                        signed(purpose, own).getBytes(StandardCharsets.UTF_8)));
    }
}
