package org.shouwen.renovation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.estate.Phone;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.renovation.CautionReceipt.How;
import org.shouwen.renovation.CautionReceipt.Party;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.DueDates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has to be done before work may start: agreement, cautions, neighbours told; then the certificate. */
@Component
public class RegistrationDesk {

    private static final String BEFORE_START = Requirement.Stage.BEFORE_START.name();

    private final Tickets tickets;
    private final Renovations renovations;
    private final Dossiers dossiers;
    private final OneTimeNoticeDesk notices;
    private final Surroundings surroundings;
    private final Moments moments;

    /** What rules hold; and what follows where days move: due dates of running tasks, news for the owner. */
    @Component
    record Surroundings(SitePolicies policies, ActRulings rulings, DueDates dueDates, ApplicantNews news) {}

    RegistrationDesk(
            Tickets tickets,
            Renovations renovations,
            Dossiers dossiers,
            OneTimeNoticeDesk notices,
            Surroundings surroundings,
            Moments moments) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.notices = notices;
        this.surroundings = surroundings;
        this.moments = moments;
    }

    /**
     * Who does the work and who answers for it on site; also where the owner applied to do himself what takes a firm with
     * the qualification (110号 9).
     *
     * @param contractor as it was typed
     */
    @Transactional
    public void engage(String number, Contractor contractor, String by, Instant at) {
        Renovation renovation = renovations.get(number);
        if (renovation.stage().isOver()) {
            throw Refusal.notPossibleNow(
                    "renovation-over", "装修 " + number + " " + renovation.stage().label() + "，不能再改施工负责人");
        }
        Contractor reachable = new Contractor(
                Written.text(contractor.firm(), "firm", "施工单位", 100),
                Written.text(contractor.qualification(), "qualification", "资质证书编号", 60),
                Written.text(contractor.person(), "person", "施工负责人", 60),
                Phone.normalise(contractor.phone(), "phone"));
        renovations.changed(number, renovation.application().with(reachable));
        String firm = renovation.application().contractor().isPresent()
                ? ""
                : "改由%s施工（资质 %s），".formatted(reachable.firm(), reachable.qualification());
        tickets.note(number, RenovationEvent.CONTRACTOR_NAMED, firm + "登记施工负责人：" + reachable.person(), by, at);
    }

    /** The work is done on other days than those applied for; until it is certified. */
    @Transactional
    public void reschedule(String number, LocalDate from, LocalDate until, String by, Instant at) {
        Renovation renovation = renovations.get(number);
        if (renovation.certificate().isPresent() || renovation.stage().isOver()) {
            throw Refusal.notPossibleNow(
                    "period-certified",
                    "装修 %s %s，不能再改施工期".formatted(number, renovation.stage().label()));
        }
        Period.check(from, until, moments.date(at));
        renovations.changed(number, renovation.application().on(from, until));
        String words = "施工期改为" + Moments.days(from, until);
        tickets.note(number, TicketEvent.RESCHEDULED, words, by, at, "from", from, "until", until);
        surroundings.news().tell(number, "renovation-period.to-resident", "", at);
    }

    /** The prohibited acts and cautions were received; once by each party. */
    @Transactional
    public void receiveCautions(String number, Party party, How how, String by, Instant at) {
        Renovation renovation = renovations.get(number);
        if (renovation.stage().isOver()) {
            throw Refusal.notPossibleNow(
                    "renovation-over", "装修 " + number + " " + renovation.stage().label() + "，不用再签收");
        }
        if (!dossiers.received(number, new CautionReceipt(party, how, at, by))) {
            throw Refusal.notPossibleNow("cautions-received", party.label() + "已经签收过禁止行为和注意事项");
        }
        tickets.note(number, RenovationEvent.CAUTIONS_RECEIVED, party.label() + "已签收禁止行为和注意事项：" + how.label(), by, at);
    }

    /**
     * The agreement is signed and everything is done that has to be before the start.
     *
     * @param done codes of what is done, as the one-time notice names it
     * @param received who has received the cautions at the desk; who has confirmed by link need not again
     * @throws Refusal that names everything that is still missing at once
     */
    @Transactional
    public void sign(String number, Agreement agreement, Collection<String> done, Set<Party> received) {
        Renovation renovation = renovations.get(number);
        String by = agreement.by();
        Instant at = agreement.at();
        for (Party party : missingReceipts(renovation)) {
            if (received.contains(party)) {
                receiveCautions(number, party, How.SIGNED, by, at);
            }
        }
        List<String> missing = new ArrayList<>();
        notices.open(number, BEFORE_START).stream()
                .filter(item -> !done.contains(item.code()))
                .map(Item::text)
                .forEach(missing::add);
        missingReceipts(renovation).forEach(party -> missing.add(party.label() + "签收禁止行为和注意事项"));
        Optional<Contractor> contractor = renovation.application().contractor();
        if (contractor.isEmpty()
                && surroundings
                        .rulings()
                        .needQualifiedFirm(renovation.application().scheme())) {
            missing.add("登记有相应资质的施工单位（装修页；《住宅室内装饰装修管理办法》第9条）");
        }
        if (contractor.filter(firm -> !firm.isReachable()).isPresent()) {
            missing.add("登记施工负责人和电话（装修页）");
        }
        if (renovation.application().scheme().deposit() && agreement.depositReceipt() == null) {
            missing.add("装修保证金收据编号");
        }
        if (renovation.application().until().isBefore(moments.date(at))) {
            missing.add("新的施工期（申报的已过，在装修页改）");
        }
        if (surroundings.policies().chosenCity(renovation.site()).isEmpty()) {
            missing.add("本服务点的城市规则，登记证上的施工时间由它定（请项目经理在“管理”的“城市规则”里选定）");
        }
        if (!missing.isEmpty()) {
            throw Refusal.notPossibleNow("start-not-ready", "还不能发登记证，缺：" + String.join("；", missing));
        }
        if (!renovation.application().scheme().deposit() && agreement.depositReceipt() != null) {
            throw Refusal.invalid("deposit-not-taken", "deposit", "本服务点不收装修保证金，不用填收据编号");
        }
        notices.settle(number, done, by, at);
        dossiers.signed(number, agreement);
        tickets.note(number, RenovationEvent.AGREEMENT_SIGNED, "已签装修管理服务协议，开工前事项办妥", by, at);
    }

    /** @return what has to be done before the start and is not yet */
    public List<Item> beforeStart(String number) {
        return notices.open(number, BEFORE_START);
    }

    /** @return who has not received the prohibited acts and cautions yet */
    public List<Party> notYetReceived(String number) {
        return missingReceipts(renovations.get(number));
    }

    private List<Party> missingReceipts(Renovation renovation) {
        Set<Party> due = EnumSet.of(Party.OWNER);
        if (renovation.application().contractor().isPresent()) {
            due.add(Party.CONTRACTOR);
        }
        dossiers.receipts(renovation.ticket()).forEach(receipt -> due.remove(receipt.party()));
        return List.copyOf(due);
    }

    /** Issues 装修施工登记证 for the period that was applied for, or for what is left of it. */
    @Transactional
    public Certificate issue(String number, String by, Instant at) {
        Renovation renovation = renovations.get(number);
        LocalDate today = moments.date(at);
        LocalDate from = renovation.application().from();
        Certificate certificate = new Certificate(
                renovations.nextCertificate(at),
                number,
                renovation.site(),
                from.isBefore(today) ? today : from,
                renovation.application().until(),
                at,
                by,
                Optional.empty());
        renovations.certified(certificate);
        renovations.stands(number, Renovation.Stage.REGISTERED);
        String words = "发装修施工登记证 " + certificate.number();
        tickets.note(number, RenovationEvent.CERTIFICATE_ISSUED, words, by, at, "certificate", certificate.number());
        return certificate;
    }

    /**
     * The work takes longer (延期): the certificate counts until a later day, and so do the passes under it.
     *
     * @param until the new last day of work
     */
    @Transactional
    public Certificate extend(String number, LocalDate until, String reason, String by, Instant at) {
        tickets.hold(number);
        Renovation renovation = renovations.get(number);
        Certificate certificate = renovation
                .certificate()
                .filter(issued -> renovation.stage() == Renovation.Stage.REGISTERED)
                .filter(issued -> issued.revokedAt().isEmpty())
                .orElseThrow(() -> Refusal.notPossibleNow("certificate-not-valid", "装修 " + number + " 没有有效的登记证，不能延期"));
        if (until.equals(certificate.until())) {
            throw Refusal.notPossibleNow(
                    "extension-too-early", "登记证 " + certificate.number() + " 的完工日期已经是" + Moments.day(until));
        }
        if (!until.isAfter(certificate.until()) || until.isBefore(moments.date(at))) {
            throw Refusal.invalid(
                    "extension-too-early", "until", "延期后的完工日期须晚于原来的" + Moments.day(certificate.until()) + "，且不早于今天");
        }
        Period.check(certificate.from(), until, certificate.from());
        String why = Written.reason(reason, "延期的理由");
        renovations.extended(certificate.number(), until);
        tickets.note(
                number,
                RenovationEvent.CERTIFICATE_EXTENDED,
                "登记证 %s 延期到%s：%s".formatted(certificate.number(), Moments.day(until), why),
                by,
                at);
        surroundings.dueDates().recount(number);
        surroundings.news().tell(number, "certificate-extended.to-resident", why, at);
        return renovations.certificate(certificate.number()).orElseThrow();
    }
}
