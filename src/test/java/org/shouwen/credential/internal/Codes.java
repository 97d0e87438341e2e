package org.shouwen.credential.internal;

/** QR codes for tests of other modules, without a desk. */
public final class Codes {

    private Codes() {}

    public static byte[] png(String text) {
        return new QrCode(text).png();
    }
}
