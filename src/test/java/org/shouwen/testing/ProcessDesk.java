package org.shouwen.testing;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.complaint.ComplaintDesk;
import org.shouwen.complaint.Grade;
import org.shouwen.firstresponsibility.Substitution;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.Correction;
import org.shouwen.repair.RepairChanges;
import org.shouwen.repair.RepairDesk;
import org.shouwen.repair.Responsibility;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.TicketProcess;
import org.shouwen.workflow.UserTasks;
import org.shouwen.workflow.Variable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A desk for the tests of one diagram: one ticket a test, in verbs. The engine, its guard and the desks are real and
 * started once for all tests that extend this ({@link SlimDesk}); jobs run where a test says so.
 */
public abstract class ProcessDesk {

    private static final ApplicationContext DESK = SlimDesk.open();

    private static final AtomicInteger COMPLAINANTS = new AtomicInteger();

    private static final AtomicInteger DEPLOYMENTS = new AtomicInteger();
    private static final long LONGER_THAN_A_TEST = Duration.ofDays(1000).toMillis();

    /** No flow has more steps, however often it goes round. */
    private static final int MOST_STEPS = 200;

    protected final TimeMachine time = DESK.getBean(TimeMachine.class);

    private final RecordedNotices notices = DESK.getBean(RecordedNotices.class);
    private final Tickets tickets = DESK.getBean(Tickets.class);
    private final TicketDesk ticketDesk = DESK.getBean(TicketDesk.class);
    private final RepairDesk repairDesk = DESK.getBean(RepairDesk.class);
    private final HandlerChange handlerChange = DESK.getBean(HandlerChange.class);
    private final Absences absences = DESK.getBean(Absences.class);
    private final Substitution substitution = DESK.getBean(Substitution.class);
    private final UserTasks userTasks = DESK.getBean(UserTasks.class);
    private final Acting acting = DESK.getBean(Acting.class);
    private final RuntimeService runtime = engine().getRuntimeService();
    private final TaskService tasks = engine().getTaskService();
    private final ManagementService jobs = engine().getManagementService();

    private String number;
    private ProcessInstance flow;

    protected static <T> T bean(Class<T> type) {
        return DESK.getBean(type);
    }

    static ProcessEngine engine() {
        return DESK.getBean(ProcessEngine.class);
    }

    static BpmnModelInstance model(String process) {
        return engine().getRepositoryService().getBpmnModelInstance(definition(process));
    }

    /** The engine knows the last deployment by its time, and each test begins on the same Monday. */
    protected final void deployed(Runnable deployment) {
        ClockUtil.setCurrentTime(
                new Date(ClockUtil.getCurrentTime().getTime() + DEPLOYMENTS.incrementAndGet() * LONGER_THAN_A_TEST));
        deployment.run();
        ClockUtil.setCurrentTime(Date.from(time.instant()));
    }

    /** @return where the main flow of these diagrams waits: user tasks and jobs, without what only an event leads to */
    protected static List<String> waitStates(String... processes) {
        return Arrays.stream(processes)
                .flatMap(process -> model(process).getModelElementsByType(FlowNode.class).stream())
                .filter(node -> node instanceof UserTask || node.isCamundaAsyncBefore())
                .filter(node -> !(node.getParentElement() instanceof SubProcess scope && scope.triggeredByEvent()))
                .filter(node -> !followsEvents(node))
                .map(FlowNode::getId)
                .toList();
    }

    private static boolean followsEvents(FlowNode node) {
        return !node.getIncoming().isEmpty()
                && node.getIncoming().stream()
                        .map(SequenceFlow::getSource)
                        .allMatch(from -> from instanceof BoundaryEvent);
    }

    @BeforeEach
    protected void openTheDesk() {
        ProcessEngineTests.init(engine());
        time.travelTo("2026-11-23T09:00");
        notices.forget();
    }

