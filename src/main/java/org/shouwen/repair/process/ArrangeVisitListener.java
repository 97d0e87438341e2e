package org.shouwen.repair.process;

import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.ticket.Slot;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class ArrangeVisitListener extends FormListener {

    private final OnSiteDesk desk;
    private final Acting acting;
    private final ZoneId zone;

    ArrangeVisitListener(OnSiteDesk desk, Acting acting, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        super("slotFrom", "note");
        this.desk = desk;
        this.acting = acting;
        this.zone = zone;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Slot slot = form.moment("slotFrom", "新的上门时间", zone)
                .map(Slot::of)
                .orElseThrow(() -> Refusal.invalid("input-missing", "slotFrom", "请填写“新的上门时间”"));
        desk.arrange(number, slot, form.optionalText("note", "说明", 200).orElse(null), acting.who(), acting.when());
    }
}
