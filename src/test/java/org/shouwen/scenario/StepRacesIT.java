package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every step of every diagram, done at the same moment by two or three who may, or twice by one, each through the API or in
 * Tasklist.
 */
@Tag("scenario")
class StepRacesIT extends GuardedDesk {

    /** So that everybody has raced for each in the whole. */
    private static final int LEAST = 10;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService flows;

    @Autowired
    private SupplementDesk supplements;

    private static long rectifications = -10_000;

    private final Race race = new Race();
    private final Random random = new Random(Race.SEED);
    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void leaveNothingOpen() {
        opened.forEach(this::end);
        opened.clear();
    }

    private void end(String number) {
        flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(flow -> flows.deleteProcessInstances(List.of(flow.getId()), "raced", true, true, false));
        jdbc.update(
                "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null WHERE number = ?", number);
        jdbc.update("UPDATE renovation SET stage = 'LAPSED' WHERE ticket = ?", number);
    }

    @Test
    void oneOfThoseWhoDoTheSameStepWins() {
        List<RaceStory> stories = new ArrayList<>(RaceStory.all());
        Set<String> steps = steps();
        assertThat(stories.stream().flatMap(story -> story.steps().stream())).containsAll(steps);
        boolean whole = Race.ROUNDS >= steps.size() * LEAST;
        do {
            Collections.shuffle(stories, random);
            stories.forEach(this::told);
        } while (race.rounds() < Race.ROUNDS || whole && steps.stream().anyMatch(step -> race.rounds(step) < LEAST));
        System.out.println("Steps: " + race);
    }

    /** @return every human step of every diagram that is deployed */
    private Set<String> steps() {
        return models.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(diagram ->
                        models.getBpmnModelInstance(diagram.getId()).getModelElementsByType(UserTask.class).stream())
                .map(task -> task.getId().substring("userTask_".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void told(RaceStory story) {
        if (race.rounds() >= Race.ROUNDS && Race.ROUNDS < LEAST * LEAST) {
            return;
        }
        time.travelTo(story.begins());
        Api.Answer answer = api().post("/api/tickets", story.request());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String number = answer.text("number");
        opened.add(number);
        runJobs();
        story.moves().forEach(move -> {
            if (move.step() == null) {
                move.otherwise().accept(this, number);
                runJobs();
            } else {
                race(number, move);
            }
        });
        end(number);
        opened.remove(number);
    }

    private void race(String number, RaceStory.Move move) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_" + move.step())
                .list();
        assertThat(open).as(number + " " + move.step()).isNotEmpty();
        String task = open.get(0).getId();
        List<Supplier<Api.Answer>> people = move.people().stream()
                .map(person -> random.nextInt(3) == 0
                        ? inTasklist(person, task, move.inputs())
                        : overTheApi(person, number, move))
                .toList();
        Race.assertOneWon(move.step() + " of " + number, race.run(move.step(), people));
        time.pass(Duration.ofMinutes(1));
        runJobs();
    }

    void itIs(String moment) {
        time.travelTo(moment);
    }

    void did(String person, String number, String deed, String inputs) {
        Api.Answer done = token(person).post("/api/tickets/" + number + "/" + deed, inputs);
        assertThat(done.status()).as(deed + done.text()).isLessThan(300);
    }

    /** By link, the last paper that was missing. */
    void handedIn(String number, String paper) {
        supplements.handIn(number, paper, "resident", time.instant());
    }

    /** The post's superior has to say what is done about it. */
    void lateAgain(String number) {
        jdbc.update(
                "INSERT INTO post_rectification (id, post, year_and_month, ticket, person, due_at, opened_at)"
                        + " VALUES (?, 'plumbing-east', ?, ?, 'lead', ?, ?)",
                ++rectifications,
                "R" + rectifications,
                number,
                Timestamp.from(time.instant()),
                Timestamp.from(time.instant()));
        flows.createProcessInstanceByKey("postRectification")
                .businessKey(number)
                .setVariables(Map.of("person", "lead", "rectification", rectifications))
                .startBeforeActivity("userTask_rectifyPost")
                .execute();
    }

    private Supplier<Api.Answer> overTheApi(String person, String number, RaceStory.Move move) {
        Api api = token(person);
        return () -> api.post("/api/tickets/" + number + "/steps/" + move.step(), move.inputs());
    }

    private Supplier<Api.Answer> inTasklist(String person, String task, String inputs) {
        TasklistSession session = as(person);
        Map<String, String> fields = new HashMap<>();
        JsonNode json = Api.parsed(inputs);
        json.fieldNames().forEachRemaining(name -> fields.put("input_" + name, field(json.get(name))));
        String form = form(fields);
        return () -> session.engine("POST", "/task/" + task + "/submit-form", form);
    }

    private static String field(JsonNode value) {
        return value.isArray()
                ? "{\"type\": \"Json\", \"value\": " + TasklistSession.quoted(value.toString()) + "}"
                : value.toString();
    }
}
