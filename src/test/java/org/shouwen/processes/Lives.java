package org.shouwen.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.shouwen.citypack.City;
import org.shouwen.complaint.Grade;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.incident.IncidentDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.repair.RepairDesk;
import org.shouwen.returnvisit.RainDesk;
import org.shouwen.roster.Roster;
import org.shouwen.testing.Api;
import org.shouwen.testing.Models;
import org.shouwen.testing.TimeMachine;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.workflow.DueDates;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lives of cases that know nothing of the flow they go through: whatever step is open is done by somebody it is for, with
 * whatever its form allows; jobs run, time passes, timers come.
 */
abstract class Lives extends Sites {

    private static final List<String> STAFF =
            List.of("desk1", "desk2", "plumber1", "plumber2", "electrician1", "lead", "manager");
    private static final int MOST_STEPS = 60;
    private static final int MOST_TRIES = 60;
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final String STEP = "userTask_";
    private static final AtomicInteger TYPED = new AtomicInteger(10_000);
    private static final AtomicInteger RAINS = new AtomicInteger();

    /** What the way to a flow's steps has to be answered with, by file. */
    private static final Map<String, String> WAY = Map.of(
            "external-party.bpmn", "EXTERNAL",
            "waiting.bpmn", "WAIT",
            "price-consent.bpmn", "QUOTE",
            "major-repair.bpmn", "MAJOR",
            "major-progress.bpmn", "MAJOR",
            "missed-visit.bpmn", "ABSENT",
            "answer-delivery.bpmn", "POSTED");

    private static final Set<String> PLACES = Set.of("input_location", "input_home");

    /** Ids of the forms with which people register something. */
    private static final Map<String, String> STARTS = Map.of(
            "register-repair.form", "registerRepair",
            "register-complaint.form", "registerComplaint",
            "register-renovation.form", "registerRenovation");

    /** A flow that asks the table. */
    private static final Map<String, List<String>> ASKED_BY = Map.ofEntries(
            Map.entry("categories.dmn", List.of("repair.bpmn", "complaint.bpmn", "enquiry.bpmn", "goodsrelease.bpmn")),
            Map.entry("complaint-grade.dmn", List.of("complaint.bpmn")),
            Map.entry("escalation.dmn", List.of("time-limit.bpmn", "supervision.bpmn", "repair.bpmn")),
            Map.entry("goods-ruling.dmn", List.of("goodsrelease.bpmn")),
            Map.entry("material-refusal.dmn", List.of("goodsrelease.bpmn", "renovation-supervision.bpmn")),
            Map.entry("patrol-frequency.dmn", List.of("renovation-supervision.bpmn")),
            Map.entry("renovation-act.dmn", List.of("renovation-approval.bpmn")),
            Map.entry("renovation-documents.dmn", List.of("renovation-approval.bpmn", "renovation-supplement.bpmn")),
            Map.entry("renovation-hours.dmn", List.of("renovation-approval.bpmn", "renovation-supervision.bpmn")),
            Map.entry("renovation-limits.dmn", List.of("renovation.bpmn", "renovation-supervision.bpmn")),
            Map.entry("repair-priority.dmn", List.of("repair.bpmn")),
            Map.entry("repair-requirements.dmn", List.of("repair.bpmn")),
            Map.entry("report-duty.dmn", List.of("violation.bpmn")),
            Map.entry("responsibility.dmn", List.of("repair.bpmn")),
            Map.entry("time-limits.dmn", List.of("repair.bpmn", "complaint.bpmn", "enquiry.bpmn", "goodsrelease.bpmn")),
            Map.entry("violation-handling.dmn", List.of("violation.bpmn")),
            Map.entry("visit-rule.dmn", List.of("return-visit.bpmn", "enquiry.bpmn")),
            Map.entry("waiting-times.dmn", List.of("repair.bpmn", "complaint.bpmn", "renovation.bpmn")));

    private final RuntimeService runtime = bean(RuntimeService.class);
    private final TaskService tasks = bean(TaskService.class);
    private final ManagementService jobs = bean(ManagementService.class);
    private final FormService openForms = bean(FormService.class);
    private final Tickets tickets = bean(Tickets.class);

    /**
     * What a life was like.
     *
     * @param steps what people did
     * @param faults each in words: an error, a step for nobody, a case that stops, a text that is kept nowhere
     * @param over whether nothing was left to do in the end
     */
    record Life(int steps, Set<String> faults, boolean over) {}

