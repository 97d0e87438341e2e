package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.renovation.ActRuling;
import org.shouwen.renovation.ActRulings;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.wording.Escaped;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/**
 * What is to be done in a renovation and what the articles say of it.
 */
@Component
record ShowRenovationListener(Renovations renovations, Dossiers dossiers, ActRulings rulings, Moments moments)
        implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        Renovation renovation = renovations.get(task.getExecution().getProcessBusinessKey());
        Application application = renovation.application();
        FormText text = new FormText()
                .ours("[装修页](/desk/renovations/%s) · %s申报 · %s 至 %s · %s"
                        .formatted(
                                renovation.ticket(),
                                application.scheme().applicant().label(),
                                Moments.day(application.from()),
                                Moments.day(application.until()),
                                application
                                        .contractor()
                                        .map(firm -> "施工单位 " + Escaped.of(firm.firm()))
                                        .orElse("自行施工")));
        text.ours("\n");
        for (ActRuling ruling : rulings.of(application.scheme())) {
            text.ours("\n- ").ours(words(ruling));
        }
        if (application.otherAct() != null) {
            text.ours("\n- 其他改动：").words(application.otherAct());
        }
        dossiers.waiting(renovation.ticket())
                .ifPresent(wait ->
                        text.ours("\n\n业主补件到 **").ours(moments.text(wait.due())).ours("** 为止"));
        facts.putValue("show_renovation", text.toString());
    }

    private static String words(ActRuling ruling) {
        String result = ruling.forbidden()
                ? "**" + ruling.result().label() + "**"
                : ruling.result().label();
        return ruling.act().label() + "：" + result
                + Escaped.of(ruling.needs() + (ruling.basis().isEmpty() ? "" : "（" + ruling.basis() + "）"));
    }
}
