package org.shouwen.renovation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.onetimenotice.IdentityShown;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.page.Shown;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.ActRuling;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.HandedIn;
import org.shouwen.renovation.Opinion;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovation.Stage;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.Requirement;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an applicant sees of his renovation: where it stands, what he still has to bring, what he must not do. */
@Component
@Order(30)
record ApplicantPart(
        Renovations renovations,
        Dossiers dossiers,
        SupplementDesk supplements,
        RenovationPages.Rules rules,
        Moments moments)
        implements ResidentPart {

    /**
     * @param notice null: nothing was told yet
     * @param acts what is planned, each with its article
     * @param cautions what must not be done, to be confirmed; null: not now
     */
    record Part(String number, Told notice, List<ActRuling> acts, Cautions cautions) {}

    /**
     * @param receivable whether he is asked to confirm that he has it
     * @param asks whether he is asked to do something
     */
    record Told(OneTimeNotice notice, boolean receivable, boolean asks, List<Group> groups) {}

    record Group(String heading, List<Item> items) {}

    /**
     * @param told as the notice has it
     * @param state how it stands, as people read it
     * @param deed what the resident can do about it
     * @param act to be taken out, where that is the deed; else null
     */
    record Item(OneTimeNotice.Told told, String state, String style, Deed deed, Act act) {}

    /** What can be done about an item on the page. */
    enum Deed {
        HAND_IN,
        TAKE_OUT,
        /** The original is shown at the desk; no picture of it is taken. */
        AT_THE_DESK,
        NOTHING
    }

    private static final String OBJECTION = "您的意见已收到，查清后书面答复您；在答复以前原来的结果（%s）不变。";

    /** @param received how and when the owner confirmed, or null: he is asked to */
    record Cautions(List<ActRuling> prohibited, List<ActRuling> notWithout, String hours, CautionReceipt received) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return renovations.find(ticket.number()).map(renovation -> {
            Optional<OneTimeNotice> notice = rules.notices().of(ticket.number());
            return new Shown(
                    "renovation/resident :: application",
                    new Part(
                            ticket.number(),
                            notice.map(told -> told(told, renovation)).orElse(null),
                            rules.rulings().of(renovation.application().scheme()),
                            notice.isPresent() && !renovation.stage().isOver() ? cautions(renovation) : null));
        });
    }

    @Override
    public Optional<Standing> standing(Ticket ticket) {
        return renovations
                .find(ticket.number())
                .map(renovation -> new Standing(
                        stage(ticket, renovation),
                        answersObjection(ticket)
                                ? OBJECTION.formatted(renovation.progress(moments.today()))
                                : now(renovation),
                        renovation.certificate().isEmpty()));
    }

    private String stage(Ticket ticket, Renovation renovation) {
        if (answersObjection(ticket)) {
            return "重新办理";
        }
        return renovation.stage() == Stage.SUPPLEMENTING && allCame(renovation.ticket())
                ? "补件待核对"
                : renovation.progress(moments.today());
    }

    @Override
    public Map<String, String> said() {
        return Map.of(
                "received", "已记下：您收到了一次性告知书。",
                "handed_in", "已收到，前台会核对。",
                "taken_out", "已从装修方案中去掉。",
                "confirmed", "已记下：您已看过并收到禁止行为和注意事项。");
    }

    /** It was decided, or is archived, and the owner holds something against it. */
    private static boolean answersObjection(Ticket ticket) {
        return ticket.reopens() > 0 && ticket.status().isAtWork();
    }

    private String now(Renovation renovation) {
        return switch (renovation.stage()) {
            case APPLIED -> "已收到申报，正在核对材料。";
            case SUPPLEMENTING ->
                allCame(renovation.ticket())
                        ? "您补交的都收到了，前台 " + moments.limit(supplements.checkedBy(renovation.ticket(), moments.now()))
                                + " 前核对完。"
                        : "请按一次性告知书补齐材料" + until(renovation.ticket()) + "，到期没有补齐的申报终止。" + why(renovation.ticket());
            case EXAMINED -> "材料齐全，正在审批。";
            case SIGNING -> "准予登记。请到前台签协议、办妥开工前的事项，然后发登记证。";
            case REGISTERED, FILED ->
                renovation
                        .certified(moments.today())
                        .map(Renovation.Certified::sentence)
                        .orElseThrow();
            case REFUSED -> "不予登记，原因见发给您的通知；有疑问请联系首问责任人。";
            case LAPSED -> "逾期没有补齐材料，这次申报已终止；材料备齐后可以重新申报。";
            case WITHDRAWN -> "已撤回，不再办理。";
        };
    }

    /** What has to be shown in person does not come by link. */
    private boolean allCame(String number) {
        Set<String> came = came(number);
        return rules.notices()
                .of(number)
                .filter(notice -> notice.open(Requirement.Stage.NOW.name()).stream()
                        .allMatch(told -> came.contains(told.item().code())))
                .isPresent();
    }

    private Set<String> came(String number) {
        return dossiers.handedIn(number).stream()
                .filter(paper -> !paper.checked())
                .map(HandedIn::code)
                .collect(Collectors.toSet());
    }

    private String until(String number) {
        return dossiers.waiting(number)
                .map(wait -> "，最迟到 " + moments.text(wait.due()))
                .orElse("");
    }

    private String why(String number) {
        return dossiers.opinions(number).stream()
                .filter(opinion -> opinion.result() == Opinion.Result.SUPPLEMENT)
                .reduce((earlier, later) -> later)
                .map(opinion -> "原因：" + opinion.words())
                .orElse("");
    }

    private Told told(OneTimeNotice notice, Renovation renovation) {
        Set<String> came = came(renovation.ticket());
        Stage stage = renovation.stage();
        List<Group> groups = notice.sections().entrySet().stream()
                .map(group -> new Group(
                        group.getKey().heading(),
                        group.getValue().stream()
                                .map(item -> item(item, came, stage))
                                .toList()))
                .toList();
        boolean receivable = notice.receipt().isEmpty() && !stage.isOver();
        boolean asks = receivable
                || groups.stream()
                        .flatMap(group -> group.items().stream())
                        .anyMatch(item -> item.deed() != Deed.NOTHING);
        return new Told(notice, receivable, asks, groups);
    }

    private Item item(OneTimeNotice.Told told, Set<String> came, Stage stage) {
        String code = told.item().code();
        String section = told.item().section().code();
        boolean first = section.equals(Requirement.Stage.NOW.name());
        boolean now = !stage.isOver()
                && (first || section.equals(Requirement.Stage.BEFORE_START.name()) && stage == Stage.SIGNING);
        boolean handedIn = came.contains(code);
        Act act = Arrays.stream(Act.values())
                .filter(one -> Requirement.codeOf(one).equals(code))
                .findFirst()
                .orElse(null);
        Deed deed = !told.open() || !first || stage != Stage.SUPPLEMENTING || handedIn
                ? Deed.NOTHING
                : act != null ? Deed.TAKE_OUT : code.equals(IdentityShown.CODE) ? Deed.AT_THE_DESK : Deed.HAND_IN;
        return new Item(
                told,
                told.settled()
                        .map(settled -> "已收到，" + moments.text(settled.at()))
                        .orElse(stage.isOver() ? "没有办" : handedIn ? "已交，等前台核对" : !now ? "到时再办" : first ? "待补" : "待办"),
                !told.open() ? "kept" : handedIn && !stage.isOver() ? "runs" : now ? "late" : "none",
                deed,
                act);
    }

    private Cautions cautions(Renovation renovation) {
        Map<ActRuling.Result, List<ActRuling>> rulings = Arrays.stream(Act.values())
                .filter(act -> act != Act.ORDINARY && act != Act.OTHER)
                .map(act -> rules.rulings().of(act, false))
                .collect(Collectors.groupingBy(ActRuling::result));
        return new Cautions(
                rulings.getOrDefault(ActRuling.Result.FORBIDDEN, List.of()),
                rulings.getOrDefault(ActRuling.Result.NOT_WITHOUT, List.of()),
                rules.hours()
                        .wordingOf(
                                renovation.site(),
                                renovation.application().from(),
                                renovation.application().until()),
                dossiers.receipts(renovation.ticket()).stream()
                        .filter(receipt -> receipt.party() == CautionReceipt.Party.OWNER)
                        .findFirst()
                        .orElse(null));
    }
}
