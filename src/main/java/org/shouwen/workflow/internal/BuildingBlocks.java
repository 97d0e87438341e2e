package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.NoticeNames;
import org.shouwen.workflow.internal.Markup.Element;

/**
 * The building blocks that managers draw with. An element template of Camunda 7 can bind neither listeners nor timers: it
 * carries what was chosen, as {@code camunda:property}, and from that everything technical is written here, for whatever
 * editor it comes from. What is as it should be stays to the byte.
 */
final class BuildingBlocks {

    /** Who does a step. */
    static final String WHO = "who";

    /** How long a step or a wait lasts. */
    static final String WAITING = "waiting";

    /** Takes whatever the form of a manager's own step asks. */
    static final String LISTENER = "ownStepListener";

    /** Brings up that it is late. */
    static final String LATE = "ownStepLateListener";

    /** What its id begins with, before that of the step. */
    static final String TIMEOUT = "timeout_";

    static final String SUPERVISES = "startSupervisionDelegate";
    static final String CAUSE = "cause";
    static final String OWN_STEP = "OWN_STEP";

    private static final String SHOWS = "showFactsListener";
    private static final String ASSIGNEE = "assignee";
    private static final String GROUPS = "candidateGroups";
    private static final String DELEGATE = "delegateExpression";
    private static final String EVENT = "event";
    private static final String TASK_LISTENER = "taskListener";
    private static final String TIMER = "timerEventDefinition";
    private static final String DATE = "timeDate";
    private static final String EXTENSIONS = "extensionElements";

    /** Who can do a step, by what is chosen: the attribute, and what it asks. Each finds somebody, whatever the ticket. */
    private static final Map<String, List<String>> PEOPLE = new LinkedHashMap<>();

    static {
        PEOPLE.put("HANDLER", List.of(ASSIGNEE, "people.worker"));
        PEOPLE.put("FIRST_RESPONDER", List.of(ASSIGNEE, "people.firstResponder"));
        PEOPLE.put("POST", List.of(GROUPS, "people.post"));
        PEOPLE.put("FRONT_DESK", List.of(GROUPS, "people.frontDesk"));
        PEOPLE.put("LEAD", List.of(GROUPS, "people.leads"));
        PEOPLE.put("SUPERVISOR", List.of(GROUPS, "people.supervisors"));
        PEOPLE.put("MANAGER", List.of(GROUPS, "people.managers"));
    }

    private final Markup diagram;

    private BuildingBlocks(Markup diagram) {
        this.diagram = diagram;
    }

