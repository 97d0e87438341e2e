package org.shouwen.renovation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Question.Type;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What is asked of an application, and what is refused at once because no list of papers could put it right. */
@Component
record RenovationIntake(SitePolicies policies, Moments moments) {

    private static final String SHOP = "RENOVATION_SHOP";

    static List<Question> questions() {
        return Stream.of(
                        Stream.of(
                                Question.choice(
                                        "applicant",
                                        "申报人",
                                        "",
                                        Arrays.stream(Scheme.Applicant.values())
                                                .map(who -> new Question.Option(who.name(), who.label()))
                                                .toArray(Question.Option[]::new)),
                                Question.of("ownerConsent", "使用人申报的：业主已书面同意", Type.FLAG, "同意书在核对材料时交")),
                        Arrays.stream(Act.values()).map(act -> Question.of(act.detail(), act.label(), Type.FLAG, "")),
                        Stream.of(
                                Question.of("otherAct", "其他改动是什么", Type.LONG_TEXT, "勾选了“" + Act.OTHER.label() + "”的填写"),
                                Question.of("qualifiedDesign", "有原设计单位或同等资质单位的设计", Type.FLAG, "动主体、承重结构或增加荷载的"),
                                Question.of("firm", "施工单位", Type.TEXT, "业主自己施工的不填"),
                                Question.of("qualification", "施工单位资质证书编号", Type.TEXT, ""),
                                Question.of("workers", "有施工人员进场", Type.FLAG, "请施工单位的不用勾"),
                                Question.of("from", "开工日期", Type.DATE, ""),
                                Question.of("until", "完工日期", Type.DATE, "")))
                .flatMap(questions -> questions)
                .toList();
    }

    /**
     * @param category code of the ticket's category
     * @throws Refusal where the application cannot be taken as it is
     */
    Application application(String category, String site, Details told, Instant at) {
        Scheme.Applicant applicant = told.choice("applicant", "申报人", Scheme.Applicant.class);
        if (applicant == Scheme.Applicant.USER && !told.flag("ownerConsent", "业主已书面同意")) {
            throw Refusal.invalid(
                    "consent-missing", "details.ownerConsent", "使用人装修须先取得业主的书面同意（《住宅室内装饰装修管理办法》第十三条、第十四条），不能申报");
        }
        Set<Act> acts = acts(told);
        Optional<Contractor> contractor = contractor(told);
        LocalDate from = told.date("from", "开工日期");
        LocalDate until = told.date("until", "完工日期");
        Period.check(from, until, moments.date(at));
        return new Application(
                new Scheme(
                        applicant,
                        category.equals(SHOP) ? Scheme.Use.SHOP : Scheme.Use.RESIDENTIAL,
                        acts,
                        told.flag("qualifiedDesign", "有资质单位的设计"),
                        contractor.isPresent(),
                        contractor.isPresent() || told.flag("workers", "有施工人员进场"),
                        policies.of(site).deposit()),
                acts.contains(Act.OTHER) ? told.text("otherAct", "其他改动是什么", 500) : null,
                contractor,
                from,
                until);
    }

    private static Set<Act> acts(Details told) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (told.flag(act.detail(), act.label())) {
                acts.add(act);
            }
        }
        if (acts.isEmpty()) {
            throw Refusal.invalid("acts-missing", "details." + Act.ORDINARY.detail(), "请至少勾选一项要做的装修内容");
        }
        if (!acts.contains(Act.OTHER) && told.told().containsKey("otherAct")) {
            throw Refusal.invalid("other-act-not-chosen", "details.otherAct", "写了其他改动的，请勾选“" + Act.OTHER.label() + "”");
        }
        return acts;
    }

    private static Optional<Contractor> contractor(Details told) {
        Optional<String> firm = told.optionalText("firm", "施工单位", 100);
        Optional<String> qualification = told.optionalText("qualification", "施工单位资质证书编号", 60);
        if (firm.isPresent() && qualification.isEmpty()) {
            throw Refusal.invalid(
                    "qualification-missing", "details.qualification", "施工单位须有相应资质，请填写资质证书编号（《住宅室内装饰装修管理办法》第十四条）");
        }
        if (firm.isEmpty() && qualification.isPresent()) {
            throw Refusal.invalid("firm-missing", "details.firm", "填了资质证书编号的，请写明是哪家施工单位");
        }
        return firm.map(name -> new Contractor(name, qualification.orElseThrow(), null, null));
    }
}
