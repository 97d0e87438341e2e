package org.shouwen.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shouwen.notification.Channel;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notice.Status;
import org.shouwen.ticket.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** One attempt to deliver one notice. The channel is called outside of any transaction. */
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int LONGEST_REASON = 500;
    /** Who waits behind another is called by it; only after a crash in between does he look for himself. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final NoticeTable table;
    private final Channels channels;
    private final Tickets tickets;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Backoff backoff;

    Delivery(
            NoticeTable table,
            Channels channels,
            Tickets tickets,
            TransactionOperations transaction,
            Clock clock,
            Backoff backoff) {
        this.table = table;
        this.channels = channels;
        this.tickets = tickets;
        this.transaction = transaction;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * How an attempt went.
     *
     * @param again when to try again; empty: there is nothing left to do
     * @param behind whether nothing was tried, because an earlier notice of the ticket still waits to go to the same address
     */
    record Attempt(Optional<Instant> again, boolean behind) {}

    Attempt attempt(long id) {
        Optional<Notice> waiting = table.find(id).filter(notice -> notice.status() == Status.WAITING);
        // A ticket's story arrives in order: what was told first goes first
        if (waiting.flatMap(table::first).filter(first -> first != id).isPresent()) {
            return new Attempt(Optional.of(clock.instant().plus(PATIENCE)), true);
        }
        return new Attempt(waiting.flatMap(this::send), false);
    }

    /**
     * @param last how the notice's last attempt went, after that was put down
     * @return the notice that need not wait any longer: the one behind this, or this itself where what was before it went
     *     while it was put down
     */
    Optional<Long> released(long id, Attempt last) {
        return last.again().isPresent() && !last.behind()
                ? Optional.empty()
                : table.find(id).flatMap(table::first).filter(first -> !last.behind() || first == id);
    }

    private Optional<Instant> send(Notice notice) {
        try {
            channel(notice.channel()).send(notice);
        } catch (Channel.Undeliverable e) {
            bury(notice, reason(e));
            return Optional.empty();
        } catch (RuntimeException e) {
            return later(notice, reason(e));
        }
        table.sent(notice.id(), clock.instant());
        return Optional.empty();
    }

    private Channel channel(ChannelKind kind) {
        return channels.of(kind).orElseThrow(() -> new IllegalStateException(kind.label() + "渠道停用"));
    }

    private Optional<Instant> later(Notice notice, String reason) {
        int failures = notice.attempts() + 1;
        Optional<Instant> next = backoff.after(failures).map(clock.instant()::plus);
        if (next.isPresent()) {
            table.failed(notice.id(), Status.WAITING, failures, reason);
            LOG.warn(
                    "notice {} of {} not sent, attempt {}: {}",
                    notice.id(),
                    notice.ticket(),
                    failures,
                    loggable(reason));
        } else {
            bury(notice, reason);
        }
        return next;
    }

    /** Nobody waits for a dead letter to be found: whoever owns the ticket learns that whom it was for was not reached. */
    private void bury(Notice notice, String reason) {
        int failures = notice.attempts() + 1;
        LOG.error(
                "notice {} of {} is dead after attempt {}: {}",
                notice.id(),
                notice.ticket(),
                failures,
                loggable(reason));
        transaction.executeWithoutResult(status -> {
            table.failed(notice.id(), Status.DEAD, failures, reason);
            if (notice.isToResident() || notice.isToSecondPerson()) {
                tickets.find(notice.ticket())
                        .ifPresent(
                                ticket -> table.add(unreached(notice, ticket.firstResponder(), reason), Status.SENT));
            }
        });
    }

    private Draft unreached(Notice notice, String firstResponder, String reason) {
        Text text = new Text(notice.subject(), notice.body())
                .withoutLink()
                .under(
                        "邮件没有送到，请电话转告",
                        "发给" + (notice.isToResident() ? "业主" : "征询对象") + "的邮件没有送到，请电话转告下面的内容。\n原因：" + reason);
        Instant now = clock.instant();
        return Draft.inApp(
                notice.ticket(), notice.template(), firstResponder, text, "dead-" + notice.id() + "-" + now, now);
    }

    /** Servers like to repeat the address they refuse; the log has no addresses. */
    private static String loggable(String reason) {
        return reason.replaceAll("[^\\s<]+@[^\\s>]+", "…@…");
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }
}
