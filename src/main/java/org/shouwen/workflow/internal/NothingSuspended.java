package org.shouwen.workflow.internal;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A flow that is suspended belongs to a ticket that nobody can work on and no clock watches. Cockpit does not suspend any more;
 * what it, or somebody in the database, did before goes on at the next start.
 */
@Component
class NothingSuspended {

    private static final Logger LOG = LoggerFactory.getLogger(NothingSuspended.class);

    private final RuntimeService flows;

    NothingSuspended(RuntimeService flows) {
        this.flows = flows;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        ProcessInstanceQuery suspended = flows.createProcessInstanceQuery().suspended();
        long count = suspended.count();
        if (count > 0) {
            flows.updateProcessInstanceSuspensionState()
                    .byProcessInstanceQuery(suspended)
                    .activate();
            LOG.warn("{} suspended flows go on", count);
        }
    }
}
