package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Input;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.TasklistSession;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every step of every diagram, done at the same moment by two or three who may, or twice by one, each through the API or in
 * Tasklist.
 */
@Tag("scenario")
class StepRacesIT extends StoryDesk {

    /** So that everybody has raced for each in the whole. */
    private static final int LEAST = 10;

    @Autowired
    private DeedDesk deeds;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Roster roster;

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

    /** What somebody does to a ticket. */
    private record Rival(String name, Supplier<Api.Answer> request) {}

    /**
     * A step and a deed, or two deeds, of one ticket at the same moment: both were possible in turn, or one was done and the other
     * reads who was faster and when. Nobody meets an error, or is told that he may not, or that what he wrote is wrong, where he
     * may and it is right. In the whole every pair that is open at a step of some story.
     */
    @Test
    void whoeverDoesSomethingElseAtOnceDoesItInTurnOrReadsWhoWasFaster() {
        List<RaceStory> stories = new ArrayList<>(RaceStory.all());
        Collections.shuffle(stories, random);
        boolean whole = Race.ROUNDS >= LEAST * LEAST;
        Race pairs = new Race();
        List<String> wrong = new ArrayList<>();
        for (RaceStory story : stories) {
            List<Integer> steps =
                    new ArrayList<>(IntStream.range(0, story.moves().size())
                            .filter(i -> story.moves().get(i).step() != null)
                            .boxed()
                            .toList());
            Collections.shuffle(steps, random);
            for (int at : whole ? steps : steps.subList(0, 1)) {
                racedInPairs(story, at, whole, pairs, wrong);
                if (!whole && pairs.rounds() >= Race.ROUNDS) {
                    break;
                }
            }
        }
        System.out.println("Pairs: " + pairs);
        assertThat(wrong).as("seed %d", Race.SEED).isEmpty();
    }

    private void racedInPairs(RaceStory story, int at, boolean whole, Race pairs, List<String> wrong) {
        for (int left = whole ? Integer.MAX_VALUE : 1; left > 0; left--) {
            String number = begun(story, at);
            List<Rival> rivals = rivals(number, story.moves().get(at));
            Optional<List<Rival>> pair = IntStream.range(0, rivals.size())
                    .boxed()
                    .flatMap(one -> IntStream.range(one + 1, rivals.size())
                            .mapToObj(other -> List.of(rivals.get(one), rivals.get(other))))
                    .filter(two -> pairs.rounds(names(two)) == 0)
                    .findFirst();
            if (pair.isPresent()) {
                raced(story, at, number, pair.get(), pairs, wrong);
            }
            end(number);
            opened.remove(number);
            if (pair.isEmpty()) {
                return;
            }
        }
    }

    private static String names(List<Rival> rivals) {
        return rivals.stream().map(Rival::name).sorted().collect(Collectors.joining(" and "));
    }

    private void raced(RaceStory story, int at, String number, List<Rival> rivals, Race pairs, List<String> wrong) {
        String what = names(rivals);
        List<Api.Answer> told =
                pairs.run(what, rivals.stream().map(Rival::request).toList());
        time.pass(Duration.ofMinutes(1));
        runJobs();
        afterwards(number).ifPresent(left -> wrong.add(what + " of " + number + ": " + left));
        for (int i = 0; i < rivals.size(); i++) {
            Api.Answer answer = told.get(i);
            boolean fair = Race.won(answer) || Race.isToldWho(answer) && Race.won(told.get(1 - i));
            if (answer.status() >= 500
                    || !fair && isPossibleAlone(story, at, rivals.get(i).name())) {
                wrong.add("%s of %s: %s was told %d %s, the other %d"
                        .formatted(
                                what,
                                number,
                                rivals.get(i).name(),
                                answer.status(),
                                answer.text(),
                                told.get(1 - i).status()));
            }
        }
    }

