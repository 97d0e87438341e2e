package org.shouwen.onetimenotice.web;

import java.util.List;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.ticket.Privacy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is done about a one-time notice beside the steps of the flow that follows it. */
@Component
@Order(5)
record NoticeDeeds(OneTimeNoticeDesk desk, OneTimeNotices notices, Privacy privacy) implements Deeds {

    private static final int LONGEST_NAME = 60;

    /** By link the resident confirms himself. */
    private static final List<Choice> BY_STAFF = List.of(choice(Receipt.How.SIGNED), choice(Receipt.How.POSTED));

    @Override
    public List<Deed> deeds() {
        return List.of(Deed.of(
                        "notice/receipt", "登记签收", "Records that the notice reached whom it is for, once", Who.OFFICE)
                .on(NoticePageController.PAGE)
                .where(ticket -> notices.of(ticket.number())
                        .filter(notice -> notice.receipt().isEmpty())
                        .isPresent())
                .asking(
                        Input.text("receiver", "签收人", LONGEST_NAME),
                        Input.choice("how", "送达方式", ticket -> BY_STAFF).from(ticket -> Receipt.How.SIGNED.name()))
                .does((ticket, given, caller) -> {
                    String number = ticket.number();
                    desk.receive(
                            number,
                            given.text("receiver"),
                            given.choice("how", Receipt.How.class),
                            caller.code(),
                            caller.at());
                    return Outcome.of(
                            NoticeView.of(notices.get(number), notices.breaches(number), privacy.of(ticket, caller)));
                }));
    }

    private static Choice choice(Receipt.How how) {
        return new Choice(how.name(), how.label());
    }
}
