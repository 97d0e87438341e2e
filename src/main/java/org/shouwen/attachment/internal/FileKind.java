package org.shouwen.attachment.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes. */
enum FileKind {
    JPEG,
    PNG,
    PDF,
    /** What telephones of one make take; common enough for a sentence of its own. */
    HEIC,
    EMPTY,
    OTHER;

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] PDF_START = {'%', 'P', 'D', 'F', '-'};
    private static final int BRAND = 4;
    private static final int BRAND_END = 12;

    static FileKind of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (starts(bytes, JPEG_START)) {
            return JPEG;
        }
        if (starts(bytes, PNG_START)) {
            return PNG;
        }
        if (starts(bytes, PDF_START)) {
            return PDF;
        }
        return isHeic(bytes) ? HEIC : OTHER;
    }

    private static boolean starts(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean isHeic(byte[] bytes) {
        return bytes.length > BRAND_END
                && new String(bytes, BRAND, BRAND_END - BRAND, StandardCharsets.ISO_8859_1)
                        .matches("ftyp(heic|heix|hevc|mif1|msf1)");
    }
}
