package org.shouwen.resident.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.citypack.WorkHours;
import org.shouwen.onetimenotice.IdentityShown;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.ActRuling;
import org.shouwen.renovation.ActRulings;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.HandedIn;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovation.Stage;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.Requirement;
import org.shouwen.resident.web.RenovationPart.ActRow;
import org.shouwen.resident.web.RenovationPart.Deed;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.stereotype.Component;

/** Puts together what an applicant sees of his renovation. */
@Component
class RenovationParts {

    private final Renovations renovations;
    private final Dossiers dossiers;
    private final Sources sources;
    private final Rules rules;
    private final Moments moments;

    /** What was told, and what happens on site. */
    @Component
    record Sources(OneTimeNotices notices, Worksites worksites) {}

    /** What the tables say of acts and hours. */
    @Component
    record Rules(ActRulings rulings, WorkHours hours) {}

    RenovationParts(Renovations renovations, Dossiers dossiers, Sources sources, Rules rules, Moments moments) {
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.sources = sources;
        this.rules = rules;
        this.moments = moments;
    }

    /** @return null where the ticket is no renovation */
    RenovationPart of(String number) {
        return renovations.find(number).map(this::part).orElse(null);
    }

    private RenovationPart part(Renovation renovation) {
        Optional<OneTimeNotice> notice = sources.notices().of(renovation.ticket());
        Set<String> came = dossiers.handedIn(renovation.ticket()).stream()
                .filter(paper -> !paper.checked())
                .map(HandedIn::code)
                .collect(Collectors.toSet());
        boolean waits = renovation.stage() == Stage.SUPPLEMENTING;
        return new RenovationPart(
                renovation.stage().label(),
                now(renovation, notice.filter(told -> allCame(told, came)).isPresent()),
                notice.map(told -> told(told, came, waits)).orElse(null),
                rules.rulings().of(renovation.application().scheme()).stream()
                        .map(RenovationParts::row)
                        .toList(),
                notice.isPresent() && !isOver(renovation.stage()) ? cautions(renovation) : null,
                renovation
                        .certificate()
                        .map(certificate -> card(certificate, renovation))
                        .orElse(null),
                atWork(renovation));
    }

    /** What has to be shown in person does not come by link. */
    private static boolean allCame(OneTimeNotice notice, Set<String> came) {
        return notice.open(Requirement.Stage.NOW.name()).stream()
                .map(told -> told.item().code())
                .allMatch(came::contains);
    }

    private boolean atWork(Renovation renovation) {
        return renovation.stage() == Stage.REGISTERED
                && sources.worksites()
                        .find(renovation.ticket())
                        .filter(Worksite::atWork)
                        .isPresent();
    }

    private static boolean isOver(Stage stage) {
        return stage.compareTo(Stage.REGISTERED) > 0;
    }

    private String now(Renovation renovation, boolean allCame) {
        return switch (renovation.stage()) {
            case APPLIED -> "已收到申报，正在核对材料。";
            case SUPPLEMENTING -> allCame ? "您补交的都收到了，等前台核对。" : "请按一次性告知书补齐材料" + until(renovation.ticket()) + "。";
            case EXAMINED -> "材料齐全，正在审批。";
            case SIGNING -> "准予登记。请到前台签协议、办妥开工前的事项，然后发登记证。";
            case REGISTERED -> registered(renovation.ticket());
            case FILED -> "已完工归档。";
            case REFUSED -> "不予登记，原因见发给您的通知；有疑问请联系首问责任人。";
            case LAPSED -> "逾期没有补齐材料，这次申报已终止；材料备齐后可以重新申报。";
            case WITHDRAWN -> "已撤回，不再办理。";
        };
    }

    private String registered(String number) {
        Optional<Worksite> site = sources.worksites().find(number);
        if (site.flatMap(Worksite::passed).isPresent()) {
            return "完工验收合格，等资料归档。";
        }
        return site.flatMap(Worksite::completionReported).isPresent() ? "已报完工，物业会来验收。" : "已发登记证，可以按登记的内容和时间施工。";
    }

