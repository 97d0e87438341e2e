package org.shouwen.resident;

import java.time.Duration;
import java.util.List;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Upload;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Pace;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form, made harmless; not more often than somebody with a telephone would. */
@Component
public class Uploads {

    private static final int UPLOADS_AN_HOUR = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private final AttachmentDesk desk;
    private final Pace pace;

    Uploads(AttachmentDesk desk, Pace pace) {
        this.desk = desk;
        this.pace = pace;
    }

    /** @param files as they came in; a field without a file sends an empty one */
    public List<CleanFile> of(String number, List<MultipartFile> files) {
        if (!pace.allows("upload " + number, UPLOADS_AN_HOUR, HOUR)) {
            throw Refusal.notPossibleNow("uploads-too-often", "上传得太频繁了，请一小时后再试，或交到前台");
        }
        List<MultipartFile> chosen = files == null ? List.of() : files;
        return desk.examine(chosen.stream()
                .filter(file -> !(file.isEmpty()
                        && String.valueOf(file.getOriginalFilename()).isBlank()))
                .map(file -> new Upload(file.getOriginalFilename(), file::getInputStream))
                .toList());
    }
}
