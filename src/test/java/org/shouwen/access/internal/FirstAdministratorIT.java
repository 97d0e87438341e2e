package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class FirstAdministratorIT {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    private final Roster roster = mock();
    private JdbcClient jdbc;
    private StoredAccounts accounts;
    private FirstAdministrator firstAdministrator;

    @BeforeEach
    void nobodyIsThereYet() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        accounts = new StoredAccounts(
                new Sql(jdbc), new Passwords(4, false), List::of, new SignInThrottle(MORNING), MORNING);
        firstAdministrator = new FirstAdministrator(new Sql(jdbc), accounts, roster, MORNING);
    }

    @Test
    void theLinkMakesOneAdministratorAndIsDead() {
        String token = firstAdministrator.offer().orElseThrow();

        firstAdministrator.appoint(token, "root", "郑管理", "zheng-he-1405");

        assertThat(accounts.rolesOf("root")).containsExactly(Role.ADMINISTRATOR);
        verify(roster).hire(new Staff("root", "郑管理", null, null));
        assertThat(firstAdministrator.isOffered(token)).isFalse();
        assertThatThrownBy(() -> firstAdministrator.appoint(token, "second", "某人", "zheng-he-1405"))
                .isInstanceOf(Refusal.class);
        assertThat(firstAdministrator.offer()).isEmpty();
    }

    @Test
    void theNextStartReplacesTheLink() {
        String first = firstAdministrator.offer().orElseThrow();
        String second = firstAdministrator.offer().orElseThrow();

        assertThat(firstAdministrator.isOffered(first)).isFalse();
        assertThat(firstAdministrator.isOffered(second)).isTrue();
        assertThat(firstAdministrator.isOffered("guessed")).isFalse();
        assertThat(firstAdministrator.isOffered(null)).isFalse();
    }

    @Test
    void theLinkIsGoodForOneDay() {
        String token = firstAdministrator.offer().orElseThrow();

        assertThat(at(Duration.ofHours(24).minusSeconds(1)).isOffered(token)).isTrue();
        assertThat(at(Duration.ofHours(24)).isOffered(token)).isFalse();
    }

    @Test
    void theLinkIsDeadOnceSomebodyElseAdministers() {
        String token = firstAdministrator.offer().orElseThrow();
        accounts.create("other", "zheng-he-1405", Set.of(Role.ADMINISTRATOR));

        assertThat(firstAdministrator.isOffered(token)).isFalse();
    }

    private FirstAdministrator at(Duration later) {
        return new FirstAdministrator(new Sql(jdbc), accounts, roster, Clock.offset(MORNING, later));
    }
}
