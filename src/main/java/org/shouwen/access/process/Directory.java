package org.shouwen.access.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.shouwen.access.Accounts;
import org.shouwen.rights.Role;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.Recusals;
import org.springframework.stereotype.Component;

/**
 * Who the engine's users and groups are. A user is a member of staff, or an account without one; a group is a role or
 * a post. A post that bears the name of a role is no group: else whoever names posts could make administrators.
 */
@Component
record Directory(Roster roster, Accounts accounts, Recusals recusals, Acting acting) {

    private static final Set<String> ROLE_GROUPS = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::group), Stream.of(Groups.CAMUNDA_ADMIN))
            .collect(Collectors.toUnmodifiableSet());

    Optional<User> user(String id) {
        Optional<Staff> staff = roster.staff(id);
        if (staff.isPresent()) {
            return staff.map(Directory::userOf);
        }
        return accounts.exists(id) ? Optional.of(userOf(new Staff(id, id, null, null))) : Optional.empty();
    }

    List<User> users() {
        return roster.allStaff().stream()
                .map(Directory::userOf)
                .sorted(Comparator.comparing(User::getId))
                .toList();
    }

    /** @return users in the role or on the post */
    List<User> membersOf(String group) {
        if (ROLE_GROUPS.contains(group)) {
            return users().stream()
                    .filter(user -> accounts.rolesOf(user.getId()).stream()
                            .anyMatch(role -> role.group().equals(group)))
                    .toList();
        }
        return roster.holdersOf(group).stream()
                .map(Directory::userOf)
                .sorted(Comparator.comparing(User::getId))
                .toList();
    }

    Optional<Group> group(String id) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(id))
                .map(Directory::groupOf)
                .findFirst()
                .or(() -> roster.post(id).filter(Directory::isGroup).map(Directory::groupOf));
    }

    /**
     * @return roles of the person's account, posts the person holds, and posts of those he stands in for now; for an
     *     administrator the group that the engine checks nothing for, unless he is kept out of a ticket (回避)
     */
    List<Group> groupsOf(String user) {
        Set<Role> roles = accounts.rolesOf(user);
        List<Group> groups =
                new ArrayList<>(roles.stream().map(Directory::groupOf).toList());
        roster.actingPostsOf(user, acting.when()).stream()
                .filter(Directory::isGroup)
                .map(Directory::groupOf)
                .forEach(groups::add);
        if (roles.contains(Role.ADMINISTRATOR) && !recusals.isKeptOut(user)) {
            groups.add(group(Groups.CAMUNDA_ADMIN, Role.ADMINISTRATOR.label(), "ROLE"));
        }
        return groups;
    }

    /** @return what only others are kept out of */
    List<Tenant> tenantsOf(String user) {
        return recusals.tenantsFor(user).stream()
                .sorted()
                .map(id -> (Tenant) new TenantEntity(id))
                .toList();
    }

    List<Group> groups() {
        Set<String> seen = new HashSet<>();
        return Stream.concat(
                        Arrays.stream(Role.values()).map(Directory::groupOf),
                        roster.allStaff().stream()
                                .flatMap(staff -> roster.postsOf(staff.code()).stream())
                                .filter(Directory::isGroup)
                                .map(Directory::groupOf))
                .filter(group -> seen.add(group.getId()))
                .toList();
    }

    private static boolean isGroup(Post post) {
        return !ROLE_GROUPS.contains(post.code());
    }

    /** A Chinese name is not divided: the first name holds all of it. The address is nobody's business in the engine. */
    private static User userOf(Staff staff) {
        UserEntity user = new UserEntity(staff.code());
        user.setFirstName(Objects.requireNonNullElse(staff.name(), staff.code()));
        user.setLastName("");
        return user;
    }

    private static Group groupOf(Role role) {
        return group(role.group(), role.label(), "ROLE");
    }

    private static Group groupOf(Post post) {
        return group(post.code(), post.name(), "POST");
    }

    private static Group group(String id, String name, String type) {
        GroupEntity group = new GroupEntity(id);
        group.setName(name);
        group.setType(type);
        return group;
    }
}
