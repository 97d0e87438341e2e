package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * What is judged of models, whatever channel they come through: what they may contain at all ({@link BpmnRules},
 * {@link DmnRules}, {@link FormRules}: allow-lists that protect the engine), what the business needs of them
 * ({@link FlowRules}, {@link FlowShape}, {@link TableRules}, {@link FormFields}), and how they should look
 * ({@link FlowStyle}, warnings).
 */
class ModelRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINE = Pattern.compile("Line=(\\d+)");
    /** What a schema's fault quotes first. */
    private static final Pattern AGAINST_THE_SCHEMA =
            Pattern.compile("cvc-[^:]+: [^'\"]*['\"](?:\\{\"[^\"]*\":)?([^'\"{}]{1,80})");
    /** By what only their files name. */
    private static final Map<String, String> OTHER_ENGINES = Map.of(
            "http://camunda.org/schema/zeebe/", "Camunda 8（Zeebe）",
            "http://flowable.org/bpmn", "Flowable");

    static final int LARGEST = 1_000_000;
    static final String TOO_LARGE = "文件超过 1 MB，请去掉图片等多余的内容";

    private final Program program;
    private final ShippedModels shipped;
    private final BpmnRules diagrams;
    private final FlowRules flows;
    private final TableRules tables;
    private final FormFields fields;

    ModelRules(Program program) {
        this.program = program;
        this.shipped = new ShippedModels(program);
        this.diagrams = new BpmnRules(program::declares, shipped);
        this.flows = new FlowRules(program, shipped);
        this.tables = new TableRules(program, shipped);
        this.fields = new FormFields(program, shipped);
    }

    /** @return the model with what has one meaning only put right; the same bytes where nothing was */
    byte[] corrected(String file, byte[] bytes) {
        // What is too large is refused unread
        return bytes.length > LARGEST
                ? bytes
                : ModelCorrections.of(
                        file,
                        bytes,
                        program.contracts().stream().map(ProcessContract::key).collect(Collectors.toSet()));
    }

    /**
     * @param resources what is deployed together, by file name
     * @param decisionExists whether a decision with that id is deployed already
     */
    Judgement judge(Map<String, byte[]> resources, Predicate<String> decisionExists) {
        return judge(resources, decisionExists, file -> true, true);
    }

    /** The same for a deployment: what is as it was shipped was judged by the build, and is not held against itself again. */
    Judgement judgeDeployed(Map<String, byte[]> resources, Predicate<String> decisionExists) {
        return judge(resources, decisionExists, file -> !shipped.isShipped(file, resources.get(file)), false);
    }

    /**
     * The same for what somebody wants to change: what tickets that are worked on have must not go. With what is taken back it
     * may, and they keep what it was.
     */
    Judgement judgeProposed(Map<String, byte[]> resources, Predicate<String> decisionExists) {
        Judgement judgement =
                judge(resources, decisionExists, file -> !shipped.isShipped(file, resources.get(file)), true);
        String file = ModelNames.kebab(CategoryTable.ID) + ModelVersions.TABLE;
        if (resources.containsKey(file) && judgement.faults().isEmpty()) {
            TableModel table = TableModel.in(Dmn.readModelFromStream(new ByteArrayInputStream(resources.get(file)))
                            .getDocument()
                            .getRootElement())
                    .get(0);
            CategoryRules.keepsWhatIsInUse(
                    table, program.usedCategories(), judgement.of(file, "《" + table.name() + "》")::fault);
        }
        return judgement;
    }

    /** @param proposed also what is as it was shipped must leave the flows in force what they wait by */
    private Judgement judge(
            Map<String, byte[]> resources,
            Predicate<String> decisionExists,
            Predicate<String> asksBusiness,
            boolean proposed) {
        Judgement judgement = new Judgement();
        One one = new One(resources, decisionExists, asksBusiness, proposed, judgement);
        resources.keySet().stream()
                .filter(file -> !isKnown(file))
                .forEach(file -> judgement.of(file, file).fault("", "", "只接受 .bpmn、.dmn、.form 文件"));
        List<String> small = resources.keySet().stream()
                .filter(ModelRules::isKnown)
                .filter(file -> one.isSmall(file))
                .toList();
        small.stream().filter(file -> file.endsWith(".form")).forEach(one::form);
        small.stream().filter(file -> file.endsWith(".dmn")).forEach(one::table);
        small.stream().filter(file -> file.endsWith(".bpmn")).forEach(one::diagram);
        one.fields();
        one.called();
        one.stillAsked();
        return judgement;
    }

    static String cause(ModelException e) {
        String said = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        if (said.contains("DOCTYPE")) {
            return "文件里不许有 DOCTYPE，请删去";
        }
        Matcher line = LINE.matcher(said);
        String where = line.find() ? "第 " + line.group(1) + " 行" : "文件";
        Matcher wrong = AGAINST_THE_SCHEMA.matcher(said);
        return wrong.find() ? where + "的“" + wrong.group(1) + "”不合格式" : where + "读不下去，可能不完整或者改坏了";
    }

    /** @return whose the file is, where it is for another engine */
    private static Optional<String> otherEngine(byte[] diagram) {
        String text = new String(diagram, StandardCharsets.UTF_8);
        return OTHER_ENGINES.entrySet().stream()
                .filter(other -> text.contains(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** @return where somebody looks, in a sentence of its own */
    static String cause(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(place -> "读到第 %d 行第 %d 个字读不下去".formatted(place.getLineNr(), place.getColumnNr()))
                .orElse("读不下去");
    }

    private static boolean isKnown(String file) {
        return file.endsWith(".form") || file.endsWith(".dmn") || file.endsWith(".bpmn");
    }

    /** Models that are deployed together. */
    private final class One {

        private final Map<String, byte[]> resources;
        private final Predicate<String> decisionExists;
        private final Predicate<String> asksBusiness;
        private final boolean proposed;
        private final Judgement judgement;
        private final Map<String, JsonNode> forms = new TreeMap<>();
        private final Map<String, String> files = new HashMap<>();
        private final Map<String, List<String>> readers = new HashMap<>();
        private final Set<String> decisions = new TreeSet<>();
        private final Set<String> flowsHere = new TreeSet<>();
        private final List<Flow> drawn = new ArrayList<>();
        private Set<String> waitingTimes;
        private Judgement.Model waitingTable;

        One(
                Map<String, byte[]> resources,
                Predicate<String> decisionExists,
                Predicate<String> asksBusiness,
                boolean proposed,
                Judgement judgement) {
            this.resources = resources;
            this.decisionExists = decisionExists;
            this.asksBusiness = asksBusiness;
            this.proposed = proposed;
            this.judgement = judgement;
        }

        boolean isSmall(String file) {
            boolean small = resources.get(file).length <= LARGEST;
            if (!small) {
                judgement.of(file, file).fault("", "", TOO_LARGE);
            }
            return small;
        }

        void form(String file) {
            Judgement.Model into = judgement.of(file, file);
            try {
                JsonNode form = JSON.readTree(new String(resources.get(file), StandardCharsets.UTF_8));
                String id = form.path("id").asText();
                FormRules.judge(form, into);
                if (id.isEmpty()) {
                    into.fault("", "", "表单没有 id");
                } else if (forms.put(id, form) != null) {
                    into.fault(id, "", "另一个表单的 id 也是 " + id);
                }
                files.put(id, file);
            } catch (JsonProcessingException e) {
                into.fault("", "", "不是有效的 JSON：" + cause(e));
            }
        }

        void table(String file) {
            DomElement root;
            try {
                root = Dmn.readModelFromStream(new ByteArrayInputStream(resources.get(file)))
                        .getDocument()
                        .getRootElement();
            } catch (ModelException e) {
                judgement.of(file, file).fault("", "", "不是有效的 DMN，请用 Camunda Modeler 打开改正：" + cause(e));
                return;
            }
            List<DomElement> found = root.getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("decision"))
                    .toList();
            found.forEach(decision -> decisions.add(String.valueOf(decision.getAttribute("id"))));
            List<TableModel> read = TableModel.in(root);
            read.stream()
                    .filter(table -> table.id().equals(WaitingTimes.TABLE))
                    .findFirst()
                    .ifPresent(table -> waitingTimes = WaitingTimes.names(table));
            Judgement.Model into = judgement.of(
                    file,
                    read.stream()
                            .map(TableModel::name)
                            .filter(name -> !name.isEmpty())
                            .findFirst()
                            .map(name -> "《" + name + "》")
                            .orElse(file));
            DmnRules.judge(root, into);
            if (asksBusiness.test(file)) {
                if (read.size() != 1 || found.size() != 1) {
                    into.fault("", "", "一个文件须有一张决策表，现有 " + found.size() + " 个决策、" + read.size() + " 张表");
                } else {
                    tables.judge(read.get(0), into);
                }
            }
            if ((proposed || asksBusiness.test(file))
                    && read.stream().anyMatch(table -> table.id().equals(WaitingTimes.TABLE))) {
                waitingTable = into;
            }
            DmnRules.cells(read, into);
        }

        void diagram(String file) {
            BpmnModelInstance model;
            try {
                model = Bpmn.readModelFromStream(new ByteArrayInputStream(resources.get(file)));
            } catch (ModelException e) {
                judgement.of(file, file).fault("", "", "不是有效的 BPMN，请用 Camunda Modeler 打开改正：" + cause(e));
                return;
            }
            Optional<String> other = otherEngine(resources.get(file));
            if (other.isPresent()) {
                judgement
                        .of(file, file)
                        .fault(
                                "",
                                "",
                                "这是 " + other.get() + " 的文件，这里用的是 Camunda 7：请从“规则”页下载现行的流程图，用 Camunda Modeler 在它上面改");
                return;
            }
            DomElement root = model.getDocument().getRootElement();
            List<Flow> found = Flow.in(root);
            found.forEach(flow -> flowsHere.add(flow.id()));
            drawn.addAll(found);
            Judgement.Model into = judgement.of(
                    file,
                    found.stream()
                            .map(Flow::name)
                            .filter(name -> !name.isEmpty())
                            .findFirst()
                            .map(name -> "《" + name + "》")
                            .orElse(file));
            Map<String, OwnAnswers> answers = new HashMap<>();
            found.forEach(flow -> answers.put(flow.id(), new OwnAnswers(flow, forms, shipped::table)));
            diagrams.judge(
                    model,
                    found,
                    forms.keySet(),
                    id -> decisions.contains(id) || decisionExists.test(id),
                    answers,
                    into);
            for (Flow flow : found) {
                flow.nodes().values().stream()
                        .filter(node -> !node.camunda("formRef").isEmpty())
                        .forEach(this::reads);
            }
            if (!asksBusiness.test(file)) {
                return;
            }
            if (found.size() != 1) {
                into.fault("", "", "一个文件须有一个流程，现有 " + found.size() + " 个");
            }
            if (waitingTimes == null) {
                waitingTimes = program.waitingTimes();
            }
            for (Flow flow : found) {
                flows.judge(flow, answers.get(flow.id()), waitingTimes, into);
                FlowShape.judge(flow, shipped.flow(flow.id()), root, into);
                FlowStyle.judge(flow, root, into);
            }
        }

        /** What flows in force wait by does not go from under them; those that come with the table are judged by it themselves. */
        void stillAsked() {
            if (waitingTable == null) {
                return;
            }
            Map<String, Set<String>> missing = new TreeMap<>();
            program.flows().stream()
                    .filter(flow -> !flowsHere.contains(flow.id()))
                    .forEach(flow -> WaitingTimes.asked(flow).forEach((name, place) -> {
                        if (!waitingTimes.contains(name)) {
                            missing.computeIfAbsent(name, key -> new TreeSet<>())
                                    .add(place);
                        }
                    }));
            missing.forEach((name, places) -> waitingTable.fault(
                    WaitingTimes.TABLE,
                    "",
                    "“" + name + "”还有现行的流程在用，不能去掉或者改名：" + String.join("、", places) + "；请先改流程，或者与流程一起改"));
        }

        private void reads(Node node) {
            readers.merge(node.camunda("formRef"), ShippedModels.readers(node).toList(), (one, other) -> one);
        }

        /** A form has no name of its own: people know it by the step that shows it. */
        void called() {
            Stream.concat(drawn.stream(), shipped.flows().values().stream())
                    .forEach(flow -> flow.nodes(node -> !node.camunda("formRef").isEmpty())
                            .forEach(node -> judgement.rename(
                                    ModelNames.kebab(node.camunda("formRef")) + ".form",
                                    "《" + flow.name() + "》" + flow.place(node.id()) + "的表单")));
        }

        /** Forms are judged by who reads them: the steps of this deployment, or those that are shipped. */
        void fields() {
            forms.forEach((id, form) -> {
                String file = files.get(id);
                if (asksBusiness.test(file)) {
                    List<String> here = readers.getOrDefault(id, List.of());
                    fields.judge(form, here.isEmpty() ? shipped.readers(id) : here, judgement.of(file, file));
                }
            });
        }
    }
}
