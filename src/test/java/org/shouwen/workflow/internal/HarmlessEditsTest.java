package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.ModelEdit;
import org.shouwen.testing.Models;
import org.shouwen.workflow.TableCell;

/** What a manager may do: it passes as it is, or is put right without a word. */
class HarmlessEditsTest {

    private static final ModelRules RULES = new ModelRules(new BareProgram());

    private final Map<String, byte[]> models = new TreeMap<>(Models.bytes());

    private void edit(String file, Consumer<ModelEdit> edit) {
        models.compute(file, (name, bytes) -> ModelEdit.edited(bytes, edit));
    }

    private void passes() {
        models.replaceAll(RULES::corrected);
        assertThat(RULES.judgeDeployed(models, decision -> true).sentences()).isEmpty();
    }

    @Test
    void anotherLimit() {
        edit("time-limits.dmn", table -> table.cell(5, "respondAmount", "3"));
        passes();
    }

    @Test
    void aCategoryMoreAndOneLess() {
        edit("categories.dmn", table -> table.dropRow(5).cell(1, "label", "\"水龙头和水管\""));
        edit(
                "categories.dmn",
                table -> table.doubleRow(1).cell(2, "category", "\"REPAIR_1\"").cell(2, "label", "\"游泳池\""));
        passes();
    }

    /** The engine reads them as the guard does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [1 .. 3]   | 2 | true
                    [1 .. 3]   | 4 | false
                    1, 3       | 3 | true
                    1, 3       | 2 | false
                    not(1, 3)  | 2 | true
                    not(1, 3)  | 1 | false
                    ]1..3[     | 3 | false
                    < 2, > 5   | 6 | true
                    < 2, > 5   | 3 | false
                    >= 2       | 2 | true
                    """)
    void rangesAndListsOfNumbers(String cell, int value, boolean holds) {
        assertThat(TableCell.of(cell).orElseThrow().holds(java.math.BigDecimal.valueOf(value)))
                .isEqualTo(holds);
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.enableFeelLegacyBehavior(true);
        DmnEngine engine = configuration.buildEngine();
        byte[] table = ModelEdit.edited(models.get("complaint-grade.dmn"), edit -> {
            while (edit.rows().size() > 1) {
                edit.dropRow(2);
            }
            edit.cell(1, "injury", "-").cell(1, "households", cell);
        });
        assertThat(engine.evaluateDecisionTable(
                        "complaintGrade",
                        new ByteArrayInputStream(table),
                        Variables.createVariables()
                                .putValue("households", value)
                                .putValue("injury", false)
                                .putValue("media", false)
                                .putValue("repeats", 0)
                                .putValue("misconductEvidence", false)
                                .putValue("betweenDepartments", false)
                                .putValue("securityMatter", false)
                                .putValue("lossClaimed", false)
                                .putValue("hotline", false)))
                .hasSize(holds ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1# 楼、2# 楼\"", "\"5 $ 起\""})
    void signsInTexts(String text) {
        edit("time-limits.dmn", table -> table.cell(5, "source", text));
        passes();
    }

    @Test
    void aStepRenamedAndGivenAnotherDeadline() {
        edit("repair.bpmn", diagram -> diagram.set("userTask_reportWork", "name", "登记维修结果"));
        passes();
    }

    @Test
    void aNoticeLessIsAWarning() {
        edit("acceptance.bpmn", diagram -> diagram.bridge("sendTask_notifyResidentOfDeemedAcceptance"));
        assertThat(RULES.judgeDeployed(models, decision -> true).sentences()).isEmpty();
        assertThat(RULES.judgeDeployed(models, decision -> true).warnings())
                .extracting(Finding::sentence)
                .contains("《验收》“告知业主视为验收”：这项通知不再发出");
    }

    @Test
    void anEditorsHabitsArePutRight() {
        edit("repair.bpmn", diagram -> diagram.set("repair", "isExecutable", "false")
                .set("userTask_reportWork", "camunda:formRefBinding", "latest"));
        passes();
        assertThat(new String(models.get("repair.bpmn"), UTF_8))
                .contains("isExecutable=\"true\"")
                .doesNotContain("formRefBinding=\"latest\"");
    }

    @Test
    void idsOfStepsGetTheirPrefix() {
        byte[] corrected = RULES.corrected(
                "acceptance.bpmn",
                new String(models.get("acceptance.bpmn"), UTF_8)
                        .replace("userTask_acceptWork", "Activity_0abc123")
                        .getBytes(UTF_8));
        assertThat(new String(corrected, UTF_8))
                .contains("id=\"userTask_Activity_0abc123\"")
                .contains("targetRef=\"userTask_Activity_0abc123\"")
                .contains("attachedToRef=\"userTask_Activity_0abc123\"")
                .contains("bpmnElement=\"userTask_Activity_0abc123\"");
    }

    @Test
    void keysThatAnEditorMadeUpGetTheirPrefix() {
        String form = """
                {"id": "x", "components": [
                {"type": "textfield", "key": "textfield_0abc12", "label": "a"},
                {"type": "textfield", "key": "accepted", "label": "b",
                 "conditional": {"hide": "=textfield_0abc12 = null"}}]}""";
        assertThat(new String(RULES.corrected("x.form", form.getBytes(UTF_8)), UTF_8))
                .contains("\"input_textfield_0abc12\"", "=input_textfield_0abc12 = null", "\"accepted\"");
    }
}
