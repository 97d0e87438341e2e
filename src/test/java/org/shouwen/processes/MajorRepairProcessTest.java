package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.repair.RepairDesk;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;

/** {@code major-repair.bpmn}: a common part's major repair is approved before the work, and told (duties B19). */
class MajorRepairProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("majorRepair");

    private void taken(Danger danger) {
        open(new Intake(
                RepairDesk.KIND,
                "PUBLIC_PIPE",
                null,
                "LAMP-01",
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "主管道锈蚀",
                danger,
                Scope.UNIT,
                false,
                null));
        goOnUntil("userTask_inspectOnSite");
    }

    private void proposes(String by, Object... more) {
        Object[] fields = {
            "findings",
            "主管道锈蚀",
            "result",
            "MAJOR",
            "plan",
            "更换整栋楼的主管道",
            "budget",
            80000,
            "funding",
            "FUND_VOTED",
            "affected",
            "1 号楼",
            "expected",
            "2026-12-11T18:00"
        };
        Object[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        as(by).does("inspectOnSite", all);
    }

    private String handler() {
        return ticket().handler().orElseThrow();
    }

    @Test
    void approvedItIsToldWithItsNewDateAndTheWorkBegins() {
        taken(Danger.NONE);
        proposes(handler());
        assertThat(task("decideMajorRepair").getAssignee()).isEqualTo("manager");
        assertThat(shownBy(task("decideMajorRepair").getId())).contains("show_facts", "show_major");
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
        assertThat(due(ClockKind.FINISH)).isEqualTo(Instant.parse("2026-12-11T10:00:00Z"));
        assertThat(told()).contains("major-approved-resident", "major-approved-handler");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        as(handler()).does("inspectOnSite", "findings", "开工", "result", "REPAIR");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
    }

    @Test
    void returnedTheHandlerReadsWhyAndLooksAgain() {
        taken(Danger.NONE);
        proposes(handler());
        assertThat(refusalOf(() -> as("manager").does("decideMajorRepair", "decision", "RETURNED")))
                .isEqualTo("input-missing");
        as("manager").does("decideMajorRepair", "decision", "RETURNED", "reason", "先报两家价");
        assertThat(told()).endsWith("major-returned-handler");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
    }

    @Test
    void whatIsNotDecidedInTimeIsSupervised() {
        taken(Danger.NONE);
        proposes(handler());
        timerComes("event_decisionDue");
        assertThat(lines()).anyMatch(line -> line.startsWith("重大维修审批逾期"));
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
    }

    @Test
    void anEmergencyIsMadeSafeFirst() {
        taken(Danger.PERSON);
        assertThat(refusalOf(() -> proposes(handler()))).isEqualTo("not-made-safe");
        proposes(handler(), "madeSafe", true);
        assertThat(task("decideMajorRepair").getAssignee()).isEqualTo("manager");
    }
}
