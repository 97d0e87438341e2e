package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;

/**
 * Every step of every diagram, done at the same moment by two or three who may, or twice by one, each through the API or in
 * Tasklist.
 */
@Tag("scenario")
class StepRacesIT extends StoryDesk {

    /** So that everybody has raced for each in the whole. */
    private static final int LEAST = 10;

    private final Race race = new Race();
    private final Random random = new Random(Race.SEED);

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
