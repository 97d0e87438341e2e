package org.shouwen.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatcher;
import org.mockito.Mockito;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;

/** The three steps in a diagram of their own, on a real engine. */
class NotifyDelegatesTest {

    private static final Instant NOW = Instant.parse("2026-10-07T01:30:00Z");

    private static final Notices NOTICES = mock(Notices.class);
    private static final Tickets TICKETS = mock(Tickets.class);
    private static final Acting ACTING = mock(Acting.class);
    private static final NotifyDelegate.Telling TELLING = new NotifyDelegate.Telling(TICKETS, NOTICES, ACTING);
    private static final Ticket TICKET = mock(Ticket.class);
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("notifyResidentDelegate", new NotifyResidentDelegate(TELLING));
        beans.put("notifyHandlerDelegate", new NotifyHandlerDelegate(TELLING));
        beans.put("notifyPersonDelegate", new NotifyPersonDelegate(TELLING));
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("notify");
        configuration.setJdbcUrl("jdbc:h2:mem:notify;DB_CLOSE_DELAY=-1");
        configuration.setBeans(beans);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("notify.bpmn", model())
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void forget() {
        Mockito.reset(NOTICES);
        when(TICKETS.get("BX-26-000001")).thenReturn(TICKET);
        when(ACTING.when()).thenReturn(NOW);
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess("notify")
                .startEvent()
                .sendTask("sendTask_notifyResident")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${notifyResidentDelegate}")
                .camundaInputParameter("message", "closed.to-resident")
                .sendTask("sendTask_notifyHandler")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${notifyHandlerDelegate}")
                .camundaInputParameter("message", "urged.to-handler")
                .sendTask("sendTask_notifyPerson")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${notifyPersonDelegate}")
                .camundaInputParameter("message", "urgent.to-person")
                .endEvent()
                .done();
    }

    @Test
    void eachStepTellsItsPeopleOfTheTicket() {
        run();

        verify(NOTICES).tellResident(eq(TICKET), argThat(is("closed.to-resident")));
        verify(NOTICES).tellHandler(eq(TICKET), argThat(is("urged.to-handler")));
        verify(NOTICES).tellPerson(eq(TICKET), any(), argThat(is("urgent.to-person")));
    }

    @Test
    void everyPassThroughAStepIsAnOccasionOfItsOwn() {
        run();
        run();

        ArgumentCaptor<Notices.Message> messages = ArgumentCaptor.forClass(Notices.Message.class);
        verify(NOTICES, times(2)).tellHandler(any(), messages.capture());
        assertThat(messages.getAllValues())
                .extracting(Notices.Message::occasion)
                .doesNotHaveDuplicates()
                .allMatch(o -> o.startsWith("sendTask_"));
    }

    @Test
    void aStepThatFailsIsTriedAgain() {
        doThrow(new IllegalStateException("table is gone"))
                .doNothing()
                .when(NOTICES)
                .tellResident(any(), any());
        engine.getRuntimeService().startProcessInstanceByKey("notify", "BX-26-000001");
        Job job = engine.getManagementService().createJobQuery().singleResult();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> engine.getManagementService().executeJob(job.getId())))
                .hasMessageContaining("table is gone");
        doNothing().when(NOTICES).tellResident(any(), any());
        finish();

        verify(NOTICES, times(2)).tellResident(any(), any());
    }

    private static ArgumentMatcher<Notices.Message> is(String template) {
        return message -> message.template().equals(template) && message.at().equals(NOW);
    }

    private static void run() {
        engine.getRuntimeService().startProcessInstanceByKey("notify", "BX-26-000001");
        finish();
    }

    private static void finish() {
        Job job;
        while ((job = engine.getManagementService().createJobQuery().singleResult()) != null) {
            engine.getManagementService().executeJob(job.getId());
        }
    }
}
