package org.shouwen.workflow.internal;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.FailedSteps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineFailedSteps implements FailedSteps {

    private static final int MOST = 100;
    private static final int LONGEST_PROBLEM = 200;

    /** A due step is normally taken up within seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ProcessEngine engine;
    private final Tickets tickets;

    EngineFailedSteps(ProcessEngine engine, Tickets tickets) {
        this.engine = engine;
        this.tickets = tickets;
    }

    @Override
    public List<FailedStep> list(Caller reader) {
        List<FailedStep> steps = Stream.of(
                        steps(query().noRetriesLeft(), State.STOPPED),
                        steps(query().withException().withRetriesLeft(), State.RETRYING),
                        steps(
                                        query().withRetriesLeft()
                                                .duedateLowerThan(
                                                        Date.from(reader.at().minus(PATIENCE))),
                                        State.LATE)
                                .filter(late -> late.problem().isEmpty()))
                .flatMap(found -> found)
                .toList();
        Set<String> seen =
                tickets.visible(steps.stream().map(FailedStep::number).toList(), reader);
        return steps.stream().filter(step -> seen.contains(step.number())).toList();
    }

    private JobQuery query() {
        return engine.getManagementService()
                .createJobQuery()
                .active()
                .orderByJobDuedate()
                .asc();
    }

    private Stream<FailedStep> steps(JobQuery query, State state) {
        List<Job> jobs = query.listPage(0, MOST).stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
        if (jobs.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> numbers = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .filter(flow -> flow.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        // However many jobs fail, they fail at few elements
        Map<String, String> labels = new HashMap<>();
        return jobs.stream()
                .filter(job -> numbers.containsKey(job.getProcessInstanceId()))
                .map(job -> new FailedStep(
                        job.getId(),
                        numbers.get(job.getProcessInstanceId()),
                        labels.computeIfAbsent(
                                job.getJobDefinitionId() + " " + job.getFailedActivityId(), element -> label(job)),
                        state,
                        job.getDuedate().toInstant(),
                        problem(job.getExceptionMessage())));
    }

    /** @return what the diagram calls the element that failed, or at which the job waits */
    private String label(Job job) {
        String element = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        BpmnModelInstance diagram = engine.getRepositoryService().getBpmnModelInstance(job.getProcessDefinitionId());
        // What failed in a called diagram is shown as the call
        return Stream.of(job.getFailedActivityId(), element)
                .filter(Objects::nonNull)
                .map(diagram::<FlowElement>getModelElementById)
                .filter(Objects::nonNull)
                .findFirst()
                .map(FlowElement::getName)
                .orElse(element);
    }

    /** Our own sentences are Chinese; anything else comes from inside and is for the log. */
    private static String problem(String message) {
        if (message == null) {
            return "";
        }
        boolean ours = message.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
        String sentence = ours ? message : "系统内部出错，请重试；重试仍不成功的，请系统管理员查看运行日志";
        return sentence.length() <= LONGEST_PROBLEM ? sentence : sentence.substring(0, LONGEST_PROBLEM) + "…";
    }

    @Override
    @Transactional
    public void retry(String id, Caller by) {
        ManagementService jobs = engine.getManagementService();
        Job job = Optional.ofNullable(jobs.createJobQuery().jobId(id).singleResult())
                .orElseThrow(() -> Refusal.notFound("step-not-found", "这一步已经办完，不用重试"));
        ProcessInstance flow = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        if (tickets.visible(List.of(flow.getBusinessKey()), by).isEmpty()) {
            throw Refusal.notFound("step-not-found", "这一步已经办完，不用重试");
        }
        jobs.setJobRetries(id, Math.max(job.getRetries(), 1));
        jobs.setJobDuedate(id, Date.from(by.at()));
        tickets.note(flow.getBusinessKey(), FailedStepEvent.RETRIED, "重试停住的步骤：" + label(job), by.code(), by.at());
    }
}
