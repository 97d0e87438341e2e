package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.Opinion;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Requirement;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.Status;

/** {@code renovation-supplement.bpmn}: at the desk, by link, rejected, too late. */
class RenovationSupplementProcessTest extends Applications {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("renovationSupplement");

    private static final String RESIDENT = "resident";

    /** Identity, plan and proof of right are needed by everybody; here the plan is there, and a bearing opening is wanted. */
    @BeforeEach
    void waitsForTheApplicant() {
        forgetOthers();
        apply("bearingOpening", "true");
        check("PLAN");
        follow("renovationSupplement");
    }

    @Test
    void whatIsMissingIsWaitedForWithALimitOfItsOwn() {
        assertThat(stage()).isEqualTo(Renovation.Stage.SUPPLEMENTING);
        assertThat(ticket().deadlines()).noneMatch(deadline -> deadline.runs());
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
        // Ten working days from Monday 11-23: until Monday 12-07 at closing time
        assertThat(dossiers.waiting(number()).orElseThrow().due()).isEqualTo("2026-12-07T10:00:00Z");
        assertThat(task("bringPapers"))
                .hasDueDate(Date.from(dossiers.waiting(number()).orElseThrow().due()))
                .hasCandidateGroup("front-desk-east");
        assertThat(shownBy(task("bringPapers").getId()))
                .containsExactly("show_facts", "show_papers", "show_renovation", "show_ticket");
        assertThat(open(Requirement.Stage.NOW)).containsExactly("TAKE_OUT_BEARING_OPENING", "OWNERSHIP", "IDENTITY");
    }

    @Test
    void broughtInParts() {
        bring("OWNERSHIP");
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
        bring("IDENTITY");
        assertThat(dossiers.identity(number())).contains("123X");
        bring("TAKE_OUT_BEARING_OPENING");
        assertThat(flow()).isEnded().hasPassed("endEvent_supplemented");
        assertThat(stage()).isEqualTo(Renovation.Stage.EXAMINED);
        assertThat(renovation().application().scheme().acts()).containsExactly(Act.ORDINARY);
        assertThat(lines()).contains("业主从装修方案中去掉：" + Act.BEARING_OPENING.label());
    }

