package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.GeneratedPart;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every step of every shipped diagram, found in the deployed models, asked for by every role of the ticket's site and of another
 * one: in Tasklist and over the API. What they are answered is a table of {@code docs/rights.md}, too.
 */
class StepRightsIT extends EveryKindDesk {

    private static final String STEM = "userTask_";

    private static final Pattern ASKED = Pattern.compile("name=\"(input_\\w+)\"");

    /** Which kind of ticket a diagram works on, where it is no repair. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("complaint", "COMPLAINT"),
            Map.entry("investigation", "COMPLAINT"),
            Map.entry("measure", "COMPLAINT"),
            Map.entry("answerDelivery", "COMPLAINT"),
            Map.entry("enquiry", "CONSULTATION"),
            Map.entry("goodsrelease", "GOODS"),
            Map.entry("renovation", "RENOVATION"),
            Map.entry("renovationApproval", "RENOVATION"),
            Map.entry("renovationSupplement", "RENOVATION"),
            Map.entry("renovationSupervision", "RENOVATION"),
            Map.entry("violation", "RENOVATION"),
            Map.entry("certificateRevocation", "RENOVATION"));

    @Autowired
    private RepositoryService models;

    private final List<String> started = new ArrayList<>();

    /** A step of a diagram, with its open task. */
    private record Step(String diagram, String id, String name, String number, String task) {

        String stem() {
            return id.substring(STEM.length());
        }
    }

    @AfterEach
    void leaveNoFlow() {
        started.forEach(id -> flows.deleteProcessInstances(List.of(id), "walked", true, true, false));
    }

