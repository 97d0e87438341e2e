package org.shouwen.onetimenotice.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.shouwen.onetimenotice.Breach;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.wording.Moments;

/**
 * A one-time notice as callers read it.
 *
 * @param receipt null where nobody received it yet
 * @param open number of items that were not supplied yet
 */
record NoticeView(
        String number,
        String ticket,
        OffsetDateTime listedAt,
        String by,
        ReceiptView receipt,
        int open,
        List<ItemView> items,
        List<BreachView> breaches) {

    record ReceiptView(String receiver, String how, OffsetDateTime at, String by) {}

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
            OffsetDateTime settledAt,
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
            OffsetDateTime at) {

        static BreachView of(Breach breach, Moments moments) {
            return new BreachView(
                    breach.notice(),
                    breach.ticket(),
                    breach.site(),
                    breach.item().code(),
                    breach.item().text(),
                    breach.item().basis(),
                    breach.reason(),
                    breach.by(),
                    moments.local(breach.at()));
        }
    }

    static NoticeView of(OneTimeNotice notice, List<Breach> breaches, Moments moments) {
        return new NoticeView(
                notice.number(),
                notice.ticket(),
                moments.local(notice.listedAt()),
                notice.by(),
                notice.receipt().map(receipt -> view(receipt, moments)).orElse(null),
                notice.open().size(),
                notice.items().stream().map(told -> view(told, moments)).toList(),
                breaches.stream().map(breach -> BreachView.of(breach, moments)).toList());
    }

    private static ReceiptView view(Receipt receipt, Moments moments) {
        return new ReceiptView(receipt.receiver(), receipt.how().name(), moments.local(receipt.at()), receipt.by());
    }

    private static ItemView view(OneTimeNotice.Told told, Moments moments) {
        return new ItemView(
                told.position(),
                told.item().code(),
                told.item().section().code(),
                told.item().section().heading(),
                told.item().text(),
                told.item().basis(),
                told.settled().map(settled -> moments.local(settled.at())).orElse(null),
                told.later());
    }
}
