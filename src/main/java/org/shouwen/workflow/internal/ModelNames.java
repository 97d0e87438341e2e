package org.shouwen.workflow.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** File names are the kebab-case of the id inside. */
final class ModelNames {

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern DASH = Pattern.compile("-([a-z0-9])");

    private ModelNames() {}

    static String kebab(String camel) {
        return HUMP.matcher(camel).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    static String camel(String kebab) {
        return DASH.matcher(kebab).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
}
