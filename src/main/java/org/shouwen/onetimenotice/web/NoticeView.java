package org.shouwen.onetimenotice.web;

import java.time.Instant;
import java.util.List;
import org.shouwen.onetimenotice.Breach;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.ticket.Disclosure;

/**
 * A one-time notice as callers read it.
 *
 * @param receipt null where nobody received it yet
 * @param open number of items that were not supplied yet
 */
record NoticeView(
        String number,
        String ticket,
        Instant listedAt,
        String by,
        ReceiptView receipt,
        int open,
        List<ItemView> items,
        List<BreachView> breaches) {

    record ReceiptView(String receiver, String how, Instant at, String by) {}

    /**
     * @param settledAt null: not supplied yet
     * @param later asked for after the notice, which is a breach
     */
    record ItemView(
            int position,
            String code,
            String section,
            String heading,
            String text,
            String basis,
            Instant settledAt,
            boolean later) {}

    record BreachView(
            String notice,
            String ticket,
            String site,
            String code,
            String text,
            String basis,
            String reason,
            String by,
            Instant at) {

        static BreachView of(Breach breach) {
            return new BreachView(
                    breach.notice(),
                    breach.ticket(),
                    breach.site(),
                    breach.item().code(),
                    breach.item().text(),
                    breach.item().basis(),
                    breach.reason(),
                    breach.by(),
                    breach.at());
        }
    }

    /** @param disclosure what the reader reads of who received it */
    static NoticeView of(OneTimeNotice notice, List<Breach> breaches, Disclosure disclosure) {
        return new NoticeView(
                notice.number(),
                notice.ticket(),
                notice.listedAt(),
                notice.by(),
                notice.receipt().map(receipt -> view(receipt, disclosure)).orElse(null),
                notice.open().size(),
                notice.items().stream().map(NoticeView::view).toList(),
                breaches.stream().map(BreachView::of).toList());
    }

    private static ReceiptView view(Receipt receipt, Disclosure disclosure) {
        return new ReceiptView(
                disclosure.name(receipt.receiver()), receipt.how().name(), receipt.at(), receipt.by());
    }

    private static ItemView view(OneTimeNotice.Told told) {
        return new ItemView(
                told.position(),
                told.item().code(),
                told.item().section().code(),
                told.item().section().heading(),
                told.item().text(),
                told.item().basis(),
                told.settled().map(settled -> settled.at()).orElse(null),
                told.later());
    }
}
