package org.shouwen.deed.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.deed.Given;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What came with files. */
final class Multipart {

    private Multipart() {}

    static Given.Raw of(boolean people, MultipartHttpServletRequest parts) {
        Map<String, String> texts = new HashMap<>();
        parts.getParameterMap().forEach((name, values) -> texts.put(name, values[0]));
        Map<String, List<MultipartFile>> files = new HashMap<>();
        parts.getMultiFileMap()
                .forEach((name, chosen) -> files.put(
                        name, chosen.stream().filter(file -> !isNothing(file)).toList()));
        return new Given.Raw(people, texts, Map.of(), files);
    }

    /** A browser sends an empty, nameless file where none was chosen. */
    private static boolean isNothing(MultipartFile file) {
        return file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank();
    }
}
