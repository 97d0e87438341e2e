package org.shouwen.desk.web;

import org.shouwen.onetimenotice.OneTimeNotices;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The numbered one-time notice on a ticket's page; where a kind only wants things known, the page has the list alone. */
@ControllerAdvice(assignableTypes = TicketController.class)
class NoticeOnTicket {

    private final OneTimeNotices notices;
    private final NoticePages pages;

    NoticeOnTicket(OneTimeNotices notices, NoticePages pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @ModelAttribute("notice")
    NoticePages.Sheet notice(@PathVariable String number) {
        return notices.of(number).map(pages::sheet).orElse(null);
    }
}
