package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.timelimit.PostRectification;
import org.shouwen.timelimit.PostRectificationDesk;
import org.shouwen.timelimit.PostRectifications;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** Which post it is, and which promises it broke. */
@Component
class ShowPostListener implements FormFacts {

    private final PostRectifications rectifications;
    private final PostRectificationDesk desk;
    private final Roster roster;
    private final Moments moments;

    ShowPostListener(PostRectifications rectifications, PostRectificationDesk desk, Roster roster, Moments moments) {
        this.rectifications = rectifications;
        this.desk = desk;
        this.roster = roster;
        this.moments = moments;
    }

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        PostRectification rectification = rectifications.get(PostRectificationProcess.RECTIFICATION.get(task));
        String post = roster.post(rectification.post()).map(Post::name).orElse(rectification.post());
        FormText text = new FormText().ours("**").words(post).ours("**\n\n");
        desk.brokenOf(rectification)
                .forEach(level -> text.ours("- %s %s，时限 %s\n"
                        .formatted(level.ticket(), level.cause().label(), moments.text(level.due()))));
        facts.putValue("show_post", text.toString());
    }
}
