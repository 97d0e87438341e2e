package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a model may contain, whatever channel it comes through. It is an allow-list: delegates and listeners are declared
 * beans, expressions have one of a few shapes, timers come from {@code deadlines}, forms and decisions exist.
 */
class ModelRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** The engine still reads its own attributes under this namespace too. */
    private static final String OTHER_NAME_OF_CAMUNDA = "http://activiti.org/bpmn";

    private static final Set<String> REFUSED_ATTRIBUTES = Set.of(
            "class",
            "expression",
            "resource",
            "type",
            "topic",
            "formKey",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "resultVariable",
            "mapDecisionResult",
            "jobPriority",
            "taskPriority");
    private static final Set<String> REFUSED_ELEMENTS = Set.of(
            "script",
            "connector",
            "field",
            "formData",
            "formProperty",
            "constraint",
            "scriptTask",
            "validation",
            "list",
            "map");
    /** Attributes judged by a rule of their own; in every other attribute an expression is a fault. */
    private static final Set<String> JUDGED_ATTRIBUTES = Set.of(
            "delegateExpression",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority");

    private static final Set<String> JUDGED_TEXTS =
            Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle", "inputParameter", "outputParameter");
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*(Delegate|Listener))}");
    private static final Pattern BEAN_CALL =
            Pattern.compile("\\$\\{(people|deadlines)\\.[a-z][A-Za-z]*\\(execution\\)}");
    private static final Pattern DEADLINE = Pattern.compile("\\$\\{deadlines\\.[a-z][A-Za-z]*\\(execution\\)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?([a-z][A-Za-z0-9]*)( == '[A-Z][A-Z0-9_]*')?}");
    private static final Pattern CELL = Pattern.compile(
            "-?|(not\\()?\"[^\"$#{}]*\"(\\s*,\\s*\"[^\"$#{}]*\")*\\)?|true|false|(<|<=|>|>=)?\\s*-?\\d+(\\.\\d+)?"
                    + "|[\\[\\]]-?\\d+\\.\\.-?\\d+[\\[\\]]");
    private static final Set<String> FORM_PARTS = Set.of(
            "default",
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "group",
            "table",
            "separator",
            "spacer");

    private final Predicate<String> declaredBean;
    private final Map<String, Set<String>> variablesByProcess;

    /**
     * @param declaredBean whether a bean of that name may be used in a model
     * @param variablesByProcess declared variables by process key
     */
    ModelRules(Predicate<String> declaredBean, Map<String, Set<String>> variablesByProcess) {
        this.declaredBean = declaredBean;
        this.variablesByProcess = variablesByProcess;
    }

    /**
     * @param resources what is deployed together, by file name
     * @param decisionExists whether a decision with that id is deployed already
     * @return one sentence per fault, each naming file and element; empty where all is well
     */
    List<String> faults(Map<String, byte[]> resources, Predicate<String> decisionExists) {
        Set<String> forms = new TreeSet<>();
        Set<String> decisions = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        resources.forEach((file, bytes) -> {
            if (file.endsWith(".form")) {
                form(file, bytes, forms, faults);
            } else if (file.endsWith(".dmn")) {
                dmn(file, bytes, decisions, faults);
            } else if (!file.endsWith(".bpmn")) {
                faults.add(file + "：只接受 .bpmn、.dmn、.form 文件");
            }
        });
        resources.forEach((file, bytes) -> {
            if (file.endsWith(".bpmn")) {
                bpmn(file, bytes, forms, id -> decisions.contains(id) || decisionExists.test(id), faults);
            }
        });
        return faults;
    }

    private void bpmn(
            String file, byte[] bytes, Set<String> forms, Predicate<String> decisionExists, List<String> faults) {
        ModelInstance model;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelParseException e) {
            faults.add(file + "：不是有效的 BPMN：" + e.getMessage());
            return;
        }
        for (DomElement child : model.getDocument().getRootElement().getChildElements()) {
            Set<String> variables = variablesByProcess.getOrDefault(child.getAttribute("id"), Set.of());
            walk(child, new Place(file, child, variables, forms, decisionExists, faults));
        }
        literals(model.getDocument().getDomSource().getNode(), file, "", faults);
    }

    /** Attributes and texts without a rule of their own: the engine evaluates more of them than anybody remembers. */
    private static void literals(Node node, String file, String outer, List<String> faults) {
        String named = outer;
        NamedNodeMap attributes = node.getAttributes();
        if (attributes != null) {
            named = attributes.getNamedItem("id") == null
                    ? outer
                    : attributes.getNamedItem("id").getNodeValue();
            for (int i = 0; i < attributes.getLength(); i++) {
                literal(attributes.item(i), file + " " + named + "：", faults);
            }
        }
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
            literals(child, file, named, faults);
        }
        if (!JUDGED_TEXTS.contains(String.valueOf(node.getLocalName())) && isExpression(text.toString())) {
            faults.add(file + " " + named + "：这里不允许使用表达式：" + text.toString().strip());
        }
    }

    private static void literal(Node attribute, String place, List<String> faults) {
        String name = attribute.getLocalName();
        String value = attribute.getNodeValue();
        boolean judged = JUDGED_ATTRIBUTES.contains(name)
                || REFUSED_ATTRIBUTES.contains(name) && CAMUNDA.equals(attribute.getNamespaceURI())
                || "businessKey".equals(name) && BUSINESS_KEY.equals(value);
        if (!judged && isExpression(value)) {
            faults.add(place + name + " 不能是表达式：" + value);
        }
        if (OTHER_NAME_OF_CAMUNDA.equals(value)) {
            faults.add(place + "不允许使用命名空间 " + value);
        }
    }

    /** Where the walk is: the nearest element with an id, for naming it in a fault. */
    private record Place(
            String file,
            DomElement named,
            Set<String> variables,
            Set<String> forms,
            Predicate<String> decisionExists,
            List<String> faults) {

        Place at(DomElement element) {
            return element.getAttribute("id") == null
                    ? this
                    : new Place(file, element, variables, forms, decisionExists, faults);
        }

        void fault(String sentence) {
            faults.add(file + " " + named.getAttribute("id") + "：" + sentence);
        }
    }

    private void walk(DomElement element, Place outer) {
        Place place = outer.at(element);
        if (REFUSED_ELEMENTS.contains(element.getLocalName())) {
            place.fault("不允许使用 " + element.getLocalName());
        }
        for (String attribute : REFUSED_ATTRIBUTES) {
            if (element.getAttribute(CAMUNDA, attribute) != null
                    || isListener(element) && element.getAttribute(attribute) != null) {
                place.fault("不允许使用 camunda:" + attribute);
            }
        }
        switch (element.getLocalName()) {
            case "serviceTask", "sendTask", "businessRuleTask" -> implementation(element, place);
            case "taskListener", "executionListener" -> bean(element.getAttribute("delegateExpression"), place);
            case "conditionExpression" -> condition(element, place);
            case "timeDate", "timeDuration", "timeCycle" -> {
                if (!DEADLINE.matcher(element.getTextContent().strip()).matches()) {
                    place.fault("计时器只能用 ${deadlines.…(execution)}");
                }
            }
            case "userTask", "startEvent" -> formOf(element, place);
            case "inputParameter", "outputParameter" -> {
                String text = element.getTextContent().strip();
                if (isExpression(text) && !isDeclaredVariable(text, place)) {
                    place.fault("参数只能是文字或已声明的变量：" + text);
                }
            }
            default -> {
                if (element.getAttribute(CAMUNDA, "delegateExpression") != null) {
                    bean(element.getAttribute(CAMUNDA, "delegateExpression"), place);
                }
            }
        }
        assignment(element, place);
        element.getChildElements().forEach(child -> walk(child, place));
    }

    private static boolean isListener(DomElement element) {
        return element.getLocalName().endsWith("Listener");
    }

    private void implementation(DomElement element, Place place) {
        String decision = element.getAttribute(CAMUNDA, "decisionRef");
        if (decision == null) {
            bean(element.getAttribute(CAMUNDA, "delegateExpression"), place);
        } else if (!place.decisionExists().test(decision)) {
            place.fault("没有名为 " + decision + " 的决策表");
        }
    }

    private void bean(String expression, Place place) {
        Matcher bean = BEAN.matcher(expression == null ? "" : expression);
        if (!bean.matches()) {
            place.fault("只能用 ${…Delegate} 或 ${…Listener} 实现");
        } else if (!declaredBean.test(bean.group(1))) {
            place.fault("没有名为 " + bean.group(1) + " 的构件");
        }
    }

    private void condition(DomElement element, Place place) {
        String text = element.getTextContent().strip();
        if (element.getAttribute("language") != null || !isDeclaredVariable(text, place)) {
            place.fault("条件只能用已声明的变量，写成 ${变量}、${!变量} 或 ${变量 == 'VALUE'}：" + text);
        }
    }

    private static boolean isDeclaredVariable(String text, Place place) {
        Matcher condition = CONDITION.matcher(text);
        return condition.matches() && place.variables().contains(condition.group(1));
    }

    private void formOf(DomElement element, Place place) {
        String form = element.getAttribute(CAMUNDA, "formRef");
        if (form == null) {
            if (element.getLocalName().equals("userTask")) {
                place.fault("人工任务没有表单（formRef）");
            }
        } else if (!"deployment".equals(element.getAttribute(CAMUNDA, "formRefBinding"))) {
            place.fault("表单只能按 deployment 绑定");
        } else if (!place.forms().contains(form)) {
            place.fault("没有名为 " + form + " 的表单");
        }
    }

    /** Who and by when: our two public beans, or a literal. */
    private static void assignment(DomElement element, Place place) {
        for (String attribute :
                List.of("assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority")) {
            String value = element.getAttribute(CAMUNDA, attribute);
            if (isExpression(value) && !BEAN_CALL.matcher(value).matches()) {
                place.fault("camunda:" + attribute + " 只能用 ${people.…(execution)} 或 ${deadlines.…(execution)}");
            }
        }
    }

    private static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    private static void dmn(String file, byte[] bytes, Set<String> decisions, List<String> faults) {
        ModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelParseException e) {
            faults.add(file + "：不是有效的 DMN：" + e.getMessage());
            return;
        }
        DomElement root = model.getDocument().getRootElement();
        dmnElement(file, root, decisions, faults);
    }

    private static void dmnElement(String file, DomElement element, Set<String> decisions, List<String> faults) {
        String id = element.getAttribute("id");
        switch (element.getLocalName()) {
            case "decision" -> decisions.add(id);
            case "literalExpression", "invocation", "businessKnowledgeModel" ->
                faults.add(file + " " + id + "：决策只能是决策表");
            case "inputExpression" -> {
                if (!element.getTextContent().strip().matches("[a-z][A-Za-z0-9]*")) {
                    faults.add(file + " " + id + "：输入只能是一个名字");
                }
            }
            case "inputEntry", "outputEntry" -> {
                if (!CELL.matcher(element.getTextContent().strip()).matches()) {
                    faults.add(file + " " + id + "：单元格只能是值、区间、列表或 -："
                            + element.getTextContent().strip());
                }
            }
            default -> {}
        }
        String language = element.getAttribute("expressionLanguage");
        // The schema's own default stands on every root element
        if (language != null && !language.matches("https?://www\\.omg\\.org/spec/DMN/\\d+/(FEEL|MODEL)/")) {
            faults.add(file + " " + id + "：不允许指定 expressionLanguage");
        }
        element.getChildElements().forEach(child -> dmnElement(file, child, decisions, faults));
    }

    private static void form(String file, byte[] bytes, Set<String> forms, List<String> faults) {
        JsonNode form;
        try {
            form = new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            faults.add(file + "：不是有效的 JSON：" + e.getOriginalMessage());
            return;
        }
        forms.add(form.path("id").asText());
        Set<String> strange = form.findValues("type").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(type -> !FORM_PARTS.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!strange.isEmpty()) {
            faults.add(file + "：表单里不允许使用 " + String.join("、", strange));
        }
        for (JsonNode key : form.findValues("key")) {
            if (!key.asText().startsWith("input_")) {
                faults.add(file + "：字段 " + key.asText() + " 须以 input_ 开头");
            }
        }
        for (JsonNode text : form.findValues("text")) {
            if (text.asText().matches("(?s).*(https?:)?//.*")) {
                faults.add(file + "：文字里不允许外部地址");
            }
        }
    }
}
