package org.shouwen.page;

import java.util.Comparator;
import java.util.Optional;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Status;
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
 * @param source where the limit comes from
 */
public record Promise(String clock, String due, String state, String style, String why, String source) {

    /** @return the running promise that breaks first, if there is one */
    public static Optional<Promise> next(Ticket ticket, Moments moments) {
        return ticket.deadlines().stream()
                .filter(deadline -> deadline.runs() && deadline.due() != null)
                .min(Comparator.comparing(Deadline::due))
                .map(deadline -> of(deadline, ticket.status(), moments));
    }

    public static Promise of(Deadline deadline, Status status, Moments moments) {
        String style = style(deadline, status, moments);
        return new Promise(
                deadline.clock().label(),
                deadline.due() == null ? "不限时" : moments.text(deadline.due()),
                switch (style) {
                    case "kept" -> "按时，" + moments.text(deadline.stoppedAt());
                    case "missed" -> "超时 " + Moments.length(deadline.due(), deadline.stoppedAt());
                    case "late", "runs" -> moments.remaining(deadline.due());
                    default -> deadline.runs() ? "不限时" : "已停止";
                },
                style,
                deadline.explanation(),
                deadline.source());
    }

    private static String style(Deadline deadline, Status status, Moments moments) {
        boolean missed = deadline.missed(moments.now());
        if (deadline.due() == null) {
            return "none";
        }
        if (deadline.runs()) {
            return missed ? "late" : "runs";
        }
        return missed ? "missed" : status == Status.WITHDRAWN ? "none" : "kept";
    }
}
