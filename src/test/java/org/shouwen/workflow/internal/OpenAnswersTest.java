package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.ModelEdit;
import org.shouwen.testing.Models;

/** Whether the work is accepted says an answer of the report; nobody else brings work there. */
class OpenAnswersTest {

    private static final Set<String> DECLARED =
            Set.of("doneByOthers", "workDone", "workAccepted", "satisfied", "joined", "external", "urgent");

    private final OpenAnswers answers = new OpenAnswers(repair(), DECLARED, OpenAnswersTest::form);

    private static Flow repair() {
        try {
            return FlowReading.flow(
                    ModelEdit.edited(Files.readAllBytes(Models.BPMN.resolve("repair.bpmn")), edit -> edit.text(
                                    "flow_workNotAccepted", "conditionExpression", "${review == 'NO'}")
                            .dropArrow(edit.byId("flow_doneByOthers"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode form(String id) {
        String key = id.equals("reportWork") ? "input_review" : "input_other";
        return new ObjectMapper()
                .valueToTree(Map.of(
                        "components", List.of(Map.of("type", "group", "components", List.of(Map.of("key", key))))));
    }

    private List<String> missing(String... at) {
        return answers.missing(List.of(at), name -> false);
    }

    @Test
    void whatThePeopleOfTheHouseDoNotKnowIsAsked() {
        assertThat(answers.names()).containsExactly("review");
    }

    @Test
    void whatIsPastTheStepComesThereWithoutAnAnswer() {
        assertThat(missing("callActivity_acceptance")).containsExactly("以后走到“合格吗?”要看“报告维修结果”的答复，而这一件已经过了那一步");
        assertThat(answers.missing(List.of("callActivity_acceptance"), "review"::equals))
                .isEmpty();
    }

    @Test
    void whatIsBeforeTheStepOrAtItAnswersOnTheWay() {
        assertThat(missing("callActivity_oneTimeNotice")).isEmpty();
        assertThat(missing("callActivity_firstResponsibility")).isEmpty();
        assertThat(missing("userTask_reportWork")).isEmpty();
        // Reopened, it is reported again
        assertThat(missing("callActivity_returnVisit")).isEmpty();
        assertThat(missing("sendTask_notifyHandlerOfUrging", "callActivity_onSiteSurvey"))
                .isEmpty();
    }
}
