package org.shouwen.repair.web;

import java.util.Optional;
import java.util.Set;
import org.shouwen.page.Shown;
import org.shouwen.repair.Quote;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.WorkReport;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of whose home is repaired: when somebody comes, what it costs, what was done, and what waits for his yes. */
@Component
@Order(10)
record RepairCard(Repairs repairs, TimeLimits limits, Moments moments) implements ResidentPart {

    /** On the way to the resident's answer no other status can be reached; after any of these a price is an old one. */
    private static final Set<Status> PRICED = Set.of(Status.ON_SITE, Status.DONE, Status.VISIT_DUE, Status.CLOSED);

    /**
     * @param slot when somebody comes, or null: no time is agreed, or it is over
     * @param price the last price with what it pays for, or null
     * @param answer what the resident said to it
     * @param report what was found and done, or null
     */
    record Card(String slot, String price, String answer, String report) {

        boolean isEmpty() {
            return slot == null && price == null && report == null;
        }
    }

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return Optional.of(card(ticket))
                .filter(card -> !card.isEmpty())
                .map(card -> new Shown("repair/resident :: repair", card));
    }

    private Card card(Ticket ticket) {
        Optional<Quote> quote = price(ticket);
        return new Card(
                slot(ticket),
                quote.map(RepairCard::words).orElse(null),
                quote.map(RepairCard::said).orElse(null),
                PRICED.contains(ticket.status()) && ticket.status() != Status.ON_SITE
                        ? repairs.lastReport(ticket.number())
                                .map(WorkReport::summary)
                                .orElse(null)
                        : null);
    }

    /** What was missed or is over is nobody's appointment any more. */
    private String slot(Ticket ticket) {
        Slot slot = ticket.facts().intake().appointment();
        boolean comes = slot != null
                && ticket.status().isAtWork()
                && ticket.status() != Status.DONE
                && (slot.to().isAfter(moments.now())
                        || ticket.status().compareTo(Status.ON_SITE) < 0
                                && ticket.pause().isEmpty());
        return comes ? moments.span(slot.from(), slot.to()) : null;
    }

    private Optional<Quote> price(Ticket ticket) {
        return PRICED.contains(ticket.status()) ? repairs.lastQuote(ticket.number()) : Optional.empty();
    }

    private static String words(Quote quote) {
        return quote.yuan() + " 元：" + quote.work();
    }

    private static String said(Quote quote) {
        if (quote.answer() == null) {
            return "等您答复";
        }
        return switch (quote.answer()) {
            case AGREED -> "您已同意";
            case CHANGED -> "您要求修改，正在改";
            case DECLINED -> "您没有接受";
        };
    }

    @Override
    public Optional<Standing> standing(Ticket ticket) {
        return switch (ticket.status()) {
            case ON_SITE -> price(ticket).flatMap(RepairCard::asked);
            case DONE ->
                limits.deemedAccepted(ticket)
                        .map(deemed -> new Standing(
                                ticket.status().label(), "已修好，等您验收；" + moments.text(deemed) + " 前没有答复的，视为验收合格。", true));
            default -> Optional.empty();
        };
    }

    /** @return empty: he has said yes, and the work goes on */
    private static Optional<Standing> asked(Quote quote) {
        if (quote.answer() == null) {
            return Optional.of(new Standing("等您答复报价", "维修工报价 " + words(quote) + "。等您答复，您同意才会动工；首问责任人会与您联系。", true));
        }
        return quote.answer() == Quote.Answer.CHANGED
                ? Optional.of(new Standing("修改报价", "您要求修改报价，维修工正在改，改好再请您答复；您同意才会动工。", true))
                : Optional.empty();
    }
}