    /** One life of a flow that has to do with this model or form. */
    final class Living {

        private final Random random;
        private final String file;
        private final String flow;
        private final Map<String, JsonNode> forms;
        private final Set<String> faults = new TreeSet<>();
        private final Map<String, String> typed = new LinkedHashMap<>();
        /** Messages for which somebody did something. */
        private final Set<String> done = new HashSet<>();

        private int steps;

        /** Whether he has read at this step that it is to be shorter, where no form says how short. */
        private boolean briefly;

        Living(String file, Map<String, JsonNode> forms, long seed) {
            random = new Random(seed);
            this.forms = forms;
            this.file = file;
            flow = one(flows(file));
        }

        Life lived() {
            try {
                begins();
                goesOn();
            } catch (Exception | StackOverflowError | AssertionError e) {
                faults.add(said(e));
            }
            String rows = typed.isEmpty() ? "" : rows();
            typed.forEach((text, field) -> {
                if (!rows.contains(text)) {
                    faults.add("typed and lost: " + field);
                }
            });
            return new Life(steps, faults, runtime.createProcessInstanceQuery().count() == 0);
        }

        private void goesOn() {
            for (int step = 0; step < MOST_STEPS; step++) {
                runJobs();
                if (stops().isPresent()) {
                    faults.add(stops().get());
                    return;
                }
                List<Task> open = tasks.createTaskQuery().initializeFormKeys().list();
                List<Job> timers = jobs.createJobQuery()
                        .timers()
                        .withRetriesLeft()
                        // What does not run is due in another age: nobody waits for that
                        .duedateLowerThan(Date.from(DueDates.NEVER))
                        .orderByJobDuedate()
                        .asc()
                        .list();
                if (open.isEmpty() && timers.isEmpty()) {
                    if (!happens()) {
                        return;
                    }
                } else if (!timers.isEmpty() && (open.isEmpty() || random.nextInt(5) == 0)) {
                    time.pass(Duration.between(
                            time.instant(),
                            timers.get(0).getDuedate().toInstant().plusSeconds(1)));
                } else if (!does(one(open))) {
                    return;
                }
            }
        }

        /**
         * A flow with its called ones: neither a step nor a job nor a message for which somebody does something. One that
         * waits for a message only, and goes on waiting after what is done for it, stops as well.
         */
        private Optional<String> stops() {
            return runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                    .filter(root -> tree(root).stream()
                            .allMatch(instance -> tasks.createTaskQuery()
                                                    .processInstanceId(instance)
                                                    .count()
                                            == 0
                                    && jobs.createJobQuery()
                                                    .processInstanceId(instance)
                                                    .count()
                                            == 0))
                    .filter(root -> waits(root).allMatch(wait -> done.contains(wait.getId())))
                    .map(root -> "stops: " + String.join(" ", places(root)))
                    .findFirst();
        }

        /** @return messages for which a flow stands still, not those that may come meanwhile */
        private Stream<EventSubscription> waits(ProcessInstance root) {
            List<String> places = places(root);
            return tree(root).stream()
                    .flatMap(instance ->
                            runtime.createEventSubscriptionQuery().processInstanceId(instance).list().stream())
                    .filter(wait -> places.contains(wait.getActivityId()));
        }

        private List<String> places(ProcessInstance root) {
            return tree(root).stream()
                    .map(runtime::getActivityInstance)
                    .flatMap(this::leaves)
                    .sorted()
                    .distinct()
                    .toList();
        }

