package org.shouwen.access.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.workflow.Recusals;

class DirectoryTest {

    private final Roster roster = mock();
    private final Accounts accounts = mock();
    private final Recusals recusals = mock();
    private final Directory directory = new Directory(roster, accounts, recusals, mock());

    @BeforeEach
    void aPlumberInTheEast() {
        Staff wang = new Staff("wang", "王师傅", "13800000000", "wang@example.org");
        when(roster.staff(anyString())).thenReturn(Optional.empty());
        when(roster.staff("wang")).thenReturn(Optional.of(wang));
        when(roster.allStaff()).thenReturn(List.of(wang));
        when(roster.post(anyString())).thenReturn(Optional.empty());
        when(roster.actingPostsOf(eq("wang"), any())).thenReturn(List.of(post("plumbing-east", "东区水暖")));
        when(accounts.rolesOf("wang")).thenReturn(Set.of(Role.TECHNICIAN));
    }

    @Test
    void groupsAreRolesAndPosts() {
        assertThat(directory.groupsOf("wang"))
                .extracting(Group::getId, Group::getName)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("technician", "维修工"),
                        org.assertj.core.groups.Tuple.tuple("plumbing-east", "东区水暖"));
    }

    @Test
    void aPostNamedLikeARoleMakesNobodyAnAdministrator() {
        when(roster.actingPostsOf(eq("wang"), any()))
                .thenReturn(List.of(post("administrator", "假"), post("camunda-admin", "假"), post("manager", "假")));

        assertThat(directory.groupsOf("wang")).extracting(Group::getId).containsExactly("technician");
        assertThat(directory.membersOf("administrator")).isEmpty();
        assertThat(directory.group("administrator"))
                .hasValueSatisfying(group -> assertThat(group.getName()).isEqualTo("系统管理员"));
    }

    @Test
    void theEngineChecksNothingForAnAdministratorUnlessHeIsKeptOutOfSomething() {
        when(accounts.rolesOf("wang")).thenReturn(Set.of(Role.ADMINISTRATOR));
        assertThat(directory.groupsOf("wang")).extracting(Group::getId).contains("administrator", "camunda-admin");

        when(recusals.isKeptOut("wang")).thenReturn(true);
        assertThat(directory.groupsOf("wang"))
                .extracting(Group::getId)
                .contains("administrator")
                .doesNotContain("camunda-admin");
    }

    @Test
    void theEngineLearnsNamesButNoAddresses() {
        assertThat(directory.user("wang")).hasValueSatisfying(user -> {
            assertThat(user.getFirstName()).isEqualTo("王师傅");
            assertThat(user.getLastName()).isEmpty();
            assertThat(user.getEmail()).isNull();
            assertThat(user.getPassword()).isNull();
        });
        assertThat(directory.user("nobody")).isEmpty();
    }

    private static Post post(String code, String name) {
        return new Post(code, "east", name, Duty.TECHNICIAN, Set.of());
    }
}
