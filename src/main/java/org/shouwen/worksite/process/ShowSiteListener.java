package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.onetimenotice.Item;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.PatrolDesk;
import org.shouwen.worksite.PatrolPlan;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.stereotype.Component;

/** How it stands at a site. */
@Component
record ShowSiteListener(
        Worksites worksites, Violations violations, PatrolDesk patrols, Closing closing, Moments moments)
        implements FormFacts {

    /** What the end of the work asks for. */
    @Component
    record Closing(CompletionDesk completion, FilingDesk filing) {}

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        String ticket = task.getExecution().getProcessBusinessKey();
        Worksite worksite = worksites.get(ticket);
        FormText text = new FormText().ours("[装修现场](/desk/renovations/" + ticket + "/site)\n\n");
        if (worksite.passed().isPresent()) {
            text.list("归档还缺", closing.filing().missing(ticket));
        } else if (worksite.completionReported().isPresent()) {
            text.list(
                    "竣工须交的材料",
                    closing.completion().papersDue(ticket).stream()
                            .map(Item::text)
                            .toList());
        } else {
            patrol(text, worksite);
        }
        text.list(
                "没有了结的违规",
                violations.ofTicket(ticket).stream()
                        .filter(Violation::unsettled)
                        .map(violation -> violation.found().kind().label() + "（" + violation.state() + "）")
                        .toList());
        facts.putValue("show_site", text.toString());
    }

    private void patrol(FormText text, Worksite worksite) {
        PatrolPlan.Frequency frequency = patrols.frequency(worksite);
        text.line("施工阶段", worksite.phase().label());
        text.line("巡查频次", frequency.source());
        text.line(
                "上次巡查",
                worksites.patrols(worksite.ticket()).stream()
                        .findFirst()
                        .map(last -> moments.weekday(last.at()) + "，"
                                + last.outcome().label())
                        .orElse("还没有"));
    }
}
