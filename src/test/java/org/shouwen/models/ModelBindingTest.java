package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.complaint.ComplaintDesk;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.repair.RepairDesk;
import org.shouwen.rulebook.Codes;
import org.shouwen.testing.Beans;
import org.shouwen.testing.Models;
import org.shouwen.testing.Models.Diagram;
import org.shouwen.testing.Models.Form;
import org.shouwen.testing.Models.Table;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.StartListener;
import org.shouwen.workflow.Variable;
import org.shouwen.workflow.internal.ShippedTables;

/** Models and code name the same things: the binding table of {@code docs/architecture.md}, in both directions. */
class ModelBindingTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "notification");

    private static final Pattern BEAN = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");
    private static final Pattern BEAN_CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution\\)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?(\\w+)( == '\\w+')?}");
    private static final Pattern CHOICE =
            Pattern.compile("\\.(?:c|optionalC)hoices?\\(\\s*\"(\\w+)\",\\s*\"[^\"]*\",\\s*([\\w.]+)\\.class\\)");
    private static final Pattern TEXT =
            Pattern.compile("\\.(?:text|optionalText)\\(\\s*\"(\\w+)\",\\s*\"[^\"]*\",\\s*(\\d+)\\)");
    private static final Pattern READ =
            Pattern.compile("\\.(text|optionalText|choice|optionalChoice|date)\\(\\s*\"(\\w+)\"");
    private static final Pattern YUAN = Pattern.compile("\\.yuan\\(\\s*\"(\\w+)\",\\s*\"[^\"]*\",\\s*(\\w+)\\)");
    private static final Pattern WHOLE =
            Pattern.compile("\\.whole\\(\\s*\"(\\w+)\",\\s*\"[^\"]*\",\\s*\\w+,\\s*(\\w+),\\s*(\\w+)\\)");

    /** Readings that refuse what is empty. */
    private static final Set<String> DEMANDING = Set.of("text", "choice", "date");

    private static final Pattern SHOWN = Pattern.compile("\"(show_\\w+)\"");
    private static final Pattern SHOWS = Pattern.compile("show_\\w+");
    private static final Pattern DECISION_CALL =
            Pattern.compile("\\.row(?:s|Ever)?\\(\\s*(?:\"(\\w+)\"|([A-Z_]+))\\s*,");

    private static final String KIND = "kind";

    /** Inputs whose values people make up: names, and no codes of the program. */
    private static final Set<String> NAMES = Set.of("waiting", "category");

    /** What the server writes into steps that managers draw; no shipped model has one. */
    private static final String BLOCKS = mainSource("org/shouwen/workflow/internal/BuildingBlocks.java");

    private static final Pattern BLOCK_USE = Pattern.compile("\"(\\w+Listener|people\\.\\w+)\"");

    /** Features bring these. */
    private static final List<String> KINDS = List.of(
            RepairDesk.KIND,
            ComplaintDesk.KIND,
            "CONSULTATION",
            "SUGGESTION",
            "PRAISE",
            "SERVICE",
            RenovationDesk.KIND,
            GoodsDesk.KIND);

    private final List<Diagram> diagrams = Models.diagrams();
    private final List<Table> tables = Models.tables();
    private final List<Form> forms = Models.forms();
    private final Map<String, ProcessContract> contracts = contracts();
    private final List<String> findings = new ArrayList<>();

    // ---- files and ids

    @Test
    void foldersAreFlatAndHoldModelsOnly() {
        for (Path folder : List.of(Models.BPMN, Models.FORMS)) {
            String kinds = folder.equals(Models.BPMN) ? ".*\\.(bpmn|dmn)" : ".*\\.form";
            for (Path entry : Models.entries(folder)) {
                if (!Files.isRegularFile(entry) || !entry.toString().matches(kinds)) {
                    findings.add(entry + ": only models lie here, side by side");
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void fileNameIsTheIdInside() {
        for (Diagram diagram : diagrams) {
            only(diagram.file(), diagram.all(Process.class), "process");
            fileName(diagram.file(), diagram.id(), ".bpmn");
        }
        for (Table table : tables) {
            only(table.file(), table.model().getModelElementsByType(Decision.class), "decision");
            fileName(table.file(), table.id(), ".dmn");
        }
        forms.forEach(form -> fileName(form.file(), form.id(), ".form"));
        assertThat(findings).isEmpty();
    }

    private void only(String file, Collection<?> found, String what) {
        if (found.size() != 1) {
            findings.add(file + ": holds " + found.size() + " of " + what + ", not one");
        }
    }

    private void fileName(String file, String id, String ending) {
        String expected = Models.kebab(id) + ending;
        if (!file.equals(expected)) {
            findings.add(file + " " + id + ": the file should be " + expected);
        }
    }

    @Test
    void everyProcessHasItsContract() {
        Set<String> processes = ids(diagrams, Diagram::id);
        bothWays("process without contract", processes, "contract without process", contracts.keySet());
        Beans.of(ProcessContract.class).forEach((bean, type) -> {
            if (!Beans.isProcessPackage(type) || !type.getSimpleName().endsWith("Process")) {
                findings.add(type.getName() + ": a contract is a …Process in a process package");
            }
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void calledProcessesExist() {
        Set<String> processes = ids(diagrams, Diagram::id);
        each(CallActivity.class, (diagram, call) -> {
            if (!processes.contains(call.getCalledElement())) {
                findings.add(diagram.at(call) + "calls " + call.getCalledElement() + ", which does not exist");
            }
        });
        assertThat(findings).isEmpty();
    }

    // ---- delegates and listeners

    @Test
    void everyDelegateIsABeanAndInUse() {
        Set<String> used = new TreeSet<>();
        eachDelegated((diagram, task) -> {
            String bean = bean(diagram.at(task), Models.delegateOf(task), JavaDelegate.class, "Delegate");
            used.add(bean);
            String stem = task.getId().replaceFirst("^[a-zA-Z]+_", "");
            String delegate = bean.replaceFirst("Delegate$", "");
            if (!stem.matches(Pattern.quote(delegate) + "([A-Z].*)?")) {
                findings.add(diagram.at(task) + "the id should go on with " + delegate);
            }
        });
        // A block of managers alone
        used.add("askTableDelegate");
        notUsed("delegate", Beans.of(JavaDelegate.class).keySet(), used);
        assertThat(findings).isEmpty();
    }

    @Test
    void everyListenerIsABeanAndInUse() {
        Set<String> used = new TreeSet<>();
        each(
                CamundaTaskListener.class,
                (diagram, listener) -> used.add(bean(
                        diagram.at(owner(listener)),
                        listener.getCamundaDelegateExpression(),
                        TaskListener.class,
                        "Listener")));
        each(
                CamundaExecutionListener.class,
                (diagram, listener) -> used.add(bean(
                        diagram.at(owner(listener)),
                        listener.getCamundaDelegateExpression(),
                        ExecutionListener.class,
                        "Listener")));
        Set<String> listeners = new TreeSet<>(Beans.of(TaskListener.class).keySet());
        listeners.addAll(Beans.of(ExecutionListener.class).keySet());
        used.addAll(blocks().toList());
        notUsed("listener", listeners, used);
        assertThat(findings).isEmpty();
    }

    private String bean(String at, String expression, Class<?> type, String ending) {
        Matcher matcher = BEAN.matcher(String.valueOf(expression));
        if (!matcher.matches()) {
            findings.add(at + "is not bound to a bean: " + expression);
            return "";
        }
        String name = matcher.group(1);
        Class<?> bean = Beans.ofProcessPackages().get(name);
        if (bean == null || !type.isAssignableFrom(bean)) {
            findings.add(at + "no " + type.getSimpleName() + " named " + name + " in a process package");
        } else if (!name.endsWith(ending) || !bean.getSimpleName().equalsIgnoreCase(name)) {
            findings.add(at + "bean " + name + " and class " + bean.getSimpleName() + " should have one name");
        }
        return name;
    }

    private static String mainSource(String file) {
        try {
            return Files.readString(SOURCES.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> blocks() {
        return BLOCK_USE.matcher(BLOCKS).results().map(use -> use.group(1));
    }

    private void notUsed(String what, Set<String> present, Set<String> used) {
        present.stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> findings.add(name + ": no model uses this " + what));
    }

    // ---- forms

    @Test
    void everyUserTaskHasItsFormAndListener() {
        Set<String> used = new TreeSet<>();
        each(UserTask.class, (diagram, task) -> {
            String stem = task.getId().replaceFirst("userTask_", "");
            form(diagram.at(task), stem, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), used);
            List<String> completing = listeners(task, "complete");
            if (!completing.equals(List.of("${" + stem + "Listener}"))) {
                findings.add(diagram.at(task) + "should be completed by ${" + stem + "Listener}, not " + completing);
            } else if (!Beans.of(FormListener.class).containsKey(stem + "Listener")) {
                findings.add(diagram.at(task) + stem + "Listener is no FormListener");
            }
        });
        each(StartEvent.class, (diagram, start) -> {
            if (start.getCamundaFormRef() != null) {
                String form = start.getCamundaFormRef();
                form(diagram.at(start), form, form, start.getCamundaFormRefBinding(), used);
                if (startListener(start) == null) {
                    findings.add(diagram.at(start) + "has a form but no StartListener");
                }
            }
        });
        ids(forms, Form::id).stream()
                .filter(form -> !used.contains(form))
                .forEach(form -> findings.add(Models.kebab(form) + ".form: no model uses this form"));
        assertThat(findings).isEmpty();
    }

    private void form(String at, String expected, String formRef, String binding, Set<String> used) {
        used.add(String.valueOf(formRef));
        if (!expected.equals(formRef)) {
            findings.add(at + "formRef should be " + expected + ", not " + formRef);
        }
        if (!"deployment".equals(binding)) {
            findings.add(at + "formRefBinding should be deployment, not " + binding);
        }
        if (formOf(formRef) == null) {
            findings.add(at + "no forms/" + Models.kebab(String.valueOf(formRef)) + ".form");
        }
    }

    @Test
    void formFieldsAreWhatTheListenerReads() {
        eachHandIn(this::fields);
        assertThat(findings).isEmpty();
    }

    private void fields(Form form, Class<?> listener, Set<String> inputs) {
        for (String field : form.inputs().keySet()) {
            if (!inputs.contains(field)) {
                findings.add(
                        form.file() + " input_" + field + ": " + listener.getSimpleName() + " does not declare it");
            }
        }
        for (String input : inputs) {
            if (!form.inputs().containsKey(input)) {
                findings.add(form.file() + ": has no field input_" + input + ", which " + listener.getSimpleName()
                        + " declares");
            }
        }
        form.components()
                .filter(component -> component.has("key"))
                .map(component -> component.path("key").asText())
                .filter(key -> !key.startsWith("input_"))
                .forEach(key -> findings.add(form.file() + " " + key + ": a key begins with input_"));
    }

    @Test
    void choicesAreWhatTheListenerKnows() {
        eachHandIn(this::choices);
        assertThat(findings).isEmpty();
    }

    private void choices(Form form, Class<?> listener, Set<String> inputs) {
        Map<String, List<String>> known = new TreeMap<>();
        CHOICE.matcher(Beans.source(listener))
                .results()
                .forEach(choice -> known.put(choice.group(1), enumCodes(listener, choice.group(2))));
        if (form.inputs().containsKey("category")) {
            String kind = form.id().substring("register".length()).toUpperCase(Locale.ROOT);
            known.put("category", List.copyOf(categories(kind).keySet()));
        }
        form.inputs().forEach((name, field) -> {
            String at = form.file() + " input_" + name + ": ";
            List<String> offered = offered(field);
            if (offered.isEmpty()) {
                if (known.containsKey(name)) {
                    findings.add(at + "offers nothing, " + listener.getSimpleName() + " takes " + known.get(name));
                }
            } else if (!offered.equals(known.get(name)) && !sameCodes(offered, known.get(name))) {
                findings.add(at + "offers " + offered + ", " + listener.getSimpleName() + " takes " + known.get(name));
            }
            if (field.has("defaultValue")
                    && !offered.isEmpty()
                    && !offered.contains(field.path("defaultValue").asText())) {
                findings.add(at + "its default is not among its choices");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"REPAIR, registerRepair", "COMPLAINT, registerComplaint", "RENOVATION, registerRenovation"})
    void categoriesReadAsInTheDatabase(String kind, String form) {
        JsonNode field = formOf(form).inputs().get("category");
        Map<String, String> shown = new HashMap<>();
        field.path("values")
                .forEach(value -> shown.put(
                        value.path("value").asText(), value.path("label").asText()));
        assertThat(shown).isEqualTo(categories(kind));
    }

    @Test
    void textsAreAsLongAsTheListenerAllows() {
        eachHandIn(this::texts);
        assertThat(findings).isEmpty();
    }

    private void texts(Form form, Class<?> listener, Set<String> inputs) {
        Map<String, Set<Integer>> allowed = new TreeMap<>();
        TEXT.matcher(Beans.source(listener)).results().forEach(text -> allowed.computeIfAbsent(
                        text.group(1), name -> new TreeSet<>())
                .add(Integer.parseInt(text.group(2))));
        form.inputs().forEach((name, field) -> {
            JsonNode max = field.path("validate").path("maxLength");
            boolean isText =
                    Set.of("textfield", "textarea").contains(field.path("type").asText());
            if (isText && !allowed.getOrDefault(name, Set.of()).equals(Set.of(max.asInt()))) {
                findings.add(form.file() + " input_" + name + ": at most " + max.asInt() + " characters, "
                        + listener.getSimpleName() + " takes " + allowed.get(name));
            }
        });
    }

    /** What a listener refuses where it is empty the form asks for beforehand. */
    @Test
    void whatTheListenerDemandsTheFormRequires() {
        eachHandIn(this::demands);
        assertThat(findings).isEmpty();
    }

    private void demands(Form form, Class<?> listener, Set<String> inputs) {
        Map<String, Set<String>> reads = new TreeMap<>();
        READ.matcher(Beans.source(listener)).results().forEach(read -> reads.computeIfAbsent(
                        read.group(2), name -> new TreeSet<>())
                .add(read.group(1)));
        form.inputs().forEach((name, field) -> {
            boolean demanded = !reads.getOrDefault(name, Set.of()).isEmpty() && DEMANDING.containsAll(reads.get(name));
            if (demanded && !field.path("validate").path("required").asBoolean()) {
                findings.add(form.file() + " input_" + name + ": is not required, " + listener.getSimpleName()
                        + " refuses it where it is empty");
            }
        });
    }

    @Test
    void numbersAreInTheBoundsOfTheListener() {
        eachHandIn(this::numbers);
        assertThat(findings).isEmpty();
    }

    private void numbers(Form form, Class<?> listener, Set<String> inputs) {
        Map<String, List<Integer>> bounds = new TreeMap<>();
        YUAN.matcher(Beans.source(listener))
                .results()
                .forEach(read -> bounds.put(read.group(1), List.of(0, number(listener, read.group(2)))));
        WHOLE.matcher(Beans.source(listener))
                .results()
                .forEach(read -> bounds.put(
                        read.group(1), List.of(number(listener, read.group(2)), number(listener, read.group(3)))));
        form.inputs().forEach((name, field) -> {
            JsonNode validate = field.path("validate");
            List<Integer> asked = List.of(
                    validate.path("min").asInt(Integer.MIN_VALUE),
                    validate.path("max").asInt(Integer.MAX_VALUE));
            if (field.path("type").asText().equals("number") && !asked.equals(bounds.get(name))) {
                findings.add(form.file() + " input_" + name + ": takes " + asked + ", " + listener.getSimpleName()
                        + " takes " + bounds.get(name));
            }
        });
    }

    /** @param written a number, or the name of a constant of the listener */
    private static int number(Class<?> listener, String written) {
        if (written.matches("\\d+")) {
            return Integer.parseInt(written);
        }
        try {
            Field constant = listener.getDeclaredField(written);
            constant.setAccessible(true);
            return constant.getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(listener.getName() + " has no number " + written, e);
        }
    }

    /** People will edit forms: each of these edits has to turn one of the tests above red. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reportWork   | input_work           | key                | input_other
            reportWork   | input_work           | validate/maxLength | 1001
            reportWork   | input_work           | validate/required  | false
            reportWork   | input_cost           | validate/max       | 100001
            reportWork   | input_materialSource | values             | []
            """)
    void anEditedFormThatDoesNotFitItsListenerIsFound(String form, String key, String part, String value)
            throws IOException {
        Form edited = new Form(form + ".form", formOf(form).json().deepCopy());
        ObjectNode field = (ObjectNode) edited.components()
                .filter(component -> component.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
        ObjectNode holder = part.startsWith("validate/") ? (ObjectNode) field.path("validate") : field;
        holder.set(
                part.replace("validate/", ""),
                part.equals("key") ? new TextNode(value) : new ObjectMapper().readTree(value));
        Class<? extends FormListener> listener = Beans.of(FormListener.class).get(form + "Listener");
        for (HandIn check : List.<HandIn>of(this::fields, this::choices, this::texts, this::demands, this::numbers)) {
            check.check(edited, listener, Beans.bare(listener).inputs());
        }
        assertThat(findings).isNotEmpty();
    }

    @Test
    void whatAFormShowsIsSetByACreateListener() {
        Set<String> shown = new TreeSet<>();
        each(UserTask.class, (diagram, task) -> {
            Form form = formOf(task.getCamundaFormRef());
            if (form == null) {
                return;
            }
            Set<String> set = listeners(task, "create").stream()
                    .map(expression -> Beans.all().get(expression.replaceAll("[${}]", "")))
                    .filter(listener -> listener != null)
                    .flatMap(listener -> SHOWN.matcher(Beans.source(listener)).results())
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
            shows(form).forEach(name -> {
                shown.add(name);
                if (!set.contains(name)) {
                    findings.add(diagram.at(task) + form.file() + " shows " + name + ", no create listener sets it");
                }
            });
        });
        String elsewhere = mainSources()
                .filter(source -> !source.contains(" TaskListener {"))
                .collect(Collectors.joining());
        Beans.of(TaskListener.class).values().stream()
                .flatMap(listener -> SHOWN.matcher(Beans.source(listener)).results())
                .map(name -> name.group(1))
                .filter(name -> !shown.contains(name) && !elsewhere.contains(name))
                .forEach(name -> findings.add(name + ": is set for tasks, nothing shows it"));
        assertThat(findings).isEmpty();
    }

    private static Set<String> shows(Form form) {
        return form.components()
                .flatMap(component -> Stream.of(component.path("text"), component.path("valuesKey")))
                .flatMap(text -> SHOWS.matcher(text.asText()).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private interface HandIn {
        void check(Form form, Class<?> listener, Set<String> inputs);
    }

    /** Every step that takes a form, with the listener that reads it. */
    private void eachHandIn(HandIn check) {
        each(UserTask.class, (diagram, task) -> {
            Form form = formOf(task.getCamundaFormRef());
            listeners(task, "complete").forEach(expression -> {
                Class<? extends FormListener> listener =
                        Beans.of(FormListener.class).get(expression.replaceAll("[${}]", ""));
                if (form != null && listener != null) {
                    check.check(form, listener, Beans.bare(listener).inputs());
                }
            });
        });
        each(StartEvent.class, (diagram, start) -> {
            Class<? extends StartListener> listener = startListener(start);
            Form form = formOf(start.getCamundaFormRef());
            if (form != null && listener != null) {
                check.check(form, listener, Beans.bare(listener).inputs());
            }
        });
    }

    private static List<String> listeners(UserTask task, String event) {
        return task.getModelInstance().getModelElementsByType(CamundaTaskListener.class).stream()
                .filter(listener -> owner(listener).getId().equals(task.getId()))
                .filter(listener -> event.equals(listener.getCamundaEvent()))
                .map(CamundaTaskListener::getCamundaDelegateExpression)
                .toList();
    }

    private static Class<? extends StartListener> startListener(StartEvent start) {
        return start.getModelInstance().getModelElementsByType(CamundaExecutionListener.class).stream()
                .filter(listener -> owner(listener).getId().equals(start.getId()))
                .filter(listener -> "start".equals(listener.getCamundaEvent()))
                .map(listener -> Beans.of(StartListener.class)
                        .get(listener.getCamundaDelegateExpression().replaceAll("[${}]", "")))
                .filter(listener -> listener != null)
                .findFirst()
                .orElse(null);
    }

    private Form formOf(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst().orElse(null);
    }

    private static List<String> offered(JsonNode field) {
        List<String> values = new ArrayList<>();
        field.path("values").forEach(value -> values.add(value.path("value").asText()));
        return values;
    }

    private static boolean sameCodes(List<String> offered, List<String> known) {
        return known != null
                && offered.size() == known.size()
                && Set.copyOf(offered).equals(Set.copyOf(known));
    }

    /** The enum a listener names, looked for inside the listener and among its imports. */
    private static List<String> enumCodes(Class<?> listener, String name) {
        String outer = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Matcher imported = Pattern.compile("import ([\\w.]+\\." + outer + ");").matcher(Beans.source(listener));
        String type = imported.find()
                ? imported.group(1) + name.substring(outer.length()).replace('.', '$')
                : listener.getName() + "$" + name;
        try {
            return names(Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(listener.getName() + " names an enum that is not found: " + name, e);
        }
    }

    /** Labels of the shipped categories of a kind, by code. */
    private static Map<String, String> categories(String kind) {
        return ShippedTables.read(Models.bytes().get("categories.dmn")).rows().stream()
                .filter(row -> row.outputs().get(0).equals('"' + kind + '"'))
                .collect(Collectors.toMap(
                        row -> row.inputs().get(0).replace("\"", ""),
                        row -> row.outputs().get(1).replace("\"", "")));
    }

    // ---- decisions

    @Test
    void decisionsAreTheOnesThatCodeAsksFor() {
        Set<String> present = ids(tables, Table::id);
        // Read as a list, row by row
        Set<String> asked = new TreeSet<>(Set.of(CategoryTable.ID));
        mainSources().forEach(source -> decisionsIn(source).forEach(decision -> {
            asked.add(decision);
            if (!present.contains(decision)) {
                findings.add(classIn(source) + ": asks decision " + decision + ", which does not exist");
            }
        }));
        for (Table table : tables) {
            if (!asked.contains(table.id())) {
                findings.add(table.file() + " " + table.id() + ": nobody asks this decision");
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void codeHandsInTheFactsThatATableAsksFor() {
        mainSources().forEach(source -> decisionsIn(source).forEach(decision -> tables.stream()
                .filter(table -> table.id().equals(decision))
                .flatMap(table -> table.model().getModelElementsByType(Input.class).stream()
                        .map(Table::name)
                        .filter(name -> !source.contains("\"" + name + "\""))
                        .map(name -> table.file() + " " + name + ": " + classIn(source) + " does not hand it in"))
                .forEach(findings::add)));
        assertThat(findings).isEmpty();
    }

    @Test
    void codesOfTablesAreCodesOfTheProgram() {
        for (Table table : tables) {
            table.model()
                    .getModelElementsByType(Input.class)
                    .forEach(input -> codes(
                            table, Table.name(input), input.getInputExpression().getTypeRef(), input.getInputValues()));
            table.model()
                    .getModelElementsByType(Output.class)
                    .forEach(output -> codes(
                            table,
                            output.getName(),
                            codesOf(output.getName()).isEmpty() ? "free" : output.getTypeRef(),
                            output.getOutputValues()));
        }
        assertThat(findings).isEmpty();
    }

    /** @return values that a table's column may have, by the column's name; none: any text */
    private static List<String> codesOf(String column) {
        return column.equals(KIND) ? KINDS : List.copyOf(Codes.of(column).keySet());
    }

    private void codes(Table table, String column, String type, UnaryTests declared) {
        if (!"string".equals(type)) {
            return;
        }
        String at = table.file() + " " + column + ": ";
        List<String> values = declared == null
                ? List.of()
                : Arrays.stream(declared.getText().getTextContent().strip().split("\\s*,\\s*"))
                        .map(value -> value.replace("\"", ""))
                        .toList();
        if (!sameCodes(values, codesOf(column))) {
            findings.add(at + "declares " + values + ", the program knows " + codesOf(column));
        }
    }

    @Test
    void cellsUseDeclaredCodesOnly() {
        for (Table table : tables) {
            List<Input> inputs = List.copyOf(table.table().getInputs());
            List<Output> outputs = List.copyOf(table.table().getOutputs());
            table.table().getRules().forEach(rule -> {
                for (int i = 0; i < inputs.size(); i++) {
                    if (NAMES.contains(Table.name(inputs.get(i)))) {
                        continue;
                    }
                    cell(table, rule.getId(), Table.name(inputs.get(i)), text(i, rule.getInputEntries()));
                }
                for (int i = 0; i < outputs.size(); i++) {
                    if (!codesOf(outputs.get(i).getName()).isEmpty()) {
                        cell(table, rule.getId(), outputs.get(i).getName(), text(i, rule.getOutputEntries()));
                    }
                }
            });
        }
        assertThat(findings).isEmpty();
    }

    private void cell(Table table, String rule, String column, String cell) {
        Pattern.compile("\"([^\"]*)\"")
                .matcher(cell)
                .results()
                .map(code -> code.group(1))
                .filter(code -> !codesOf(column).contains(code))
                .forEach(code -> findings.add(table.file() + " " + rule + ": " + column + " has no " + code));
    }

    private static String text(int column, Collection<? extends ModelElementInstance> cells) {
        return List.copyOf(cells).get(column).getTextContent().strip();
    }

    private static List<String> decisionsIn(String source) {
        return DECISION_CALL
                .matcher(source)
                .results()
                .map(call -> call.group(1) != null ? call.group(1) : constant(source, call.group(2)))
                .filter(name -> name != null)
                .toList();
    }

    private static String constant(String source, String name) {
        Matcher value = Pattern.compile("String " + name + " = \"(\\w+)\";").matcher(source);
        return value.find() ? value.group(1) : null;
    }

    // ---- messages and variables

    @Test
    void messagesAreTheOnesOfTheContract() {
        for (Diagram diagram : diagrams) {
            Set<String> declared = diagram.all(Message.class).stream()
                    .map(Message::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> awaited = Stream.concat(
                            diagram.all(MessageEventDefinition.class).stream().map(MessageEventDefinition::getMessage),
                            diagram.all(ReceiveTask.class).stream().map(ReceiveTask::getMessage))
                    .filter(message -> message != null)
                    .map(Message::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> contract = new TreeSet<>(contract(diagram).messages());
            bothWays(
                    diagram.file() + ": message missing in the contract",
                    declared,
                    diagram.file() + ": message of the contract missing in the diagram",
                    contract);
            bothWays(
                    diagram.file() + ": message that no event awaits",
                    declared,
                    diagram.file() + ": message awaited but not declared",
                    awaited);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void variablesAreTheOnesOfTheContract() {
        Map<String, Set<String>> used = new HashMap<>();
        for (Diagram diagram : diagrams) {
            diagram.all(ConditionExpression.class).forEach(condition -> condition(diagram, condition, used));
            diagram.all(CamundaIn.class).stream()
                    .filter(in -> in.getCamundaBusinessKey() == null)
                    .forEach(in -> {
                        CallActivity call = (CallActivity) owner(in);
                        variable(diagram.at(call), diagram.id(), in.getCamundaSource(), used);
                        variable(diagram.at(call), call.getCalledElement(), in.getCamundaTarget(), used);
                    });
            diagram.all(CamundaOut.class).forEach(out -> {
                CallActivity call = (CallActivity) owner(out);
                variable(diagram.at(call), call.getCalledElement(), out.getCamundaSource(), used);
                variable(diagram.at(call), diagram.id(), out.getCamundaTarget(), used);
            });
        }
        contracts.forEach((key, contract) -> readByCode(contract)
                .forEach(name -> used.computeIfAbsent(key, k -> new TreeSet<>()).add(name)));
        eachDelegated((diagram, task) -> {
            if ("${notifyPersonDelegate}".equals(Models.delegateOf(task))) {
                variable(diagram.at(task), diagram.id(), "person", used);
            }
        });
        // Notices read a flow's facts by name
        String notices = mainSources()
                .filter(source -> source.contains("implements NoticeFacts"))
                .collect(Collectors.joining());
        contracts.forEach((key, contract) -> contract.variables().stream()
                .map(Variable::name)
                .filter(name -> !used.getOrDefault(key, Set.of()).contains(name))
                .filter(name -> !notices.contains("\"" + name + "\""))
                .forEach(name -> findings.add(Models.kebab(key) + ".bpmn: does not use the declared " + name)));
        assertThat(findings).isEmpty();
    }

    /** @return names of the contract's variables that a class of its package reads: {@code TimeLimitProcess.CLOCK.get(…)} */
    private static Set<String> readByCode(ProcessContract contract) {
        Class<?> type = contract.getClass();
        String feature = "package " + type.getPackageName() + ";";
        String sources =
                mainSources().filter(source -> source.startsWith(feature)).collect(Collectors.joining());
        Set<String> read = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            boolean asked = Pattern.compile("\\b(" + type.getSimpleName() + "\\.)?" + field.getName() + "\\s*\\.get\\(")
                    .matcher(sources)
                    .find();
            if (asked && field.getType() == Variable.class) {
                read.add(value(field).name());
            }
        }
        return read;
    }

    private static Variable<?> value(Field field) {
        try {
            field.setAccessible(true);
            return (Variable<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void condition(Diagram diagram, ConditionExpression condition, Map<String, Set<String>> used) {
        BaseElement flow = (BaseElement) condition.getParentElement();
        Matcher matcher = CONDITION.matcher(condition.getTextContent().strip());
        if (!matcher.matches()) {
            findings.add(diagram.at(flow) + "not a condition on one variable: " + condition.getTextContent());
            return;
        }
        variable(diagram.at(flow), diagram.id(), matcher.group(1), used);
        Class<?> expected = matcher.group(2) == null ? Boolean.class : String.class;
        contract(diagram).variables().stream()
                .filter(variable -> variable.name().equals(matcher.group(1)) && variable.type() != expected)
                .forEach(variable -> findings.add(diagram.at(flow) + variable.name() + " is a "
                        + variable.type().getSimpleName()));
    }

    private void variable(String at, String process, String name, Map<String, Set<String>> used) {
        used.computeIfAbsent(process, key -> new TreeSet<>()).add(String.valueOf(name));
        ProcessContract contract = contracts.get(process);
        if (contract == null
                || contract.variables().stream().map(Variable::name).noneMatch(n -> n.equals(name))) {
            findings.add(at + "the contract of " + process + " declares no " + name);
        }
    }

    @Test
    void contractsAreShort() {
        contracts.forEach((key, contract) -> {
            if (contract.variables().size() > 8) {
                findings.add(key + ": has " + contract.variables().size() + " variables, more than 8");
            }
            contract.variables().stream()
                    .filter(variable -> !Set.of(Boolean.class, String.class, Integer.class, Long.class)
                            .contains(variable.type()))
                    .forEach(variable -> findings.add(key + " " + variable.name() + ": of type " + variable.type()));
        });
        assertThat(findings).isEmpty();
    }

    // ---- notices, people, deadlines

    @Test
    void everyNoticeHasItsTemplate() {
        Set<String> sent = new TreeSet<>();
        eachDelegated((diagram, task) -> {
            String delegate = String.valueOf(Models.delegateOf(task)).replaceAll("[${}]|Delegate", "");
            List<String> messages = diagram.all(CamundaInputParameter.class).stream()
                    .filter(parameter -> owner(parameter).getId().equals(task.getId()))
                    .filter(parameter -> "message".equals(parameter.getCamundaName()))
                    .map(parameter -> parameter.getTextContent().strip())
                    .toList();
            if (delegate.startsWith("notify") != (messages.size() == 1)) {
                findings.add(diagram.at(task) + "a notice has one input parameter message, others have none");
            }
            String addressee = delegate.replaceFirst("notify", "").toLowerCase(java.util.Locale.ROOT);
            messages.forEach(message -> {
                sent.add(message);
                if (!message.endsWith(".to-" + addressee)) {
                    findings.add(diagram.at(task) + message + " should end with .to-" + addressee);
                }
                if (!Files.exists(TEMPLATES.resolve(message + ".txt"))) {
                    findings.add(diagram.at(task) + "no notification/" + message + ".txt");
                }
            });
        });
        // What a roster or a decision brings about is told by a use case, which names the template
        String code = mainSources().collect(Collectors.joining());
        Models.entries(TEMPLATES).stream()
                .map(path -> path.getFileName().toString())
                .filter(file -> !file.endsWith(".txt")
                        || !sent.contains(file.replace(".txt", ""))
                                && !code.contains("\"" + file.replace(".txt", "") + "\""))
                .forEach(file -> findings.add("notification/" + file + ": no model sends this notice"));
        assertThat(findings).isEmpty();
    }

    @Test
    void tasksAndTimersAskPeopleAndDeadlines() {
        Map<String, Set<String>> used = new TreeMap<>();
        Beans.ofProcessPackages().keySet().stream()
                .filter(bean -> bean.matches("people|deadlines|\\w+(People|Deadlines)"))
                .forEach(bean -> used.put(bean, new TreeSet<>()));
        each(UserTask.class, (diagram, task) -> {
            if (task.getCamundaAssignee() == null && task.getCamundaCandidateGroups() == null) {
                findings.add(diagram.at(task) + "belongs to nobody");
            }
            call(diagram.at(task), task.getCamundaAssignee(), "people", used);
            call(diagram.at(task), task.getCamundaCandidateGroups(), "people", used);
            call(diagram.at(task), task.getCamundaDueDate(), "deadlines", used);
            call(diagram.at(task), task.getCamundaFollowUpDate(), "deadlines", used);
        });
        each(TimerEventDefinition.class, (diagram, timer) -> Stream.of(
                        timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .filter(time -> time != null)
                .forEach(time -> call(diagram.at(timer), time.getTextContent().strip(), "deadlines", used)));
        blocks().filter(use -> use.startsWith("people."))
                .forEach(use -> used.get("people").add(use.substring("people.".length())));
        used.get("deadlines").add("waiting");
        used.forEach((bean, methods) -> publicMethods(bean)
                .filter(method -> !methods.contains(method))
                .forEach(method -> findings.add(bean + "." + method + ": no model asks for it")));
        assertThat(findings).isEmpty();
    }

    private void call(String at, String expression, String bean, Map<String, Set<String>> used) {
        if (expression == null) {
            return;
        }
        Matcher matcher = BEAN_CALL.matcher(expression);
        if (!matcher.matches()
                || !matcher.group(1).toLowerCase(java.util.Locale.ROOT).endsWith(bean)) {
            findings.add(at + "should ask ${" + bean + ".…(execution)}, not " + expression);
        } else if (!used.containsKey(matcher.group(1))) {
            findings.add(at + "there is no bean " + matcher.group(1));
        } else if (publicMethods(matcher.group(1)).noneMatch(method -> method.equals(matcher.group(2)))) {
            findings.add(at + matcher.group(1) + " has no public method " + matcher.group(2));
        } else {
            used.get(matcher.group(1)).add(matcher.group(2));
        }
    }

    private static Stream<String> publicMethods(String bean) {
        return Arrays.stream(Beans.ofProcessPackages().get(bean).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(java.lang.reflect.Method::getName);
    }

    // ---- common

    private interface Check<T> {
        void check(Diagram diagram, T element);
    }

    private <T extends ModelElementInstance> void each(Class<T> type, Check<T> check) {
        diagrams.forEach(diagram -> diagram.all(type).forEach(element -> check.check(diagram, element)));
    }

    private void eachDelegated(Check<Task> check) {
        diagrams.forEach(diagram -> diagram.delegated().forEach(task -> check.check(diagram, task)));
    }

    private void bothWays(String left, Set<String> lefts, String right, Set<String> rights) {
        Predicate<String> inRight = rights::contains;
        Predicate<String> inLeft = lefts::contains;
        lefts.stream().filter(inRight.negate()).forEach(name -> findings.add(left + ": " + name));
        rights.stream().filter(inLeft.negate()).forEach(name -> findings.add(right + ": " + name));
    }

    private ProcessContract contract(Diagram diagram) {
        ProcessContract contract = contracts.get(diagram.id());
        assertThat(contract).as("contract of " + diagram.file()).isNotNull();
        return contract;
    }

    private static Map<String, ProcessContract> contracts() {
        return Beans.of(ProcessContract.class).values().stream()
                .map(Beans::bare)
                .collect(Collectors.toMap(ProcessContract::key, contract -> contract, (a, b) -> a, TreeMap::new));
    }

    private static <T> Set<String> ids(List<T> models, java.util.function.Function<T, String> id) {
        return models.stream().map(id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The element of the diagram that an extension belongs to. */
    private static BaseElement owner(ModelElementInstance extension) {
        ModelElementInstance parent = extension.getParentElement();
        while (!(parent instanceof BaseElement element && element.getId() != null)) {
            parent = parent.getParentElement();
        }
        return element;
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static Stream<String> mainSources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(ModelBindingTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String classIn(String source) {
        Matcher name = Pattern.compile("(?:class|interface|record|enum) (\\w+)").matcher(source);
        return name.find() ? name.group(1) : "?";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
