package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Tells those whom a major repair concerns how it stands. */
@InWords(value = "报修人和同一事件的报告人", notice = "major-progress.to-resident")
@Component
record AnnounceMajorProgressDelegate(MajorRepairDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.announceProgress(
                execution.getProcessBusinessKey(), execution.getActivityInstanceId(), acting.who(), acting.when());
    }
}
