package org.shouwen.workflow.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouwen.workflow.ModelVersions;

/** File names are the kebab-case of the id inside. */
final class ModelNames {

    private static final Pattern DASH = Pattern.compile("-([a-z0-9])");

    /** The engine keeps at most 255 characters of one. */
    private static final int LONGEST_ID = 200;

    private ModelNames() {}

    /** @return what is wrong with an id of that length, in words */
    static Optional<String> tooLong(String id) {
        return id.length() > LONGEST_ID
                ? Optional.of("id 最多 " + LONGEST_ID + " 个字符，现有 " + id.length() + " 个")
                : Optional.empty();
    }

    static String kebab(String camel) {
        return ModelVersions.file(camel, "");
    }

    static String camel(String kebab) {
        return DASH.matcher(kebab).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
}
