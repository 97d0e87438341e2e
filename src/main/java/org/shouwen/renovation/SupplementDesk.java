package org.shouwen.renovation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.calendar.Due;
import org.shouwen.onetimenotice.IdentityShown;
import org.shouwen.onetimenotice.Item;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
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

    private final Tickets tickets;
    private final Renovations renovations;
    private final Dossiers dossiers;
    private final ApplicationPapers papers;
    private final Waiting waiting;

    /** For how long the applicant is waited for, and who is told when he is done. */
    @Component
    record Waiting(RenovationLimits limits, RenovationExecution execution) {}

    SupplementDesk(
            Tickets tickets, Renovations renovations, Dossiers dossiers, ApplicationPapers papers, Waiting waiting) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.papers = papers;
        this.waiting = waiting;
    }

    /** @return the papers that have to be there before the application is examined, in the order people read them */
    public List<Requirement> required(String number) {
        return papers.required(number).stream()
                .filter(requirement -> !ApplicationPapers.isAct(requirement.code()))
                .toList();
    }

    /** @return what the notice names and is still open: papers, and forbidden acts that have to be taken out */
    public List<Item> open(String number) {
        return papers.open(number);
    }

    /** @return by when the desk looks at what came by link: the applicant waits from the last of it, or from {@code at} */
    public Instant checkedBy(String number, Instant at) {
        Instant last = dossiers.handedIn(number).stream()
                .filter(paper -> paper.by().equals(TimelineEntry.RESIDENT))
                .map(HandedIn::at)
                .max(Comparator.naturalOrder())
                .orElse(at);
        return waiting.limits()
                .due(
                        RenovationLimits.Step.PAPERS_CHECK,
                        tickets.get(number).facts().site(),
                        last)
                .at();
    }

    /** @return what came by link and nobody has looked at yet */
    public List<Item> cameByLink(String number) {
        Set<String> came = papers.unchecked(number);
        return papers.open(number).stream()
                .filter(item -> came.contains(item.code()))
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
        ApplicationPapers.mustBeAmong(
                required(number).stream().map(Requirement::code).collect(Collectors.toSet()), codes);
        papers.see(number, codes, lastFour, by, at);
        Ticket ticket = tickets.get(number);
        long missing = papers.required(number).stream()
                .filter(requirement -> !codes.contains(requirement.code()))
                .count();
        ticket.takeUp(by, missing == 0 ? "材料已核对，齐全" : "材料已核对，审核前还缺 " + missing + " 项", at);
        tickets.save(ticket);
        if (missing > 0) {
            await(ticket, at);
        }
        return missing == 0;
    }

    /** From now on the application waits for the applicant, for as long as the table says. */
    void await(Ticket ticket, Instant at) {
        Due due = waiting.limits()
                .due(RenovationLimits.Step.SUPPLEMENT, ticket.facts().site(), at);
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
        if (codes.isEmpty()) {
            throw Refusal.invalid("papers-missing", "items", "请勾选这次补交了哪几项");
        }
        ApplicationPapers.mustBeAmong(openCodes(number), codes);
        papers.settle(number, codes, lastFour, by, at);
        return papers.isComplete(number);
    }

    /** By link the applicant has handed in one paper; with the last one the desk has to look at them. */
    @Transactional
    public void handIn(String number, String code, String by, Instant at) {
        mustWait(number);
        IdentityShown.mustNotBeSent(code);
        ApplicationPapers.mustBeAmong(openCodes(number), List.of(code));
        if (ApplicationPapers.isAct(code)) {
            throw Refusal.invalid("item-is-act", "item", "这一项是禁止的行为，请选择从方案中去掉");
        }
        dossiers.handedIn(number, List.of(new HandedIn(code, at, by, false)));
        tickets.note(number, RenovationEvent.PAPER_BY_LINK, "业主在网页上补交：" + texts(number, Set.of(code)), by, at);
        tellWhenAllCame(number);
    }

    /** By link the applicant takes a forbidden act out of his plan. */
    @Transactional
    public void takeOut(String number, Act act, String by, Instant at) {
        mustWait(number);
        Set<String> code = Set.of(Requirement.codeOf(act));
        ApplicationPapers.mustBeAmong(openCodes(number), code);
        papers.settle(number, code, null, by, at);
        tellWhenAllCame(number);
    }

    /** Whom the desk has to see in person is not waited for: it looks at what came, and goes on waiting for him. */
    private void tellWhenAllCame(String number) {
        Set<String> came = papers.unchecked(number);
        Set<String> open = openCodes(number);
        boolean all = open.stream().allMatch(code -> came.contains(code) || code.equals(IdentityShown.CODE));
        if (all && (open.isEmpty() || !came.isEmpty())) {
            waiting.execution().supplemented(number);
        }
    }

    /**
     * The desk has looked at what came by link.
     *
     * @param accepted codes of what does; the rest has to be handed in again, within a limit that begins anew
     * @param why the rest does not do, as the applicant is told; null where everything does
     * @return whether nothing is missing any more
     * @throws Refusal where something does not do and nobody says why
     */
    @Transactional
    public boolean accept(String number, Collection<String> accepted, String why, String by, Instant at) {
        Set<String> came = papers.unchecked(number);
        ApplicationPapers.mustBeAmong(came, accepted);
        Set<String> others = new HashSet<>(came);
        others.removeAll(accepted);
        if (!others.isEmpty()) {
            String words = texts(number, others) + "。" + Written.reason(why, "不合要求的原因");
            tickets.note(number, RenovationEvent.PAPERS_NOT_ACCEPTED, "网页补交的材料不合要求，须重新提交：" + words, by, at);
            dossiers.opined(number, new Opinion(at, by, Opinion.Step.PAPERS, Opinion.Result.SUPPLEMENT, words));
            dossiers.notAccepted(number, others);
            await(tickets.get(number), at);
        }
        papers.settle(number, accepted, null, by, at);
        return papers.isComplete(number);
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

    private void mustWait(String number) {
        if (renovations.get(number).stage() != Renovation.Stage.SUPPLEMENTING) {
            throw Refusal.notPossibleNow("not-waiting", "装修 " + number + " 现在不用补件");
        }
    }

    private Set<String> openCodes(String number) {
        return papers.open(number).stream().map(Item::code).collect(Collectors.toSet());
    }

    private String texts(String number, Set<String> codes) {
        return papers.open(number).stream()
                .filter(item -> codes.contains(item.code()))
                .map(Item::text)
                .collect(Collectors.joining("；"));
    }
}
