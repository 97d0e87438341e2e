package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.ticket.Slot;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ArrangeVisitListener extends FormListener {

    private final OnSiteDesk desk;

    ArrangeVisitListener(OnSiteDesk desk) {
        super("slotFrom", "note");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Slot slot = form.moment("slotFrom", "新的上门时间")
                .map(Slot::of)
                .orElseThrow(() -> Refusal.invalid("input-missing", "slotFrom", "请填写“新的上门时间”"));
        desk.arrange(number, slot, form.optionalText("note", "说明", 200).orElse(null), who(), when());
    }
}
