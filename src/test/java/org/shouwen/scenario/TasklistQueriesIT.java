package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** CVE-2026-109432 and its relatives: no text that comes with a query is evaluated, on whatever route it comes. */
@Tag("scenario")
class TasklistQueriesIT extends GuardedDesk {

    private static final int PAGE = 500;
    private static final Path TRACE =
            Path.of(System.getProperty("java.io.tmpdir"), "shouwen-" + UUID.randomUUID() + ".trace");
    private static final String SING = "${canary.sing()}";
    private static final String TOUCH = ("${''.getClass().forName('java.io.File').getConstructor(''.getClass())"
                    + ".newInstance('%s').createNewFile()}")
            .formatted(TRACE);

    @Autowired
    private FilterService filters;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ApplicationContext beans;

    static Stream<String> payloads() {
        return Stream.of(
                "${1+1}",
                "#{1+1}",
                "${''.getClass().forName('java.lang.Runtime')}",
                TOUCH,
                TOUCH.replace('$', '#'),
                SING,
                "#{canary.sing()}",
                "x${canary.sing()}y",
                " ${canary.sing()}\n",
                "${canary['sing']()}",
                "${dataSource}",
                "${deadlines}",
                "${people}",
                "${currentUser()}${canary.sing()}",
                "${currentUser()}\n${canary.sing()}",
                "${currentUser().getClass()}",
                "${currentUserGroups().add(canary.sing())}",
                "${now().getClass().forName('java.lang.Runtime')}",
                "${dateTime().plusDays(canary.sing())}",
                "${dateTime().plusDays(1).getClass()}");
    }

