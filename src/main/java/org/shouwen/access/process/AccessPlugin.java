package org.shouwen.access.process;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Makes the engine know our people, and check what they may. */
@Component
class AccessPlugin extends AbstractProcessEnginePlugin {

    private final Directory directory;
    private final DataSource dataSource;

    AccessPlugin(Directory directory, DataSource dataSource) {
        this.directory = directory;
        this.dataSource = dataSource;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        PermissionBits.speak(dataSource);
        engine.setIdentityProviderSessionFactory(new DirectorySessions());
        engine.setAuthorizationEnabled(true);
        engine.setResourceAuthorizationProvider(new LeanAuthorizations());
        // Nothing is checked for members of this group, tenants least of all: Directory says who is one
        engine.setAdminGroups(new ArrayList<>(List.of(Groups.CAMUNDA_ADMIN)));
    }

    private final class DirectorySessions implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new StaffIdentityProvider(directory);
        }
    }
}
