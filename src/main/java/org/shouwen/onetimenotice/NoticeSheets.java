package org.shouwen.onetimenotice;

import java.util.List;
import java.util.Optional;
import org.shouwen.page.Names;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** How staff pages show a one-time notice. */
@Component
public class NoticeSheets {

    private final OneTimeNotices notices;
    private final Roster roster;
    private final Moments moments;

    NoticeSheets(OneTimeNotices notices, Roster roster, Moments moments) {
        this.notices = notices;
        this.roster = roster;
        this.moments = moments;
    }

    /** @param received when it was supplied, and who took it; "" while it is open */
    public record ItemRow(int position, String text, String basis, boolean open, boolean later, String received) {}

    public record Part(String heading, int open, List<ItemRow> items) {}

    /**
     * @param told when it was told
     * @param open number of items that were not supplied yet
     * @param receipt in one line; null where there is none
     */
    public record Sheet(String number, String ticket, String told, int open, String receipt, List<Part> parts) {}

    /** @return the ticket's numbered notice; empty where it has none */
    public Optional<Sheet> of(String ticket) {
        return notices.of(ticket).map(this::of);
    }

    public Sheet of(OneTimeNotice notice) {
        Names names = new Names(roster);
        return new Sheet(
                notice.number(),
                notice.ticket(),
                moments.text(notice.listedAt()),
                notice.open().size(),
                notice.receipt()
                        .map(receipt -> receipt.receiver() + " " + receipt.how().label() + "，"
                                + moments.text(receipt.at()) + "，登记人 " + names.of(receipt.by()))
                        .orElse(null),
                notice.sections().entrySet().stream()
                        .map(section -> new Part(
                                section.getKey().heading(),
                                (int) section.getValue().stream()
                                        .filter(OneTimeNotice.Told::open)
                                        .count(),
                                section.getValue().stream()
                                        .map(told -> row(told, names))
                                        .toList()))
                        .toList());
    }

    private ItemRow row(OneTimeNotice.Told told, Names names) {
        return new ItemRow(
                told.position(),
                told.item().text(),
                told.item().basis(),
                told.open(),
                told.later(),
                told.settled()
                        .map(settled -> moments.text(settled.at()) + " " + names.of(settled.by()))
                        .orElse(""));
    }
}
