package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Models;
import org.shouwen.workflow.FlowSheets.Block;
import org.shouwen.workflow.FlowSheets.FlowSheet;
import org.shouwen.workflow.FlowSheets.Kind;
import org.shouwen.workflow.FlowSheets.To;
import org.shouwen.workflow.FlowSheets.Way;
import org.shouwen.workflow.FlowSheets.Words;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/** Every shipped diagram, read from top to bottom. */
class FlowReadingTest {

    /** An id, a code, an expression; 12345 and AB 角 are what people read. */
    private static final Pattern NO_WORD = Pattern.compile("\\$\\{|[a-z]{3,}|[A-Z]{3,}|_");

    static Stream<FlowSheet> sheets() {
        return new ShippedSheets().all().stream();
    }

    private static FlowSheet sheet(String id) {
        return new ShippedSheets().inForce(id).orElseThrow();
    }

    /** @param follow id of what is read after; null: nothing */
    private record Seen(List<String> nodes, Set<String> arrows, List<String> words, Set<Words> links) {

        Seen() {
            this(new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new HashSet<>());
        }

        void blocks(Flow flow, List<Block> blocks, String follow) {
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                String then = i + 1 < blocks.size() ? blocks.get(i + 1).id() : follow;
                words.add(block.title());
                words.add(block.note());
                block.facts().forEach(fact -> {
                    words.add(fact.label());
                    fact.words().forEach(this::word);
                });
                if (block.kind() == Kind.JUMP) {
                    assertThat(flow.arrows().get(block.id()).to()).isEqualTo(block.target());
                    arrows.add(block.id());
                    continue;
                }
                nodes.add(block.id());
                if (block.ways().isEmpty()) {
                    goesOn(flow, block.id(), then);
                }
                for (Way way : block.ways()) {
                    words.add(way.title());
                    Arrow arrow = flow.arrows().get(way.id());
                    String first =
                            way.blocks().isEmpty() ? then : way.blocks().get(0).id();
                    assertThat(first).as(way.id()).isIn(arrow.to(), arrow.id());
                    arrows.add(way.id());
                    blocks(flow, way.blocks(), then);
                }
                blocks(flow, block.inside(), null);
                events(flow, block.events());
                anytime(flow, block.anytime());
            }
        }

        private void word(Words said) {
            words.add(said.text());
            links.add(said);
        }

        private void goesOn(Flow flow, String node, String then) {
            for (Arrow arrow : flow.from(flow.nodes().get(node))) {
                if (arrow.to().equals(then)) {
                    arrows.add(arrow.id());
                }
            }
        }

        private void events(Flow flow, List<Way> events) {
            for (Way event : events) {
                nodes.add(event.id());
                words.add(event.title());
                event.facts().forEach(fact -> fact.words().forEach(this::word));
                goesOn(
                        flow,
                        event.id(),
                        event.blocks().isEmpty() ? null : event.blocks().get(0).id());
                blocks(flow, event.blocks(), null);
            }
        }

