package org.shouwen.worksite.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.onetimenotice.Item;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.PatrolDesk;
import org.shouwen.worksite.PatrolPlan;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.stereotype.Component;

/** Puts on a task of a site how it stands there; no names, and it ends with the task. */
@Component
class ShowSiteListener implements TaskListener {

    private final Worksites worksites;
    private final Violations violations;
    private final PatrolDesk patrols;
    private final Closing closing;
    private final Moments moments;

    /** What the end of the work asks for. */
    @Component
    record Closing(CompletionDesk completion, FilingDesk filing) {}

    ShowSiteListener(
            Worksites worksites,
            Violations violations,
            PatrolDesk patrols,
            Closing closing,
            Moments moments) {
        this.worksites = worksites;
        this.violations = violations;
        this.patrols = patrols;
        this.closing = closing;
        this.moments = moments;
    }

    @Override
    public void notify(DelegateTask task) {
        String ticket = task.getExecution().getProcessBusinessKey();
        Worksite worksite = worksites.get(ticket);
        StringBuilder text = new StringBuilder("[装修现场](/desk/renovations/" + ticket + "/site)\n\n");
        if (worksite.passed().isPresent()) {
            list(text, "归档还缺", closing.filing().missing(ticket));
        } else if (worksite.completionReported().isPresent()) {
            list(
                    text,
                    "竣工须交的材料",
                    closing.completion().papersDue(ticket).stream()
                            .map(Item::text)
                            .toList());
        } else {
            patrol(text, worksite);
        }
        list(
                text,
                "没有了结的违规",
                violations.ofTicket(ticket).stream()
                        .filter(Violation::unsettled)
                        .map(violation -> violation.found().kind().label() + "（" + violation.state() + "）")
                        .toList());
        task.setVariableLocal("show_site", text.toString());
    }

    private void patrol(StringBuilder text, Worksite worksite) {
        PatrolPlan.Frequency frequency = patrols.frequency(worksite);
        text.append("**施工阶段**：").append(worksite.phase().label()).append("  \n");
        text.append("**巡查频次**：").append(frequency.source()).append("  \n");
        text.append("**上次巡查**：")
                .append(worksites.patrols(worksite.ticket()).stream()
                        .findFirst()
                        .map(last -> moments.weekday(last.at()) + "，" + last.outcome().label())
                        .orElse("还没有"))
                .append("  \n");
    }

    private static void list(StringBuilder text, String label, List<String> items) {
        if (!items.isEmpty()) {
            text.append("\n**").append(label).append("**：\n\n");
            items.forEach(item -> text.append("- ").append(item).append("\n"));
        }
    }
}
