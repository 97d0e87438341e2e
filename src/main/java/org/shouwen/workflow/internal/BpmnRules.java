package org.shouwen.workflow.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a diagram may contain: delegates and listeners that are declared beans, expressions of a few shapes, timers of
 * {@code deadlines}, forms and decisions that exist.
 */
class BpmnRules {

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
    /** What people write in a diagram, as they call it. */
    private static final Map<String, String> TEXTS = Map.of("name", "名称", "documentation", "说明里", "text", "批注里");

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*(Delegate|Listener))}");
    private static final Pattern BEAN_CALL = Pattern.compile(
            "\\$\\{((people|deadlines|[a-z]\\w*(?:People|Deadlines))\\.[a-z][A-Za-z]*)\\(execution\\)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?([a-z]\\w*)( == '[\\w\\p{IsHan}]{1,40}')?}");

    private final Predicate<String> declared;
    private final ShippedModels shipped;

    /** @param declared whether a bean ({@code reportWorkListener}) or a bean's question ({@code people.handler}) may be used */
    BpmnRules(Predicate<String> declared, ShippedModels shipped) {
        this.declared = declared;
        this.shipped = shipped;
    }

    /**
     * @param flows the diagram's processes, for naming its elements
     * @param forms ids of the forms deployed together with the diagram
     * @param decisionExists whether a decision with that id is deployed, or deployed together with it
     * @param answers what managers' own steps declare, by process
     */
    void judge(
            ModelInstance model,
            List<Flow> flows,
            Set<String> forms,
            Predicate<String> decisionExists,
            Map<String, OwnAnswers> answers,
            Judgement.Model into) {
        for (DomElement child : model.getDocument().getRootElement().getChildElements()) {
            String id = String.valueOf(child.getAttribute("id"));
            Set<String> variables = new HashSet<>(shipped.variables(id).keySet());
            Optional.ofNullable(answers.get(id))
                    .ifPresent(own -> variables.addAll(own.byName().keySet()));
            walk(child, new Place(flows, List.of(id), variables, forms, decisionExists, into));
        }
        literals(model.getDocument().getDomSource().getNode(), List.of(), (ids, words) -> {
            String id = known(flows, ids);
            into.fault(id, place(flows, id), words);
        });
    }

    private static String place(List<Flow> flows, String id) {
        return flows.stream()
                .map(flow -> flow.place(id))
                .filter(place -> !place.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * @param ids of an element and of those around it, innermost first
     * @return the first that people call something: what belongs to an element, or is drawn for it, is named as it is
     */
    private static String known(List<Flow> flows, List<String> ids) {
        return ids.stream()
                .filter(id -> !place(flows, id).isEmpty())
                .findFirst()
                .orElse(ids.isEmpty() ? "" : ids.get(0));
    }

    /** Attributes and texts without a rule of their own: the engine evaluates more of them than anybody remembers. */
    private static void literals(Node node, List<String> outer, BiConsumer<List<String>, String> fault) {
        List<String> named = outer;
        NamedNodeMap attributes = node.getAttributes();
        if (attributes != null) {
            named = Stream.concat(
                            Stream.of("bpmnElement", "id")
                                    .map(attributes::getNamedItem)
                                    .filter(Objects::nonNull)
                                    .map(Node::getNodeValue),
                            outer.stream())
                    .toList();
            for (int i = 0; i < attributes.getLength(); i++) {
                literal(attributes.item(i), named, fault);
            }
        }
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
            literals(child, named, fault);
        }
        if (!JUDGED_TEXTS.contains(String.valueOf(node.getLocalName())) && isExpression(text.toString())) {
            fault.accept(
                    named,
                    TEXTS.getOrDefault(String.valueOf(node.getLocalName()), "这里") + "不允许使用表达式："
                            + text.toString().strip());
        }
    }

    private static void literal(Node attribute, List<String> place, BiConsumer<List<String>, String> fault) {
        String name = attribute.getLocalName();
        String value = attribute.getNodeValue();
        boolean judged = JUDGED_ATTRIBUTES.contains(name)
                || REFUSED_ATTRIBUTES.contains(name) && CAMUNDA.equals(attribute.getNamespaceURI())
                || "businessKey".equals(name) && BUSINESS_KEY.equals(value);
        if (!judged && isExpression(value)) {
            fault.accept(place, TEXTS.getOrDefault(name, name + " ") + "不能是表达式：" + value);
        }
        if ("id".equals(name)) {
            ModelNames.tooLong(value).ifPresent(words -> fault.accept(place, words));
        }
        if (OTHER_NAME_OF_CAMUNDA.equals(value)) {
            fault.accept(place, "不允许使用命名空间 " + value);
        }
    }

    /** Where the walk is: the ids of the elements around it, innermost first, for naming one in a fault. */
    private record Place(
            List<Flow> flows,
            List<String> named,
            Set<String> variables,
            Set<String> forms,
            Predicate<String> decisionExists,
            Judgement.Model into) {

        Place at(DomElement element) {
            return element.getAttribute("id") == null
                    ? this
                    : new Place(
                            flows,
                            Stream.concat(Stream.of(element.getAttribute("id")), named.stream())
                                    .toList(),
                            variables,
                            forms,
                            decisionExists,
                            into);
        }

        void fault(String sentence) {
            String id = known(flows, named);
            into.fault(id, place(flows, id), sentence);
        }
    }

    private void walk(DomElement element, Place outer) {
        if (element.getNamespaceURI() == null) {
            outer.fault("不允许没有命名空间的元素 " + element.getLocalName());
            return;
        }
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
                String text = element.getTextContent().strip();
                if (!text.matches("\\$\\{([a-z]\\w*D|d)eadlines\\..*") || !isDeclaredCall(text)) {
                    place.fault("不能自己写时间，只能用程序里已有的时限，写成 ${deadlines.…(execution)}：" + text);
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
        } else if (!declared.test(bean.group(1))) {
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
        } else if (!place.forms().contains(form)) {
            place.fault("没有名为 " + form + " 的表单");
        }
    }

    /** Who and by when: our two public beans, or a literal. */
    private void assignment(DomElement element, Place place) {
        for (String attribute :
                List.of("assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority")) {
            String value = element.getAttribute(CAMUNDA, attribute);
            if (isExpression(value) && !isDeclaredCall(value)) {
                place.fault("camunda:" + attribute + " 只能用 ${people.…(execution)} 或 ${deadlines.…(execution)} 里已有的："
                        + value);
            }
        }
    }

    private boolean isDeclaredCall(String text) {
        if (WaitingTimes.asked(text).isPresent()) {
            return declared.test("deadlines.waiting");
        }
        Matcher call = BEAN_CALL.matcher(text);
        return call.matches() && declared.test(call.group(1));
    }

    private static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }
}