        void anytime(Flow flow, List<Way> ways) {
            for (Way way : ways) {
                nodes.add(way.id());
                words.add(way.title());
                blocks(flow, way.blocks(), null);
            }
        }
    }

    private static Seen seen(FlowSheet sheet) {
        Seen seen = new Seen();
        Flow flow = ShippedSheets.flow(sheet.id());
        seen.words().add(sheet.name());
        seen.words().add(sheet.promise());
        seen.blocks(flow, sheet.blocks(), null);
        seen.anytime(flow, sheet.anytime());
        return seen;
    }

    @Test
    void everyDiagramIsRead() {
        assertThat(sheets()).hasSameSizeAs(Models.diagrams());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyNodeStandsInTheListOnce(FlowSheet sheet) {
        assertThat(seen(sheet).nodes())
                .containsExactlyInAnyOrderElementsOf(
                        ShippedSheets.flow(sheet.id()).nodes().keySet());
    }

    /** A neighbour or a chip: nothing that is drawn is left out, and nothing else is said. */
    @ParameterizedTest
    @MethodSource("sheets")
    void everyArrowLeadsToWhatStandsNextOrIsAJump(FlowSheet sheet) {
        assertThat(seen(sheet).arrows())
                .containsExactlyInAnyOrderElementsOf(
                        ShippedSheets.flow(sheet.id()).arrows().keySet());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyWordIsOneThatPeopleRead(FlowSheet sheet) {
        Seen seen = seen(sheet);
        assertThat(seen.words().stream().filter(word -> NO_WORD.matcher(word).find()))
                .isEmpty();
        assertThat(seen.words()).noneMatch(word -> word.contains("『』"));
        assertThat(sheet.promise()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyLinkLeadsToSomethingThatIsThere(FlowSheet sheet) {
        Set<String> known = Stream.of(
                        Models.tables().stream().map(Models.Table::id),
                        Models.forms().stream().map(Models.Form::id),
                        Models.diagrams().stream().map(Models.Diagram::id))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        for (Words words : seen(sheet).links()) {
            if (words.to() == To.NOTICE) {
                assertThat(getClass().getResource("/notification/" + words.id() + ".txt"))
                        .as(words.id())
                        .isNotNull();
            } else if (words.to() != To.NOTHING) {
                assertThat(known).contains(words.id());
            }
        }
    }

    /** 谁 · 到什么时候 · 填什么 · 告诉谁: as many facts as the diagram has of them. */
    @ParameterizedTest
    @MethodSource("sheets")
    void whoeverActsAndIsToldIsSaid(FlowSheet sheet) {
        Flow flow = ShippedSheets.flow(sheet.id());
        FlowWords words = new FlowWords(flow, new BareProgram()::said, id -> id, id -> "表单");
        for (Node node : flow.nodes().values()) {
            List<String> labels =
                    words.facts(node).stream().map(fact -> fact.label()).toList();
            assertThat(labels.contains("谁")).as(node.name()).isEqualTo(node.is("userTask"));
            assertThat(labels.contains("到什么时候"))
                    .as(node.name())
                    .isEqualTo(!node.camunda("dueDate").isEmpty());
            assertThat(labels.contains("告诉谁")).as(node.name()).isEqualTo(node.is("sendTask"));
            assertThat(labels.contains("什么时候"))
                    .as(node.name())
                    .isEqualTo(node.definitionKind().equals("timerEventDefinition"));
            assertThat(labels.contains("填什么"))
                    .as(node.name())
                    .isEqualTo(!node.camunda("formRef").isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "repair, flow_workNotDone, 回到『上门查看』",
        "repair, flow_reworkNotified, 回到『外单位已修好吗?』",
        "repair, flow_transferNotified, 回到『承办维修』",
    })
    void whatGoesBackSaysWhereto(String flow, String arrow, String words) {
        assertThat(all(sheet(flow)).filter(block -> block.id().equals(arrow)).map(Block::title))
                .containsExactly(words);
    }

    @Test
    void aRepairReadsFromItsStartToItsClosing() {
        assertThat(sheet("repair").blocks().stream()
                        .filter(block -> block.kind() != Kind.JOIN)
                        .map(Block::title))
                .containsExactly("报修已登记", "一次性告知", "承办维修", "回访", "业主满意吗?", "告知业主办结", "报修已办结");
        assertThat(sheet("repair").anytime().stream().map(Way::title)).containsExactly("撤回或并入事件", "催单");
    }

    private static Stream<Block> all(FlowSheet sheet) {
        return Stream.concat(below(sheet.blocks()), sheet.anytime().stream().flatMap(way -> below(way.blocks())));
    }

    private static Stream<Block> below(List<Block> blocks) {
        return blocks.stream().flatMap(block -> Stream.of(
                        Stream.of(block),
                        below(block.inside()),
                        Stream.of(block.ways(), block.events(), block.anytime())
                                .flatMap(List::stream)
                                .flatMap(way -> below(way.blocks())))
                .flatMap(found -> found));
    }
}
