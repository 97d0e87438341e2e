package org.shouwen.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.OwnStep;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.testing.TimeMachine;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.UserTasks;

/** A step that a manager drew himself, 经理复核 in 报修: done, late once and told up, and where its answer leads to. */
@Tag("database")
class OwnStepProcessTest extends ProcessDesk {

    private static final String WAITING = "waiting-times.dmn";

    private final UserTasks steps = bean(UserTasks.class);

    @BeforeEach
    void theManagersVersionIsInForce() {
        deployed(() -> {
            DeploymentBuilder own = bean(RepositoryService.class)
                    .createDeployment()
                    .name("经理的报修")
                    .source("manager");
            OwnStep.models().forEach((file, bytes) -> own.addString(file, new String(bytes, UTF_8)));
            own.deploy();
        });
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE");
    }

    @AfterEach
    void theShippedVersionIsInForceAgain() {
        deployed(() -> {
            DeploymentBuilder shipped = bean(RepositoryService.class)
                    .createDeployment()
                    .name("shouwen:repair.bpmn")
                    .source("shouwen");
            Models.bytes().forEach((file, bytes) -> {
                if (file.equals("repair.bpmn") || OwnStep.models().containsKey(file)) {
                    shipped.addString(file, new String(bytes, UTF_8));
                }
            });
            shipped.deploy();
        });
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(TimeMachine.ZONE).toInstant();
    }

    private List<Escalation> late() {
        return bean(Escalations.class).ofTicket(number()).stream()
                .filter(escalation -> escalation.cause() == Escalation.Cause.OWN_STEP)
                .toList();
    }

    @Test
    void itIsOfferedToWhoWasChosenUntilWhatWasChosen() {
        assertThat(steps.of(number()))
                .extracting(
                        UserTasks.OpenTask::step,
                        UserTasks.OpenTask::name,
                        UserTasks.OpenTask::posts,
                        UserTasks.OpenTask::due)
                .containsExactly(tuple(OwnStep.STEP, "经理复核", List.of("manager-east"), moment("2026-11-24T18:00")));
    }

    @Test
    void itsAnswersStandOnTheTimelineInWordsAndTheFlowGoesOn() {
        as("manager").does(OwnStep.STEP, "review", "PASSED", "opinion", "可以交付", "score", 5);
        assertThat(lines()).contains("“经理复核”已办。复核结论：通过；复核意见：可以交付；打分：5");
        assertThat(steps.of(number())).extracting(UserTasks.OpenTask::step).containsExactly("acceptWork");
    }

    @Test
    void whatIsChosenSteersTheFlow() {
        as("manager").does(OwnStep.STEP, "review", "AGAIN", "opinion", "接头还在渗");
        assertThat(told()).contains("rework.to-handler");
        assertThat(steps.of(number())).extracting(UserTasks.OpenTask::step).containsExactly("reportWork");
    }

