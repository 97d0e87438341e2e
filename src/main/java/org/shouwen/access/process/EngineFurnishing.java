package org.shouwen.access.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.shouwen.roster.Roster;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Furnishes the engine with filters and grants before any runner starts; one node at a time, all or nothing. */
@Component
record EngineFurnishing(ProcessEngineConfigurationImpl engine, RoleFilters filters, RoleGrants grants) {

    /** A new superior's post has lists of its site. */
    @EventListener
    void on(Roster.PostsChanged changed) {
        if (changed.posts().stream().anyMatch(post -> RoleFilters.OVERSEEING.contains(post.duty()))) {
            furnish();
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    void furnish() {
        Command<Void> furnish = context -> {
            context.getPropertyManager().acquireExclusiveLockForStartup();
            grants.apply(filters.apply());
            return null;
        };
        engine.getCommandExecutorTxRequired().execute(furnish);
    }
}