    /** @return every criterion of a task query that the engine would evaluate */
    static List<String> criteria() {
        List<String> criteria = Arrays.stream(TaskQueryDto.class.getMethods())
                .map(method -> method.getName())
                .filter(name -> name.matches("set.*Expression"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .sorted()
                .toList();
        assertThat(criteria)
                .contains("assigneeExpression", "dueBeforeExpression")
                .hasSizeGreaterThan(15);
        return criteria;
    }

    /** Without this the other tests would prove nothing. */
    @Test
    void withCamundasOwnExpressionManagerThePayloadsWork() throws Exception {
        evaluated(SING);
        evaluated(TOUCH);
        assertThat(canary.heard()).isEqualTo(1);
        assertThat(Files.deleteIfExists(TRACE)).isTrue();
    }

    private void evaluated(String payload) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> new SpringExpressionManager(beans)
                        .createExpression(payload)
                        .getValue(null));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aPayloadIsEvaluatedOnNoRoute(String payload) {
        String direct = "{\"assigneeExpression\": " + TasklistSession.quoted(payload) + "}";
        String or = "{\"orQueries\": [" + direct + "]}";
        String both = "{\"unassigned\": true, \"orQueries\": [{\"name\": \"x\", " + direct.substring(1)
                + ", {\"assigned\": true}]}";
        String list = "/filter/" + filter("我的任务");
        for (String account : List.of("plumber1", "desk1", "admin")) {
            TasklistSession person = as(account);
            for (String query : List.of(direct, or, both)) {
                for (String route : List.of(
                        "/task?maxResults=15",
                        "/task/count",
                        list + "/list?firstResult=0&maxResults=15",
                        list + "/count",
                        list + "/singleResult")) {
                    refused(() -> person.engine("POST", route, query), route + query);
                }
                String stored =
                        "{\"resourceType\": \"Task\", \"name\": \"x\", \"properties\": {}, \"query\": " + query + "}";
                refused(() -> person.engine("POST", "/filter/create", stored), stored);
                refused(() -> person.engine("PUT", list, stored), stored);
            }
            for (String route : List.of("/task?maxResults=15", "/task/count?unassigned=true")) {
                String query = route + "&assigneeExpression=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
                refused(() -> person.engine(query), query);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void noCriterionEvaluates(String criterion) {
        String list = "/filter/" + filter("我的任务") + "/list?maxResults=15";
        for (String payload : List.of(SING, TOUCH)) {
            String direct = "{\"" + criterion + "\": " + TasklistSession.quoted(payload) + "}";
            for (String query : List.of(direct, "{\"orQueries\": [" + direct + "]}")) {
                refused(() -> as("plumber1").engine("POST", list, query), query);
                refused(
                        () -> as("plumber1")
                                .call(
                                        "POST",
                                        "/camunda/api/engine/engine/default" + list,
                                        query,
                                        "Accept",
                                        "application/hal+json"),
                        query);
                refused(() -> as("admin").engine("POST", "/task?maxResults=15", query), query);
            }
            String query =
                    "/task?maxResults=15&" + criterion + "=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
            refused(() -> as("plumber1").engine(query), query);
        }
    }

    /** Nor would they without: the same requests, with a literal, are answered. */
    @Test
    void theSameQueriesWithoutAnExpressionAreAnswered() {
        String list = "/filter/" + filter("我的任务") + "/list?maxResults=15";
        for (String query : List.of("{}", "{\"assignee\": \"x\"}", "{\"orQueries\": [{\"assignee\": \"x\"}]}")) {
            assertThat(as("plumber1").engine("POST", list, query).status()).isEqualTo(200);
            assertThat(as("admin").engine("POST", "/task?maxResults=15", query).status())
                    .isEqualTo(200);
        }
        assertThat(as("plumber1").engine("/task?maxResults=15&assignee=x").status())
                .isEqualTo(200);
        assertThat(as("plumber1")
                        .engine("/filter?itemCount=true&maxResults=100")
                        .status())
                .isEqualTo(200);
    }

    private void refused(Supplier<Api.Answer> request, String what) {
        Map<String, Object> before = world();
        Api.Answer answer = request.get();
        assertThat(canary.heard()).as(what).isZero();
        assertThat(TRACE).as(what).doesNotExist();
        assertThat(answer.status()).as(what + " " + answer.text()).isBetween(400, 499);
        assertThat(world()).as(what).isEqualTo(before);
    }

    /** Should a bad filter ever come into the table, it still is not evaluated. */
    @Test
    void aStoredFilterIsGuardedToo() {
        List<Consumer<TaskQuery>> bad = List.of(
                query -> query.taskAssigneeExpression(SING),
                query -> query.or().taskAssigneeExpression(SING).endOr(),
                query -> query.dueBeforeExpression(TOUCH));
        for (Consumer<TaskQuery> spoil : bad) {
            TaskQuery query = tasks.createTaskQuery();
            spoil.accept(query);
            Filter filter = filters.saveFilter(filters.newTaskFilter("坏清单").setQuery(query));
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setUserId("plumber1");
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter.getId());
            grant.setPermissions(new Permissions[] {Permissions.READ});
            authorizations.saveAuthorization(grant);
            try {
                TasklistSession plumber = as("plumber1");
                refused(
                        () -> plumber.engine("POST", "/filter/" + filter.getId() + "/list?maxResults=15", "{}"),
                        "list");
                refused(() -> plumber.engine("GET", "/filter?itemCount=true&maxResults=100", null), "item count");
                refused(() -> as("admin").engine("/filter/" + filter.getId() + "/list?maxResults=15"), "list");
                refused(() -> as("admin").engine("/filter/" + filter.getId() + "/count"), "count");
            } finally {
                authorizations.deleteAuthorization(grant.getId());
                filters.deleteFilter(filter.getId());
            }
        }
    }

    @Test
    void theListsThatPeopleSeeWork() {
        String mine = grabbed("我的");
        String waiting = open("待领");
        assertThat(listed("plumber1", "我的任务", "{}")).contains(mine).doesNotContain(waiting);
        assertThat(listed("plumber1", "本岗待领", "{}")).contains(waiting).doesNotContain(mine);
        assertThat(listed("electrician1", "本岗待领", "{}")).doesNotContain(waiting, mine);
        assertThat(listed("plumber1", "我已超时", "{}")).doesNotContain(mine, waiting);
        time.travelTo("2026-12-23T09:00");
        assertThat(listed("plumber1", "我已超时", "{}")).contains(mine).doesNotContain(waiting);
        assertThat(listed("lead", "已超时 · 东苑", "{}")).contains(mine, waiting);
        assertThat(listed("lead", "全部未办任务 · 东苑", "{}")).contains(mine, waiting);
        // What Tasklist itself adds, and the one expression that passes
        assertThat(listed(
                        "plumber1",
                        "我的任务",
                        "{\"sorting\": [{\"sortBy\": \"dueDate\", \"sortOrder\": \"asc\"}],"
                                + " \"orQueries\": [{\"assigneeExpression\": \"${currentUser()}\"}]}"))
                .contains(mine);
    }

    /** @return the tickets of all pages of the list, however many tasks the other tests left */
    private List<String> listed(String account, String name, String extending) {
        List<String> ids = new ArrayList<>();
        int before;
        do {
            before = ids.size();
            String page = "/list?maxResults=" + PAGE + "&firstResult=" + before;
            Api.Answer answer = as(account).engine("POST", "/filter/" + filter(name) + page, extending);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            ids.addAll(answer.body().findValuesAsText("id"));
        } while (ids.size() == before + PAGE);
        return ids.stream()
                .map(id -> tasks.createTaskQuery().taskId(id).singleResult())
                .filter(task -> task != null)
                .map(task -> (String) tasks.getVariableLocal(task.getId(), "show_ticket"))
                .map(text -> text.substring(0, text.indexOf(' ')))
                .toList();
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }
}
