package org.shouwen.attachment.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.shouwen.problem.Refusal;

/**
 * A photo is decoded and drawn anew: where it was taken, with what, and whatever else hid in the file stays behind. Its
 * size is asked before a single pixel is decoded, and what is too large to look at is read in coarser steps.
 */
final class Photo {

    static final long MOST_PIXELS = 40_000_000L;

    /** A white sheet that was scanned at 300 dots an inch is nearly nothing in a file. */
    private static final long PIXELS_OF_A_SHEET = 16_000_000L;

    /** A screenshot has a few a byte; what was made to cost time has hundreds, and all but a JPEG decodes each of them. */
    private static final long MOST_PIXELS_A_BYTE = 20;

    /** Of the photo that is kept; a page of A4 can still be read. */
    static final int LONGEST_SIDE = 2560;

    private static final int LONGEST_DECODED = 2 * LONGEST_SIDE;
    private static final float QUALITY = 0.85f;

    private Photo() {}

    /**
     * @param format of ImageIO
     * @return a JPEG, upright
     * @throws Refusal where it is too large, or no photo after all
     */
    static byte[] drawnAnew(byte[] file, String format, String name) {
        try {
            return encode(upright(decode(file, format, name), ExifOrientation.of(file)));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // Decoders meet a broken file with whatever occurs to them
            throw Refusal.invalid("file-broken", "files", "“" + name + "”打不开，可能没有传完整，请重新拍照或选择");
        }
    }

    private static BufferedImage decode(byte[] file, String format, String name) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw Refusal.invalid("photo-too-large", "files", "“" + name + "”超过 4000 万像素，请调低相机的像素或截图后再传");
            }
            if (!format.equals("jpeg")
                    && (long) width * height > PIXELS_OF_A_SHEET + (long) file.length * MOST_PIXELS_A_BYTE) {
                throw Refusal.invalid("photo-too-large", "files", "“" + name + "”像素很多而几乎没有内容，打开它太费时；请重新拍照或截图后再传");
            }
            ImageReadParam coarser = reader.getDefaultReadParam();
            int step = (Math.max(width, height) + LONGEST_DECODED - 1) / LONGEST_DECODED;
            coarser.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, coarser);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage photo, ExifOrientation orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(photo.getWidth(), photo.getHeight()));
        int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
        boolean turned = orientation.swapsSides();
        BufferedImage drawn =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turn = orientation.turn(width, height);
            turn.scale((double) width / photo.getWidth(), (double) height / photo.getHeight());
            pen.drawImage(photo, turn, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] encode(BufferedImage photo) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(photo, null, null), how);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