        /** @return whether somebody does that for which a flow waits */
        private boolean happens() {
            Optional<EventSubscription> wait =
                    runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                            .flatMap(this::waits)
                            .filter(each -> done.add(each.getId()))
                            .findFirst();
            wait.ifPresent(each -> {
                turnTo(runtime.createProcessInstanceQuery()
                        .processInstanceId(each.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey());
                switch (each.getEventName()) {
                    case "timelimit.stopped" -> withdraw();
                    case "worksite.violationRestored" ->
                        violations.ofTicket(number()).stream()
                                .filter(violation -> !violation.open() && !violation.rectified())
                                .forEach(violation -> as("lead").act(() -> {
                                    bean(ViolationDesk.class)
                                            .restore(number(), violation.id(), null, "lead", time.instant());
                                    return number();
                                }));
                    default -> throw new IllegalStateException("nobody does that for " + each.getEventName());
                }
            });
            return wait.isPresent();
        }

        private List<String> tree(ProcessInstance root) {
            return runtime.createProcessInstanceQuery().rootProcessInstanceId(root.getId()).list().stream()
                    .map(Execution::getId)
                    .toList();
        }

        private Stream<String> leaves(ActivityInstance at) {
            ActivityInstance[] inner = at.getChildActivityInstances();
            return inner.length == 0
                    ? Stream.of(at.getActivityId())
                    : Arrays.stream(inner).flatMap(this::leaves);
        }

        // ---- steps

        /** @return whether it was done */
        private boolean does(Task task) {
            briefly = false;
            time.pass(Duration.ofMinutes(1 + random.nextInt(90)));
            String number = runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
            String step = task.getTaskDefinitionKey().replaceFirst("^" + STEP, "");
            List<String> people = people(task);
            if (people.isEmpty()) {
                faults.add("for nobody: " + step);
                return false;
            }
            turnTo(number);
            if (step.equals("patrol") && random.nextInt(3) == 0 && completes()) {
                return true;
            }
            Set<String> refused = new TreeSet<>();
            for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                Map<String, Object> inputs = new HashMap<>();
                Map<String, String> texts = fill(task, step, attempt, inputs);
                try {
                    as(one(people))
                            .hands(
                                    step,
                                    inputs.entrySet().stream()
                                            .flatMap(input -> Stream.of(input.getKey(), input.getValue()))
                                            .toArray());
                    typed.putAll(texts);
                    steps++;
                    return true;
                } catch (RuntimeException e) {
                    Optional<Refusal> refusal = Refusal.in(e);
                    if (refusal.isEmpty()) {
                        faults.add("at " + step + ": " + said(e));
                        return false;
                    }
                    refused.add(refusal.get().name());
                    if (heeds(refusal.get())) {
                        return true;
                    }
                    if (refusal.get().kind() == Refusal.Kind.NOT_POSSIBLE_NOW) {
                        if (tasks.createTaskQuery().count() > 1) {
                            // It may wait for what somebody else does
                            return true;
                        }
                        time.pass(Duration.ofHours(6));
                        runJobs();
                        if (tasks.createTaskQuery().taskId(task.getId()).count() == 0) {
                            return true;
                        }
                    }
                }
            }
            faults.add("nobody can do " + step + ": " + refused);
            return false;
        }

        /**
         * Does elsewhere what the sentence says.
         *
         * @return whether the step is no longer to be done
         */
        private boolean heeds(Refusal refusal) {
            briefly |= refusal.name().equals("input-too-long");
            if (refusal.name().equals("start-not-ready")) {
                nameContractor();
                LocalDate today = LocalDate.ofInstant(time.instant(), TimeMachine.ZONE);
                if (renovation().application().until().isBefore(today)) {
                    bean(RegistrationDesk.class)
                            .reschedule(number(), today.plusDays(3), today.plusDays(30), "desk1", time.instant());
                }
            }
            boolean withdrawn = refusal.name().equals("acts-missing");
            if (withdrawn) {
                withdraw();
            }
            return withdrawn;
        }

        private List<String> people(Task task) {
            if (task.getAssignee() != null) {
                return STAFF.contains(task.getAssignee()) ? List.of(task.getAssignee()) : List.of();
            }
            List<String> posts = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .toList();
            return STAFF.stream()
                    .filter(staff -> bean(Roster.class).actingPostsOf(staff, time.instant()).stream()
                            .anyMatch(post -> posts.contains(post.code())))
                    .toList();
        }

        private boolean completes() {
            try {
                time.pass(Duration.ofDays(15));
                reportCompletion();
                return true;
            } catch (RuntimeException e) {
                if (Refusal.in(e).isEmpty()) {
                    throw e;
                }
                return false;
            }
        }

        // ---- forms

        /** @return field by the text that was typed into it */
        private Map<String, String> fill(Task task, String step, int attempt, Map<String, Object> inputs) {
            return Optional.ofNullable(task.getCamundaFormRef())
                    .map(ref -> forms.get(ref.getKey()))
                    .map(form -> fill(form, openForms.getTaskFormVariables(task.getId()), step, attempt, inputs))
                    .orElse(Map.of());
        }

