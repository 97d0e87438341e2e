package org.shouwen.timelimit.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.timelimit.PostRectifications;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** What the flow of a post that has to be put right asks for a moment; never null. */
@Component("postDeadlines")
public class PostDeadlines {

    private final PostRectifications rectifications;

    PostDeadlines(PostRectifications rectifications) {
        this.rectifications = rectifications;
    }

    /** By when the post is to be put right. */
    @InWords("整改期限")
    public Date dueBy(DelegateExecution execution) {
        return Date.from(rectifications
                .get(PostRectificationProcess.RECTIFICATION.get(execution))
                .dueAt());
    }

    /** When that is late. */
    @InWords("整改期限已过")
    public Date overdueAt(DelegateExecution execution) {
        return dueBy(execution);
    }
}
