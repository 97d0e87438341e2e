package org.shouwen.attachment.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.shouwen.problem.Refusal;

/**
 * Refuses documents that do something by themselves: scripts, programs, hidden files, forms that send. The names are looked
 * for in the file as it is and in object streams, which may hide them. We never open a document, and hand it out to be
 * saved only, so a guard at the door is enough; it unpacks no more than it can hold.
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
            "GoToE");
    private static final String SEALED = "Encrypt";

    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9#._+-]{3,60})");
    private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern OBJECTS = Pattern.compile("/First\\b|/ObjStm\\b");
    private static final int LONGEST_DICTIONARY = 2000;
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;

    private final String name;
    private int unpacked;

    private PdfScan(String name) {
        this.name = name;
    }

    static void mustBeQuiet(byte[] file, String name) {
        new PdfScan(name).scan(file);
    }

    private void scan(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        check(text);
        Matcher stream = STREAM.matcher(text);
        while (stream.find()) {
            int object = text.lastIndexOf("obj", stream.start());
            int from = Math.max(stream.start() - LONGEST_DICTIONARY, object);
            if (object >= 0
                    && OBJECTS.matcher(text.substring(from, stream.start())).find()) {
                check(unpack(file, stream.end()));
            }
        }
    }

    private void check(String part) {
        Matcher names = NAME.matcher(part);
        while (names.find()) {
            String plain = HEX.matcher(names.group(1))
                    .replaceAll(
                            hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
            if (ACTING.contains(plain)) {
                throw Refusal.invalid("document-acts", "files", "“" + name + "”里有脚本、程序或夹带的文件，不能上传；请打印成普通 PDF 或拍照后再传");
            }
            if (plain.equals(SEALED)) {
                throw Refusal.invalid("document-sealed", "files", "“" + name + "”加了密码，打不开；请去掉密码或拍照后再传");
            }
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
