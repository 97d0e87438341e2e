package org.shouwen.attachment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Examination;
import org.shouwen.attachment.Upload;
import org.shouwen.problem.Refusal;
import org.springframework.stereotype.Component;

/** By its first bytes a file is a photo, a document or nothing for us; its name decides nothing. Two at a time, the rest wait. */
@Component
class FileExamination implements Examination {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 15;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Override
    public CleanFile of(Upload upload) {
        String name = FileNames.shown(upload.name());
        if (!await()) {
            throw Refusal.notPossibleNow("files-busy", "现在上传的人多，请一分钟后再试");
        }
        try {
            return clean(name, bytes(name, upload));
        } finally {
            turns.release();
        }
    }

    private boolean await() {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] bytes(String name, Upload upload) {
        try (InputStream in = upload.source().open()) {
            byte[] bytes = in.readNBytes(AttachmentDesk.LARGEST + 1);
            if (bytes.length > AttachmentDesk.LARGEST) {
                throw Refusal.invalid("file-too-large", "files", "“" + name + "”超过 10 MB，请压缩或分开后再传");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CleanFile clean(String name, byte[] bytes) {
        return switch (FileKind.of(bytes)) {
            case JPEG -> photo(name, Photo.drawnAnew(bytes, "jpeg", name));
            case PNG -> photo(name, Photo.drawnAnew(bytes, "png", name));
            case PDF -> {
                PdfScan.mustBeQuiet(bytes, name);
                yield new CleanFile(FileNames.ending(name, "pdf"), CleanFile.DOCUMENT, bytes);
            }
            case HEIC ->
                throw Refusal.invalid("file-kind", "files", "“" + name + "”是 HEIC 照片，这里打不开；请在手机相机设置里选“兼容性最佳”，或截图后再传");
            case EMPTY -> throw Refusal.invalid("file-empty", "files", "“" + name + "”是空的，请重新选择");
            case OTHER -> throw Refusal.invalid("file-kind", "files", "“" + name + "”不是 JPG、PNG 照片或 PDF，不能上传");
        };
    }

    private static CleanFile photo(String name, byte[] jpeg) {
        return new CleanFile(FileNames.ending(name, "jpg"), CleanFile.PHOTO, jpeg);
    }
}
