package org.shouwen.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of wordings: what happened and whom it is told, {@code closed.to-resident}. Diagrams from before say {@code
 * closed-resident}; running cases and what managers drew go on with that, and nothing but this class knows of it.
 */
public final class NoticeNames {

    private static final String EVENT = "(?<event>[a-z]+(?:-[a-z]+)*)";
    private static final String AUDIENCE = "(?<audience>resident|handler|responsible|person|secondperson|staff)";
    private static final Pattern NAME = Pattern.compile(EVENT + "\\.to-" + AUDIENCE);
    private static final Pattern FORMER = Pattern.compile(EVENT + "-" + AUDIENCE);

    private NoticeNames() {}

    /** @return the name that it has now; what is no name stays as it is */
    public static String now(String name) {
        Matcher former = FORMER.matcher(name);
        return former.matches() ? former.group("event") + ".to-" + former.group("audience") : name;
    }

    /** @return whether a wording can be called that, by its former name, too */
    public static boolean isName(String name) {
        return NAME.matcher(now(name)).matches();
    }

    /**
     * @param name of a wording
     * @return {@code closed}
     */
    public static String event(String name) {
        return part(name, "event");
    }

    /**
     * @param name of a wording
     * @return {@code resident}
     */
    public static String audience(String name) {
        return part(name, "audience");
    }

    private static String part(String name, String part) {
        Matcher matcher = NAME.matcher(now(name));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no name of a wording: " + name);
        }
        return matcher.group(part);
    }
}
