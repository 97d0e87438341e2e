package org.shouwen.returnvisit.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.returnvisit.Visitors;
import org.shouwen.returnvisit.Visits;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Whom a visit belongs to, read when its task is made. */
@Component("visitPeople")
public class VisitPeople {

    private final Visits visits;
    private final Visitors visitors;
    private final Acting acting;

    VisitPeople(Visits visits, Visitors visitors, Acting acting) {
        this.visits = visits;
        this.visitors = visitors;
        this.acting = acting;
    }

    /** @return code of the person who has to ask; null where it is offered to posts */
    @InWords("指定的回访人")
    public String visitor(DelegateExecution execution) {
        return asked(execution).person();
    }

    /** @return codes of the posts that may ask; empty where it is one person's */
    @InWords("可以回访的岗位")
    public List<String> visitors(DelegateExecution execution) {
        return asked(execution).posts();
    }

    private Visitors.Asked asked(DelegateExecution execution) {
        return visitors.of(
                visits.get(execution.getProcessBusinessKey(), ReturnVisitProcess.ROUND.get(execution)), acting.when());
    }
}
