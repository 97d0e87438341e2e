package org.shouwen.onetimenotice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 一次性告知: everything is listed once. A second list for the same ticket is refused, and so is a later item. */
@Component
public class OneTimeNoticeDesk {

    private static final Set<Duty> MAY_ASK_LATER = Set.of(Duty.SUPERVISOR, Duty.MANAGER);
    private static final int LONGEST_NAME = 60;

    private final Map<String, RequirementList> lists;
    private final Tickets tickets;
    private final OneTimeNotices notices;
    private final Roster roster;

    OneTimeNoticeDesk(List<RequirementList> lists, Tickets tickets, OneTimeNotices notices, Roster roster) {
        this.lists = lists.stream().collect(Collectors.toMap(RequirementList::kind, Function.identity()));
        this.tickets = tickets;
        this.notices = notices;
        this.roster = roster;
    }

    /** Makes the ticket's one list and keeps it; where its items have to be supplied, as a numbered notice. */
    @Transactional
    public void list(String number, String by, Instant at) {
        if (!notices.itemsOf(number).isEmpty()) {
            throw Refusal.notPossibleNow("already-told", "工单 " + number + " 已经一次性告知过，不能再列一次");
        }
        Ticket ticket = tickets.get(number);
        RequirementList list = lists.get(ticket.kind());
        List<Item> items = list.items(ticket);
        if (items.isEmpty()) {
            List<String> told = list.of(ticket);
            notices.add(number, told);
            tickets.note(number, NoticeEvent.LISTED, "一次性告知 " + told.size() + " 项", by, at);
            return;
        }
        OneTimeNotice notice = notice(ticket, items, list.supplied(ticket), by, at);
        notices.add(notice, ticket.facts().site());
        tickets.note(
                number,
                NoticeEvent.LISTED,
                "一次性告知书 %s：共 %d 项，%s".formatted(notice.number(), notice.items().size(), openBySection(notice)),
                by,
                at);
    }

    /** @return what is open, by when it is needed: so it agrees with what the desk finds missing now */
    private static String openBySection(OneTimeNotice notice) {
        String open = notice.sections().entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(OneTimeNotice.Told::open))
                .map(group -> group.getKey().heading() + " "
                        + group.getValue().stream()
                                .filter(OneTimeNotice.Told::open)
                                .count()
                        + " 项")
                .collect(Collectors.joining("，"));
        return open.isEmpty() ? "都已齐" : "还没有的：" + open;
    }

    private OneTimeNotice notice(
            Ticket ticket, List<Item> items, Map<String, OneTimeNotice.Settled> supplied, String by, Instant at) {
        return new OneTimeNotice(
                notices.nextNumber(at),
                ticket.number(),
                at,
                by,
                Optional.empty(),
                IntStream.range(0, items.size())
                        .mapToObj(i -> new OneTimeNotice.Told(
                                i + 1,
                                items.get(i),
                                Optional.ofNullable(supplied.get(items.get(i).code())),
                                false))
                        .toList());
    }

    /**
     * Items were supplied. Those that are settled already stay as they are.
     *
     * @param codes of items that are on the notice
     */
    @Transactional
    public void settle(String number, Collection<String> codes, String by, Instant at) {
        OneTimeNotice notice = notices.get(number);
        codes.stream().filter(code -> notice.item(code).isEmpty()).findFirst().ifPresent(code -> {
            throw Refusal.invalid("item-unknown", "items", "一次性告知书 " + notice.number() + " 里没有“" + code + "”这一项");
        });
        List<Integer> positions = notices.settle(number, codes, new OneTimeNotice.Settled(at, by));
        if (!positions.isEmpty()) {
            tickets.note(
                    number,
                    NoticeEvent.SUPPLIED,
                    "收到一次性告知书 " + notice.number() + " 第 "
                            + positions.stream().map(String::valueOf).collect(Collectors.joining("、")) + " 项",
                    by,
                    at);
        }
    }

    /** @return items of the section that were not supplied yet */
    public List<Item> open(String number, String section) {
        return notices.get(number).open(section).stream()
                .map(OneTimeNotice.Told::item)
                .toList();
    }

    public boolean isComplete(String number, String section) {
        return notices.get(number).isComplete(section);
    }

    /**
     * The notice reached whom it is for.
     *
     * @param by code of who records it; the system where the resident confirms by link
     */
    @Transactional
    public void receive(String number, String receiver, Receipt.How how, String by, Instant at) {
        OneTimeNotice notice = notices.get(number);
        String name = Written.text(receiver, "receiver", "签收人", LONGEST_NAME);
        if (!notices.receive(number, new Receipt(name, how, at, by))) {
            throw Refusal.notPossibleNow("already-received", "一次性告知书 " + notice.number() + " 已经签收过");
        }
        tickets.note(number, NoticeEvent.RECEIVED, "一次性告知书 " + notice.number() + " 已送达：" + how.label(), by, at);
    }

    /**
     * Asks for something after the notice. What is on the notice may be asked for again, where what was handed in does not
     * do. What is not is refused, unless whoever acts has the duty of a supervisor or manager at the site and gives a
     * reason; that is a breach, and counted.
     */
    @Transactional
    public void require(String number, Item later, Optional<String> reason, String by, Instant at) {
        OneTimeNotice notice = notices.get(number);
        Ticket ticket = tickets.get(number);
        if (ticket.status().isFinal()) {
            throw Refusal.notPossibleNow(
                    "ticket-ended", "工单 " + number + " " + ticket.status().label() + "，不能再要求业主补材料");
        }
        if (notice.item(later.code()).isPresent()) {
            askAgain(notice, later.code(), reason, by, at);
            return;
        }
        String sentence = "一次性告知书 " + notice.number() + " 没有列出“" + later.text() + "”，不能再要求业主补";
        String why = reason.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.notPossibleNow("not-on-notice", sentence + "；确有必要的，由主管或项目经理写明理由"));
        if (!mayAskLater(by, ticket.facts().site(), at)) {
            throw Refusal.notAllowed("not-on-notice", sentence + "；确有必要的，由主管或项目经理写明理由");
        }
        notices.later(
                new Breach(notice.number(), number, ticket.facts().site(), later, Written.reason(why, "理由"), by, at));
        tickets.note(
                number,
                NoticeEvent.ADDED,
                "一次性告知书 " + notice.number() + " 以外补充要求（计入一次性告知违规）：" + later.text() + "。理由：" + why,
                by,
                at);
    }

    private void askAgain(OneTimeNotice notice, String code, Optional<String> reason, String by, Instant at) {
        OneTimeNotice.Told told = notice.item(code).orElseThrow();
        if (told.open()) {
            return;
        }
        notices.reopen(notice.ticket(), code);
        tickets.note(
                notice.ticket(),
                NoticeEvent.REOPENED,
                "一次性告知书 " + notice.number() + " 第 " + told.position() + " 项须重新提交"
                        + reason.map(text -> "：" + Typed.plain(text)).orElse(""),
                by,
                at);
    }

    /** @return whether the person may, with a reason, ask for what a notice of the site did not name */
    public boolean mayAskLater(String person, String site, Instant at) {
        return roster.actingPostsOf(person, at).stream()
                .anyMatch(post ->
                        MAY_ASK_LATER.contains(post.duty()) && post.site().equals(site));
    }
}
