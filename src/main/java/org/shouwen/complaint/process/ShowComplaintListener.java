package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.Complaints;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** How grave a complaint is and what that asks for; nobody's words. */
@Component
record ShowComplaintListener(Complaints complaints, Moments moments) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
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
        facts.putValue("show_complaint", text.toString());
    }
}