    @Test
    void byLinkAndLookedAtOnce() {
        supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant());
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
        supplements.takeOut(number(), Act.BEARING_OPENING, RESIDENT, time.instant());
        assertThat(waitsAt()).containsExactly("userTask_acceptPapers");
        as("desk2").does("acceptPapers", "papers", ticks("OWNERSHIP"));
        // Who he is has to be seen at the desk
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
        bring("IDENTITY");
        assertThat(flow()).isEnded().hasPassed("event_supplemented", "endEvent_supplemented");
    }

    /** Friday evening is Monday's: whoever has handed in everything does not wait for ever. */
    @Test
    void theDeskThatForgetsWhatCameByLinkIsSupervised() {
        bring("IDENTITY", "TAKE_OUT_BEARING_OPENING");
        supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant());
        Date due = task("acceptPapers").getDueDate();
        assertThat(due.toInstant())
                .isAfter(time.instant())
                .isBefore(time.instant().plus(Duration.ofDays(5)));
        timerComes("event_papersCheckOverdue");
        assertThat(flow()).hasPassed("endEvent_papersCheckSupervised");
        assertThat(running("supervision")).isNotNull();
        as("desk1").does("acceptPapers", "papers", ticks("OWNERSHIP"));
        assertThat(flow()).isEnded().hasPassed("endEvent_supplemented");
        assertThat(running("supervision")).isNull();
    }

    @Test
    void whatDoesNotDoIsHandedInAgainWithinANewLimit() {
        bring("IDENTITY", "TAKE_OUT_BEARING_OPENING");
        time.pass(Duration.ofDays(7));
        supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant());
        assertThat(refusalOf(() -> as("desk1").does("acceptPapers", "papers", ticks())))
                .isEqualTo("field-missing");
        int tellings = told().size();
        as("desk1").does("acceptPapers", "papers", ticks(), "why", "产权证只拍了封面");
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
        assertThat(told()).hasSize(tellings + 1).endsWith("renovation-supplement.to-resident");
        assertThat(dossiers.opinions(number())).last().satisfies(opinion -> {
            assertThat(opinion.result()).isEqualTo(Opinion.Result.SUPPLEMENT);
            assertThat(opinion.words()).contains("产权证只拍了封面");
        });
        assertThat(open(Requirement.Stage.NOW)).containsExactly("OWNERSHIP");
        assertThat(dossiers.waiting(number()).orElseThrow().due()).isEqualTo("2026-12-14T10:00:00Z");
        supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant());
        as("desk1").does("acceptPapers", "papers", ticks("OWNERSHIP"));
        assertThat(flow()).isEnded().hasPassed("endEvent_supplemented");
    }

    /** What comes while he is being told what is missing would be heard by nobody. */
    @Test
    void whatComesWhileHeIsToldIsTakenAMomentLater() {
        notices(new IllegalStateException("no outbox"));
        as("desk1").hands("bringPapers", "papers", ticks("IDENTITY", "TAKE_OUT_BEARING_OPENING"), "identity", "123x");
        retriesUntilGivenUp("sendTask_notifyResidentOfGap");
        assertThat(refusalOf(() -> supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant())))
                .isEqualTo("supplement-too-early");
        noticesRecover();
        retry();
        supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant());
        assertThat(waitsAt()).containsExactly("userTask_acceptPapers");
    }

    @Test
    void nothingHandedInInTime() {
        timerComes("event_supplementDue");
        assertThat(flow()).isEnded().hasPassed("endEvent_lapsed");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(stage()).isEqualTo(Renovation.Stage.LAPSED);
        assertThat(told()).endsWith("renovation-lapsed.to-resident");
        assertThat(refusalOf(() -> supplements.handIn(number(), "OWNERSHIP", RESIDENT, time.instant())))
                .isEqualTo("not-waiting");
    }

    @Test
    void nothingButWhatTheNoticeNamesCanBeHandedIn() {
        assertThat(refusalOf(() -> bring("FIRE_APPROVAL"))).isEqualTo("item-unknown");
        assertThat(refusalOf(() -> bring("PLAN"))).isEqualTo("item-unknown");
        assertThat(refusalOf(() -> as("desk1").does("bringPapers", "papers", ticks())))
                .isEqualTo("papers-missing");
        assertThat(refusalOf(() -> as("desk1").does("bringPapers", "papers", ticks("IDENTITY"))))
                .isEqualTo("identity-missing");
        assertThat(refusalOf(() -> as("desk1").does("bringPapers", "papers", ticks("OWNERSHIP"), "identity", "1234")))
                .isEqualTo("identity-not-shown");
        assertThat(refusalOf(() -> supplements.handIn(number(), "IDENTITY", RESIDENT, time.instant())))
                .isEqualTo("identity-at-desk");
        assertThat(refusalOf(() -> supplements.handIn(number(), "TAKE_OUT_BEARING_OPENING", RESIDENT, time.instant())))
                .isEqualTo("item-is-act");
        assertThat(refusalOf(() -> supplements.takeOut(number(), Act.GAS_PIPES, RESIDENT, time.instant())))
                .isEqualTo("item-unknown");
        assertThat(open(Requirement.Stage.NOW)).hasSize(3);
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
    }

    @Test
    void onlyTheDeskTakesPapers() {
        assertThat(refusalOf(() -> as("plumber1").does("bringPapers", "papers", ticks("OWNERSHIP"))))
                .isEqualTo("task-not-yours");
        assertThat(undeclared()).isEmpty();
    }

    @Test
    void aLapseThatCannotBeToldStopsThereAndGoesOn() {
        notices(new IllegalStateException("no outbox"));
        timerFiresAndFails();
        assertThat(incident().getActivityId()).isEqualTo("event_supplementDue");
        noticesRecover();
        retry();
        assertThat(stage()).isEqualTo(Renovation.Stage.LAPSED);
        assertThat(told()).endsWith("renovation-lapsed.to-resident");
    }

    private void timerFiresAndFails() {
        time.pass(Duration.ofDays(15));
        retriesUntilGivenUp("event_supplementDue");
    }
}
