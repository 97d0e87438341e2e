package org.shouwen.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Files as residents send them, and as nobody should. */
public final class SentFiles {

    private SentFiles() {}

    /** @return a photo whose upper left quarter is red and whose lower right quarter is blue */
    public static byte[] photo(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(230, 225, 210));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, height / 2, width / 2, height / 2);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @return the JPEG as a telephone makes it: with how it was held, and a remark that says where */
    public static byte[] withExif(byte[] jpeg, int orientation, String place) {
        byte[] words = (place + '\0').getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + words.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(words.length).putInt(8 + 2 + 24 + 4);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(words);
        int length = 2 + 6 + tiff.capacity();
        return ByteBuffer.allocate(jpeg.length + 2 + length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** @return a small file that says it is a picture of that size */
    public static byte[] pngOf(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) 2)
                        .array());
        chunk(out, "IDAT", deflated(new byte[1 << 16]));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    public static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** @return a document whose catalog also says that */
    public static byte[] pdf(String catalog) {
        return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + catalog + " >>\nendobj\n"
                        + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @return a document with these objects packed into an object stream */
    public static byte[] pdfPacking(byte[] objects) {
        byte[] packed = deflated(objects);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.7\n3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                        + packed.length + " >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(packed);
        out.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
    /**
     * @param dictionary of the object stream, {@code %d} for where its objects begin
     * @param action of the catalog
     * @return a document of PDF 1.5: its catalog and pages in an object stream, where everything is in a packed table
     */
    public static byte[] pdfOfPackedCatalog(String dictionary, String action) {
        String catalog = "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S " + action + " >> >> ";
        String head = "1 0 2 " + catalog.length() + " ";
        byte[] packed = deflated(
                (head + catalog + "<< /Type /Pages /Kids [] /Count 0 >>").getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n".getBytes(StandardCharsets.ISO_8859_1));
        int objects = out.size();
        stream(out, 3, dictionary.replace("%d", String.valueOf(head.length())), packed);
        int table = out.size();
        ByteBuffer where = ByteBuffer.allocate(5 * 5);
        where.put((byte) 0).putShort((short) 0).putShort((short) 0);
        where.put((byte) 2).putShort((short) 3).putShort((short) 0);
        where.put((byte) 2).putShort((short) 3).putShort((short) 1);
        where.put((byte) 1).putShort((short) objects).putShort((short) 0);
        where.put((byte) 1).putShort((short) table).putShort((short) 0);
        stream(out, 4, "/Type /XRef /Size 5 /W [1 2 2] /Root 1 0 R", deflated(where.array()));
        out.writeBytes(("startxref\n" + table + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static void stream(ByteArrayOutputStream out, int number, String dictionary, byte[] packed) {
        out.writeBytes((number + " 0 obj\n<< " + dictionary + " /Filter /FlateDecode /Length " + packed.length
                        + " >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(packed);
        out.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
    }
}