    @Test
    void whatIsMissingStrangeOrOutOfRangeIsRefusedInASentence() {
        assertThat(refusalOf(() -> as("manager").does(OwnStep.STEP, "opinion", "好")))
                .isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("manager").does(OwnStep.STEP, "review", "MAYBE", "opinion", "好")))
                .isEqualTo("input-choice");
        assertThat(refusalOf(() -> as("manager").does(OwnStep.STEP, "review", "PASSED", "opinion", "好", "score", 9)))
                .isEqualTo("input-number");
        assertThat(refusalOf(() ->
                        as("manager").does(OwnStep.STEP, "review", "PASSED", "opinion", "好", "score", "1e999999999")))
                .isEqualTo("input-number");
        assertThat(refusalOf(
                        () -> as("manager").does(OwnStep.STEP, "review", "PASSED", "opinion", "好", "workDone", true)))
                .isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> as("plumber1").does(OwnStep.STEP, "review", "PASSED", "opinion", "好")))
                .isNotEmpty();
        assertThat(events()).doesNotContain("own-step-done");
    }

    @Test
    void itIsLateOnceAndToldUp() {
        time.travelTo("2026-11-24T18:01");
        runJobs();
        assertThat(lines()).containsOnlyOnce("“经理复核”到期没有办");
        assertThat(late()).hasSize(1).allSatisfy(level -> {
            assertThat(level.level()).isEqualTo(1);
            assertThat(level.asked()).extracting(Escalation.Asked::person).containsExactly("lead");
        });
        time.travelTo("2026-11-26T09:00");
        runJobs();
        assertThat(late()).hasSize(1);
        as("manager").does(OwnStep.STEP, "review", "PASSED", "opinion", "晚了，补办");
        assertThat(lines()).anyMatch(line -> line.startsWith("自定步骤逾期：事情已办，不用再确认"));
        assertThat(steps.of(number())).extracting(UserTasks.OpenTask::step).containsExactly("acceptWork");
    }

    /** A moved promise moves nothing that was counted from when the step began. */
    @Test
    void itsTimeIsCountedFromWhenItBegan() {
        time.travelTo("2026-11-23T15:00");
        bean(DueDates.class).recount(number());
        assertThat(steps.of(number()).get(0).due()).isEqualTo(moment("2026-11-24T18:00"));
    }

    /** What form-js holds in the browser, each once; the second form is one of the program that managers made stricter. */
    @Test
    void whatItsFormDemandsIsHeldWhateverDoorTheAnswersComeThrough() {
        Map<String, byte[]> models = new TreeMap<>(OwnStep.models());
        models.put(OwnStep.FORM, """
                {"id": "managerReview", "schemaVersion": 19, "type": "default", "components": [
                  {"type": "checkbox", "key": "input_seen", "label": "看过现场", "validate": {"required": true}},
                  {"type": "textarea", "key": "input_opinion", "label": "意见", "validate": {"minLength": 4, "maxLength": 6}},
                  {"type": "datetime", "subtype": "date", "key": "input_day", "dateLabel": "哪天", "disallowPassedDates": true},
                  {"type": "datetime", "subtype": "datetime", "key": "input_at", "dateLabel": "何时",
                   "timeSerializingFormat": "utc_offset", "disallowPassedDates": true},
                  {"type": "number", "key": "input_score", "label": "打分", "decimalDigits": 1, "increment": "0.5",
                   "validate": {"min": 1, "max": 5}},
                  {"type": "checklist", "key": "input_faults", "label": "问题",
                   "values": [{"label": "漏", "value": "LEAK"}, {"label": "响", "value": "NOISE"}]},
                  {"type": "radio", "key": "input_grade", "label": "评级",
                   "values": [{"label": "甲", "value": "AA"}, {"label": "乙", "value": "BB"}]},
                  {"type": "textfield", "key": "input_why", "label": "为什么", "validate": {"required": true},
                   "conditional": {"hide": "=input_grade != \\"BB\\""}},
                  {"type": "group", "label": "漏的", "conditional": {"hide": "=input_seen = null or input_score = 5"},
                   "components": [{"type": "textfield", "key": "input_where", "label": "哪里漏", "validate": {"required": true}}]}]}
                """.getBytes(UTF_8));
        models.computeIfPresent("report-work.form", (file, form) -> new String(form, UTF_8)
                .replaceFirst("(\"label\": \"维修内容\",[^}]*\"required\": true,)", "$1 \"minLength\": 4,")
                .getBytes(UTF_8));
        models.computeIfPresent("repair.bpmn", (file, flow) -> new String(flow, UTF_8)
                .replace("${review == 'AGAIN'}", "${!workAccepted}")
                .getBytes(UTF_8));
        deployed(() -> {
            DeploymentBuilder own = bean(RepositoryService.class)
                    .createDeployment()
                    .name("严格的报修")
                    .source("manager");
            models.forEach((file, bytes) -> own.addString(file, new String(bytes, UTF_8)));
            own.deploy();
        });
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
        assertThat(refusalOf(
                        () -> as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE")))
                .isEqualTo("input-too-short");
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换阀芯", "materialSource", "NONE");
        refused("input-missing");
        refused("input-missing", "seen", false);
        refused("input-missing", "seen", true);
        refused("input-missing", "seen", true, "score", 4);
        refused("input-too-short", "seen", true, "score", 5, "opinion", "好");
        refused("input-too-long", "seen", true, "score", 5, "opinion", "一二三四五六七");
        refused("input-date-passed", "seen", true, "score", 5, "day", "2026-11-22");
        refused("input-date-passed", "seen", true, "score", 5, "at", "2026-11-22T10:00+08:00");
        refused("input-number", "seen", true, "score", 6);
        refused("input-number", "seen", true, "score", "1.55");
        refused("input-number", "seen", true, "score", "1.2");
        refused("input-missing", "seen", true, "score", 5, "grade", " BB ");
        refused("input-choice", "seen", true, "score", 5, "faults", List.of("LEAK", "SMELL"));
        assertThat(lines()).noneSatisfy(line -> assertThat(line).contains("“经理复核”已办"));
        as("manager").does(OwnStep.STEP, "seen", true, "score", 5, "opinion", "可以交付", "day", "2026-11-23");
        assertThat(lines()).contains("“经理复核”已办。看过现场：是；意见：可以交付；哪天：2026-11-23；打分：5");
    }

    private void refused(String name, Object... fields) {
        assertThat(refusalOf(() -> as("manager").does(OwnStep.STEP, fields)))
                .as("%s", List.of(fields))
                .isEqualTo(name);
    }

    /** Its flow goes by a former version, which nothing in force asks for. */
    @Test
    void whatItWaitsByIsGoneAndItWaitsAsLongAsItLastDid() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
        theShippedVersionIsInForceAgain();
        waiting(new String(Models.bytes().get(WAITING), UTF_8).replace("\"复核\"", "\"复看\""));
        try {
            as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE");
            assertThat(steps.of(number()))
                    .extracting(UserTasks.OpenTask::step, UserTasks.OpenTask::due)
                    .containsExactly(tuple(OwnStep.STEP, moment("2026-11-24T18:00")));
        } finally {
            waiting(new String(Models.bytes().get(WAITING), UTF_8));
        }
    }

    private void waiting(String table) {
        deployed(() -> bean(RepositoryService.class)
                .createDeployment()
                .name("等候时限")
                .source("manager")
                .addString(WAITING, table)
                .deploy());
    }

    @Test
    void itEndsWithItsTicket() {
        withdraw();
        runJobs();
        assertThat(steps.of(number())).isEmpty();
        time.travelTo("2026-11-26T09:00");
        runJobs();
        assertThat(late()).isEmpty();
    }
}
