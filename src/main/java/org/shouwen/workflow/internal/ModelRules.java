package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;
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
    private static final int LARGEST = 1_000_000;

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
        return judge(resources, decisionExists, file -> true);
    }

    /** The same for a deployment: what is as it was shipped was judged by the build, and is not held against itself again. */
    Judgement judgeDeployed(Map<String, byte[]> resources, Predicate<String> decisionExists) {
        return judge(resources, decisionExists, file -> !shipped.isShipped(file, resources.get(file)));
    }

    private Judgement judge(
            Map<String, byte[]> resources, Predicate<String> decisionExists, Predicate<String> asksBusiness) {
        Judgement judgement = new Judgement();
        One one = new One(resources, decisionExists, asksBusiness, judgement);
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
        return judgement;
    }

    private static String cause(ModelException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private static boolean isKnown(String file) {
        return file.endsWith(".form") || file.endsWith(".dmn") || file.endsWith(".bpmn");
    }

    /** Models that are deployed together. */
    private final class One {

        private final Map<String, byte[]> resources;
        private final Predicate<String> decisionExists;
        private final Predicate<String> asksBusiness;
        private final Judgement judgement;
        private final Map<String, JsonNode> forms = new TreeMap<>();
        private final Map<String, String> files = new HashMap<>();
        private final Map<String, List<String>> readers = new HashMap<>();
        private final Set<String> decisions = new TreeSet<>();

        One(
                Map<String, byte[]> resources,
                Predicate<String> decisionExists,
                Predicate<String> asksBusiness,
                Judgement judgement) {
            this.resources = resources;
            this.decisionExists = decisionExists;
            this.asksBusiness = asksBusiness;
            this.judgement = judgement;
        }

        boolean isSmall(String file) {
            boolean small = resources.get(file).length <= LARGEST;
            if (!small) {
                judgement.of(file, file).fault("", "", "文件超过 1 MB，请去掉图片等多余的内容");
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
                into.fault("", "", "不是有效的 JSON：" + e.getOriginalMessage());
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
            Judgement.Model into = judgement.of(
                    file,
                    read.stream()
                            .map(TableModel::name)
                            .filter(name -> !name.isEmpty())
                            .findFirst()
                            .map(name -> "《" + name + "》")
                            .orElse(file));
            DmnRules.judge(root, read, into);
            if (!asksBusiness.test(file)) {
                return;
            }
            if (read.size() != 1 || found.size() != 1) {
                into.fault("", "", "一个文件须有一张决策表，现有 " + found.size() + " 个决策、" + read.size() + " 张表");
            } else {
                tables.judge(read.get(0), into);
            }
        }

        void diagram(String file) {
            BpmnModelInstance model;
            try {
                model = Bpmn.readModelFromStream(new ByteArrayInputStream(resources.get(file)));
            } catch (ModelException e) {
                judgement.of(file, file).fault("", "", "不是有效的 BPMN，请用 Camunda Modeler 打开改正：" + cause(e));
                return;
            }
            DomElement root = model.getDocument().getRootElement();
            List<Flow> found = Flow.in(root);
            Judgement.Model into = judgement.of(
                    file,
                    found.stream()
                            .map(Flow::name)
                            .filter(name -> !name.isEmpty())
                            .findFirst()
                            .map(name -> "《" + name + "》")
                            .orElse(file));
            diagrams.judge(model, found, forms.keySet(), id -> decisions.contains(id) || decisionExists.test(id), into);
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
            for (Flow flow : found) {
                flows.judge(flow, into);
                FlowShape.judge(flow, shipped.flow(flow.id()), root, into);
                FlowStyle.judge(flow, root, into);
            }
        }

        private void reads(Node node) {
            readers.merge(node.camunda("formRef"), ShippedModels.readers(node).toList(), (one, other) -> one);
        }

        /** Forms are judged by who reads them: the steps of this deployment, or those that are shipped. */
        void fields() {
            forms.forEach((id, form) -> {
                String file = files.get(id);
                if (asksBusiness.test(file)) {
                    List<String> here = readers.getOrDefault(id, List.of());
                    fields.judge(
                            form, here.isEmpty() ? shipped.readers(id) : here, judgement.of(file, "表单 " + file + " "));
                }
            });
        }
    }
}
