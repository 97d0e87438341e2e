package org.shouwen.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.page.Plain;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketSearch;

/**
 * A list as its address asks for it: everything that narrows it stands there, so that it can be kept and passed on.
 *
 * @param given by name, without what is blank, cut to what fits a field
 */
record Asked(Tab tab, Map<String, String> given) {

    private static final int LONGEST = 60;
    private static final int ON_A_PAGE = 25;
    private static final String AFTER = "after";

    static Asked of(Map<String, String> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        Stream.concat(TicketSearch.NAMES.stream(), Stream.of(AFTER)).forEach(name -> {
            String written = Plain.search(parameters.get(name), LONGEST);
            if (written != null) {
                given.put(name, written);
            }
        });
        boolean searching = given.keySet().stream().anyMatch(name -> !name.equals(AFTER) && !name.equals("sort"));
        return new Asked(Tab.named(parameters.get("tab"), searching), given);
    }

    /** @throws org.shouwen.problem.Refusal naming the field that is wrong */
    TicketQuery query(TicketSearch search, Caller reader) {
        return query(search, tab, reader);
    }

    /** @return the same on another tab, where it has one's usual order */
    TicketQuery query(TicketSearch search, Tab other, Caller reader) {
        return search.query(given, other.filter(reader), other.usual(), ON_A_PAGE, reader);
    }

    /** @return what was written in a field; null: nothing */
    public String of(String name) {
        return given.get(name);
    }

    public String q() {
        return given.get("q");
    }

    public boolean later() {
        return given.containsKey(AFTER);
    }

    /** @return how many conditions there are besides what is searched for */
    public long conditions() {
        return given.keySet().stream()
                .filter(name -> !name.equals("q") && !name.equals(AFTER))
                .count();
    }

    /** @return the list's first page */
    public String address(String path) {
        return address(path, tab, without(AFTER));
    }

    /** @return the same of another tab; its usual order is its own */
    public String onTab(Tab other) {
        return address("/desk", other, without(AFTER));
    }

    /** @return the page that begins behind that ticket */
    public String after(String number) {
        return with(AFTER, number);
    }

    /** @return the list with another condition */
    public String with(String name, String value) {
        Map<String, String> changed = without(AFTER);
        changed.put(name, value);
        return address("/desk", tab, changed);
    }

    /** @return the page itself, where it can be asked for again */
    public String here(String path) {
        return address(path, tab, given);
    }

    private Map<String, String> without(String name) {
        Map<String, String> less = new LinkedHashMap<>(given);
        less.remove(name);
        return less;
    }

    private static String address(String path, Tab tab, Map<String, String> given) {
        return path + "?tab=" + tab.key()
                + given.entrySet().stream()
                        .map(each ->
                                "&" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }
}
