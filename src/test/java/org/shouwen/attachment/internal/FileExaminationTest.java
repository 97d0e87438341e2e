package org.shouwen.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Upload;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.SentFiles;

/** Nothing about a file is believed; what cannot be made harmless is refused in a sentence that names it. */
class FileExaminationTest {

    private final FileExamination examination = new FileExamination();

    private CleanFile examine(String name, byte[] bytes) {
        return examination.of(new Upload(name, () -> new ByteArrayInputStream(bytes)));
    }

    private void refuse(String problem, String name, byte[] bytes) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> examine(name, bytes));
        assertThat(refusal).as("%s is taken", name).isNotNull();
        assertThat(refusal.name()).isEqualTo(problem);
        assertThat(refusal.getMessage()).matches("(?s).*\\p{IsHan}.*");
    }

    private static BufferedImage shown(CleanFile file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file.content()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 200 && color.getGreen() < 60 && color.getBlue() < 60;
    }

    @Test
    void whereAPhotoWasTakenStaysBehind() {
        byte[] sent = SentFiles.withExif(SentFiles.photo("jpeg", 400, 300), 1, "GPS 36.65N 117.12E");
        CleanFile kept = examine("厨房.jpg", sent);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("GPS 36.65N");
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        assertThat(kept.name()).isEqualTo("厨房.jpg");
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
    }

    /** The telephone says how it was held; the red corner is the upper left one of the scene. Positions in per cent. */
    @ParameterizedTest
    @CsvSource({
        "1, 400, 300, 10, 10", "2, 400, 300, 90, 10", "3, 400, 300, 90, 90", "4, 400, 300, 10, 90",
        "5, 300, 400, 10, 10", "6, 300, 400, 90, 10", "7, 300, 400, 90, 90", "8, 300, 400, 10, 90"
    })
    void aPhotoStandsUpright(int orientation, int width, int height, int x, int y) throws IOException {
        byte[] sent = SentFiles.withExif(SentFiles.photo("jpeg", 400, 300), orientation, "x");
        BufferedImage kept = shown(examine("a.jpg", sent));
        assertThat(kept.getWidth()).isEqualTo(width);
        assertThat(kept.getHeight()).isEqualTo(height);
        assertThat(isRed(kept.getRGB(width * x / 100, height * y / 100))).isTrue();
    }

    @Test
    void aLargePhotoIsKeptSmaller() throws IOException {
        BufferedImage kept = shown(examine("a.jpg", SentFiles.photo("jpeg", 5000, 3750)));
        assertThat(kept.getWidth()).isEqualTo(2560);
        assertThat(kept.getHeight()).isEqualTo(1920);
        assertThat(isRed(kept.getRGB(100, 100))).isTrue();
    }

    @Test
    void aScreenshotBecomesAPhotoWhateverItIsCalled() {
        CleanFile kept = examine("C:\\fakepath\\..\\截图\u202Egnp.exe", SentFiles.photo("png", 300, 200));
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(kept.name()).isEqualTo("截图gnp.jpg");
    }

    @Test
    void whatIsHiddenBehindAPhotoStaysBehind() {
        byte[] photo = SentFiles.photo("jpeg", 100, 100);
        byte[] page = ascii("<script>alert(1)</script>");
        byte[] both = Arrays.copyOf(photo, photo.length + page.length);
        System.arraycopy(page, 0, both, photo.length, page.length);
        assertThat(new String(examine("a.jpg", both).content(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void fortyMegapixelsAreAskedForBeforeOneIsDecoded() {
        refuse("photo-too-large", "地图.png", SentFiles.pngOf(30_000, 30_000));
        refuse("photo-too-large", "地图.png", SentFiles.pngOf(Integer.MAX_VALUE, 2));
        // Within the limit, but nearly nothing in the file: each pixel would be decoded all the same
        refuse("photo-too-large", "白纸.png", SentFiles.photo("png", 6_000, 6_000));
        refuse("file-broken", "图.png", SentFiles.pngOf(0, 10));
        refuse("file-broken", "图.png", SentFiles.pngOf(4000, 4000));
    }

    @Test
    void aPhotoThatDidNotArriveWhole() {
        byte[] photo = SentFiles.photo("jpeg", 800, 600);
        refuse("file-broken", "a.jpg", Arrays.copyOf(photo, 300));
        refuse("file-broken", "a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 4, 1, 2});
    }

    /** Every prefix and a flipped byte here and there: a sentence or a photo, never anything else. */
    @Test
    void damagedFilesNeverBreakTheDesk() {
        byte[] photo = SentFiles.withExif(SentFiles.photo("jpeg", 60, 40), 6, "x");
        for (int i = 1; i < photo.length; i += 7) {
            byte[] damaged = photo.clone();
            damaged[i] ^= (byte) 0xFF;
            byte[] cut = Arrays.copyOf(photo, i);
            for (byte[] file : new byte[][] {damaged, cut}) {
                try {
                    examine("a.jpg", file);
                } catch (Refusal refusal) {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "GIF89a\u0001\u0000",
                "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
                "MZ\u0090\u0000",
                "PK\u0003\u0004",
                "%!PS-Adobe",
                "\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000"
            })
    void whateverItIsCalledItIsNoPhoto(String content) {
        refuse("file-kind", "照片.jpg", ascii(content));
        refuse("file-kind", "照片.pdf", ascii(content));
    }

    @Test
    void tooLargeEmptyAndFromAnotherMake() {
        refuse("file-too-large", "a.jpg", new byte[AttachmentDesk.LARGEST + 1]);
        refuse("file-empty", "a.jpg", new byte[0]);
        refuse("file-kind", "IMG_1.HEIC", ascii("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000"));
    }

    @Test
    void anOrdinaryDocumentIsKeptAsItIs() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        CleanFile kept = examine("装修方案.PDF", out.toByteArray());
        assertThat(kept.content()).isEqualTo(out.toByteArray());
        assertThat(kept.name()).isEqualTo("装修方案.pdf");
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(examine("a.pdf", SentFiles.pdf("/OpenAction [2 0 R /Fit]")).mediaType())
                .isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
                "/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>",
                "/AA << /O << /S /Launch /F (cmd.exe) >> >>",
                "/Names << /EmbeddedFiles 9 0 R >>",
                "/AcroForm << /XFA 9 0 R >>",
                "/OpenAction << /S /SubmitForm /F (http://evil.example) >>",
                "/OpenAction << /S /Rendition /OP 0 >>",
                "/OpenAction << /S /GoToR /F (other.pdf) >>",
                "/Names << /JS (app.alert(1)) >>",
                "/Annots [ << /3DD << /OnInstantiate 9 0 R >> >> ]",
                "/Annots [ << /Subtype /3D /Rect [0 0 9 9] >> ]",
                "/AF [ << /F (a.exe) /EF << /F 9 0 R >> >> ]",
                "/AF [ << /F (a.exe) /E#46 << /F 9 0 R >> >> ]"
            })
    void aDocumentThatActsByItselfIsRefused(String catalog) {
        refuse("document-acts", "方案.pdf", SentFiles.pdf(catalog));
        refuse("document-acts", "方案.pdf", SentFiles.pdfPacking(ascii("1 0 << " + catalog + " >>")));
    }

    /** What leads out of the document where nobody presses anything, or to where no address is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction << /S /URI /URI (http://evil.example) >>",
                "/AA << /O << /S /URI /URI (http://evil.example) >> >>",
                "/Outlines << /A << /S /URI /URI (file:///c:/a.exe) >> >>",
                "/Outlines << /A << /S /URI /URI (JavaScript:alert) >> >>",
                "/Outlines << /A << /S /URI /URI (\\\\\\\\evil\\\\share) >> >>",
                "/Outlines << /A << /S /URI /URI (//evil/share) >> >>",
                "/Outlines << /A << /S /Thread /F (other.pdf) >> >>",
                "/URI << /Base (javascript:x) >>",
                "/URI << /Base (file://evil/) >>",
                "/X << /Subtype /Form /Ref << /F (\\\\\\\\evil\\\\x.pdf) /Page 0 >> >>",
                "/X << /Subtype /Form /R#65f << /#46 (x.pdf) >> >>",
                "/X << /Ref << /Type /Filespec /Unix (x.pdf) >> >>",
                "/X << /Ref << /UF (x.pdf) >> >>",
                "/X << /OPI << /2.0 << /Version 2.0 >> >> >>",
                "/X << /Subtype /PS >>",
                "/X << /Subtype /Form /Subtype2 /PS >>",
                "/Collection << /Type /Collection >>",
                "/X << /Navigator << /SWF (x) >> >>",
                "/Annots [ << /Subtype /Movie /Rect [0 0 9 9] >> ]"
            })
    void aDocumentThatLeadsAwayIsRefused(String catalog) {
        refuse("document-acts", "方案.pdf", SentFiles.pdf(catalog));
    }

    /** A link that waits to be pressed, threads of a magazine, a heading that is called so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Outlines << /A << /S /URI /URI (https://shop.example/paint) >> >>",
                "/Outlines << /A << /S /URI /URI (page2.html) >> >>",
                "/URI << /Base (https://shop.example/) >>",
                "/Annots [ << /Subtype /Square /Rect [0 0 9 9] /F 4 >> ]",
                "/Resources << /Font << /F << /Type /Font /BaseFont /PS >> >> >>",
                "/Threads [ << /Type /Thread >> ]",
                "/StructTreeRoot << /K << /S /Sound >> >>"
            })
    void aDocumentThatIsOnlyReadMayBeSent(String catalog) {
        assertThat(examine("方案.pdf", SentFiles.pdf(catalog)).mediaType()).isEqualTo("application/pdf");
    }

    /** As readers would find it: the catalog itself in an object stream that says so in its own way, with a table of what is where. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Type /ObjStm /N 2 /First %d",
                "/Type /Obj#53tm /N 2 /#46irst %d",
                "/N 2 /Padding (%s) /Type /ObjStm /First %d",
                "/N 2 /Text (9 0 obj) /Type /ObjStm /First %d",
            })
    void whatIsPackedAwayIsFound(String dictionary) throws IOException {
        String told = dictionary.replace("%s", "x".repeat(20_000));
        refuse("document-acts", "方案.pdf", SentFiles.pdfOfPackedCatalog(told, "/J#61vaScript"));
        assertThat(examine("方案.pdf", SentFiles.pdfOfPackedCatalog(told, "/Fit")).mediaType())
                .isEqualTo("application/pdf");
    }

    @Test
    void aSealedDocumentAndOneThatSwells() {
        refuse("document-sealed", "方案.pdf", SentFiles.pdf("/Encrypt 9 0 R"));
        refuse("file-broken", "方案.pdf", SentFiles.pdfPacking(new byte[200_000_000]));
    }

    /** A program, an archive or a page behind its end, or an archive around it, is another file for whoever opens it as one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\0\0program",
                "PK\u0003\u0004zip",
                "<script>alert(1)</script>",
                "\n%PK\u0005\u0006\0\0\0\0\n%%EOF\n"
            })
    void nothingStandsBehindTheEnd(String more) throws IOException {
        byte[] document = SentFiles.pdf("");
        java.io.ByteArrayOutputStream both = new java.io.ByteArrayOutputStream();
        both.write(document);
        both.write(more.getBytes(StandardCharsets.ISO_8859_1));
        refuse("document-acts", "方案.pdf", both.toByteArray());
        java.io.ByteArrayOutputStream blank = new java.io.ByteArrayOutputStream();
        blank.write(document);
        blank.write(ascii("\r\n\0\0 \n"));
        assertThat(examine("方案.pdf", blank.toByteArray()).mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void aStreamThatIsNoneHidesNothing() {
        byte[] document = ascii("%PDF-1.7\n% stream\n"
                + new String(
                        SentFiles.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
                        StandardCharsets.ISO_8859_1)
                + "endstream\n");
        refuse("document-acts", "方案.pdf", document);
    }
}
