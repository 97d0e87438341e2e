package org.shouwen.onetimenotice.web;

import java.util.List;
import org.shouwen.onetimenotice.Breach;
import org.shouwen.page.Names;
import org.shouwen.wording.Moments;

/** What was asked for beside a notice, as staff pages show it. */
record BreachRow(String notice, String ticket, String text, String reason, String who, String at) {

    static List<BreachRow> of(List<Breach> breaches, Names names, Moments moments) {
        return breaches.stream()
                .map(breach -> new BreachRow(
                        breach.notice(),
                        breach.ticket(),
                        breach.item().words(),
                        breach.reason(),
                        names.of(breach.by()),
                        moments.text(breach.at())))
                .toList();
    }
}
