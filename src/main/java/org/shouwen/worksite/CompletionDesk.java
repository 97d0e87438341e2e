package org.shouwen.worksite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.Requirement;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work is reported as finished, inspected, and the deposit given back. */
@Component
public class CompletionDesk {

    private static final String AT_COMPLETION = Requirement.Stage.AT_COMPLETION.name();

    private final Worksites worksites;
    private final Violations violations;
    private final Dossiers dossiers;
    private final Papers papers;
    private final Beginning beginning;
    private final Follow follow;

    /** The papers that the one-time notice asks for at completion: the water test where waterproofing was touched. */
    @Component
    record Papers(OneTimeNotices notices, OneTimeNoticeDesk desk) {

        List<Item> open(String ticket) {
            return notices.of(ticket).isEmpty() ? List.of() : desk.open(ticket, AT_COMPLETION);
        }
    }

    /** Whether people may have begun, by the certificate. */
    @Component
    record Beginning(Renovations renovations, Moments moments) {

        /** @return first day of work, where it is still to come */
        Optional<LocalDate> ahead(String ticket) {
            return renovations
                    .find(ticket)
                    .filter(renovation -> renovation
                            .certified(moments.today())
                            .filter(Renovation.Certified.AHEAD::equals)
                            .isPresent())
                    .flatMap(Renovation::certificate)
                    .map(Certificate::from);
        }
    }

    /** What follows from a deed. */
    @Component
    record Follow(WorksiteExecution execution, PatrolDesk patrols, Tickets tickets) {}

    CompletionDesk(
            Worksites worksites,
            Violations violations,
            Dossiers dossiers,
            Papers papers,
            Beginning beginning,
            Follow follow) {
        this.worksites = worksites;
        this.violations = violations;
        this.dossiers = dossiers;
        this.papers = papers;
        this.beginning = beginning;
        this.follow = follow;
    }

    /** @return whether the work can be done by now: what nobody may have begun is not finished, and is not offered either */
    public boolean isReportable(Worksite worksite) {
        return worksite.atWork() && beginning.ahead(worksite.ticket()).isEmpty();
    }

    /** The owner says that the work is done; from now on the house has its time to inspect. */
    @Transactional
    public void report(String ticket, String by, Instant at) {
        Worksite worksite = worksites.get(ticket);
        if (worksite.passed().isPresent()) {
            throw Refusal.notPossibleNow("completion-passed", "装修 " + ticket + " 已经验收合格，不用再报完工");
        }
        if (worksite.completionReported().isPresent()) {
            throw Refusal.notPossibleNow("completion-reported", "装修 " + ticket + " 已经报过完工，正在安排验收");
        }
        beginning.ahead(ticket).ifPresent(first -> {
            throw Refusal.notPossibleNow(
                    "completion-before-start", "登记证从" + Moments.day(first) + "起才可以施工，还不能报完工；不装修了的请联系首问责任人");
        });
        worksites.completionReported(ticket, at, by);
        follow.tickets().note(ticket, WorksiteEvent.COMPLETION_REPORTED, "业主报完工，请物业验收", by, at);
        follow.execution().completionReported(ticket);
    }

    /** @return papers that are still due, as the notice has them */
    public List<Item> papersDue(String ticket) {
        return papers.open(ticket);
    }

    /**
     * @param papersIn whether the papers due at completion were handed over
     * @throws Refusal naming everything that stands against passing
     */
    @Transactional
    public void inspect(Inspection inspection, boolean papersIn) {
        String ticket = inspection.ticket();
        if (!inspection.passed() && inspection.remark() == null) {
            throw Refusal.invalid("remark-missing", "remark", "请写明要整改什么，业主照着整改");
        }
        List<Item> due = papers.open(ticket);
        if (inspection.passed()) {
            mustBePassable(ticket, papersIn ? List.of() : due);
        }
        if (papersIn && !due.isEmpty()) {
            papers.desk().settle(ticket, due.stream().map(Item::code).toList(), inspection.by(), inspection.at());
        }
        worksites.inspected(inspection);
        if (!inspection.passed()) {
            follow.patrols().resume(ticket, inspection.at());
        }
        follow.tickets()
                .note(
                        ticket,
                        WorksiteEvent.COMPLETION_INSPECTED,
                        inspection.passed()
                                ? "完工验收合格" + said(inspection.remark())
                                : "完工验收要整改：" + inspection.faults() + said(inspection.remark()),
                        inspection.by(),
                        inspection.at());
    }

    private void mustBePassable(String ticket, List<Item> lacking) {
        List<String> against = new ArrayList<>();
        lacking.forEach(
                item -> against.add(item.text() + "还没有交" + (item.basis().isEmpty() ? "" : "（" + item.basis() + "）")));
        violations.ofTicket(ticket).stream()
                .filter(Violation::unsettled)
                .forEach(violation ->
                        against.add("违规“" + violation.found().kind().label() + "”" + violation.state() + "，还没有整改好"));
        if (!against.isEmpty()) {
            throw Refusal.notPossibleNow("completion-not-passable", "还不能判合格：" + String.join("；", against));
        }
    }

    /** @return whether a deposit was taken */
    public boolean hasDeposit(String ticket) {
        return dossiers.agreement(ticket)
                .filter(agreement -> agreement.depositReceipt() != null)
                .isPresent();
    }

    /** @param receipt number of the voucher */
    @Transactional
    public void returnDeposit(String ticket, String receipt, String remark, String by, Instant at) {
        worksites.depositReturned(ticket, receipt, at, by);
        follow.tickets().note(ticket, WorksiteEvent.DEPOSIT_RETURNED, "退还装修保证金，凭证 " + receipt + said(remark), by, at);
    }

    private static String said(String remark) {
        return remark == null ? "" : "；" + remark;
    }
}
