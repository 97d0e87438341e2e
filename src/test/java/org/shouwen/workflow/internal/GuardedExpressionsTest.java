package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.process.ExpressionProbe;
import org.springframework.context.support.GenericApplicationContext;

/** What expressions reach at run time: the second line, behind the gate of the deployments. */
class GuardedExpressionsTest {

    private static final GenericApplicationContext BEANS = new GenericApplicationContext();
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        BEANS.registerBean("people", ExpressionProbe.class, ExpressionProbe::new);
        BEANS.registerBean("dataSource", DataSource.class, () -> mock(DataSource.class));
        BEANS.refresh();
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("guarded")
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
                .setHistory("none")
                .setJobExecutorActivate(false)
                .setExpressionManager(new GuardedExpressionManager(BEANS, new UsualFacts(Stream::empty)))
                .buildProcessEngine();
        // The engine's own switch is open, so that only ours closes
        configuration().setEnableExpressionsInAdhocQueries(true);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "probe.bpmn",
                        Bpmn.createExecutableProcess("probe")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("wait")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
        BEANS.close();
    }

    private static ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Evaluates as a running process does. */
    private static Object evaluate(String text) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("probe", "BX-26-000001", Map.of("urgent", true, "route", "HOME"))
                .getId();
        return configuration().getCommandExecutorTxRequired().execute(commands -> {
            ExecutionEntity execution = commands.getExecutionManager().findExecutionById(instance);
            return evaluate(text, execution);
        });
    }

    private static Object evaluate(String text, VariableScope scope) {
        return configuration().getExpressionManager().createExpression(text).getValue(scope);
    }

    @Test
    void whatModelsNeedIsThere() {
        assertThat(evaluate("${urgent}")).isEqualTo(true);
        assertThat(evaluate("${!urgent}")).isEqualTo(false);
        assertThat(evaluate("${route == 'HOME'}")).isEqualTo(true);
        assertThat(evaluate("#{execution.processBusinessKey}")).isEqualTo("BX-26-000001");
        assertThat(evaluate("${people.number(execution)}")).isEqualTo("BX-26-000001");
        assertThat(evaluate("${people}")).isInstanceOf(ExpressionProbe.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "#{''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
                "${''.class}",
                "${''['class']}",
                "${''['getClass']()}",
                "${''.bytes}",
                "${route.getClass()}",
                "${route.length()}",
                "${people.getClass()}",
                "${people.class}",
                "${people['class']}",
                "${people['getClass']()}",
                "${people.hashCode()}",
                "${people.notify()}",
                "${people.number(execution).getClass()}",
                "${people.hidden()}",
                "${people.secret}",
                "${dataSource}",
                "${dataSource.connection}",
                "${execution}${execution.getClass()}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngine}",
                "${execution.setVariable('urgent', false)}",
                "${execution.variables}",
                "${java.lang.Runtime.getRuntime()}",
                "${Runtime.getRuntime()}",
                "${T(java.lang.Runtime).getRuntime()}",
                "${systemProperties}",
                "${environment}",
                "${dateTime().getClass()}",
                "${dateTime().toDate()}",
                "${now().getClass()}",
                "${now().time}"
            })
    void nothingElseIs(String payload) {
        assertThatThrownBy(() -> evaluate(payload)).isInstanceOfAny(ProcessEngineException.class, ELException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${people.number(execution)}",
                "${''.getClass()}",
                "${urgent}",
                "${1}",
                "${now().time}",
                "${currentUser()}${''.getClass()}",
                "${dateTime().plusDays(1).getClass()}",
                "#{dateTime().toString()}",
                "${dateTime().plusDays(''.getClass())}"
            })
    void queriesEvaluateNothingButTheirFewTexts(String payload) {
        for (TaskQuery query : List.of(
                engine.getTaskService().createTaskQuery().taskAssigneeExpression(payload),
                engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression(payload)
                        .endOr())) {
            assertThatThrownBy(query::list).isInstanceOf(Refusal.class).hasMessage("查询里不允许使用这个表达式");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${now()}", "#{ now() }", "${dateTime().plusDays(3)}", "${dateTime().minusWeeks(1).plusHours(2)}"
            })
    void queriesMaySayNow(String text) {
        assertThatCode(() -> engine.getTaskService()
                        .createTaskQuery()
                        .dueBeforeExpression(text)
                        .list())
                .doesNotThrowAnyException();
    }

    @Test
    void queriesMaySayMe() {
        engine.getIdentityService().setAuthentication("li.na", List.of("desk-east"));
        try {
            assertThatCode(() -> engine.getTaskService()
                            .createTaskQuery()
                            .taskAssigneeExpression("${currentUser()}")
                            .taskCandidateGroupInExpression("${currentUserGroups()}")
                            .list())
                    .doesNotThrowAnyException();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void onlyBeansOfProcessPackagesAreDeclared() {
        assertThat(DeclaredBeanResolver.isDeclared(BEANS, "people")).isTrue();
        assertThat(DeclaredBeanResolver.isDeclared(BEANS, "dataSource")).isFalse();
        assertThat(DeclaredBeanResolver.isDeclared(BEANS, "forgotten")).isFalse();
    }
}
