package org.shouwen.renovation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The complete application is examined and decided on, within the limit that began when it was complete. */
@Component
public class ApprovalDesk {

    private static final String NOW = Requirement.Stage.NOW.name();

    private final Tickets tickets;
    private final Renovations renovations;
    private final Dossiers dossiers;
    private final SupplementDesk supplements;
    private final Rules rules;

    /** What is asked, and what bounds it. */
    @Component
    record Rules(
            ActRulings rulings,
            OneTimeNoticeDesk desk,
            OneTimeNotices notices,
            TimeLimits limits,
            TimeLimitDesk clocks) {}

    ApprovalDesk(Tickets tickets, Renovations renovations, Dossiers dossiers, SupplementDesk supplements, Rules rules) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.supplements = supplements;
        this.rules = rules;
    }

    /** Nothing is missing: the limit of the approval begins, or runs on where the applicant was waited for once more. */
    @Transactional
    public void begin(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.pause().isPresent()) {
            rules.clocks().resume(number, "材料已补齐", by, at);
        } else {
            ticket.start(rules.limits().anew(ticket, ClockKind.FINISH, at), "材料齐全，开始审批计时", by, at);
            tickets.save(ticket);
        }
        renovations.stands(number, Renovation.Stage.EXAMINED);
    }

    /** What the engineer thinks of the plan. */
    @Transactional
    public void review(String number, Opinion opinion) {
        boolean other = renovations.get(number).application().scheme().acts().contains(Act.OTHER);
        if (opinion.result() == Opinion.Result.ENDANGERS && !other) {
            throw Refusal.invalid("nothing-to-judge", "result", "方案里没有清单以外的改动，清单上的行为按《住宅室内装饰装修管理办法》判断；方案不可行的请选“方案不可行”");
        }
        note(number, opinion);
    }

    /**
     * The supervisor registers it. What is forbidden cannot be registered by anybody.
     *
     * @throws Refusal where an act is forbidden or a paper is missing
     */
    @Transactional
    public void approve(String number, String words, String by, Instant at) {
        forbidden(number).ifPresent(ruling -> {
            throw Refusal.notPossibleNow(
                    "act-forbidden",
                    "“%s”属于禁止的行为（%s），任何人都不能准予登记".formatted(ruling.act().label(), ruling.basis()));
        });
        if (!rules.desk().isComplete(number, NOW)) {
            throw Refusal.notPossibleNow(
                    "papers-missing",
                    "一次性告知书上还有没补齐的："
                            + rules.desk().open(number, NOW).stream()
                                    .map(Item::text)
                                    .collect(Collectors.joining("；")));
        }
        note(number, new Opinion(at, by, Opinion.Step.DECISION, Opinion.Result.APPROVED, words));
        Ticket ticket = tickets.get(number);
        ticket.fulfil(ClockKind.FINISH, "准予登记：" + words, by, at);
        tickets.save(ticket);
        renovations.stands(number, Renovation.Stage.SIGNING);
    }

    /** @return an act of the plan that is forbidden, by the table or by what the engineer found */
    private Optional<ActRuling> forbidden(String number) {
        Scheme scheme = renovations.get(number).application().scheme();
        boolean endangers = dossiers.opinions(number).stream()
                .filter(opinion -> opinion.step() == Opinion.Step.REVIEW)
                .reduce((earlier, later) -> later)
                .filter(opinion -> opinion.result() == Opinion.Result.ENDANGERS)
                .isPresent();
        return scheme.acts().stream()
                .sorted()
                .map(act -> rules.rulings().of(act, scheme.qualifiedDesign(), endangers && act == Act.OTHER))
                .filter(ActRuling::forbidden)
                .findFirst();
    }

    /** The supervisor does not register it: the application has ended. */
    @Transactional
    public void refuse(String number, String words, String by, Instant at) {
        note(number, new Opinion(at, by, Opinion.Step.DECISION, Opinion.Result.REFUSED, words));
        Ticket ticket = tickets.get(number);
        ticket.conclude("不予登记：" + words, by, at);
        ticket.close("不予登记", by, at);
        tickets.save(ticket);
        renovations.stands(number, Renovation.Stage.REFUSED);
    }

    /**
     * Something has to be handed in anew or in addition; meanwhile the limit stands still. What the one-time notice does not
     * name takes a reason, and counts as a breach of the rule.
     *
     * @param code of an item of the notice that does not do as it was handed in; null where it is another one
     * @param item what else is needed, or null
     * @param reason why, as the applicant is told; null only where the notice will not have it anyway
     * @throws Refusal where nobody says why a paper that was handed in does not do
     */
    @Transactional
    public void ask(String number, String code, String item, String reason, String by, Instant at) {
        if ((code == null) == (item == null)) {
            throw Refusal.invalid("item-missing", "item", "要求补件的，请选告知书上须重新提交的一项，或者写明另要什么，二者选一");
        }
        Item needed = code == null ? later(number, item) : known(number, code);
        if (code != null) {
            Written.reason(reason, "须重新提交的理由");
        }
        rules.desk().require(number, needed, Optional.ofNullable(reason), by, at);
        note(
                number,
                new Opinion(
                        at,
                        by,
                        Opinion.Step.DECISION,
                        Opinion.Result.SUPPLEMENT,
                        needed.text() + (reason == null ? "" : "。" + reason)));
        supplements.await(tickets.get(number), at);
        rules.clocks()
                .pause(
                        number,
                        PauseReason.SUPPLEMENT,
                        needed.text(),
                        dossiers.waiting(number).orElseThrow().due(),
                        by,
                        at);
    }

    /** @return papers that were handed in, and can be asked for again where they do not do */
    public List<Item> given(String number) {
        return rules.notices().get(number).items().stream()
                .filter(told -> !told.open())
                .map(OneTimeNotice.Told::item)
                .filter(item -> item.section().code().equals(NOW) && !ApplicationPapers.isAct(item.code()))
                .toList();
    }

    private Item known(String number, String code) {
        return given(number).stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("item-unknown", "again", "业主交过的材料里没有“" + code + "”这一项"));
    }

    private Item later(String number, String text) {
        List<OneTimeNotice.Told> told = rules.notices().get(number).items();
        return new Item("LATER_" + (told.size() + 1), Requirement.Stage.NOW.section(), text, "");
    }

    private void note(String number, Opinion opinion) {
        dossiers.opined(number, opinion);
        tickets.note(
                number,
                RenovationEvent.EXAMINED,
                opinion.step().label() + "：" + opinion.result().label() + "。" + opinion.words(),
                opinion.by(),
                opinion.at(),
                "step",
                opinion.step(),
                "result",
                opinion.result());
    }
}
