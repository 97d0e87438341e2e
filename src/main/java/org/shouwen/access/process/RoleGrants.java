package org.shouwen.access.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.shouwen.rights.Role;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine, and which lists it and the posts see. This is the whole list: at every start missing
 * grants are made and superfluous ones taken away, whoever made them.
 */
@Component
record RoleGrants(AuthorizationService authorizations) {

    /** The processes that people start by hand. */
    private static final List<String> STARTED_BY_HAND = List.of("repair", "complaint", "renovation");

    private static final Set<Role> STARTERS = Set.of(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER);

    /** @param filters ids of the filters that each group may see */
    void apply(Map<String, List<String>> filters) {
        Stream<Grant> lists = filters.entrySet().stream().flatMap(group -> group.getValue().stream()
                .map(filter -> new Grant(group.getKey(), Resources.FILTER, filter, Permissions.READ)));
        Map<String, Grant> wanted = Stream.concat(
                        Arrays.stream(Role.values()).flatMap(role -> of(role).stream()), lists)
                .collect(Collectors.toMap(Grant::key, Function.identity()));
        Map<String, Authorization> present = present();
        present.forEach((key, authorization) -> {
            if (!wanted.containsKey(key)) {
                authorizations.deleteAuthorization(authorization.getId());
            }
        });
        wanted.forEach((key, grant) -> save(grant, present.get(key)));
    }

    private static List<Grant> of(Role role) {
        List<Grant> grants = new ArrayList<>(List.of(tasklist(role), tasks(role)));
        if (STARTERS.contains(role)) {
            grants.addAll(starting(role));
        }
        if (role == Role.ADMINISTRATOR) {
            grants.addAll(cockpit(role));
        }
        return grants;
    }

    private static Grant tasklist(Role role) {
        return new Grant(role.group(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    }

    /**
     * The tasks of every process. READ_INSTANCE shows the variables of a task in the list; the engine
     * would otherwise want a row per task.
     */
    private static Grant tasks(Role role) {
        Set<ProcessDefinitionPermissions> permissions = EnumSet.of(
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.READ_INSTANCE);
        if (role == Role.ADMINISTRATOR) {
            permissions.addAll(EnumSet.of(
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.RETRY_JOB,
                    ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                    ProcessDefinitionPermissions.DELETE_INSTANCE));
        }
        return new Grant(role.group(), Resources.PROCESS_DEFINITION, ANY, permissions.toArray(Permission[]::new));
    }

    private static List<Grant> starting(Role role) {
        List<Grant> grants = new ArrayList<>();
        grants.add(new Grant(role.group(), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
        STARTED_BY_HAND.forEach(process -> grants.add(new Grant(
                role.group(), Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.CREATE_INSTANCE)));
        return grants;
    }

    /** Cockpit: look at everything that runs or ran. What can be done there is decided by the routes, too. */
    private static List<Grant> cockpit(Role role) {
        return List.of(
                new Grant(role.group(), Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                new Grant(role.group(), Resources.DEPLOYMENT, ANY, Permissions.READ),
                new Grant(role.group(), Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                new Grant(role.group(), Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
                new Grant(role.group(), Resources.BATCH, ANY, Permissions.READ));
    }

    private Map<String, Authorization> present() {
        String[] groups = Arrays.stream(Role.values()).map(Role::group).toArray(String[]::new);
        Stream<Authorization> lists =
                authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).list().stream()
                        .filter(list -> list.getGroupId() != null);
        return Stream.concat(authorizations.createAuthorizationQuery().groupIdIn(groups).list().stream(), lists)
                .collect(Collectors.toMap(
                        a -> a.getAuthorizationType() + " " + a.getGroupId() + " " + a.getResourceType() + " "
                                + a.getResourceId(),
                        Function.identity(),
                        (one, same) -> one));
    }

    private void save(Grant grant, Authorization present) {
        Authorization authorization =
                present == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : present;
        if (present != null && holds(present, grant)) {
            return;
        }
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }

    private static boolean holds(Authorization present, Grant grant) {
        int wanted = 0;
        for (Permission permission : grant.permissions()) {
            wanted |= permission.getValue();
        }
        return ((AuthorizationEntity) present).getPermissions() == wanted;
    }

    private record Grant(String group, Resource resource, String id, Permission... permissions) {

        String key() {
            return AUTH_TYPE_GRANT + " " + group + " " + resource.resourceType() + " " + id;
        }
    }
}
