package org.shouwen.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** The next of those who reported the incident are told the text. */
@InWords("同一事件的报告人")
@Component
record AnnounceDelegate(AnnouncementDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        IncidentAnnouncementProcess.MORE.set(
                execution,
                desk.tellNext(IncidentAnnouncementProcess.ANNOUNCEMENT.get(execution), acting.who(), acting.when()));
    }
}