    @AfterEach
    protected void clearTheDesk() {
        // What one test was late with is no reason to put a post right in the next one
        for (String table : List.of("absence", "escalation_person", "escalation", "post_rectification")) {
            DESK.getBean(JdbcClient.class).sql("delete from " + table).update();
        }
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> runtime.deleteProcessInstance(id, "the test is over", true));
        // Other tests in this virtual machine have a time of their own
        ClockUtil.reset();
    }

    // What people do

    /** {@code desk1} opens an ordinary repair in a home. */
    protected void open() {
        open(leak(Danger.NONE));
    }

    /** {@code desk1} opens a repair that is dangerous for people. */
    protected void openUrgent() {
        open(leak(Danger.PERSON));
    }

    /** {@code desk1} opens what was told. */
    protected void open(Intake intake) {
        number = as("desk1")
                .act(() -> ticketDesk.open(intake, "desk1", acting.when()).number());
        flow = running(process());
    }

    /** {@code desk1} opens a complaint of this grade, about nobody, by somebody who never complained before. */
    protected void openComplaint(Grade grade) {
        openComplaint(
                null,
                switch (grade) {
                    case ORDINARY -> "twoPeople";
                    case IMPORTANT -> "lossClaimed";
                    case MAJOR -> "media";
                });
    }

    /**
     * {@code desk1} opens a complaint.
     *
     * @param about whom it is about, or null
     * @param facts what else is true of it, by the names of the questions
     */
    protected void openComplaint(String about, String... facts) {
        Map<String, String> told = new HashMap<>();
        told.put("about", about);
        Stream.of(facts).forEach(fact -> told.put(fact, "true"));
        open(complaint(told));
    }

    /** A complaint about a common place, by somebody with e-mail who never complained before. */
    protected static Intake complaint(Map<String, String> told) {
        return complaint(told, "li@residents.example");
    }

    /** @param email of whoever complains, or null */
    protected static Intake complaint(Map<String, String> told, String email) {
        return new Intake(
                ComplaintDesk.KIND,
                "COMPLAINT_NOISE",
                null,
                "LAMP-01",
                null,
                new Reporter("李四", "139%08d".formatted(COMPLAINANTS.incrementAndGet()), email),
                Channel.PHONE,
                "半夜施工，吵得睡不着",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                new Details(told),
                null);
    }

    /** @return key of the diagram that the test's ticket goes through */
    private String process() {
        String kind = ticket().kind();
        return DESK.getBeansOfType(TicketProcess.class).values().stream()
                .filter(contract -> contract.kinds().contains(kind))
                .map(TicketProcess::key)
                .findFirst()
                .orElse(kind.equals(ComplaintDesk.KIND) ? "complaint" : "repair");
    }

    /** {@code desk1} registers an ordinary repair whose own flow is not started. */
    protected String register() {
        return register(Danger.NONE);
    }

    /** A flow that is otherwise called, alone, for a ticket that was just registered. */
    protected void start(String process) {
        start(process, Danger.NONE);
    }

    /** The same for a ticket that is dangerous for people. */
    protected void startUrgent(String process) {
        start(process, Danger.PERSON);
    }

    private void start(String process, Danger danger) {
        register(danger);
        Map<String, Object> facts = process.equals("firstResponsibility")
                ? Map.of("urgent", tickets.get(number).facts().urgent())
                : Map.of();
        flow = runtime.startProcessInstanceByKey(process, number, facts);
    }

    /** The return visit of a matter that {@code desk1} opened, {@code plumber1} repaired and {@code desk1} accepted. */
    protected void startVisit(Intake intake) {
        register(intake);
        repairedBy("plumber1");
        flow = runtime.startProcessInstanceByKey("returnVisit", number);
    }

    /** The work is done, and accepted, without its own flow. */
    protected void repairedBy(String worker) {
        Ticket ticket = tickets.get(number);
        ticket.grabbedBy(worker, worker, acting.when());
        ticket.arrive("阀芯磨损", worker, acting.when());
        ticket.reportDone("更换阀芯", worker, acting.when());
        ticket.acceptWork(null, "desk1", acting.when());
        tickets.save(ticket);
    }

    /** From here on the test is about another ticket. */
    protected void turnTo(String other) {
        number = other;
    }

    /** A flow that somebody else starts for the test's ticket. */
    protected void follow(String process) {
        flow = running(process);
    }

    private String register(Danger danger) {
        return register(leak(danger));
    }

    /** {@code desk1} registers this matter; its own flow is not started. */
    protected String register(Intake intake) {
        number = repairDesk.register(intake, "desk1", acting.when()).number();
        return number;
    }

    private static Intake leak(Danger danger) {
        return atHome("HOME_PLUMBING", danger);
    }

    /** A matter that the resident of the one home reports by phone. */
    protected static Intake atHome(String category, Danger danger) {
        return new Intake(
                RepairDesk.KIND,
                category,
                "1-1-101",
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "厨房水龙头漏水",
                danger,
                Scope.PERSONAL,
                false,
                null);
    }

    protected void withdraw() {
        as("desk1").act(() -> {
            ticketDesk.withdraw(number, "自己修好了", "desk1", acting.when());
            return number;
        });
    }

    protected void urge() {
        as("desk1").act(() -> {
            ticketDesk.urge(number, "desk1", acting.when());
            return number;
        });
    }

    /** Somebody falls ill; the tasks do not move by themselves. */
    protected long away(String staff) {
        return absences.add(
                staff, Absence.Kind.SUDDEN, acting.when(), null, "病了", Absence.Status.APPROVED, "lead", acting.when());
    }

    protected void back(long absence) {
        absences.end(absence, acting.when());
    }

    /** What is done every minute: tasks go to those who are there. */
    protected void substitute() {
        substitution.concerned(acting.when()).forEach(ticket -> substitution.settle(ticket, acting.when()));
    }

    /** The lead passes the work to another post. */
    protected void transfer(String post) {
        as("lead").act(() -> {
            ticketDesk.transfer(number, post, "不是这个工种", "lead", acting.when());
            return number;
        });
    }

    /** The resident agrees on a slot that begins so many hours from now. */
    protected void reschedule(int hours) {
        Slot slot = Slot.of(time.instant().plus(Duration.ofHours(hours)));
        as("desk1").act(() -> {
            DESK.getBean(RepairChanges.class).reschedule(number, slot, "业主改约", "desk1", acting.when());
            return number;
        });
    }

    /** It turns out to be another matter, or a dangerous one. */
    protected void correct(String category, Danger danger) {
        Correction correction =
                new Correction(category, "1-1-101", null, danger, Scope.PERSONAL, false, Responsibility.Cause.UNKNOWN);
        as("plumber1").act(() -> {
            DESK.getBean(RepairChanges.class).correct(number, correction, "现场查明", "plumber1", acting.when());
            return number;
        });
    }

    /** The resident says that it is broken again. */
    protected void reopen() {
        as("desk1").act(() -> {
            ticketDesk.reopen(number, "又漏了", "desk1", acting.when());
            return number;
        });
        flow = running(process());
    }

    protected Person as(String code) {
        return new Person(code);
    }

    /** Somebody who is signed in. */
    protected final class Person {

        private final String code;

        private Person(String code) {
            this.code = code;
        }

        public <T> T act(Supplier<T> deed) {
            return acting.as(code, acting.when(), deed);
        }

        /** Does the open step with its form; then the jobs run. */
        public Person does(String step, Object... fields) {
            hands(step, fields);
            runJobs();
            return this;
        }

        /** Does the open step with its form; no job runs. */
        public void hands(String step, Object... fields) {
            act(() -> {
                userTasks.submit(number, step, map("", fields));
                return step;
            });
        }

        /** Submits the form's variables as they are, without {@code input_}. */
        public void submitsRaw(String step, Object... variables) {
            act(() -> {
                engine().getFormService().submitTaskForm(task(step).getId(), map("", variables));
                return step;
            });
        }

        /** Completes past the form. */
        public void completes(String step, Object... variables) {
            act(() -> {
                tasks.complete(task(step).getId(), map("", variables));
                return step;
            });
        }

        public Person claims(String step) {
            return assigns(step, code);
        }

        /** Names who does the work, wherever the flow stands. */
        public void reassigns(String staff) {
            act(() -> {
                handlerChange.reassign(number, staff, "换人", code, acting.when());
                return staff;
            });
        }

        /** Claims for somebody. */
        public Person assigns(String step, String whom) {
            return act(() -> {
                tasks.claim(task(step).getId(), whom);
                return this;
            });
        }

        /** Registers a repair with the start form of Tasklist. */
        public void registers(Object... fields) {
            starts("repair", fields);
        }

        /** Registers a ticket with this diagram's start form. */
        public void starts(String process, Object... fields) {
            act(() -> {
                flow = engine().getFormService().submitStartForm(definition(process), map(Submission.INPUT, fields));
                number = flow.getBusinessKey();
                return this;
            });
        }
    }

    private static Map<String, Object> map(String prefix, Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(prefix + pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String definition(String process) {
        return engine().getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** @return name of the refusal that the deed meets */
    protected static String refusalOf(ThrowingCallable deed) {
        Throwable failure = catchThrowable(deed);
        return Refusal.in(failure).map(Refusal::name).orElseThrow(() -> new AssertionError("no refusal", failure));
    }

    // How the flow goes on

    /** Runs the jobs that are due until none is left. */
    protected void runJobs() {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Job> due = dueJobs();
            if (due.isEmpty()) {
                nothingIsDueInAnotherAge();
                return;
            }
            jobs.executeJob(due.get(0).getId());
        }
        throw new IllegalStateException("the flow's jobs do not end");
    }

    /** Whatever the flow: a step without a limit has no due date, and no invented one. */
    private void nothingIsDueInAnotherAge() {
        List<String> odd =
                tasks
                        .createTaskQuery()
                        .dueAfter(Date.from(time.instant().plus(Duration.ofDays(10_000))))
                        .list()
                        .stream()
                        .map(task -> task.getTaskDefinitionKey() + " "
                                + task.getDueDate().toInstant())
                        .toList();
        if (!odd.isEmpty()) {
            throw new AssertionError("due in another age: " + odd);
        }
    }

    /** Runs the one job that waits before this element. */
    protected void runJob(String element) {
        Job job = dueJobs().stream()
                .filter(due -> elementOf(due).equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job at " + element + ", but at " + waitsAt()));
        jobs.executeJob(job.getId());
    }

    private List<Job> dueJobs() {
        return jobs.createJobQuery()
                .executable()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .list();
    }

    /** Goes the long way round until it waits there: everything that can be returned is, everything that can fail does. */
    protected void goOnUntil(String element) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (waitsAt().contains(element)) {
                return;
            }
            goOn();
        }
        throw new AssertionError("the long way round does not pass " + element + ", it waits at " + waitsAt());
    }

    /** One step on the long way round: a job, or a task. */
    protected void goOn() {
        if (!dueJobs().isEmpty()) {
            jobs.executeJob(dueJobs().get(0).getId());
            return;
        }
        if (userTasks.of(number).isEmpty()) {
            waitForTheNextTimer();
            return;
        }
        // What people do takes time
        time.pass(Duration.ofSeconds(1));
        String step = userTasks.of(number).get(0).step();
        switch (step) {
            case "dispatch" ->
                as("desk1").hands(step, "handler", events().contains("returned") ? "plumber2" : "plumber1");
            case "answerCall" ->
                as(userTasks.of(number).get(0).assignee()).hands(step, "answer", "CANNOT", "reason", "走不开");
            case "answerAsSuperior" -> as("lead").reassigns("plumber1");
            case "accept" -> as(ticket().handler().orElseThrow()).hands(step, "decision", "RETURN", "reason", "在抢修");
            case "decide" -> as("lead").hands(step, "handler", "plumber1", "reason", "离得近");
            case "inspectOnSite" -> inspectAgain();
            case "arrangeVisit" -> as("desk1").hands(step, "slotFrom", hence(25));
            case "confirmQuote" ->
                as("desk1")
                        .hands(
                                step,
                                "answer",
                                events().contains("quoteAnswered") ? "AGREED" : "CHANGED",
                                "remark",
                                "太贵");
            case "reviseQuote" -> as("plumber1").hands(step, "amount", 60, "work", "更换阀芯");
            case "resumeWork" -> as("plumber1").hands(step, "note", "配件已到");
            case "sendLetter" ->
                as("desk1")
                        .hands(
                                step,
                                "party",
                                "BUILDER",
                                "name",
                                "首问建设",
                                "letterNumber",
                                "函 7 号",
                                "promisedOn",
                                hence(100));
            case "followUp" ->
                as("desk1")
                        .hands(
                                step,
                                "remark",
                                "已联系",
                                "promisedOn",
                                hence(200),
                                "result",
                                !events().contains("letterPostponed")
                                        ? "NEW_DATE"
                                        : events().contains("letterEnded") ? "DONE" : "NEXT_PARTY");
            case "tellPlan" -> as("desk1").hands(step, "plan", "外墙裂缝，补缝后重做防水");
            case "reportWork" ->
                as("plumber1")
                        .hands(
                                step,
                                "unfinished",
                                !events().contains("unfinished"),
                                "cause",
                                "磨损",
                                "work",
                                "更换",
                                "materialSource",
                                "NONE");
            case "acceptWork" ->
                as("desk1").hands(step, "result", events().contains("rework") ? "ACCEPTED" : "REWORK", "remark", "试水");
            case "visit" -> visit();
            case "answerEnquiry" -> as(ticket().handler().orElseThrow()).hands(step, "answer", "每平方米 2.8 元");
            case "decideSuggestion" -> as("manager").hands(step, "decision", "ADOPTED", "reason", "明年三月前装好");
            case "contactComplainant",
                    "investigate",
                    "answerComplainant",
                    "deliverAnswer",
                    "mediate",
                    "conclude",
                    "carryOut" -> complaintStep(step);
            case "acknowledge" ->
                as(userTasks.of(number).get(0).assignee()).hands(step, "decision", "CONTINUE", "remark", "抓紧");
            default -> goOnWith(step);
        }
    }

    /** A step that only the tests of one kind know on the long way round. */
    protected void goOnWith(String step) {
        throw new IllegalStateException("the long way round does not know " + step);
    }

    /** Disputed once, then mediated; nothing is put right before everything else is done. */
    private void complaintStep(String step) {
        switch (step) {
            case "contactComplainant" -> as(holder(step)).hands(step, "words", "电话联系，约定当天答复");
            case "investigate" -> as(holder(step)).hands(step, "findings", "属实", "plan", "制止", "second", "desk2");
            case "answerComplainant" ->
                as(holder(step))
                        .hands(
                                step,
                                "answer",
                                "已制止施工",
                                "written",
                                true,
                                "response",
                                events().contains("mediated") ? "AGREED" : "DISPUTED",
                                "remark",
                                "还要道歉");
            case "deliverAnswer" -> as(holder(step)).hands(step, "how", "POSTED");
            case "mediate" -> as("lead").hands(step, "outcome", "SETTLED", "result", "当面道歉");
            case "conclude" -> as("manager").hands(step, "verdict", "VALID", "reason", "情况属实");
            default -> as(holder(step)).hands(step, "result", "已落实");
        }
    }

    private String holder(String step) {
        return step(step).assignee();
    }

    /** In a flow of its own the resident is unhappy, then satisfied; where only the visit runs he is not reached. */
    private void visit() {
        if (running("complaint") != null) {
            String said = events().contains("reopened") ? "SATISFIED" : "DISSATISFIED";
            boolean byManager = ticket().handler().filter("manager"::equals).isPresent();
            as(byManager ? "desk2" : "manager")
                    .hands("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", said, "remark", "还在吵");
            return;
        }
        if (running("repair") == null) {
            as("desk1").hands("visit", "method", "PHONE", "reached", "UNREACHED", "reason", "无人接听");
            return;
        }
        String satisfaction = events().contains("reopened") ? "SATISFIED" : "DISSATISFIED";
        as("desk1")
                .hands("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", satisfaction, "remark", "还在滴");
    }

    /** Absent; then a price; then parts to be waited for, unless it is an emergency; then somebody else's; then the work. */
    private void inspectAgain() {
        Person plumber = as("plumber1");
        List<String> visits = events().stream()
                .filter(Set.of("missedVisit", "arrived", "revisited")::contains)
                .toList();
        boolean waits = ticket().facts().priority() != Priority.P0;
        String result = List.of("ABSENT", "QUOTE", waits ? "WAIT" : "EXTERNAL", waits ? "EXTERNAL" : "REPAIR", "REPAIR")
                .get(Math.min(visits.size(), 4));
        switch (result) {
            case "QUOTE" ->
                plumber.hands("inspectOnSite", "findings", "阀芯磨损", "result", result, "amount", 80, "work", "更换龙头");
            case "WAIT" ->
                plumber.hands(
                        "inspectOnSite",
                        "findings",
                        "没有配件",
                        "result",
                        result,
                        "waitingFor",
                        "PARTS",
                        "reference",
                        "阀芯",
                        "until",
                        hence(48));
            default -> plumber.hands("inspectOnSite", "findings", "查看过", "result", result);
        }
    }

    /** @return what a checklist or a list of lines hands in */
    protected static Object json(String list) {
        return SpinValues.jsonValue(list).create();
    }

    /** @return a moment as forms hand it in, so many hours from now */
    protected String hence(int hours) {
        return time.instant().plus(Duration.ofHours(hours)).toString();
    }

    /** Nothing is left to do now: the next timer comes. */
    private void waitForTheNextTimer() {
        jobs.createJobQuery().timers().orderByJobDuedate().asc().list().stream()
                .findFirst()
                .ifPresent(timer -> time.pass(Duration.between(
                        time.instant(), timer.getDuedate().toInstant().plusSeconds(1))));
    }

    /** Goes on the long way round to the end. */
    protected void goOnToTheEnd() {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (isOver()) {
                return;
            }
            goOn();
        }
        throw new AssertionError("the flow does not end, it waits at " + waitsAt());
    }

    protected boolean isOver() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(flow.getId())
                        .count()
                == 0;
    }

    /** From now on nothing can be told to anybody. */
    protected void notices(RuntimeException failure) {
        notices.fail(failure);
    }

    protected void noticesRecover() {
        notices.recover();
    }

    /** Lets the one due job fail until it is not tried any more, the time between the tries passing. */
    protected List<Integer> retriesUntilGivenUp() {
        return retriesUntilGivenUp(elementOf(dueJobs().get(0)));
    }

    /** The same with the job that waits before this element. */
    protected List<Integer> retriesUntilGivenUp(String element) {
        String job = dueJobs().stream()
                .filter(due -> elementOf(due).equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job at " + element + ", but at " + waitsAt()))
                .getId();
        List<Integer> left = new ArrayList<>();
        do {
            Throwable failure = catchThrowable(() -> jobs.executeJob(job));
            if (failure == null) {
                throw new AssertionError("the job did not fail");
            }
            left.add(jobs.createJobQuery().jobId(job).singleResult().getRetries());
            time.pass(Duration.ofMinutes(1));
        } while (left.get(left.size() - 1) > 0 && left.size() < MOST_STEPS);
        return left;
    }

    /** What an administrator does in Cockpit when the cause is gone. */
    protected void retry() {
        jobs.createJobQuery().noRetriesLeft().list().forEach(job -> jobs.setJobRetries(job.getId(), 1));
        runJobs();
    }

    /** Lets the timer of this element come, and runs what follows. */
    protected void timerComes(String element) {
        timerFires(element);
        runJobs();
    }

    /** Lets the timer of this element come; no other job runs. */
    protected void timerFires(String element) {
        Job timer = jobs.createJobQuery().timers().list().stream()
                .filter(job -> elementOf(job).equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer at " + element));
        Duration ahead = Duration.between(time.instant(), timer.getDuedate().toInstant());
        if (!ahead.isNegative()) {
            time.pass(ahead.plusSeconds(1));
        }
        jobs.executeJob(timer.getId());
    }

    // What can be seen

    protected String number() {
        return number;
    }

    protected Ticket ticket() {
        return tickets.get(number);
    }

    protected Status status() {
        return ticket().status();
    }

    protected Instant due(ClockKind clock) {
        return ticket().deadline(clock).due();
    }

    /** @return the ticket's timeline, event by event */
    protected List<String> events() {
        return tickets.timeline(number).stream().map(TimelineEntry::event).toList();
    }

    /** @return the ticket's timeline as people read it */
    protected List<String> lines() {
        return tickets.timeline(number).stream().map(TimelineEntry::text).toList();
    }

    protected TimelineEntry lastLine() {
        List<TimelineEntry> lines = tickets.timeline(number);
        return lines.get(lines.size() - 1);
    }

    /** @return templates of what was told, in order */
    protected List<String> told() {
        return notices.told();
    }

    /** @return the flow that was started */
    protected ProcessInstance flow() {
        return flow;
    }

    /** @return the ticket's running instance of this process */
    protected ProcessInstance running(String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(process)
                .singleResult();
    }

    protected UserTasks.OpenTask step(String name) {
        return userTasks.of(number).stream()
                .filter(task -> task.step().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not open: " + name + ", it waits at " + waitsAt()));
    }

    protected Task task(String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_" + step)
                .singleResult();
    }

    /** @return elements at which the ticket's flows wait, called ones too: open tasks and jobs, not timers that lie ahead */
    protected Collection<String> waitsAt() {
        return Stream.concat(
                        tasks.createTaskQuery().list().stream().map(Task::getTaskDefinitionKey),
                        jobs.createJobQuery().list().stream()
                                .filter(job -> job.getDuedate() == null
                                        || !job.getDuedate().toInstant().isAfter(time.instant()))
                                .map(this::elementOf))
                .sorted()
                .toList();
    }

    private String elementOf(Job job) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    protected List<Incident> incidents() {
        return runtime.createIncidentQuery().list();
    }

    /** @return the incident where it happened, not those of the flows that called */
    protected Incident incident() {
        return incidents().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no incident"));
    }

    /** @return what the form of a task is given when somebody opens it, by name */
    protected Map<String, Object> shown(String task) {
        return new TreeMap<>(engine().getFormService().getTaskFormVariables(task).entrySet().stream()
                .filter(fact -> fact.getKey().startsWith("show_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    protected Set<String> shownBy(String task) {
        return shown(task).keySet();
    }

    /** @return names of the variables on a task; they end with it */
    protected Set<String> keptOn(String task) {
        return runtime.createVariableInstanceQuery().taskIdIn(task).list().stream()
                .map(VariableInstance::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return what the running flows keep and their contracts do not declare, or in another type or place */
    protected Set<String> undeclared() {
        Map<String, ProcessContract> contracts = DESK.getBeansOfType(ProcessContract.class).values().stream()
                .collect(Collectors.toMap(ProcessContract::key, contract -> contract));
        Set<String> undeclared = new TreeSet<>();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().list()) {
            ProcessContract contract = contracts.get(instance.getProcessDefinitionKey());
            runtime.createVariableInstanceQuery().processInstanceIdIn(instance.getId()).list().stream()
                    .filter(variable -> variable.getTaskId() == null)
                    .filter(variable -> !variable.getExecutionId().equals(instance.getId())
                            || contract.variables().stream().noneMatch(declared -> isKept(declared, variable)))
                    .forEach(variable -> undeclared.add(contract.key() + "." + variable.getName()));
        }
        return undeclared;
    }

    private static boolean isKept(Variable<?> declared, VariableInstance kept) {
        return declared.name().equals(kept.getName()) && declared.type().isInstance(kept.getValue());
    }

    /** A member of staff who asks now. */
    protected Caller caller(String code) {
        return Callers.of(code, bean(Roster.class), time.instant());
    }
}
