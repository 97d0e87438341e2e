package org.shouwen.returnvisit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which tickets are visited where not all are: told by the number alone, so that nobody can pick the easy ones (D4). */
final class Sample {

    private static final int PERCENT = 100;

    private Sample() {}

    /** @param rate 0 to 100 */
    static boolean draws(String number, int rate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(ByteBuffer.wrap(digest).getInt(), PERCENT) < rate;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
