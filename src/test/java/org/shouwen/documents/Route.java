package org.shouwen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as the documents write it.
 *
 * @param methods how it is called; none: a group, everything at and below the path
 */
record Route(Set<String> methods, String path) {

    private static final Pattern CODE = Pattern.compile("`(?:(GET|POST|PUT|PATCH|DELETE))?\\s*([/…][^\\s`]*)?`");
    private static final Pattern NAMED = Pattern.compile("(?:[A-Z]+ )?(/(?:api|desk|r|v)(?:/[^?]*)?)(?:\\?.*)?");

    /**
     * Reads a cell such as {@code `GET` and `POST /api/tickets/{number}/steps`, `…/urge`}: a method holds until the next one,
     * {@code …} is what the last whole path has in common: up to what stands in braces within it, else all but its end.
     */
    static List<Route> of(String cell) {
        List<Route> routes = new ArrayList<>();
        Set<String> methods = new TreeSet<>();
        String parent = "";
        boolean used = false;
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            if (code.group(1) != null) {
                if (used) {
                    methods.clear();
                    used = false;
                }
                methods.add(code.group(1));
            }
            String path = code.group(2);
            if (path == null) {
                continue;
            }
            if (path.startsWith("…")) {
                path = parent + path.substring(1);
            } else {
                parent = path.replaceFirst("(?<=})/.+$|/[^/]+$", "");
            }
            routes.add(new Route(Set.copyOf(methods), path));
            used = true;
        }
        return routes;
    }

    /** @param calls method and path of everything that is served */
    boolean isServed(Set<String> calls) {
        return methods.isEmpty() ? calls.stream().anyMatch(this::tellsOf) : calls.containsAll(calls());
    }

    boolean tellsOf(String call) {
        return methods.isEmpty()
                ? call.replaceFirst("\\S+ ", "").matches(Pattern.quote(path) + "([/.].*)?")
                : calls().contains(call);
    }

    private List<String> calls() {
        return methods.stream().map(method -> method + " " + path).toList();
    }

    /** @return an expression for the path that this piece of code in a document names, or for what lies below it; or null */
    static String named(String code) {
        Matcher named = NAMED.matcher(code);
        return named.matches() ? "\\Q" + named.group(1).replace("…", "\\E.+\\Q") + "\\E(/.*)?" : null;
    }
}
