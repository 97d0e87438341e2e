package org.shouwen.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.notification.NoticeTexts.NoticeText;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.FlowSheets;
import org.shouwen.workflow.FlowSheets.Block;
import org.shouwen.workflow.FlowSheets.Fact;
import org.shouwen.workflow.FlowSheets.FlowSheet;
import org.shouwen.workflow.FlowSheets.To;
import org.shouwen.workflow.FlowSheets.Way;
import org.shouwen.workflow.FormSheets;
import org.shouwen.workflow.FormSheets.FormSheet;
import org.shouwen.workflow.FormSheets.Question;
import org.shouwen.workflow.RuleTables;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.stereotype.Component;

/** 规则: everything by which the house works, and in which of it a word occurs. */
@Component
public record Rules(FlowSheets flows, RuleTables tables, FormSheets forms, NoticeTexts texts, Codes codes) {

    /** A step that shows a form or sends a notice. */
    public record Use(String flow, String flowName, String step, String title) {}

    /** @param title what the steps that show it are called; a form has no name of its own */
    public record Form(String id, String title, List<Question> questions, List<Use> uses) {}

    public record Sent(NoticeText text, List<Use> uses) {}

    /** What is in force, or what of it a word occurs in. */
    public record Found(List<FlowSheet> flows, List<RuleTable> tables, List<Form> forms, List<Sent> notices) {

        public boolean nothing() {
            return flows.isEmpty() && tables.isEmpty() && forms.isEmpty() && notices.isEmpty();
        }
    }

    /** @param word empty: everything */
    public Found find(String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT);
        List<FlowSheet> all = flows.all();
        return new Found(
                all.stream().filter(flow -> has(sought, words(flow))).toList(),
                tables.all().stream().filter(table -> has(sought, words(table))).toList(),
                forms(all).stream().filter(form -> has(sought, words(form))).toList(),
                notices(all).stream()
                        .filter(sent -> has(
                                sought,
                                Stream.of(sent.text().subject(), sent.text().body())))
                        .toList());
    }

    /** @throws Refusal where no flow in force shows such a form */
    public Form form(String id) {
        return forms(flows.all()).stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("form-unknown", "没有编号为“" + id + "”的表单"));
    }

    public List<Sent> notices() {
        return notices(flows.all());
    }

    /** @throws Refusal where there is no wording of that name */
    public Sent notice(String stem) {
        return new Sent(texts.find(stem), uses(flows.all(), To.NOTICE).getOrDefault(stem, List.of()));
    }

    private List<Form> forms(List<FlowSheet> all) {
        Map<String, List<Use>> uses = uses(all, To.FORM);
        return forms.all().stream()
                .map(form -> form(form, uses.getOrDefault(form.id(), List.of())))
                .toList();
    }

    private static Form form(FormSheet form, List<Use> uses) {
        String title = uses.stream().map(Use::title).distinct().collect(Collectors.joining("、"));
        return new Form(form.id(), title, form.questions(), uses);
    }

    private List<Sent> notices(List<FlowSheet> all) {
        Map<String, List<Use>> uses = uses(all, To.NOTICE);
        return texts.all().stream()
                .map(text -> new Sent(text, uses.getOrDefault(text.stem(), List.of())))
                .toList();
    }

    private static boolean has(String sought, Stream<String> words) {
        return words.anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(sought));
    }

    private static Stream<String> words(FlowSheet flow) {
        return Stream.concat(
                Stream.of(flow.name(), flow.promise()),
                blocks(flow)
                        .flatMap(block -> Stream.concat(
                                Stream.of(block.title()),
                                block.facts().stream()
                                        .flatMap(fact -> fact.words().stream())
                                        .map(FlowSheets.Words::text))));
    }

    /** What its page says. */
    private Stream<String> words(RuleTable table) {
        Sheet sheet = Sheet.of(table, codes, Map.of());
        return Stream.of(
                        Stream.of(table.name(), table.id()),
                        Stream.concat(table.inputs().stream(), table.outputs().stream())
                                .map(Column::label),
                        sheet.alike().stream(),
                        sheet.lines().stream()
                                .flatMap(line -> Stream.concat(
                                        line.cells().stream().map(Sheet.Cell::words), Stream.of(line.note()))))
                .flatMap(words -> words);
    }

    private static Stream<String> words(Form form) {
        return Stream.concat(
                Stream.of(form.title()),
                form.questions().stream()
                        .flatMap(question -> Stream.concat(Stream.of(question.label()), question.choices().stream())));
    }

    private static Map<String, List<Use>> uses(List<FlowSheet> all, To what) {
        Map<String, Set<Use>> uses = new TreeMap<>();
        for (FlowSheet flow : all) {
            blocks(flow).forEach(block -> block.facts().stream()
                    .map(Fact::words)
                    .flatMap(List::stream)
                    .filter(words -> words.to() == what)
                    .forEach(words -> uses.computeIfAbsent(words.id(), id -> new LinkedHashSet<>())
                            .add(new Use(flow.id(), flow.name(), block.id(), block.title()))));
        }
        Map<String, List<Use>> listed = new LinkedHashMap<>();
        uses.forEach((id, by) -> listed.put(id, new ArrayList<>(by)));
        return listed;
    }

    private static Stream<Block> blocks(FlowSheet flow) {
        return Stream.concat(below(flow.blocks()), inWays(flow.anytime()));
    }

    private static Stream<Block> below(List<Block> blocks) {
        return blocks.stream().flatMap(block -> Stream.of(
                        Stream.of(block),
                        below(block.inside()),
                        inWays(block.ways()),
                        inWays(block.events()),
                        inWays(block.anytime()))
                .flatMap(found -> found));
    }

    private static Stream<Block> inWays(List<Way> ways) {
        return ways.stream().flatMap(way -> below(way.blocks()));
    }
}
