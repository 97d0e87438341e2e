package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.Complaints;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** Puts on a complaint's task how grave it is and what that asks for; nobody's words and no names, and it ends with the task. */
@Component
record ShowComplaintListener(Complaints complaints, Moments moments) implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        Complaint complaint = complaints.get(task.getExecution().getProcessBusinessKey());
        FormText text = new FormText()
                .ours("**" + complaint.grade().label() + "**：")
                .words(complaint.why())
                .ours("。");
        if (complaint.grade().inWriting()) {
            text.ours("须书面答复。");
        }
        if (complaint.twoPeople()) {
            text.ours("须两人共同办理。");
        }
        if (complaint.hotline() != null) {
            text.ours("12345 热线或信访件")
                    .ours(complaint.hotlineDue() == null ? "" : "，要求 " + moments.text(complaint.hotlineDue()) + " 前办结")
                    .ours("。");
        }
        task.setVariableLocal("show_complaint", text.toString());
    }
}
