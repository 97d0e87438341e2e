package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.testing.Api;
import org.springframework.beans.factory.annotation.Autowired;

/** Where stories happen: a ticket stands where its people have brought it, step by step. */
abstract class StoryDesk extends GuardedDesk {

    private static long rectifications = -10_000;

    final List<String> opened = new ArrayList<>();

    @Autowired
    private RepositoryService models;

    @Autowired
    RuntimeService flows;

    @Autowired
    private SupplementDesk supplements;

    @AfterEach
    void leaveNothingOpen() {
        opened.forEach(this::end);
        opened.clear();
    }

    void end(String number) {
        flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(flow -> flows.deleteProcessInstances(List.of(flow.getId()), "raced", true, true, false));
        jdbc.update(
                "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null WHERE number = ?", number);
        jdbc.update("UPDATE renovation SET stage = 'LAPSED' WHERE ticket = ?", number);
    }

    /** @return every human step of every diagram that is deployed */
    Set<String> steps() {
        return models.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(diagram ->
                        models.getBpmnModelInstance(diagram.getId()).getModelElementsByType(UserTask.class).stream())
                .map(task -> task.getId().substring("userTask_".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return number of a ticket that stands before that move of the story */
    String begun(RaceStory story, int at) {
        time.travelTo(story.begins());
        Api.Answer answer = api().post("/api/tickets", story.request());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String number = answer.text("number");
        opened.add(number);
        runJobs();
        story.moves().subList(0, at).forEach(move -> did(move, number));
        return number;
    }

    void did(RaceStory.Move move, String number) {
        if (move.step() == null) {
            move.otherwise().accept(this, number);
        } else {
            Api.Answer done = overTheApi(move.people().get(0), number, move).get();
            assertThat(done.status()).as(move.step() + done.text()).isLessThan(300);
            time.pass(Duration.ofMinutes(1));
        }
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

    Supplier<Api.Answer> overTheApi(String person, String number, RaceStory.Move move) {
        Api api = token(person);
        return () -> api.post("/api/tickets/" + number + "/steps/" + move.step(), move.inputs());
    }
}
