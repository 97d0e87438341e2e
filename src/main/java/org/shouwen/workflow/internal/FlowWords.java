package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.FlowSheets.Fact;
import org.shouwen.workflow.FlowSheets.To;
import org.shouwen.workflow.FlowSheets.Words;
import org.shouwen.workflow.InWords;
import org.shouwen.workflow.NoticeNames;
import org.shouwen.workflow.internal.Flow.Node;

/** What a node of a diagram says to people: 谁, 到什么时候, 填什么, 告诉谁, in Chinese. */
final class FlowWords {

    /** 办结时限 timeLimits: a table as people and as modellers call it. */
    private static final Pattern TABLE = Pattern.compile("([\\p{IsHan}]+) ([a-z][A-Za-z]+)");

    private static final Pattern SENTENCE = Pattern.compile("。");
    private static final Pattern USE = Pattern.compile("\\$\\{(\\w+(?:\\.\\w+)?)(?:\\(execution\\))?}");
    private static final String BY_TABLE = "按表";

    private final Flow flow;
    private final Function<String, Optional<InWords>> said;
    private final Function<String, String> flows;
    private final Function<String, String> forms;

    /**
     * @param said words by what a model names, {@code people.handler} or {@code notifyResidentDelegate}
     * @param flows name of a process by id
     * @param forms what a form asks, in words, by id
     */
    FlowWords(
            Flow flow,
            Function<String, Optional<InWords>> said,
            Function<String, String> flows,
            Function<String, String> forms) {
        this.flow = flow;
        this.said = said;
        this.flows = flows;
        this.forms = forms;
    }

    List<Fact> facts(Node node) {
        Map<String, List<Words>> facts = new LinkedHashMap<>();
        add(facts, "谁", Stream.of(node.camunda("assignee"), node.camunda("candidateGroups")));
        add(facts, "到什么时候", Stream.of(node.camunda("dueDate")));
        add(facts, "什么时候", times(node));
        if (!node.camunda("formRef").isEmpty()) {
            String form = node.camunda("formRef");
            facts.put("填什么", List.of(new Words(forms.apply(form), To.FORM, form)));
        }
        said(node.camunda("delegateExpression")).ifPresent(told -> told(node, told, facts));
        AskedTables.of(node).forEach(table -> facts.put(BY_TABLE, List.of(new Words("这张规则表", To.TABLE, table))));
        if (!node.attribute("calledElement").isEmpty()) {
            facts.put("流程", List.of(flow(node.attribute("calledElement"))));
        }
        texts(node).filter(text -> text.contains(BY_TABLE)).forEach(text -> asked(text, facts));
        return facts.entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    /** @return what the model says of it; what it says of tables is among the facts */
    String note(Node node) {
        return texts(node).filter(text -> !text.contains(BY_TABLE)).collect(Collectors.joining("\n"));
    }

    /** @return sentences of its documentation, and notes that are drawn at it */
    private Stream<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        texts.add(Flow.documentation(node.element()));
        texts.addAll(flow.notes(node));
        // Lines end where the drawing has no more room
        return texts.stream()
                .map(text -> text.replaceAll("\\s*\n\\s*", text.contains(BY_TABLE) ? "，" : ""))
                .flatMap(text -> text.contains(BY_TABLE) ? SENTENCE.splitAsStream(text) : Stream.of(text))
                .filter(text -> !text.isEmpty());
    }

    private static void asked(String sentence, Map<String, List<Words>> facts) {
        int colon = sentence.indexOf('：');
        Matcher tables = TABLE.matcher(sentence.substring(colon + 1));
        List<Words> words =
                facts.computeIfAbsent(colon < 0 ? BY_TABLE : sentence.substring(0, colon), label -> new ArrayList<>());
        while (tables.find()) {
            words.add(new Words(tables.group(1), To.TABLE, tables.group(2)));
        }
    }

    /** @return ids of the tables that a text names as people and as modellers call them */
    static Stream<String> tables(String text) {
        return TABLE.matcher(text).results().map(table -> table.group(2));
    }

    private static Stream<String> times(Node node) {
        List<DomElement> definitions = node.is("subProcess") ? List.of() : node.definitions();
        return definitions.stream().flatMap(Flow::below).map(DomElement::getTextContent);
    }

    private void told(Node node, InWords told, Map<String, List<Words>> facts) {
        if (!told.value().isEmpty()) {
            List<Words> words = new ArrayList<>();
            words.add(new Words(told.value(), To.NOTHING, ""));
            Optional.ofNullable(node.parameters("inputParameter").get("message"))
                    .or(() -> Optional.of(told.notice()).filter(stem -> !stem.isEmpty()))
                    .ifPresent(message -> words.add(new Words("原文", To.NOTICE, NoticeNames.now(message))));
            facts.put("告诉谁", words);
        }
        if (!told.flow().isEmpty()) {
            facts.put("另起流程", List.of(flow(told.flow())));
        }
    }

    private Words flow(String process) {
        return new Words(flows.apply(process), To.FLOW, process);
    }

    private void add(Map<String, List<Words>> facts, String label, Stream<String> expressions) {
        List<Words> words =
                expressions.map(this::words).flatMap(Optional::stream).toList();
        if (!words.isEmpty()) {
            facts.put(label, words);
        }
    }

    private Optional<Words> words(String expression) {
        return WaitingTimes.asked(expression)
                .map(name -> new Words(name, To.TABLE, WaitingTimes.TABLE))
                .or(() -> said(expression)
                        .map(word ->
                                new Words(word.value(), word.table().isEmpty() ? To.NOTHING : To.TABLE, word.table())));
    }

    private Optional<InWords> said(String expression) {
        return use(expression).flatMap(said);
    }

    /** @return what an expression names, {@code people.handler}; empty where it names nothing */
    static Optional<String> use(String expression) {
        Matcher use = USE.matcher(expression.strip());
        return use.matches() ? Optional.of(use.group(1)) : Optional.empty();
    }
}
