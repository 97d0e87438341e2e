package org.shouwen.incident.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code incident-announcement.bpmn}. */
@Component
class IncidentAnnouncementProcess extends ProcessContract {

    static final String KEY = "incidentAnnouncement";

    /** Which text it is; set at the start. */
    static final Variable<Long> ANNOUNCEMENT = Variable.id("announcement");

    /** Whether somebody may be left who was not told yet. */
    static final Variable<Boolean> MORE = Variable.flag("more");

    IncidentAnnouncementProcess() {
        super(KEY, List.of(ANNOUNCEMENT, MORE), List.of());
    }
}
