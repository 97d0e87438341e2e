package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Due;
import org.shouwen.ticket.Sort;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketQuery.Filter;

/** The lists of the desk. */
enum Tab {
    MINE("我的", "没有由您首问或经办的未结工单。"),
    DISPATCH("待派单", "没有等待派单的工单。"),
    OVERDUE("已超时", "没有超时的工单。"),
    OPEN("全部未结", "没有未结的工单。"),
    ALL("全部", "没有找到工单。");

    /** Those that say what waits: how many there are is told. Of all there ever were nobody wants to know. */
    static final List<Tab> COUNTED = List.of(MINE, DISPATCH, OVERDUE, OPEN);

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

    /** @return what the list is about */
    Filter filter(Caller reader) {
        return switch (this) {
            case MINE -> Filter.OPEN.of(reader.code());
            case DISPATCH -> Filter.NONE.status(Status.RECEIVED);
            case OVERDUE -> Filter.NONE.due(Due.OVERDUE);
            case OPEN -> Filter.OPEN;
            case ALL -> Filter.NONE;
        };
    }

    /** @return its order where none is asked for: what waits to be dispatched is dispatched in it */
    public Sort usual() {
        return this == DISPATCH ? Sort.URGENCY : Sort.NEWEST;
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
