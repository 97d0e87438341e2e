package org.shouwen.incident.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.incident.IncidentExecution;
import org.springframework.stereotype.Component;

@Component
record IncidentGateway(RuntimeService runtime) implements IncidentExecution {

    @Override
    public void close(String incident) {
        runtime.startProcessInstanceByKey(
                IncidentClosingProcess.KEY, incident, Map.of(IncidentClosingProcess.MORE.name(), true));
    }

    @Override
    public void ask(String follower) {
        runtime.startProcessInstanceByKey(
                IncidentAnswerProcess.KEY, follower, Map.of(IncidentAnswerProcess.SATISFIED.name(), true));
    }

    @Override
    public void announce(String incident, long announcement) {
        runtime.startProcessInstanceByKey(
                IncidentAnnouncementProcess.KEY,
                incident,
                Map.of(
                        IncidentAnnouncementProcess.ANNOUNCEMENT.name(),
                        announcement,
                        IncidentAnnouncementProcess.MORE.name(),
                        true));
    }
}