    /** @return what can be chosen, with the bean's question that says who that is, {@code people.managers} */
    static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        PEOPLE.forEach((chosen, asked) -> people.put(chosen, asked.get(1)));
        return people;
    }

    /** @param kind {@code assignee} or {@code candidateGroups} */
    static Stream<String> people(String kind) {
        return PEOPLE.values().stream()
                .filter(asked -> asked.get(0).equals(kind))
                .map(asked -> call(asked.get(1)));
    }

    private static String call(String question) {
        return "${" + question + "(execution)}";
    }

    /** @return the template that an element was made with; empty where it was made with none */
    static String template(Element element) {
        return Optional.ofNullable(element.attribute(Flow.CAMUNDA, "modelerTemplate"))
                .orElse("");
    }

    /** Writes what the blocks of a diagram need. */
    static void write(Markup diagram) {
        BuildingBlocks blocks = new BuildingBlocks(diagram);
        diagram.elements().forEach(element -> {
            switch (template(element)) {
                case Blocks.STEP -> blocks.step(element);
                case Blocks.WAIT -> blocks.wait(element);
                case Blocks.NOTICE -> blocks.notice(element);
                case Blocks.TABLE -> blocks.delegate(element, AskedTables.DELEGATE);
                default -> {
                    // Drawn by hand, or complete as the template makes it
                }
            }
        });
    }

    // ---- 人工步骤

    private void step(Element step) {
        who(step);
        List<Element> there = extensions(step, TASK_LISTENER);
        List<String> missing = new ArrayList<>();
        if (!tells(there, "create", SHOWS)) {
            missing.add(listener(step, "create", SHOWS, "", " />"));
        }
        if (!tells(there, "complete", LISTENER)) {
            missing.add(listener(step, "complete", LISTENER, "", " />"));
        }
        chosen(step, WAITING).map(WaitingTimes::expression).ifPresent(by -> {
            diagram.set(step, Flow.CAMUNDA, "dueDate", by);
            late(step, there, by).ifPresent(missing::add);
        });
        extend(step, missing);
    }

    private void who(Element step) {
        chosen(step, WHO).map(PEOPLE::get).ifPresent(asked -> {
            for (String kind : List.of(ASSIGNEE, GROUPS)) {
                diagram.set(step, Flow.CAMUNDA, kind, kind.equals(asked.get(0)) ? call(asked.get(1)) : null);
            }
        });
    }

    /** @return the listener, where there is none to put right */
    private Optional<String> late(Element step, List<Element> listeners, String by) {
        List<Element> late = listeners.stream()
                .filter(listener -> "timeout".equals(listener.attribute(EVENT)))
                .toList();
        if (late.isEmpty()) {
            String timer = step.sibling(TIMER);
            String date = step.sibling(DATE);
            return Optional.of(listener(
                    step,
                    "timeout",
                    LATE,
                    " id=\"" + TIMEOUT + step.attribute("id") + "\"",
                    "><" + timer + "><" + date + ">" + Markup.escaped(by) + "</" + date + "></" + timer + "></"
                            + step.spelled(Flow.CAMUNDA, TASK_LISTENER) + ">"));
        }
        late.forEach(listener -> {
            diagram.set(listener, "id", TIMEOUT + step.attribute("id"));
            diagram.set(listener, DELEGATE, "${" + LATE + "}");
            listener.children(TIMER).forEach(timer -> timer.children(DATE).forEach(date -> diagram.put(date, by)));
        });
        return Optional.empty();
    }

    private static boolean tells(List<Element> listeners, String event, String bean) {
        return listeners.stream()
                .anyMatch(listener -> event.equals(listener.attribute(EVENT))
                        && ("${" + bean + "}").equals(listener.attribute(DELEGATE)));
    }

    private static String listener(Element step, String event, String bean, String more, String end) {
        return "<" + step.spelled(Flow.CAMUNDA, TASK_LISTENER) + " event=\"" + event + "\" " + DELEGATE + "=\"${" + bean
                + "}\"" + more + end;
    }

    // ---- 等待

    private void wait(Element wait) {
        chosen(wait, WAITING).map(WaitingTimes::expression).ifPresent(by -> {
            List<Element> timers = wait.children(TIMER);
            String date = wait.sibling(DATE);
            String written = "<" + date + ">" + Markup.escaped(by) + "</" + date + ">";
            if (timers.isEmpty()) {
                String timer = wait.sibling(TIMER);
                diagram.add(
                        wait,
                        wait.children().isEmpty()
                                ? null
                                : wait.children().get(wait.children().size() - 1),
                        List.of("<" + timer + ">" + written + "</" + timer + ">"));
                return;
            }
            Element timer = timers.get(0);
            // An editor that knows no waiting times leaves the timer bare, or another kind of it
            timer.children().stream()
                    .filter(time -> !time.name().equals(DATE) && time.name().startsWith("time"))
                    .forEach(diagram::remove);
            if (timer.children(DATE).isEmpty()) {
                diagram.add(timer, null, List.of(written));
            } else {
                diagram.put(timer.children(DATE).get(0), by);
            }
        });
    }

    // ---- 通知

    /** A wording is for somebody, whom its name ends with. */
    private void notice(Element notice) {
        extensions(notice, "inputParameter").stream()
                .filter(parameter -> "message".equals(parameter.attribute("name")))
                .map(diagram::content)
                .filter(NoticeNames::isName)
                .findFirst()
                .ifPresent(stem -> delegate(notice, notifies(NoticeNames.audience(stem))));
    }

    /** @return the bean that tells somebody */
    static String notifies(String audience) {
        return "notify" + Character.toUpperCase(audience.charAt(0)) + audience.substring(1) + "Delegate";
    }

    private void delegate(Element step, String bean) {
        diagram.set(step, Flow.CAMUNDA, DELEGATE, "${" + bean + "}");
        diagram.set(step, Flow.CAMUNDA, "asyncBefore", "true");
    }

    // ---- the file

    private Optional<String> chosen(Element element, String property) {
        return extensions(element, "property").stream()
                .filter(one -> property.equals(one.attribute("name")))
                .map(one -> one.attribute("value"))
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    private static List<Element> extensions(Element element, String kind) {
        return element.children(EXTENSIONS).stream()
                .flatMap(BuildingBlocks::below)
                .filter(child -> child.name().equals(kind))
                .toList();
    }

    private static Stream<Element> below(Element element) {
        return element.children().stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private void extend(Element step, List<String> lines) {
        List<Element> there = step.children(EXTENSIONS);
        if (there.isEmpty() && !lines.isEmpty()) {
            List<Element> said = step.children("documentation");
            String extensions = step.sibling(EXTENSIONS);
            diagram.add(
                    step,
                    said.isEmpty() ? null : said.get(said.size() - 1),
                    List.of("<" + extensions + ">" + String.join("", lines) + "</" + extensions + ">"));
        } else if (!there.isEmpty()) {
            List<Element> inside = there.get(0).children();
            diagram.add(there.get(0), inside.isEmpty() ? null : inside.get(inside.size() - 1), lines);
        }
    }
}
