package org.shouwen.studio.web;

import java.nio.charset.StandardCharsets;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.ModelVersions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files of models, to be drawn on a page or taken along. */
final class Downloads {

    private Downloads() {}

    /** @param text null: there is no such file */
    static ResponseEntity<String> shown(String file, String text) {
        if (text == null) {
            throw Refusal.notFound("file-unknown", "没有文件 " + file);
        }
        return ResponseEntity.ok()
                .contentType(
                        file.endsWith(ModelVersions.FORM)
                                ? MediaType.APPLICATION_JSON
                                : new MediaType(
                                        file.endsWith(ModelVersions.TEXT)
                                                ? MediaType.TEXT_PLAIN
                                                : MediaType.APPLICATION_XML,
                                        StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(file))
                .body(text);
    }

    /** @return so that a browser saves it under that name, and opens it nowhere */
    static String saved(String file) {
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