        private Map<String, String> fill(
                JsonNode form, Map<String, Object> shown, String step, int attempt, Map<String, Object> inputs) {
            Map<String, String> texts = new HashMap<>();
            Map<String, Object> facts = new HashMap<>(shown);
            boolean everything = random.nextInt(3) > 0 && attempt % 4 != 3;
            for (JsonNode field : fields(form)) {
                String key = field.path("key").asText();
                boolean demanded = field.path("validate").path("required").asBoolean();
                if (!hidden(field, facts)
                        && !field.path("disabled").asBoolean()
                        && !field.path("readonly").asBoolean()
                        && (demanded || everything || attempt % 4 == 3 && isList(field) || random.nextBoolean())) {
                    Object value = value(field, facts, attempt);
                    if (value == null) {
                        continue;
                    }
                    facts.put(key, value);
                    inputs.put(key.substring("input_".length()), value);
                    if (value instanceof String text && text.startsWith("m") && text.endsWith("m")) {
                        texts.put(text, step + "." + key);
                    }
                }
            }
            return texts;
        }

        private static boolean isList(JsonNode field) {
            return field.path("type").asText().equals("checklist");
        }

        /** @return what asks something, in groups too; what hides a group hides what is in it */
        private static List<JsonNode> fields(JsonNode parent) {
            List<JsonNode> fields = new ArrayList<>();
            for (JsonNode part : parent.path("components")) {
                if (part.path("key").asText().startsWith("input_")) {
                    fields.add(part);
                }
                fields.addAll(fields(part));
            }
            return fields;
        }

        private static boolean hidden(JsonNode field, Map<String, Object> facts) {
            String hide = field.path("conditional").path("hide").asText();
            if (hide.isEmpty()) {
                return false;
            }
            Map<String, Object> plain = new HashMap<>(facts);
            plain.replaceAll((name, fact) ->
                    fact instanceof Boolean || fact instanceof Number || fact == null ? fact : fact.toString());
            return Boolean.TRUE.equals(
                    FEEL.evaluateExpression(hide.substring(1), plain).result());
        }

        private Object value(JsonNode field, Map<String, Object> facts, int attempt) {
            List<String> choices = new ArrayList<>(
                    field.has("valuesKey")
                            ? choices(facts.get(field.path("valuesKey").asText()))
                            : StreamSupport.stream(field.path("values").spliterator(), false)
                                    .map(value -> value.path("value").asText())
                                    .toList());
            Collections.shuffle(choices, random);
            return switch (field.path("type").asText()) {
                case "radio", "select" ->
                    choices.isEmpty()
                            ? null
                            : choices.contains(WAY.get(flow)) && random.nextInt(4) > 0 ? WAY.get(flow) : choices.get(0);
                case "checklist" ->
                    json(choices
                            .subList(
                                    0,
                                    attempt % 4 == 3 || random.nextBoolean()
                                            ? choices.size()
                                            : random.nextInt(choices.size() + 1))
                            .stream()
                            .collect(Collectors.joining("\",\"", "[\"", "\"]"))
                            .replace("[\"\"]", "[]"));
                case "checkbox" -> random.nextInt(3) == 0;
                case "number" -> {
                    if (field.path("key").asText().equals("input_contact")) {
                        yield 1;
                    }
                    int least = field.path("validate").path("min").asInt(0);
                    int most = Math.min(field.path("validate").path("max").asInt(least + 100), least + 100);
                    yield least + random.nextInt(most - least + 1);
                }
                case "datetime" ->
                    field.path("subtype").asText().equals("date") && attempt % 2 == 0
                            ? LocalDate.ofInstant(time.instant(), TimeMachine.ZONE)
                                    .plusDays(one(List.of(0, 1, 8, 30)))
                                    .toString()
                            : hence(one(List.of(1, 26, 50, 200)));
                default -> text(field, attempt);
            };
        }

        /** What is recognised where it is kept; shorter ones are the last digits of a document, others names and phones. */
        private String text(JsonNode field, int attempt) {
            if (PLACES.contains(field.path("key").asText())) {
                return "1-1-101";
            }
            if (briefly && attempt % 2 == 0) {
                return "123x";
            }
            String text = attempt % 5 == 4
                    ? one(List.of("13912345678", "1", "2"))
                    : "m%dm".formatted(TYPED.incrementAndGet());
            return text.length() > field.path("validate").path("maxLength").asInt(Integer.MAX_VALUE) ? "123x" : text;
        }

