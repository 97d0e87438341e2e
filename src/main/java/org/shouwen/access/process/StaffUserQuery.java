package org.shouwen.access.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query for users, answered from the roster. */
@SuppressWarnings("serial")
class StaffUserQuery extends UserQueryImpl {

    private final transient Directory directory;

    StaffUserQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Paged.of(found(), page);
    }

    private Stream<User> found() {
        if (tenantId != null || procDefId != null || email != null || emailLike != null) {
            return Stream.empty();
        }
        return candidates()
                .filter(user -> id == null || user.getId().equals(id))
                .filter(user -> ids == null || Arrays.asList(ids).contains(user.getId()))
                .filter(user -> firstName == null || user.getFirstName().equals(firstName))
                .filter(user -> firstNameLike == null || Paged.like(user.getFirstName(), firstNameLike))
                .filter(user -> lastName == null || user.getLastName().equals(lastName))
                .filter(user -> lastNameLike == null || Paged.like(user.getLastName(), lastNameLike));
    }

    private Stream<User> candidates() {
        if (groupId != null) {
            return directory.membersOf(groupId).stream();
        }
        if (id != null) {
            return directory.user(id).stream();
        }
        if (ids != null) {
            return Arrays.stream(ids).distinct().map(directory::user).flatMap(Optional::stream);
        }
        return directory.users().stream();
    }
}