    /** @return what is wrong with a ticket that is over and goes on, or goes on without anybody who goes on with it */
    private Optional<String> afterwards(String number) {
        Status status = tickets.get(number).status();
        List<String> open = tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getTaskDefinitionKey)
                .filter(step -> !outlives(number, step))
                .toList();
        boolean runs = flows.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
        if (status == Status.WITHDRAWN && !open.isEmpty()) {
            return Optional.of("withdrawn, and open are " + open);
        }
        return !status.isFinal() && status != Status.FOLLOWING && !runs
                ? Optional.of(status + ", and no flow goes on")
                : Optional.empty();
    }

    /** What a post has to put right is not the ticket's, and a violation is followed to its end whoever takes the application back. */
    private boolean outlives(String number, String step) {
        return switch (step) {
            case "userTask_rectifyPost", "userTask_deliverNotice" -> true;
            case "userTask_acknowledge" ->
                jdbc.queryForList(
                                "SELECT cause FROM escalation WHERE ticket = ? AND acknowledged_at IS NULL AND cancelled_at IS NULL",
                                String.class,
                                number)
                        .equals(List.of("POST"));
            default -> false;
        };
    }

    private boolean isPossibleAlone(RaceStory story, int at, String name) {
        // A home has one renovation at a time
        opened.forEach(this::end);
        String number = begun(story, at);
        boolean possible = rivals(number, story.moves().get(at)).stream()
                .filter(rival -> rival.name().equals(name))
                .anyMatch(rival -> Race.won(rival.request().get()));
        runJobs();
        end(number);
        opened.remove(number);
        return possible;
    }

    /** @return the step, and each deed of the ticket's own that a manager is offered there */
    private List<Rival> rivals(String number, RaceStory.Move move) {
        List<Rival> rivals = new ArrayList<>();
        rivals.add(new Rival(move.step(), overTheApi(move.people().get(0), number, move)));
        Ticket ticket = tickets.get(number);
        Caller manager = Callers.of("manager", roster, time.instant(), Role.MANAGER);
        Api api = token("manager");
        List<Rival> done = deeds.all().stream()
                .filter(deed -> !deed.path().contains("{")
                        && !deed.path().equals("incident")
                        && deed.inputs().stream().noneMatch(input -> input.type() == Input.Type.FILES)
                        && deeds.offers(deed.path(), ticket, manager))
                .map(deed -> {
                    String inputs = RightsDesk.json(DeedInputs.of(deed, ticket, manager, ""));
                    return new Rival(deed.path(), () -> api.post("/api/tickets/" + number + "/" + deed.path(), inputs));
                })
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(done, random);
        rivals.addAll(done);
        return rivals;
    }

    /** The eldest that follows leaves or is taken back while what it follows is: nobody follows what is over, or is called for it. */
    @Test
    void nobodyFollowsAnIncidentThatIsOver() {
        Race race = new Race();
        List<String> wrong = new ArrayList<>();
        String follower = RaceStory.BURST.replace("LIFT-1-1", "LIFT-1-1\", \"incident\": \"%s");
        do {
            time.travelTo("2027-01-01T03:00");
            String incident = burst(RaceStory.BURST);
            List<String> followers = IntStream.range(0, 3)
                    .mapToObj(i -> burst(follower.formatted(incident)))
                    .toList();
            String eldest = followers.get(0);
            List<Api.Answer> told = race.run(
                    "incident",
                    List.of(
                            deed("desk1", eldest, "incident/departure"),
                            deed("desk2", eldest, "withdrawal"),
                            deed("lead", incident, "withdrawal")));
            runJobs();
            told.stream()
                    .filter(answer -> !Race.won(answer) && !Race.isToldWho(answer))
                    .forEach(answer -> wrong.add(incident + ": " + answer.status() + " " + answer.text()));
            followers.forEach(number -> {
                afterwards(number).ifPresent(left -> wrong.add(number + ": " + left));
                if (tickets.get(number).status() == Status.FOLLOWING) {
                    String followed = jdbc.queryForObject(
                            "SELECT incident FROM incident_follower WHERE ticket = ?", String.class, number);
                    if (tickets.get(followed).status().isFinal()) {
                        wrong.add(number + " follows " + followed + ", which is over");
                    }
                }
            });
            followers.forEach(this::end);
            end(incident);
        } while (race.rounds() < Math.max(2, Race.ROUNDS / LEAST));
        assertThat(wrong).isEmpty();
    }

    private String burst(String request) {
        Api.Answer answer = api().post("/api/tickets", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        opened.add(answer.text("number"));
        runJobs();
        return answer.text("number");
    }

    private Supplier<Api.Answer> deed(String person, String number, String path) {
        Api api = token(person);
        return () -> api.post("/api/tickets/" + number + "/" + path, "{\"reason\": \"测试\"}");
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
