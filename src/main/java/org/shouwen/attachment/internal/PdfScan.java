package org.shouwen.attachment.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.shouwen.problem.Refusal;

/**
 * Refuses documents that do something by themselves: scripts, programs, hidden files, forms that send, pieces that are read
 * from another file while a page is drawn; and those that are another file, too. The names are looked
 * for in the file as it is, in object streams, and in every object that PDFBox finds. We never show a document, and hand it
 * out to be saved only, so a guard at the door is enough; it unpacks no more than it can hold.
 */
final class PdfScan {

    private static final Set<String> ACTING = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "RichMedia",
            "XFA",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "OnInstantiate",
            "FileAttachment",
            "Filespec",
            "Collection",
            "Navigator");

    /** The same, too short to be looked for anywhere but where a name is one: photos are full of such pieces. */
    private static final Set<String> ACTING_IN_SHORT = Set.of("JS", "EF", "UF", "3D", "OPI");

    /** What a link may lead to when somebody presses it; files and scripts of whoever reads are none of it. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\s*((https?|mailto|tel):.*|(?!//)[^:\\\\]*)", Pattern.DOTALL);

    /** Actions that play or open something; elsewhere these names mean harmless things. */
    private static final Set<String> OPENING = Set.of("Thread", "Movie", "Sound");

    /** A program for the printer, drawn as if it were a picture. */
    private static final String POSTSCRIPT = "PS";

    private static final COSName SUBTYPE_2 = COSName.getPDFName("Subtype2");

    private static final String SEALED = "Encrypt";

    private static final String END_OF_FILE = "%%EOF";

    /** A ZIP is read from behind: from this, which a comment of 65,535 characters may follow. */
    private static final String END_OF_ARCHIVE = "PK\u0005\u0006";

    private static final int LONGEST_END_OF_ARCHIVE = 65_535 + 22;

    private static final String END = "endstream";
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9#._+-]{2,60})");
    private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");
    private static final Pattern OBJECTS = Pattern.compile("/First\\b|/ObjStm\\b");
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;
    private static final int MOST_IN_ALL = 512 * 1024 * 1024;

    private final String name;
    private int unpacked;

    private PdfScan(String name) {
        this.name = name;
    }

    static void mustBeQuiet(byte[] file, String name) {
        PdfScan scan = new PdfScan(name);
        scan.asText(file);
        scan.mustEndThere(file);
        scan.asDocument(file);
    }

    /** Nothing stands behind its end, and no archive ends where it does: whoever unpacks it instead would find another file. */
    private void mustEndThere(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf(END_OF_FILE);
        if (end < 0) {
            throw broken();
        }
        boolean more = text.substring(end + END_OF_FILE.length()).chars().anyMatch(c -> c > ' ');
        int archive = text.lastIndexOf(END_OF_ARCHIVE);
        if (more || archive >= Math.max(0, text.length() - LONGEST_END_OF_ARCHIVE)) {
            throw acts();
        }
    }

    /** Before anybody unpacks it for us: nothing swells beyond what can be held, and what stands in clear is enough to refuse. */
    private void asText(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        look(text, ACTING);
        int from = 0;
        long inAll = 0;
        Matcher stream = STREAM.matcher(text);
        while (stream.find()) {
            // From the stream before: whatever a dictionary says, and however long it is, it says there
            look(
                    text.substring(Math.max(from, text.lastIndexOf(END, stream.start())), stream.start()),
                    ACTING_IN_SHORT);
            if (OBJECTS.matcher(plain(text.substring(from, stream.start()))).find()) {
                String objects = unpack(file, stream.end());
                look(objects, ACTING);
                look(objects, ACTING_IN_SHORT);
            } else {
                inAll += size(file, stream.end());
            }
            if (inAll > MOST_IN_ALL) {
                throw broken();
            }
            from = stream.end();
        }
        look(text.substring(Math.max(from, text.lastIndexOf(END))), ACTING_IN_SHORT);
    }

    /** As readers see it: objects wherever they are packed, names however they are written. */
    private void asDocument(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            COSDocument objects = document.getDocument();
            for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
                check(objects.getObjectFromPool(key).getObject());
            }
            check(objects.getTrailer());
        } catch (InvalidPasswordException e) {
            throw sealed();
        } catch (IOException e) {
            throw broken();
        }
    }

    /** What is referred to is looked at by itself. */
    private void check(COSBase object) {
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        COSBase next = object;
        while (next != null) {
            if (next instanceof COSName plain) {
                check(plain);
            } else if (next instanceof COSDictionary dictionary && seen.add(dictionary)) {
                mustStayInside(dictionary);
                dictionary.keySet().forEach(this::check);
                dictionary.getValues().forEach(open::add);
            } else if (next instanceof COSArray array && seen.add(array)) {
                array.forEach(open::add);
            }
            next = open.poll();
        }
    }

    /** Neither played nor opened by itself, nor read from another file; a link to an address waits until it is pressed. */
    private void mustStayInside(COSDictionary dictionary) {
        String action = dictionary.getNameAsString(COSName.S, "");
        boolean leaves = OPENING.contains(action) && dictionary.containsKey(COSName.F)
                || OPENING.contains(dictionary.getNameAsString(COSName.SUBTYPE, "")) && isAnnotation(dictionary)
                || action.equals("URI")
                        && !ADDRESS.matcher(dictionary.getString(COSName.URI, ""))
                                .matches()
                || opensAnAddress(dictionary.getDictionaryObject(COSName.OPEN_ACTION))
                || dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary moments
                        && moments.keySet().stream()
                                .map(moments::getDictionaryObject)
                                .anyMatch(PdfScan::opensAnAddress)
                || dictionary instanceof COSStream && dictionary.containsKey(COSName.F)
                || dictionary.getDictionaryObject(COSName.F) instanceof COSString
                || dictionary.getDictionaryObject(COSName.URI) instanceof COSDictionary base
                        && !ADDRESS.matcher(base.getString("Base", "")).matches()
                || Stream.of(COSName.SUBTYPE, SUBTYPE_2)
                        .anyMatch(kind -> dictionary.getNameAsString(kind, "").equals(POSTSCRIPT));
        if (leaves) {
            throw acts();
        }
    }

    private static boolean isAnnotation(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.RECT);
    }

    private static boolean opensAnAddress(COSBase action) {
        return action instanceof COSDictionary dictionary
                && dictionary.getNameAsString(COSName.S, "").equals("URI");
    }

    private void look(String part, Set<String> acting) {
        Matcher names = NAME.matcher(part);
        while (names.find()) {
            check(plain(names.group(1)), acting);
        }
    }

    private void check(COSName said) {
        check(said.getName(), ACTING);
        check(said.getName(), ACTING_IN_SHORT);
    }

    private void check(String said, Set<String> acting) {
        if (acting.contains(said)) {
            throw acts();
        }
        if (said.equals(SEALED)) {
            throw sealed();
        }
    }

    private static String plain(String part) {
        return HEX.matcher(part)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    private Refusal acts() {
        return Refusal.invalid("document-acts", "files", "“" + name + "”里有脚本、程序或夹带的文件，不能上传；请打印成普通 PDF 或拍照后再传");
    }

    private Refusal sealed() {
        return Refusal.invalid("document-sealed", "files", "“" + name + "”加了密码，打不开；请去掉密码或拍照后再传");
    }

    /** @return how large a stream is unpacked; 0 where it is packed in another way, as photos are */
    private static long size(byte[] file, int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            byte[] piece = new byte[65_536];
            while (!inflater.finished() && inflater.getBytesWritten() <= MOST_IN_ALL && inflater.inflate(piece) > 0) {
                // Only counted
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private String unpack(byte[] file, int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            StringBuilder text = new StringBuilder();
            byte[] piece = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0) {
                    break;
                }
                unpacked += length;
                if (unpacked > MOST_UNPACKED) {
                    throw broken();
                }
                text.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        } catch (DataFormatException e) {
            throw broken();
        } finally {
            inflater.end();
        }
    }

    /** Packed in another way, or too far: what is in it cannot be told. */
    private Refusal broken() {
        return Refusal.invalid("file-broken", "files", "“" + name + "”不是普通的 PDF，打不开；请重新导出或拍照后再传");
    }
}
