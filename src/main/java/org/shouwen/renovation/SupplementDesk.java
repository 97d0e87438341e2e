package org.shouwen.renovation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.calendar.Due;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of an application: looked at once, listed once, supplemented. Nothing can be asked for here that the one-time
 * notice does not name.
 */
@Component
public class SupplementDesk {

    /** Code of the requirement that the applicant shows who he is. */
    static final String IDENTITY = "IDENTITY";

    private static final String NOW = Requirement.Stage.NOW.name();

    private final Tickets tickets;
    private final Renovations renovations;
    private final Dossiers dossiers;
    private final OneTimeNoticeDesk notices;
    private final Rules rules;

    /** What the tables say. */
    @Component
    record Rules(Requirements requirements, RenovationLimits limits, RenovationExecution execution) {}

    SupplementDesk(
            Tickets tickets, Renovations renovations, Dossiers dossiers, OneTimeNoticeDesk notices, Rules rules) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.notices = notices;
        this.rules = rules;
    }

    /** @return what has to be there before the application is examined, in the order people read it */
    public List<Requirement> requiredNow(String number) {
        return rules.requirements().of(renovations.get(number).application().scheme()).stream()
                .filter(requirement -> requirement.stage() == Requirement.Stage.NOW)
                .toList();
    }

    /**
     * The desk has looked at the application: what is there is ticked off, all else goes on the one-time notice.
     *
     * @param codes of the papers that are there
     * @param lastFour last four characters of the identity document, or null where it was not shown
     * @return whether nothing is missing
     */
    @Transactional
    public boolean check(String number, Collection<String> codes, String lastFour, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        List<Requirement> required = requiredNow(number);
        Set<String> papers = required.stream()
                .map(Requirement::code)
                .filter(code -> !isAct(code))
                .collect(Collectors.toSet());
        mustBeAmong(papers, codes);
        seen(number, codes, lastFour, by, at);
        long missing = required.stream()
                .filter(requirement -> !codes.contains(requirement.code()))
                .count();
        ticket.takeUp(by, missing == 0 ? "材料已核对，齐全" : "材料已核对，还缺 " + missing + " 项", at);
        tickets.save(ticket);
        if (missing > 0) {
            await(ticket, at);
        }
        return missing == 0;
    }

    /** From now on the application waits for the applicant, for as long as the table says. */
    void await(Ticket ticket, Instant at) {
        Due due = rules.limits().due(RenovationLimits.Step.SUPPLEMENT, ticket.facts().site(), at);
        dossiers.waits(ticket.number(), due.at(), due.explanation());
        renovations.stands(ticket.number(), Renovation.Stage.SUPPLEMENTING);
    }

    /**
     * The applicant has brought papers to the desk, or takes forbidden acts out of his plan.
     *
     * @param codes of what is done, as the notice names it; an act that is taken out has a code, too
     * @return whether nothing is missing any more
     */
    @Transactional
    public boolean bring(String number, Collection<String> codes, String lastFour, String by, Instant at) {
        mustBeAmong(openCodes(number), codes);
        if (codes.isEmpty()) {
            throw Refusal.invalid("papers-missing", "items", "请勾选这次补交了哪几项");
        }
        settle(number, codes, lastFour, by, at);
        return notices.isComplete(number, NOW);
    }

    /** By link the applicant has handed in one paper; with the last one the desk has to look at them. */
    @Transactional
    public void handIn(String number, String code, String by, Instant at) {
        mustWait(number);
        mustBeAmong(openCodes(number), List.of(code));
        if (isAct(code)) {
            throw Refusal.invalid("item-is-act", "item", "这一项是禁止的行为，请选择从方案中去掉");
        }
        dossiers.handedIn(number, List.of(new HandedIn(code, at, by, false)));
        note(number, "paper-by-link", "业主在网页上补交：" + text(number, code), by, at);
        tellWhenAllCame(number);
    }

    /** By link the applicant takes a forbidden act out of his plan. */
    @Transactional
    public void takeOut(String number, Act act, String by, Instant at) {
        mustWait(number);
        String code = Requirement.codeOf(act);
        mustBeAmong(openCodes(number), List.of(code));
        settle(number, List.of(code), null, by, at);
        tellWhenAllCame(number);
    }

    /**
     * The desk has looked at what came by link.
     *
     * @param accepted codes of what does; the rest has to be handed in again
     * @return whether nothing is missing any more
     */
    @Transactional
    public boolean accept(String number, Collection<String> accepted, String lastFour, String by, Instant at) {
        Set<String> came = uncheckedCodes(number);
        mustBeAmong(came, accepted);
        Set<String> others = new HashSet<>(came);
        others.removeAll(accepted);
        settle(number, accepted, lastFour, by, at);
        if (!others.isEmpty()) {
            dossiers.notAccepted(number, others);
            note(
                    number,
                    "papers-not-accepted",
                    "网页补交的材料不合要求，须重新提交："
                            + others.stream().map(code -> text(number, code)).collect(Collectors.joining("；")),
                    by,
                    at);
        }
        return notices.isComplete(number, NOW);
    }

    /** The applicant has waited too long: the application has come to nothing, and may be made again. */
    @Transactional
    public void lapse(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.conclude("逾期未补齐材料，申报终止", by, at);
        ticket.close("申报终止，材料补齐后可以重新申报", by, at);
        tickets.save(ticket);
        renovations.stands(number, Renovation.Stage.LAPSED);
    }

    /** @return what came by link and was not looked at */
    public List<Item> cameByLink(String number) {
        Set<String> came = uncheckedCodes(number);
        return notices.open(number, NOW).stream()
                .filter(item -> came.contains(item.code()))
                .toList();
    }

    private void settle(String number, Collection<String> codes, String lastFour, String by, Instant at) {
        seen(
                number,
                codes.stream().filter(code -> !isAct(code)).toList(),
                lastFour,
                by,
                at);
        Set<String> settled = new HashSet<>(codes);
        for (Act act : Act.values()) {
            if (codes.contains(Requirement.codeOf(act))) {
                settled.addAll(withoutAct(number, act, by, at));
            }
        }
        notices.settle(number, settled, by, at);
    }

    /** @return codes of what is not needed any more without that act */
    private Set<String> withoutAct(String number, Act act, String by, Instant at) {
        Application application = renovations.get(number).application();
        Application rest = application.without(act);
        if (rest.scheme().acts().isEmpty()) {
            throw Refusal.invalid("acts-missing", "items", "方案里只有这一项，去掉后没有要做的装修，请撤回申报");
        }
        renovations.changed(number, rest);
        note(number, "act-taken-out", "业主从装修方案中去掉：" + act.label(), by, at);
        Set<String> needed = rules.requirements().of(rest.scheme()).stream()
                .map(Requirement::code)
                .collect(Collectors.toSet());
        return rules.requirements().of(application.scheme()).stream()
                .map(Requirement::code)
                .filter(code -> !needed.contains(code))
                .collect(Collectors.toSet());
    }

    private void seen(String number, Collection<String> codes, String lastFour, String by, Instant at) {
        if (codes.contains(IDENTITY)) {
            if (lastFour == null || !lastFour.matches("[0-9A-Za-z]{4}")) {
                throw Refusal.invalid(
                        "identity-missing", "identity", "核验了身份证明的，请填证件号码的最后四位；系统不保存完整号码");
            }
            dossiers.identified(number, lastFour.toUpperCase(java.util.Locale.ROOT));
        } else if (lastFour != null) {
            throw Refusal.invalid("identity-not-shown", "identity", "没有核验身份证明的，不用填证件号码");
        }
        dossiers.handedIn(
                number,
                codes.stream().map(code -> new HandedIn(code, at, by, true)).toList());
    }

    private void tellWhenAllCame(String number) {
        Set<String> came = uncheckedCodes(number);
        if (openCodes(number).stream().allMatch(came::contains)) {
            rules.execution().supplemented(number);
        }
    }

    private void mustWait(String number) {
        if (renovations.get(number).stage() != Renovation.Stage.SUPPLEMENTING) {
            throw Refusal.notPossibleNow("not-waiting", "装修 " + number + " 现在不用补件");
        }
    }

    private Set<String> openCodes(String number) {
        return notices.open(number, NOW).stream().map(Item::code).collect(Collectors.toSet());
    }

    private Set<String> uncheckedCodes(String number) {
        return dossiers.handedIn(number).stream()
                .filter(paper -> !paper.checked())
                .map(HandedIn::code)
                .collect(Collectors.toSet());
    }

    private static boolean isAct(String code) {
        return java.util.Arrays.stream(Act.values()).map(Requirement::codeOf).anyMatch(code::equals);
    }

    private static void mustBeAmong(Set<String> known, Collection<String> codes) {
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Refusal.invalid("item-unknown", "items", "要补的材料里没有“" + code + "”这一项");
        });
    }

    private String text(String number, String code) {
        return notices.open(number, NOW).stream()
                .filter(item -> item.code().equals(code))
                .map(Item::text)
                .findFirst()
                .orElse(code);
    }

    private void note(String number, String event, String text, String by, Instant at) {
        tickets.note(number, new TimelineEntry(at, by, event, text));
    }
}
