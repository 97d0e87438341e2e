package org.shouwen.goodsrelease.web;

import java.util.Optional;
import org.shouwen.goodsrelease.GoodsArchive;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.page.Months;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The slip on its ticket's page, and the month's list. */
@Order(40)
@Allowed
@StaffPage
class GoodsPages implements TicketPart {

    private final GoodsDesk desk;
    private final GoodsArchive archive;
    private final Privacy privacy;
    private final Moments moments;

    GoodsPages(GoodsDesk desk, GoodsArchive archive, Privacy privacy, Moments moments) {
        this.desk = desk;
        this.archive = archive;
        this.privacy = privacy;
        this.moments = moments;
    }

    @GetMapping("/desk/goods")
    String month(@RequestParam(required = false) String month, Caller caller, Model model) {
        Months months = Months.of(month, moments.month(caller.at()));
        model.addAttribute("months", months);
        model.addAttribute("weeks", archive.of(months.shown(), caller));
        return "goodsrelease/month";
    }

    /**
     * @param owner whom to ask, and on which number (in full for the desk of the site, D13); null: nobody has to be asked
     */
    record Part(SlipCard.Card card, String owner) {}

    private String owner(GoodsRelease release, Ticket ticket, Caller reader) {
        return release.waitsForConsent() && !ticket.status().isFinal()
                ? desk.owner(ticket)
                        .map(privacy.atDesk(ticket, reader)::of)
                        .map(owner -> owner.name() + "，" + owner.phone())
                        .orElse("档案里没有登记业主的电话")
                : null;
    }

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        if (!ticket.kind().equals(GoodsDesk.KIND)) {
            return Optional.empty();
        }
        SlipCard.Card card = SlipCard.Card.of(desk, ticket.number(), reader.at());
        return Optional.of(new Shown(
                Place.MATTER, "goodsrelease/ticket :: part", new Part(card, owner(card.release(), ticket, reader))));
    }
}
