package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.Models;
import org.shouwen.testing.TasklistSession;

/**
 * Every step of every diagram, where a story has brought its ticket, is sent nonsense among what is right in the fields of its
 * form, over the API and as Tasklist sends it: whatever it is, it is no failure of the server. A tenth of the requests of a fuzz.
 */
@Tag("scenario")
class StepFuzzIT extends StoryDesk {

    private static final int REQUESTS = Nonsense.REQUESTS / 10;
    private static final int WHOLE = 1_000;

    private final Random random = new Random(Nonsense.SEED);
    private final Map<String, Models.Form> forms =
            Models.forms().stream().collect(Collectors.toMap(Models.Form::id, form -> form));
    private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void nonsenseInAStepIsNoFailureOfTheServer() {
        System.out.println("fuzz of steps: seed " + Nonsense.SEED + ", " + REQUESTS + " requests");
        List<RaceStory> stories = new ArrayList<>(RaceStory.all());
        long moves = stories.stream()
                .flatMap(story -> story.moves().stream())
                .filter(move -> move.step() != null)
                .count();
        do {
            Collections.shuffle(stories, random);
            stories.forEach(story -> told(story, (int) Math.min(60, REQUESTS / moves + 1)));
        } while (sent() < REQUESTS && failures.size() < 40);
        System.out.println("fuzz of steps: " + sent() + " requests, " + answers);
        assertThat(failures).as("seed %d", Nonsense.SEED).isEmpty();
        assertThat(answers.keySet()).containsAll(steps());
        // Of whoever may not, or comes too late, no field is read
        assertThat(REQUESTS < WHOLE ? Map.<String, Map<Integer, Integer>>of() : answers)
                .allSatisfy((step, told) ->
                        assertThat(told.keySet()).as(step).anyMatch(status -> status < 300 || status == 422));
    }

    private int sent() {
        return answers.values().stream()
                .flatMap(told -> told.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void told(RaceStory story, int times) {
        String number = begun(story, 0);
        for (int at = 0; at < story.moves().size(); at++) {
            RaceStory.Move move = story.moves().get(at);
            // Where nonsense was right after all the ticket has gone on; it is brought there again
            boolean gone = false;
            for (int i = 0; i < times && move.step() != null; i++) {
                number = gone ? anew(story, at, number) : number;
                gone = send(number, task(number, move.step()), move);
            }
            if (gone) {
                number = anew(story, at + 1, number);
            } else {
                did(move, number);
            }
        }
        end(number);
    }

    private String anew(RaceStory story, int at, String number) {
        end(number);
        return begun(story, at);
    }

    private String task(String number, String step) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_" + step)
                .list()
                .stream()
                .map(Task::getId)
                .findFirst()
                .orElseThrow();
    }

    /** @return whether it was done */
    private boolean send(String number, String task, RaceStory.Move move) {
        Map<String, JsonNode> fields = forms.get(move.step()).inputs();
        JsonNode right = Api.parsed(move.inputs());
        Map<String, String> inputs = new LinkedHashMap<>();
        // Mostly one field is nonsense, so that the others are read, too
        int wrong = random.nextInt(4) == 0 ? fields.size() : 1;
        fields.forEach((name, field) -> {
            if (random.nextInt(fields.size()) < wrong) {
                inputs.put(name, nonsense(field));
            } else if (right.has(name)) {
                inputs.put(name, right.get(name).toString());
            } else if (random.nextInt(4) == 0) {
                inputs.put(name, likely(field));
            }
        });
        if (random.nextInt(20) == 0) {
            inputs.put(one(Nonsense.TEXTS), one(Nonsense.JSON));
        }
        boolean tasklist = random.nextBoolean();
        String body = inputs.entrySet().stream()
                .map(input -> tasklist
                        ? TasklistSession.quoted("input_" + input.getKey()) + ": {\"value\": " + input.getValue()
                                + type() + "}"
                        : TasklistSession.quoted(input.getKey()) + ": " + input.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        String person = one(move.people());
        Api.Answer answer = tasklist
                ? as(person).engine("POST", "/task/" + task + "/submit-form", "{\"variables\": " + body + "}")
                : token(person).post("/api/tickets/" + number + "/steps/" + move.step(), body);
        answers.computeIfAbsent(move.step(), step -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            String shown = move.step() + " of " + number + " by " + person + (tasklist ? " in Tasklist " : " ") + body;
            failures.add(answer.status() + " " + shown.substring(0, Math.min(900, shown.length())));
        }
        runJobs();
        return answer.status() < 300;
    }

    private String nonsense(JsonNode field) {
        return switch (random.nextInt(4)) {
            case 0 -> one(Nonsense.JSON);
            case 1 -> likely(field);
            default -> TasklistSession.quoted(one(Nonsense.TEXTS));
        };
    }

    /** @return JSON that the field takes, though perhaps not there */
    private String likely(JsonNode field) {
        JsonNode choices = field.path("values");
        String chosen = choices.size() == 0
                ? TasklistSession.quoted(one(List.of("plumber1", "plumber2", "desk1", "MYSELF", "OWNERSHIP")))
                : choices.get(random.nextInt(choices.size())).path("value").toString();
        return switch (field.path("type").asText()) {
            case "radio", "select" -> chosen;
            case "checklist" -> "[" + chosen + "]";
            case "checkbox" -> String.valueOf(random.nextBoolean());
            case "number" -> one(List.of("0", "-1", "80", "99.5", "99.999", "1e30"));
            case "datetime" -> TasklistSession.quoted(one(Nonsense.MOMENTS));
            default -> TasklistSession.quoted(one(List.of("已查看", "0021", "函 1 号")));
        };
    }

    /** What Tasklist says of a value, and what nobody does. */
    private String type() {
        return switch (random.nextInt(12)) {
            case 0 -> ", \"type\": \"Json\"";
            case 1 -> ", \"type\": \"Date\"";
            case 2 -> ", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"x\"}";
            case 3 -> ", \"type\": " + one(Nonsense.JSON);
            default -> "";
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
