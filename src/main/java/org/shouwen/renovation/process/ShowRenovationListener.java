package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.renovation.ActRuling;
import org.shouwen.renovation.ActRulings;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.wording.Escaped;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/**
 * Puts on a renovation's task what is to be done and what the articles say of it; no names and no phones, and it ends with
 * the task.
 */
@Component
class ShowRenovationListener implements TaskListener {

    private final Renovations renovations;
    private final Dossiers dossiers;
    private final ActRulings rulings;
    private final Moments moments;

    ShowRenovationListener(Renovations renovations, Dossiers dossiers, ActRulings rulings, Moments moments) {
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.rulings = rulings;
        this.moments = moments;
    }

    @Override
    public void notify(DelegateTask task) {
        Renovation renovation = renovations.get(task.getExecution().getProcessBusinessKey());
        Application application = renovation.application();
        StringBuilder text = new StringBuilder("[装修页](/desk/renovations/%s) · %s申报 · %s 至 %s · %s"
                .formatted(
                        renovation.ticket(),
                        application.scheme().applicant().label(),
                        Moments.day(application.from()),
                        Moments.day(application.until()),
                        application
                                .contractor()
                                .map(firm -> "施工单位 " + Escaped.of(firm.firm()))
                                .orElse("自行施工")));
        text.append("\n");
        for (ActRuling ruling : rulings.of(application.scheme())) {
            text.append("\n- ").append(words(ruling));
        }
        if (application.otherAct() != null) {
            text.append("\n- 其他改动：").append(Escaped.of(application.otherAct()));
        }
        dossiers.waiting(renovation.ticket()).ifPresent(wait -> text.append("\n\n业主补件到 **")
                .append(moments.text(wait.due()))
                .append("** 为止"));
        task.setVariableLocal("show_renovation", text.toString());
    }

    private static String words(ActRuling ruling) {
        String result = ruling.forbidden()
                ? "**" + ruling.result().label() + "**"
                : ruling.result().label();
        return ruling.act().label() + "：" + result + ruling.needs()
                + (ruling.basis().isEmpty() ? "" : "（" + ruling.basis() + "）");
    }
}
