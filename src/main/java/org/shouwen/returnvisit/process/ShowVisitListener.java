package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.workflow.FormFacts;
import org.springframework.stereotype.Component;

/** What to ask, how and for which time. */
@Component
record ShowVisitListener(Visits visits) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        Visit visit = visits.get(
                task.getExecution().getProcessBusinessKey(), ReturnVisitProcess.ROUND.get(task.getExecution()));
        facts.putValue(
                "show_visit",
                "**请问业主**：%s  \n**方式**：%s；第 %d 次联系，最多 %d 次，每次隔天"
                        .formatted(
                                question(visit.occasion()),
                                visit.rule().method().label(),
                                visit.attempts().size() + 1,
                                visit.rule().attempts()));
    }

    private static String question(Visit.Occasion occasion) {
        return switch (occasion) {
            case CLOSING -> "问题是否解决，对结果是否满意；没有解决的选“不满意”";
            case RAIN -> "下雨以后，修过的地方是否又漏；又漏的选“不满意”";
        };
    }
}
