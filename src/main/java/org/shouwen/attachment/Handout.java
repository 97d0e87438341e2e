package org.shouwen.attachment;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How an attachment goes out, whoever asks: a photo may stand on a page, a document is only ever saved, and neither may do
 * anything under our address, whatever a browser takes it for.
 */
public final class Handout {

    private static final String NOTHING = "sandbox; default-src 'none'";

    private Handout() {}

    public static ResponseEntity<byte[]> of(Attachment attachment, byte[] content) {
        ContentDisposition how = (attachment.isPhoto() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header("Content-Security-Policy", NOTHING)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