        private static List<String> choices(Object shown) {
            if (shown == null) {
                return List.of();
            }
            JsonNode list = Api.parsed(shown.toString());
            return StreamSupport.stream(list.spliterator(), false)
                    .map(value -> value.path("value").asText())
                    .toList();
        }

        // ---- beginnings

        /** With a start form as whoever takes it in fills it in; otherwise as the desk does. */
        private void begins() {
            if (!STARTS.containsKey(file)) {
                begins(flow);
                return;
            }
            forgetOthers();
            siteRules(City.NATIONAL, false, false);
            String form = file.replace(".form", "").replace("register-", "");
            Set<String> refused = new TreeSet<>();
            for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                Map<String, Object> inputs = new HashMap<>();
                Map<String, String> texts = fill(forms.get(STARTS.get(file)), Map.of(), form, attempt, inputs);
                try {
                    as("desk1")
                            .starts(
                                    form,
                                    inputs.entrySet().stream()
                                            .flatMap(input -> Stream.of(input.getKey(), input.getValue()))
                                            .toArray());
                    typed.putAll(texts);
                    return;
                } catch (RuntimeException e) {
                    refused.add(Refusal.in(e).orElseThrow(() -> e).name());
                }
            }
            faults.add("nobody can register " + form + ": " + refused);
        }

        private void begins(String flow) {
            switch (flow) {
                case "complaint.bpmn", "investigation.bpmn", "answer-delivery.bpmn" ->
                    openComplaint(one(List.of(Grade.values())));
                case "measure.bpmn" -> promised();
                case "enquiry.bpmn" -> asks();
                case "goodsrelease.bpmn" -> takesOut();
                case "renovation.bpmn", "renovation-approval.bpmn", "renovation-supplement.bpmn" -> applies();
                case "renovation-supervision.bpmn" -> {
                    siteRules(City.NATIONAL, false, false);
                    begin();
                }
                case "certificate-revocation.bpmn" -> {
                    atWork();
                    String certificate =
                            renovation().certificate().orElseThrow().number();
                    as("manager").act(() -> {
                        bean(RenovationDesk.class).revoke(certificate, "擅自拆改", "manager", time.instant());
                        return certificate;
                    });
                }
                case "violation.bpmn" -> {
                    atWork();
                    found(one(List.of(Violation.Kind.values())), one(List.of(Violation.Spot.values())));
                }
                case "incident-announcement.bpmn" -> {
                    manyReport();
                    bean(AnnouncementDesk.class).announce(number(), "预计 18 点恢复供水", "desk1", time.instant());
                }
                case "incident-closing.bpmn", "incident-answer.bpmn" -> {
                    manyReport();
                    repairedBy("plumber1");
                    Ticket ticket = tickets.get(number());
                    ticket.close("电话回访：满意", "desk1", time.instant());
                    tickets.save(ticket);
                }
                case "time-limit.bpmn", "supervision.bpmn" -> {
                    open(atHome("HOME_PLUMBING", Danger.NONE));
                    bean(TimeLimitDesk.class).watch(number(), one(List.of(ClockKind.RESPOND, ClockKind.FINISH)));
                }
                case "post-rectification.bpmn" -> {
                    open(atHome("HOME_PLUMBING", Danger.NONE));
                    for (ClockKind clock : List.of(ClockKind.RESPOND, ClockKind.ARRIVE, ClockKind.FINISH)) {
                        bean(SupervisionDesk.class).escalate(number(), clock, 0, time.instant());
                    }
                }
                case "return-visit.bpmn" -> repaired(one(List.of("HOME_PLUMBING", "SEEPAGE")));
                case "rain-check.bpmn" -> rains();
                case "leak-plan.bpmn" -> open(atHome("SEEPAGE", Danger.NONE));
                case "major-repair.bpmn", "major-progress.bpmn" -> open(common());
                case "on-call-chain.bpmn" -> openUrgent();
                default -> open(atHome(one(List.of("HOME_PLUMBING", "SEEPAGE", "BURST_PIPE")), Danger.NONE));
            }
        }

