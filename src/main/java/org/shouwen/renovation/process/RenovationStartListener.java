package org.shouwen.renovation.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Scheme;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporters;
import org.shouwen.ticket.Scope;
import org.shouwen.workflow.StartListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

/** Registers an application from the start form through the same use case as the API. */
@Component
class RenovationStartListener extends StartListener {

    private final RenovationDesk desk;
    private final RenovationProcess process;
    private final Reporters reporters;

    RenovationStartListener(RenovationDesk desk, RenovationProcess process, Reporters reporters) {
        super(
                "home",
                "contact",
                "category",
                "applicant",
                "ownerConsent",
                "acts",
                "otherAct",
                "qualifiedDesign",
                "firm",
                "qualification",
                "workers",
                "from",
                "until",
                "description");
        this.desk = desk;
        this.process = process;
        this.reporters = reporters;
    }

    @Override
    protected String register(Submission form) {
        String home = form.text("home", "房号", 40);
        Intake intake = new Intake(
                RenovationDesk.KIND,
                form.text("category", "房屋用途", 40),
                home,
                null,
                null,
                reporters.contact(home, form.whole("contact", "第几位联系人", 1, 1, 9)),
                Channel.WALK_IN,
                form.text("description", "装修方案摘要", 4000),
                Danger.UNKNOWN,
                Scope.UNKNOWN,
                false,
                null,
                details(form),
                null);
        return desk.register(intake, who(), when()).number();
    }

    private static Details details(Submission form) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(
                "applicant",
                form.choice("applicant", "申报人", Scheme.Applicant.class).name());
        told.put("ownerConsent", String.valueOf(form.flag("ownerConsent", "业主已书面同意")));
        for (Act act : form.choices("acts", "要做的装修", Act.class)) {
            told.put(act.detail(), "true");
        }
        form.optionalText("otherAct", "其他改动是什么", 500).ifPresent(other -> told.put("otherAct", other));
        told.put("qualifiedDesign", String.valueOf(form.flag("qualifiedDesign", "有资质单位的设计")));
        form.optionalText("firm", "施工单位", 100).ifPresent(firm -> told.put("firm", firm));
        form.optionalText("qualification", "资质证书编号", 60)
                .ifPresent(qualification -> told.put("qualification", qualification));
        told.put("workers", String.valueOf(form.flag("workers", "有施工人员进场")));
        told.put("from", form.date("from", "开工日期").toString());
        told.put("until", form.date("until", "完工日期").toString());
        return new Details(told);
    }

    @Override
    protected void started(String number, DelegateExecution execution) {
        execution.setVariables(process.unusual(process.atStart(desk.registered(number))));
    }
}
