package org.shouwen.attachment.internal;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the telephone was held. It stands among what is thrown away with the rest of EXIF, so it is read first: a photo that
 * lies on its side is hard to judge.
 *
 * @param code 1 to 8 as EXIF counts them
 */
record ExifOrientation(int code) {

    private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
    private static final int MARKER = 0xFF;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int LAST = 8;

    /** @return upright, too, where the file does not say, or says nonsense */
    static ExifOrientation of(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static ExifOrientation find(ByteBuffer file) {
        file.position(2);
        while ((file.get() & MARKER) == MARKER) {
            int segment = file.get() & MARKER;
            int length = file.getShort() & 0xFFFF;
            if (segment == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            int next = file.position() + length - 2;
            if (segment == EXIF_SEGMENT && file.getInt() == EXIF) {
                file.getShort();
                return inDirectory(file.slice());
            }
            file.position(next);
        }
        return UPRIGHT;
    }

    private static ExifOrientation inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int code = tiff.getShort(entry + 8);
                return code >= 1 && code <= LAST ? new ExifOrientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean swapsSides() {
        return code > 4;
    }

    /** @return what turns a picture of that size upright, with its corner at the origin */
    AffineTransform turn(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
