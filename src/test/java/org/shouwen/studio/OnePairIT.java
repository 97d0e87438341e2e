package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.ticket.Categories;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 单人复核: a company in which one person changes rules, with and without the administrator's setting. */
@Tag("scenario")
class OnePairIT extends RunningDesk {

    private static final String TABLE = "timeLimits";

    private static final String OTHERS = "(SELECT staff FROM staff_post JOIN post ON post.code = staff_post.post"
            + " WHERE duty IN ('MANAGER', 'SUPERVISOR') AND staff <> 'manager')";

    @Autowired
    private ModelVersions versions;

    @Autowired
    private Changes changes;

    @Autowired
    private TableWords words;

    @Autowired
    private Categories categories;

    @Autowired
    private Notices notices;

    @Autowired
    private Roster roster;

    @Autowired
    private Moments moments;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Grid grid;

    @Autowired
    private RepositoryService models;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void oneLeft() {
        jdbc.update("UPDATE account SET enabled = false WHERE username IN " + OTHERS);
    }

    @AfterEach
    void asShipped() {
        jdbc.update("UPDATE account SET enabled = true WHERE username IN " + OTHERS);
        ShippedRules.again(models, jdbc, TABLE);
    }

    private StudioDesk desk(boolean onePair) {
        return new StudioDesk(
                versions, changes, words, categories, notices, new FourEyes(roster, onePair), moments, events);
    }

    private <T> T done(Supplier<T> deed) {
        return new TransactionTemplate(transactions).execute(status -> deed.get());
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Change proposed(StudioDesk desk) {
        Base base = desk.inForce(TABLE);
        Draft draft = grid.read(
                base.table(),
                Map.of(
                        "rows",
                        String.valueOf(base.table().rows().size()),
                        "end",
                        "true",
                        "r5-c6",
                        "2",
                        "r5-note",
                        "经理会"));
        return done(() -> desk.propose(base, draft, "业主嫌慢", null, null, manager()));
    }

    @Test
    void whoeverIsAloneApprovesHisOwnWhereTheSettingSaysSo() {
        StudioDesk desk = desk(true);
        Change change = proposed(desk);
        assertThat(new FourEyes(roster, true).mayDecide(change, manager())).isTrue();
        done(() -> desk.approve(change.id(), manager()));
        assertThat(desk.history("time-limits.dmn").get(0).change())
                .hasValueSatisfying(one -> assertThat(one.isApprovedAlone()).isTrue());
    }

    @Test
    void withoutTheSettingNobodyDoes() {
        StudioDesk desk = desk(false);
        Change change = proposed(desk);
        assertThat(new FourEyes(roster, false).isAlone("manager")).isTrue();
        assertThatThrownBy(() -> done(() -> desk.approve(change.id(), manager())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }

    @Test
    void whereThereIsASecondPersonTheSettingChangesNothing() {
        StudioDesk desk = desk(true);
        Change change = proposed(desk);
        jdbc.update("UPDATE account SET enabled = true WHERE username = 'supervisor'");
        assertThat(new FourEyes(roster, true).isAlone("manager")).isFalse();
        assertThatThrownBy(() -> done(() -> desk.approve(change.id(), manager())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.getMessage())
                        .contains("另一个人"));
        Caller supervisor = Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
        assertThat(done(() -> desk.approve(change.id(), supervisor)).get(0).version())
                .isEqualTo(2);
        assertThat(desk.history("time-limits.dmn").get(0).change())
                .hasValueSatisfying(one -> assertThat(one.isApprovedAlone()).isFalse());
    }
}
