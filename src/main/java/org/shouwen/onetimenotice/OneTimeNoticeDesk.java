package org.shouwen.onetimenotice;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 一次性告知: everything is listed once. A second list for the same ticket is refused. */
@Component
public class OneTimeNoticeDesk implements OneTimeNotices, NoticeFacts {

    private final Map<String, RequirementList> lists;
    private final Tickets tickets;
    private final JdbcClient jdbc;

    OneTimeNoticeDesk(List<RequirementList> lists, Tickets tickets, JdbcClient jdbc) {
        this.lists = lists.stream().collect(Collectors.toMap(RequirementList::kind, Function.identity()));
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    /** Makes the ticket's one list and keeps it. */
    @Transactional
    public void list(String number, String by, Instant at) {
        if (!itemsOf(number).isEmpty()) {
            throw Refusal.notPossibleNow("already-told", "工单 " + number + " 已经一次性告知过，不能再列一次");
        }
        Ticket ticket = tickets.get(number);
        List<String> items = lists.get(ticket.kind()).of(ticket);
        if (!items.isEmpty()) {
            jdbc.sql("INSERT INTO one_time_notice_item (ticket, position, item) VALUES "
                            + String.join(", ", Collections.nCopies(items.size(), "(?, ?, ?)")))
                    .params(IntStream.range(0, items.size())
                            .boxed()
                            .flatMap(i -> Stream.<Object>of(number, i + 1, items.get(i)))
                            .toList())
                    .update();
        }
        tickets.note(number, new TimelineEntry(at, by, "requirements-listed", "一次性告知 " + items.size() + " 项"));
    }

    @Override
    public List<String> itemsOf(String number) {
        return jdbc.sql("SELECT item FROM one_time_notice_item WHERE ticket = ? ORDER BY position")
                .param(number)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return Map.of("requirements", (Supplier<Object>) () -> itemsOf(ticket.number()));
    }
}
