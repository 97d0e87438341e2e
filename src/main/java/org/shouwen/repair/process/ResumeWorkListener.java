package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.ticket.Slot;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ResumeWorkListener extends FormListener {

    private final OnSiteDesk desk;

    ResumeWorkListener(OnSiteDesk desk) {
        super("note", "slotFrom");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Slot slot = form.moment("slotFrom", "与业主约定的上门时间").map(Slot::of).orElse(null);
        desk.goOn(number, form.optionalText("note", "恢复说明", 200).orElse(null), slot, who(), when());
    }
}