    /** @return every human step of every diagram that is deployed, each with a task */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (ProcessDefinition diagram : models.createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()) {
            for (UserTask task : models.getBpmnModelInstance(diagram.getId()).getModelElementsByType(UserTask.class)) {
                String number = numbers.get(KINDS.getOrDefault(diagram.getKey(), "REPAIR"));
                steps.add(new Step(
                        diagram.getKey(), task.getId(), task.getName(), number, open(diagram, task.getId(), number)));
            }
        }
        return steps;
    }

    /** @return id of the task where the flow stands there already, else of one that is begun there */
    private String open(ProcessDefinition diagram, String step, String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).list().stream()
                .map(Task::getId)
                .findFirst()
                .orElseGet(() -> {
                    ProcessInstance flow = flows.createProcessInstanceByKey(diagram.getKey())
                            .businessKey(number)
                            .setVariables(facts)
                            .startBeforeActivity(step)
                            .execute();
                    started.add(flow.getId());
                    return tasks.createTaskQuery()
                            .processInstanceId(flow.getId())
                            .taskDefinitionKey(step)
                            .singleResult()
                            .getId();
                });
    }

    @Test
    void everyStepIsDoneByWhomTheTableNames() {
        List<Step> steps = steps();
        Map<Step, Map<Asker, Answer>> answers = walked(steps);
        assertThat(answers.values()).allSatisfy(row -> Arrays.stream(Asker.values())
                .filter(asker -> asker.name().startsWith("OTHER"))
                .forEach(asker -> assertThat(row).containsEntry(asker, Answer.NOT_THERE)));
        assertThat(answers.values()).allSatisfy(row -> assertThat(row).containsValue(Answer.YES));
        GeneratedPart.isInStep(DOCUMENT, "steps", table(answers));

        Map<Asker, Answer> dispatch = answers.get(steps.stream()
                .filter(step -> step.stem().equals("dispatch"))
                .findFirst()
                .orElseThrow());
        assertThat(dispatch).containsEntry(Asker.FRONT_DESK, Answer.YES).containsEntry(Asker.TECHNICIAN, Answer.YES);
        assertThat(dispatch).containsEntry(Asker.SUPERVISOR, Answer.NO).containsEntry(Asker.ADMINISTRATOR, Answer.NO);
        assertThat(dispatch).containsEntry(Asker.HANDLER, Answer.NO).containsEntry(Asker.FIRST_RESPONDER, Answer.NO);

        inTasklist(answers);
        onItsPage(answers);
        listed(answers);

        // A step that is offered to somebody of another site, and one that is offered to a role too many, turn the
        // table red
        Step offered = steps.stream()
                .filter(step -> step.stem().equals("conclude"))
                .findFirst()
                .orElseThrow();
        for (Asker asker : List.of(Asker.OTHER_LEAD, Asker.TECHNICIAN)) {
            String post = roster.postsOf(asker.account).get(0).code();
            tasks.addCandidateGroup(offered.task(), post);
            assertThat(table(walked(List.of(offered))))
                    .as(asker.label)
                    .isNotEqualTo(table(Map.of(offered, answers.get(offered))));
            tasks.deleteCandidateGroup(offered.task(), post);
        }
        assertThat(table(walked(List.of(offered)))).isEqualTo(table(Map.of(offered, answers.get(offered))));
    }

    /** @return what everybody is answered over the API who hands in what no form asks */
    private Map<Step, Map<Asker, Answer>> walked(List<Step> steps) {
        Map<Step, Map<Asker, Answer>> answers = new LinkedHashMap<>();
        for (Step step : steps) {
            Map<Asker, Answer> row = new LinkedHashMap<>();
            for (Asker asker : Asker.values()) {
                row.put(
                        asker,
                        answer(token(asker.account)
                                .post("/api/tickets/" + step.number() + "/steps/" + step.stem(), NONSENSE)));
            }
            answers.put(step, row);
        }
        return answers;
    }

    /** The other door: who may, claims and is told what is wrong with his form; nobody else does either. */
    private void inTasklist(Map<Step, Map<Asker, Answer>> answers) {
        List<String> wrong = new ArrayList<>();
        String nonsense = form(Map.of("input_noSuchField", "1"));
        answers.forEach((step, row) -> row.forEach((asker, answer) -> {
            TasklistSession person = as(asker.account);
            String task = "/task/" + step.task();
            // What it says is the same for everybody, and names nobody who lives here (ADR 0005)
            Api.Answer read = person.engine(task + "/form-variables");
            boolean assigned =
                    tasks.createTaskQuery().taskId(step.task()).singleResult().getAssignee() != null;
            int submitted =
                    person.engine("POST", task + "/submit-form", nonsense).status();
            int claimed = person.engine("POST", task + "/claim", "{\"userId\": \"" + asker.account + "\"}")
                    .status();
            boolean may = answer == Answer.YES;
            boolean fits = read.status() == 200
                    && !read.text().contains("张三")
                    && !read.text().contains("13812345678")
                    && (may ? submitted == 400 || submitted == 422 : submitted == 403)
                    // What a flow gave to somebody nobody claims, not even he; that it is taken the engine tells
                    // everybody
                    && claimed == (may ? assigned ? 403 : 204 : assigned ? 409 : 403);
            if (!fits) {
                wrong.add("%s at %s: read %d, done %d, claimed %d"
                        .formatted(asker.label, step.stem(), read.status(), submitted, claimed));
            }
            if (!assigned) {
                tasks.setAssignee(step.task(), null);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    /** The third door: whoever may is offered the form on the ticket's page, and told what is wrong with his; nobody else is. */
    private void onItsPage(Map<Step, Map<Asker, Answer>> answers) {
        List<String> wrong = new ArrayList<>();
        answers.forEach((step, row) -> row.forEach((asker, answer) -> {
            String page = "/desk/tickets/" + step.number();
            String address = page + "/steps/" + step.task();
            Api.Answer offer = as(asker.account).get(page + "?step=" + step.task());
            boolean may = answer == Answer.YES;
            boolean offered = offer.text().contains("action=\"" + address + "\"");
            int submitted =
                    as(asker.account).form(address, nonsense(offer.text())).status();
            int told = may ? 422 : answer == Answer.NOT_THERE ? 404 : 403;
            if (offered != may || submitted != told) {
                wrong.add("%s at %s: offered %s, done %d".formatted(asker.label, step.stem(), offered, submitted));
            }
        }));
        assertThat(wrong).isEmpty();
    }

    /** @return more than any question takes, for everything that the page asks */
    private static Map<String, String> nonsense(String page) {
        return ASKED.matcher(page)
                .results()
                .map(asked -> asked.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> "x".repeat(5000)));
    }

    /** Whoever may do a step has it in one of the shipped lists; in lists of people of another site it is not. */
    private void listed(Map<Step, Map<Asker, Answer>> answers) {
        List<String> wrong = new ArrayList<>();
        for (Asker asker : Asker.values()) {
            Set<String> listed = listed(asker);
            answers.forEach((step, row) -> {
                boolean mine = row.get(asker) == Answer.YES;
                boolean there = listed.contains(step.task());
                if (mine && !there || asker.ofAnotherSite() && there && !mine) {
                    wrong.add(asker.label + (there ? " sees " : " misses ") + step.stem());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> listed(Asker asker) {
        TasklistSession person = as(asker.account);
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode filter :
                person.engine("/filter?resourceType=Task&maxResults=100").body()) {
            person.engine("POST", "/filter/" + filter.path("id").asText() + "/list?maxResults=1000", "{}")
                    .body()
                    .findValuesAsText("id")
                    .forEach(ids::add);
        }
        return ids;
    }

    private static String table(Map<Step, Map<Asker, Answer>> answers) {
        Map<String, String> rows = new TreeMap<>();
        answers.forEach((step, row) -> rows.put(
                step.diagram() + " " + step.stem(),
                "| `%s` `%s` %s | %s |".formatted(step.diagram(), step.stem(), step.name(), marks(row))));
        return Stream.concat(
                        Stream.of("| Step | " + askers() + " |", "|" + " --- |".repeat(Asker.values().length + 1)),
                        rows.values().stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
