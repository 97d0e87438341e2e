package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.rights.Role;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.testing.TimeMachine;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class SignInsIT {

    private final TimeMachine time = new TimeMachine();

    private JdbcClient jdbc;
    private StoredAccounts accounts;
    private SignIns node;
    private SignIns otherNode;
    private String token;

    @BeforeEach
    void wangIsSignedIn() {
        time.travelTo("2026-11-23T08:00");
        jdbc = JdbcClient.create(TestDatabase.migrated());
        accounts = new StoredAccounts(new Sql(jdbc), new Passwords(4, true), List::of, new SignInThrottle(time), time);
        node = node();
        otherNode = node();
        accounts.create("wang", "Xia-ri-de-feng", Set.of(Role.TECHNICIAN));
        token = node.begin(accounts.current("wang").orElseThrow());
    }

    @Test
    void whoIsSignedInIsSoOnEveryNodeAndWhatTheBrowserHoldsIsNotStored() {
        assertThat(otherNode.current(token))
                .hasValueSatisfying(person -> assertThat(person.username()).isEqualTo("wang"));
        assertThat(otherNode.current(token + "x")).isEmpty();
        assertThat(jdbc.sql("SELECT token_hash FROM sign_in")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token)
                .hasSize(64);
    }

    @Test
    void aSessionEndsTwelveHoursAfterItBeganHoweverBusyItIs() {
        for (int hours = 0; hours < 11; hours++) {
            time.pass(Duration.ofHours(1));
            assertThat(node.current(token)).isPresent();
        }
        time.pass(Duration.ofHours(1));
        assertThat(node.current(token)).isEmpty();
    }

    @Test
    void aSessionEndsEightHoursAfterItWasLastUsed() {
        time.pass(Duration.ofHours(3));
        assertThat(node.current(token)).isPresent();
        time.pass(Duration.ofHours(8));
        assertThat(otherNode.current(token)).isEmpty();
    }

    /** The page of whoever went home goes on looking whether something is new. */
    @Test
    void aPageThatLooksByItselfKeepsNobodySignedIn() {
        for (int hours = 0; hours < 7; hours++) {
            time.pass(Duration.ofHours(1));
            assertThat(node.known(token)).isPresent();
        }
        assertThat(usedAfterStart()).isZero();
        time.pass(Duration.ofHours(1));
        assertThat(node.known(token)).isEmpty();
    }

    @Test
    void theLastUseIsWrittenAtMostOnceAMinute() {
        for (int second = 0; second < 59; second++) {
            time.pass(Duration.ofSeconds(1));
            node.current(token);
        }
        assertThat(usedAfterStart()).isZero();
        time.pass(Duration.ofSeconds(1));
        node.current(token);
        assertThat(usedAfterStart()).isOne();
    }

    @Test
    void aDisabledAccountOrAChangedPasswordEndsSessionsOnEveryNodeAtOnceAndRolesCountAtOnce() {
        jdbc.sql("INSERT INTO account_role (account, role_name) VALUES ('wang', 'LEAD')")
                .update();
        assertThat(otherNode.current(token)).hasValueSatisfying(person -> assertThat(person.roles())
                .containsExactlyInAnyOrder(Role.TECHNICIAN, Role.LEAD));
        accounts.setPassword("wang", "Qiu-ri-de-feng");
        assertThat(otherNode.current(token)).isEmpty();
        String again = node.begin(accounts.current("wang").orElseThrow());
        accounts.disable("wang");
        assertThat(otherNode.current(again)).isEmpty();
    }

    @Test
    void whatIsOverIsSweptAwayByTheNextSignIn() {
        time.pass(Duration.ofHours(9));
        node.begin(accounts.current("wang").orElseThrow());
        assertThat(jdbc.sql("SELECT count(*) FROM sign_in").query(Integer.class).single())
                .isOne();
    }

    private int usedAfterStart() {
        return jdbc.sql("SELECT count(*) FROM sign_in WHERE used_at > signed_in_at")
                .query(Integer.class)
                .single();
    }

    private SignIns node() {
        return new SignIns(
                new Sql(jdbc),
                accounts,
                new KnownDevice((purpose, text) -> text),
                time,
                Duration.ofHours(12),
                Duration.ofHours(8));
    }
}
