package org.shouwen.onetimenotice;

import java.util.Map;
import java.util.function.Supplier;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What the wording of a notice says of the list. */
@Component
class OneTimeNoticeFacts implements NoticeFacts {

    private final OneTimeNotices notices;

    OneTimeNoticeFacts(OneTimeNotices notices) {
        this.notices = notices;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        LookUp<OneTimeNotice> notice = new LookUp<>(() -> notices.of(ticket.number()));
        return Map.of(
                "requirements", (Supplier<Object>) () -> notices.itemsOf(ticket.number()),
                "noticeNumber", notice.fact(OneTimeNotice::number),
                "noticeSections", notice.fact(OneTimeNoticeFacts::sections));
    }

    /** @return of each section its heading and its items, with what was received */
    private static Object sections(OneTimeNotice notice) {
        return notice.sections().entrySet().stream()
                .map(section -> Map.of(
                        "heading", section.getKey().heading(),
                        "items",
                                section.getValue().stream()
                                        .map(told -> told.position() + ". "
                                                + told.item().words() + (told.open() ? "" : "　【已收到】"))
                                        .toList()))
                .toList();
    }
}
