package org.shouwen.access.process;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's view of staff, posts and what people are kept out of: read only, without passwords. */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {

    private final Directory directory;

    StaffIdentityProvider(Directory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String id) {
        return directory.user(id).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffUserQuery(directory, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new StaffUserQuery(directory, executor());
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("users are not in the engine's tables");
    }

    /** People sign in at our login page, and nowhere else. */
    @Override
    public boolean checkPassword(String user, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String id) {
        return directory.group(id).orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new StaffGroupQuery(directory, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new StaffGroupQuery(directory, executor());
    }

    @Override
    public Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new TenantsOfOne(directory, executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new TenantsOfOne(directory, executor());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    /** The tenants of one person; who else is kept out of something is nobody's business. */
    private static final class TenantsOfOne extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        private final transient Directory directory;

        TenantsOfOne(Directory directory, CommandExecutor executor) {
            super(executor);
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return tenants().size();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return tenants();
        }

        private List<Tenant> tenants() {
            return getUserId() == null ? List.of() : directory.tenantsOf(getUserId());
        }
    }
}
