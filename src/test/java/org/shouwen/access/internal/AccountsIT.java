package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Role;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class AccountsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    private JdbcClient jdbc;
    private StoredAccounts accounts;

    @BeforeEach
    void anEmptyDatabase() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        accounts =
                new StoredAccounts(new Sql(jdbc), new Passwords(4, true), List::of, new SignInThrottle(CLOCK), CLOCK);
    }

    @Test
    void whoHasAnAccountAndKnowsThePasswordComesIn() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN, Role.LEAD));

        assertThat(accounts.signIn("wang", "shouwen-demo")).hasValueSatisfying(person -> assertThat(person.roles())
                .containsExactlyInAnyOrder(Role.TECHNICIAN, Role.LEAD));
        assertThat(accounts.signIn("wang", "shouwen-demO")).isEmpty();
        assertThat(accounts.signIn("nobody", "shouwen-demo")).isEmpty();
        assertThat(accounts.exists("wang")).isTrue();
        assertThat(accounts.hasAdministrator()).isFalse();
    }

    @Test
    void noPasswordAndNoTokenIsStoredInClear() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        String token = accounts.issueToken("wang", "呼叫中心");

        assertThat(jdbc.sql("SELECT password_hash FROM account")
                        .query(String.class)
                        .single())
                .doesNotContain("shouwen-demo");
        assertThat(jdbc.sql("SELECT token_hash FROM api_token")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token)
                .hasSize(64);
        assertThat(token).hasSize(43);
    }

    @Test
    void aNewPasswordOrADisabledAccountEndsWhatWentBefore() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        SignedIn before = accounts.signIn("wang", "shouwen-demo").orElseThrow();
        String token = accounts.issueToken("wang", "手机");

        accounts.setPassword("wang", "another good one");
        assertThat(accounts.current("wang").orElseThrow().epoch()).isGreaterThan(before.epoch());
        assertThat(accounts.signIn("wang", "shouwen-demo")).isEmpty();
        assertThat(accounts.bearer(token)).isEmpty();

        accounts.disable("wang");
        assertThat(accounts.signIn("wang", "another good one")).isEmpty();
        assertThat(accounts.current("wang")).isEmpty();
        assertThat(accounts.bearer(token)).isEmpty();
        assertThat(accounts.rolesOf("wang")).isEmpty();
        assertThat(accounts.exists("wang")).isTrue();
    }

    @Test
    void aDisabledAccountIsGivenNoPasswordAndOpensAgainWithTheOneItHad() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        accounts.disable("wang");
        assertThatThrownBy(() -> accounts.setPassword("wang", "another good one"))
                .isInstanceOf(Refusal.class)
                .hasMessage("账号 wang 已停用，不能重设密码，请先启用");
        assertThatThrownBy(() -> accounts.issueToken("wang", "网关")).hasMessage("账号 wang 已停用，不能发给令牌，请先启用");

        accounts.enable("wang");
        assertThat(accounts.signIn("wang", "shouwen-demo")).isPresent();
        assertThatThrownBy(() -> accounts.enable("nobody")).isInstanceOf(Refusal.class);
    }

    @Test
    void whoeverWasGivenAPasswordHasToChooseHisOwn() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        assertThat(accounts.current("wang").orElseThrow().given()).isFalse();
        accounts.setPassword("wang", "given by admin");
        SignedIn person = accounts.signIn("wang", "given by admin").orElseThrow();
        assertThat(person.given()).isTrue();

        assertThatThrownBy(() -> accounts.changePassword("wang", "wrong", "my own secret"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.changePassword("wang", "given by admin", "given by admin"))
                .isInstanceOf(Refusal.class);
        accounts.changePassword("wang", "given by admin", "my own secret");
        SignedIn own = accounts.signIn("wang", "my own secret").orElseThrow();
        assertThat(own.given()).isFalse();
        assertThat(own.epoch()).isGreaterThan(person.epoch());
        accounts.askForNewPassword("wang");
        assertThat(accounts.current("wang").orElseThrow().given()).isTrue();
    }

    @Test
    void rolesChangeAndTokensAreListedUntilTheyAreRevoked() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        accounts.setRoles("wang", Set.of(Role.LEAD, Role.FRONT_DESK));
        assertThat(accounts.rolesOf("wang")).containsExactlyInAnyOrder(Role.LEAD, Role.FRONT_DESK);
        assertThatThrownBy(() -> accounts.setRoles("wang", Set.of())).isInstanceOf(Refusal.class);
        accounts.issueToken("wang", "手机");
        accounts.issueToken("wang", "呼叫中心");
        assertThat(accounts.tokensOf("wang")).extracting(Accounts.Token::label).containsExactlyInAnyOrder("呼叫中心", "手机");
        accounts.revoke("wang", "手机");
        assertThat(accounts.tokensOf("wang")).extracting(Accounts.Token::label).containsExactly("呼叫中心");
    }

    @Test
    void anAccountIsOneInWhateverCaseAndWidthItIsTyped() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        for (String typed : new String[] {"wang", "WANG", " Wang ", "ｗａｎｇ"}) {
            assertThat(accounts.spelled(typed)).as(typed).isEqualTo("wang");
        }
        assertThat(accounts.spelled("wang2")).isEqualTo("wang2");
        assertThatThrownBy(() -> accounts.create("Wang", "shouwen-demo", Set.of(Role.TECHNICIAN)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRevokedTokenIsDeadAtOnceAndCannotBeRegisteredBackToLife() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        accounts.registerToken("wang", "demo", "a-token-of-the-demo");
        accounts.registerToken("wang", "demo", "a-token-of-the-demo");
        assertThat(accounts.bearer("a-token-of-the-demo")).isPresent();

        accounts.revoke("wang", "demo");
        accounts.registerToken("wang", "demo", "a-token-of-the-demo");

        assertThat(accounts.bearer("a-token-of-the-demo")).isEmpty();
    }

    @Test
    void aTokenBelongsToOneAccount() {
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        accounts.create("lily", "shouwen-demo", Set.of(Role.FRONT_DESK));
        accounts.registerToken("wang", "demo", "a-token-of-the-demo");

        assertThatThrownBy(() -> accounts.registerToken("lily", "demo", "a-token-of-the-demo"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.registerToken("nobody", "demo", "another-token-of-ours"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void namesThatMeanSomethingElseAreRefused() {
        for (String name :
                new String[] {"*", "", "system", "resident", "second-person", "camunda-admin", "王师傅", "a b", "../x"}) {
            assertThatThrownBy(() -> accounts.create(name, "shouwen-demo", Set.of(Role.TECHNICIAN)))
                    .as(name)
                    .isInstanceOf(Refusal.class);
        }
        accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN));
        assertThatThrownBy(() -> accounts.create("wang", "shouwen-demo", Set.of(Role.TECHNICIAN)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_POSSIBLE_NOW));
    }
}
