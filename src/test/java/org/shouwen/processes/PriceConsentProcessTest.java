package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.repair.RepairDesk;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;

/** {@code price-consent.bpmn}, inside the repair: price before work. */
class PriceConsentProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("priceConsent");

    private void quoted() {
        open();
        runJobs();
        as("plumber1")
                .does("dispatch", "handler", "MYSELF")
                .does("inspectOnSite", "findings", "阀芯磨损", "result", "QUOTE", "amount", 80, "work", "更换龙头");
    }

    @Test
    void aMajorRepairIsTheManagersToApprove() {
        open(new Intake(
                RepairDesk.KIND,
                "PUBLIC_PIPE",
                null,
                "LAMP-01",
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "主管道锈蚀",
                Danger.NONE,
                Scope.UNIT,
                false,
                null));
        goOnUntil("userTask_inspectOnSite");
        String handler = ticket().handler().orElseThrow();
        as(handler)
                .does("inspectOnSite", "findings", "锈蚀", "result", "MAJOR")
                .does("planMajorRepair", "course", "ORDINARY");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
    }

    private void charges(Object yuan) {
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE", "cost", yuan);
    }

    @Test
    void agreed() {
        quoted();
        assertThat(told()).endsWith("quote.to-resident");
        assertThat(task("confirmQuote")).isAssignedTo("desk1");
        as("desk1").does("confirmQuote", "answer", "AGREED");
        assertThat(told()).endsWith("quote-agreed.to-handler");
        charges(80);
        assertThat(status()).isEqualTo(Status.DONE);
    }

    @Test
    void nothingIsChargedThatWasNotAgreed() {
        quoted();
        as("desk1").does("confirmQuote", "answer", "AGREED");
        assertThat(refusalOf(() -> charges(81))).isEqualTo("cost-above-quote");
        charges(60);
        assertThat(status()).isEqualTo(Status.DONE);
    }

    @Test
    void nothingIsChargedWithoutAPrice() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
        assertThat(refusalOf(() -> charges(10))).isEqualTo("cost-not-agreed");
    }

    @Test
    void changedUntilItIsAgreed() {
        quoted();
        as("desk1").does("confirmQuote", "answer", "CHANGED", "remark", "只换阀芯");
        assertThat(told()).endsWith("quote-changed.to-handler");
        assertThat(task("reviseQuote")).isAssignedTo("plumber1");
        as("plumber1").does("reviseQuote", "amount", 35, "work", "更换阀芯");
        assertThat(told()).endsWith("quote.to-resident");
        as("desk1").does("confirmQuote", "answer", "AGREED");
        assertThat(refusalOf(() -> charges(80))).isEqualTo("cost-above-quote");
    }

    @Test
    void declined() {
        quoted();
        assertThat(refusalOf(() -> as("desk1").does("confirmQuote", "answer", "DECLINED")))
                .isEqualTo("input-missing");
        as("desk1").does("confirmQuote", "answer", "DECLINED", "remark", "自己修");
        assertThat(told()).endsWith("declined.to-handler", "declined.to-resident");
        assertThat(status()).isEqualTo(Status.WITHDRAWN);
        assertThat(flow()).isEnded().hasPassed("endEvent_declined");
    }

    static List<String> tellingSteps() {
        return waitStates("priceConsent").stream()
                .filter(element -> element.startsWith("sendTask_notify"))
                .filter(element -> !element.endsWith("Decline"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tellingSteps")
    void aStepThatFailsStopsThereAndGoesOn(String element) {
        open();
        goOnUntil(element);
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo(element);
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
    }
}
