package org.shouwen.access.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query for groups, answered from the accounts' roles and the roster's posts. */
@SuppressWarnings("serial")
class StaffGroupQuery extends GroupQueryImpl {

    private final transient Directory directory;

    StaffGroupQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Paged.of(found(), page);
    }

    private Stream<Group> found() {
        if (tenantId != null || procDefId != null) {
            return Stream.empty();
        }
        return candidates()
                .filter(group -> id == null || group.getId().equals(id))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group.getId()))
                .filter(group -> name == null || group.getName().equals(name))
                .filter(group -> nameLike == null || Paged.like(group.getName(), nameLike))
                .filter(group -> type == null || group.getType().equals(type));
    }

    private Stream<Group> candidates() {
        if (userId != null) {
            return directory.groupsOf(userId).stream();
        }
        if (id != null) {
            return directory.group(id).stream();
        }
        if (ids != null) {
            return Arrays.stream(ids).distinct().map(directory::group).flatMap(Optional::stream);
        }
        return directory.groups().stream();
    }
}