    private String until(String number) {
        return dossiers.waiting(number)
                .map(wait -> "，最迟到 " + moments.text(wait.due()))
                .orElse("");
    }

    private RenovationPart.Told told(OneTimeNotice notice, Set<String> came, boolean waits) {
        return new RenovationPart.Told(
                notice.number(),
                moments.text(notice.listedAt()),
                notice.receipt()
                        .map(receipt ->
                                moments.text(receipt.at()) + " " + receipt.how().label())
                        .orElse(null),
                "共 %d 项，已收到 %d 项"
                        .formatted(
                                notice.items().size(),
                                notice.items().size() - notice.open().size()),
                notice.sections().entrySet().stream()
                        .map(group -> new RenovationPart.Group(
                                group.getKey().heading(),
                                group.getValue().stream()
                                        .map(item -> item(item, came, waits))
                                        .toList()))
                        .toList());
    }

    private RenovationPart.Item item(OneTimeNotice.Told told, Set<String> came, boolean waits) {
        String code = told.item().code();
        boolean now = told.item().section().code().equals(Requirement.Stage.NOW.name());
        boolean handedIn = came.contains(code);
        Optional<Act> act = Arrays.stream(Act.values())
                .filter(one -> Requirement.codeOf(one).equals(code))
                .findFirst();
        Deed deed = !told.open() || !now || !waits || handedIn
                ? Deed.NOTHING
                : act.isPresent() ? Deed.TAKE_OUT : code.equals(IdentityShown.CODE) ? Deed.AT_THE_DESK : Deed.HAND_IN;
        String state = told.settled()
                .map(settled -> "已收到，" + moments.text(settled.at()))
                .orElse(handedIn ? "已交，等前台核对" : now ? "待补" : "到时再办");
        return new RenovationPart.Item(
                code,
                told.position(),
                told.item().text(),
                told.item().basis(),
                state,
                !told.open() ? "kept" : handedIn ? "runs" : now ? "late" : "none",
                deed,
                act.map(Act::name).orElse(null));
    }

    private RenovationPart.Cautions cautions(Renovation renovation) {
        List<ActRuling> rulings = Arrays.stream(Act.values())
                .filter(act -> act != Act.ORDINARY && act != Act.OTHER)
                .map(act -> rules.rulings().of(act, false))
                .toList();
        return new RenovationPart.Cautions(
                rows(rulings, ActRuling.Result.FORBIDDEN),
                rows(rulings, ActRuling.Result.NOT_WITHOUT),
                hours(renovation),
                dossiers.receipts(renovation.ticket()).stream()
                        .filter(receipt -> receipt.party() == CautionReceipt.Party.OWNER)
                        .findFirst()
                        .map(receipt ->
                                moments.text(receipt.at()) + " " + receipt.how().label())
                        .orElse(null));
    }

    private static List<ActRow> rows(List<ActRuling> rulings, ActRuling.Result result) {
        return rulings.stream()
                .filter(ruling -> ruling.result() == result)
                .map(RenovationParts::row)
                .toList();
    }

    private static ActRow row(ActRuling ruling) {
        return new ActRow(
                ruling.act().label(),
                ruling.result().label(),
                switch (ruling.result()) {
                    case ALLOWED -> "kept";
                    case ALLOWED_WITH -> "runs";
                    case NOT_WITHOUT, FORBIDDEN -> "late";
                },
                ruling.needs(),
                ruling.basis());
    }

    private String hours(Renovation renovation) {
        return rules.hours()
                .wordingOf(
                        renovation.site(),
                        renovation.application().from(),
                        renovation.application().until());
    }

    private RenovationPart.Card card(Certificate certificate, Renovation renovation) {
        LocalDate today = moments.today();
        String state = certificate.revokedAt().isPresent()
                ? "已注销"
                : today.isAfter(certificate.until()) ? "已过期" : today.isBefore(certificate.from()) ? "还没到开工日期" : "有效";
        return new RenovationPart.Card(
                certificate.number(),
                certificate.from() + " 至 " + certificate.until(),
                hours(renovation),
                state,
                certificate.covers(today));
    }
}
