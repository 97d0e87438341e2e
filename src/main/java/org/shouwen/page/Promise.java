package org.shouwen.page;

import java.util.Comparator;
import java.util.Optional;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;

/**
 * A promise as people read it.
 *
 * @param clock what is promised
 * @param due by when, or 不限时
 * @param state how it stands
 * @param style {@code kept}, {@code missed}, {@code late}, {@code runs} or {@code none}
 * @param why why it is that moment
 * @param source where the limit comes from; empty where a person gave the date
 */
public record Promise(String clock, String due, String state, String style, String why, String source) {

    /** @return the running promise that breaks first, if there is one */
    public static Optional<Promise> next(Ticket ticket, Names names, Moments moments) {
        return ticket.deadlines().stream()
                .filter(deadline -> deadline.runs() && deadline.due() != null)
                .min(Comparator.comparing(Deadline::due))
                .map(deadline -> of(names.of(ticket, deadline.clock()), deadline, moments));
    }

    /** @param clock what the ticket's kind calls it */
    public static Promise of(String clock, Deadline deadline, Moments moments) {
        String style = style(deadline, moments);
        return new Promise(
                clock,
                deadline.due() == null ? "不限时" : moments.limit(deadline.due()),
                switch (style) {
                    case "kept" -> (deadline.due() == null ? "已做到，" : "按时，") + moments.text(deadline.stoppedAt());
                    case "missed" -> "超时 " + Moments.length(deadline.due(), deadline.stoppedAt());
                    case "late", "runs" -> deadline.paused() ? "计时暂停" : moments.remaining(deadline.due());
                    default -> deadline.stoppedAt() == null ? "不限时" : "已停止";
                },
                style,
                deadline.explanation(),
                deadline.course().promised() ? "" : deadline.source());
    }

    private static String style(Deadline deadline, Moments moments) {
        boolean missed = deadline.missed(moments.now());
        if (deadline.kept()) {
            return missed ? "missed" : "kept";
        }
        if (deadline.due() == null || deadline.stoppedAt() != null) {
            return "none";
        }
        return missed ? "late" : "runs";
    }
}