        private Intake common() {
            return new Intake(
                    RepairDesk.KIND,
                    "PUBLIC_PIPE",
                    null,
                    "LAMP-01",
                    new Reporter("张三", "13812345678", null),
                    Channel.PHONE,
                    "主管道锈蚀",
                    Danger.NONE,
                    Scope.UNIT,
                    false,
                    null);
        }

        private void promised() {
            openComplaint(Grade.ORDINARY);
            runJobs();
            as("desk1")
                    .does("contactComplainant", "words", "电话联系")
                    .does("investigate", "findings", "属实", "plan", "制止", "second", "desk2")
                    .hands(
                            "answerComplainant",
                            "answer",
                            "已制止",
                            "response",
                            "SILENT",
                            "what1",
                            "贴告示",
                            "staff1",
                            "desk2",
                            "dueAt1",
                            hence(24));
        }

        private void asks() {
            boolean suggests = random.nextBoolean();
            open(told(
                    suggests ? EnquiryDesk.SUGGESTION : EnquiryDesk.CONSULTATION,
                    suggests ? "SUGGEST_FACILITIES" : "CONSULT_FEES",
                    suggests ? Map.of("passTo", "plumbing-east") : Map.of()));
        }

        private void takesOut() {
            open(told(
                    GoodsDesk.KIND,
                    "GOODS_MOVING",
                    Map.of("applicant", "OWNER", "proof", "IDENTITY", "goods", "纸箱 5\n冰箱 1")));
        }

        private Intake told(String kind, String category, Map<String, String> details) {
            return new Intake(
                    kind,
                    category,
                    "1-1-101",
                    null,
                    null,
                    new Reporter("张三", "13812345678", null),
                    Channel.PHONE,
                    "搬家",
                    Danger.NONE,
                    Scope.PERSONAL,
                    false,
                    null,
                    new Details(details),
                    null);
        }

        private void applies() {
            forgetOthers();
            siteRules(City.NATIONAL, false, false);
            apply(one(List.of("ordinary", "wetRoom", "bearingOpening", "waterproofing")), "true");
            if (flow.equals("renovation-supplement.bpmn")) {
                check("PLAN");
            }
        }

        private void atWork() {
            siteRules(City.NATIONAL, false, false);
            begin();
            firstDay();
            patrol();
        }

        private void manyReport() {
            String incident = register(atHome("BURST_PIPE", Danger.NONE));
            for (int report = 0; report < 2; report++) {
                bean(IncidentDesk.class)
                        .open(
                                ManyReports.told(
                                        tickets.get(incident),
                                        Channel.PHONE,
                                        "1-1-101",
                                        "1397%07d".formatted(TYPED.incrementAndGet())),
                                incident,
                                "desk1",
                                time.instant());
            }
            turnTo(incident);
        }

        private void repaired(String category) {
            register(atHome(category, Danger.NONE));
            if (category.equals("SEEPAGE")) {
                as("desk1").does("tellPlan", "plan", "补缝后重做防水");
            }
            repairedBy("plumber1");
            runtime.startProcessInstanceByKey("returnVisit", number());
        }

        private void rains() {
            // Each life has days of its own, for the desk is the same for all
            time.pass(Duration.ofDays(365L + RAINS.incrementAndGet()));
            repaired("SEEPAGE");
            runJobs();
            as("desk1").does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
            time.pass(Duration.ofDays(1));
            as("desk1").act(() -> bean(RainDesk.class).declare("east", day(time.instant()), "desk1", time.instant()));
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }

    private static String said(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return (failure.getClass().getSimpleName() + ": " + cause.getClass().getSimpleName() + ": "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""))
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-26-\\d+", "…");
    }

    /** @return the flow of a diagram or of the steps that show a form; those that ask a table */
    private static List<String> flows(String file) {
        if (file.endsWith(".bpmn")) {
            return List.of(file);
        }
        if (file.endsWith(".dmn")) {
            return ASKED_BY.get(file);
        }
        String form = Models.forms().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow()
                .id();
        return Models.bytes().entrySet().stream()
                .filter(model -> model.getKey().endsWith(".bpmn")
                        && Models.formsOf(model.getValue()).contains(form))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @return what the product keeps, as a text */
    private static String rows() {
        JdbcClient database = bean(JdbcClient.class);
        String kept = database
                .sql(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public' and lower(table_name) not like 'act%' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        return String.join(
                "\n",
                database.sql("script simple nopasswords nosettings table " + kept)
                        .query(String.class)
                        .list());
    }
}
