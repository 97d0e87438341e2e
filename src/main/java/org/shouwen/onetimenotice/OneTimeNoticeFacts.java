package org.shouwen.onetimenotice;

import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.onetimenotice.OneTimeNotices.Telling;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What the wording of a notice says of the list: its items, and where it has a number, the number and the printed lines. */
@Component
record OneTimeNoticeFacts(OneTimeNotices notices) implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        LookUp<Telling> telling = new LookUp<>(() -> notices.telling(ticket.number()));
        return Map.of(
                "requirements", telling.fact(Telling::texts),
                "noticeNumber", telling.fact(Telling::number),
                "noticeLines", telling.fact(OneTimeNoticeFacts::lines));
    }

    /** @return each section's heading, and below it its items by number, with what was received */
    private static Object lines(Telling telling) {
        return telling.number() == null
                ? null
                : OneTimeNotice.sections(telling.items()).entrySet().stream()
                        .flatMap(section -> Stream.concat(
                                Stream.of("【" + section.getKey().heading() + "】"),
                                section.getValue().stream().map(OneTimeNoticeFacts::line)))
                        .toList();
    }

    private static String line(OneTimeNotice.Told told) {
        return told.position() + ". " + told.item().words() + (told.open() ? "" : "【已收到】");
    }
}
