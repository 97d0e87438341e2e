package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.Locale;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Tickets;

/** The lists of the desk. */
enum Tab {
    MINE("我的", "没有由您首问或经办的未结工单。"),
    DISPATCH("待安排", "没有等待安排的工单。"),
    OVERDUE("已超时", "没有超时的工单。"),
    OPEN("全部未结", "没有未结的工单。"),
    ALL("全部", "没有找到工单。");

    private static final int SIZE = 25;

    private final String label;
    private final String whenEmpty;

    Tab(String label, String whenEmpty) {
        this.label = label;
        this.whenEmpty = whenEmpty;
    }

    /** @return the tab of that name; else, where something is searched for, all, and one's own where not */
    static Tab named(String name, boolean searching) {
        return Arrays.stream(values())
                .filter(tab -> tab.key().equals(name))
                .findFirst()
                .orElse(searching ? ALL : MINE);
    }

    Tickets.Query query(Caller reader, String q, String after) {
        return new Tickets.Query(
                null,
                this == DISPATCH ? Status.RECEIVED : null,
                this == MINE || this == OPEN ? Boolean.TRUE : null,
                this == OVERDUE,
                this == MINE ? reader.code() : null,
                null,
                q,
                SIZE,
                after,
                reader);
    }

    /** @return its name in addresses */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String whenEmpty() {
        return whenEmpty;
    }
}
