package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.citypack.City;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.worksite.StopDesk;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.WorksiteExecution;

/**
 * {@code certificate-revocation.bpmn}: whoever may not work any more is told, and looked after the same day; and work that nobody
 * registered (建设部令第110号 35).
 */
class CertificateRevocationProcessTest extends Sites {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("certificateRevocation");

    private ProcessInstance check;

    /** On the first day of work, at ten. */
    private void revoked() {
        siteRules(City.NATIONAL, false, false);
        begin();
        firstDay();
        patrol();
        String certificate = bean(Renovations.class)
                .get(number())
                .certificate()
                .orElseThrow()
                .number();
        as("manager").act(() -> {
            bean(RenovationDesk.class).revoke(certificate, "擅自拆改", "manager", time.instant());
            return certificate;
        });
        check = running("certificateRevocation");
    }

    @Test
    void theOwnerIsToldAtOnceAndSomebodyLooksTheSameDay() {
        revoked();
        assertThat(told()).endsWith("certificate-revoked.to-resident");
        assertThat(step("checkStop").posts()).contains("front-desk-east", "lead-east", "plumbing-east");
        assertThat(task("checkStop")).hasDueDate(Date.from(Instant.parse("2026-12-07T16:00:00Z")));
        assertThat(shownBy(task("checkStop").getId())).containsExactly("show_facts", "show_ticket");
        assertThat(undeclared()).isEmpty();
        assertThat(refusalOf(() -> as("plumber1").does("checkStop", "finding", "STOPPED")))
                .isEqualTo("input-missing");
        as("plumber1").does("checkStop", "finding", "STOPPED", "remark", "工人已撤场，登记证已取下", "photo", "P8");
        assertThat(lastLine().text()).isEqualTo("核实停工：已经停工，工人已撤场，登记证已取下；照片：P8");
        assertThat(check).isEnded().hasPassed("endEvent_worksStopped");
        assertThat(violations.ofTicket(number())).isEmpty();
    }

    @Test
    void whoGoesOnIsToldInWritingAndReported() {
        revoked();
        as("plumber1").does("checkStop", "finding", "GOES_ON", "remark", "还在贴砖", "photo", "照片 5");
        assertThat(check).isEnded().hasPassed("endEvent_worksGoOn");
        Violation found = violations.ofTicket(number()).get(0);
        assertThat(found.found().kind()).isEqualTo(Violation.Kind.UNREGISTERED);
        assertThat(found.ruling().basis()).contains("第110号第35条");
        assertThat(found.reportDue()).contains(Instant.parse("2026-12-08T02:00:00Z"));
        assertThat(told()).endsWith("rectification.to-resident");
        assertThat(waitsAt()).contains("userTask_deliverNotice");
    }

    @Test
    void whatNobodyLooksAtIsSupervised() {
        revoked();
        timerComes("event_stopCheckOverdue");
        assertThat(check).hasPassed("endEvent_stopCheckSupervised").isWaitingAt("userTask_checkStop");
        assertThat(waitsAt()).contains("userTask_acknowledge");
        as("plumber1").does("checkStop", "finding", "STOPPED", "remark", "已停工");
        assertThat(waitsAt()).doesNotContain("userTask_acknowledge");
    }

    @Test
    void withTheFileNobodyHasToLookAnyMore() {
        revoked();
        bean(WorksiteExecution.class).siteFiled(number());
        assertThat(check).isEnded().hasPassed("endEvent_checkNotNeeded");
    }

    /** Found before anything is registered: stop and register; with the certificate the site is patrolled as any other. */
    @Test
    void whoBeginsWithoutBeingRegisteredIsToldToRegisterAndReported() {
        siteRules(City.NATIONAL, false, false);
        forgetOthers();
        apply();
        Violation found = as("plumber1").act(() -> bean(StopDesk.class)
                .unregistered(number(), Violation.Spot.STOPPED, "已经拆墙", null, "plumber1", time.instant()));
        runJobs();
        assertThat(found.ruling().consequence()).contains("500元以上1000元以下", "补办申报登记");
        assertThat(told()).endsWith("rectification.to-resident");
        assertThat(waitsAt()).contains("userTask_checkPapers", "userTask_deliverNotice");
        assertThat(site().filed()).isEmpty();
        approved();
        sign();
        assertThat(site().patrolDue()).isEqualTo(Instant.parse("2026-12-07T10:00:00Z"));
        assertThat(waitsAt()).contains("userTask_patrol", "userTask_deliverNotice");
    }
}
