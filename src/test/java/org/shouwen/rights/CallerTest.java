package org.shouwen.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();

    private Caller caller(Role... roles) {
        return new Caller(
                "lead",
                Set.of(roles),
                () -> {
                    asked.incrementAndGet();
                    return Set.of("east", "west");
                },
                NINE);
    }

    @Test
    void saysWhoAsksInWhichRolesAndWhen() {
        Caller caller = caller(Role.LEAD, Role.TECHNICIAN);

        assertThat(caller.code()).isEqualTo("lead");
        assertThat(caller.roles()).containsExactlyInAnyOrder(Role.LEAD, Role.TECHNICIAN);
        assertThat(caller.at()).isEqualTo(NINE);
        assertThat(caller.isAny(Role.FRONT_DESK, Role.LEAD)).isTrue();
        assertThat(caller.isAny(Role.FRONT_DESK, Role.MANAGER)).isFalse();
        assertThat(caller.isAny()).isFalse();
    }

    @Test
    void sitesAreAskedForOnceAndOnlyWhereTheyMatter() {
        Caller caller = caller(Role.LEAD);
        assertThat(asked).hasValue(0);

        assertThat(caller.isOf("east")).isTrue();
        assertThat(caller.isOf("north")).isFalse();
        assertThat(caller.sites()).containsExactlyInAnyOrder("east", "west");
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverKeepsTheSystemGoingReadsEverySite(Role role) {
        assertThat(caller(role).readsEverySite()).isEqualTo(role == Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "FRONT_DESK, front-desk, ROLE_FRONT_DESK, 前台",
        "MANAGER, manager, ROLE_MANAGER, 项目经理",
    })
    void aRoleIsKnownToEngineSecurityAndPeople(Role role, String group, String authority, String label) {
        assertThat(role.group()).isEqualTo(group);
        assertThat(role.authority()).isEqualTo(authority);
        assertThat(role.label()).isEqualTo(label);
    }
}
