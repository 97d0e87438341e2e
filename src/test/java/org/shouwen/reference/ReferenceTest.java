package org.shouwen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Models;
import org.shouwen.testing.TableDecisions;

/**
 * The decision tables against a second telling of the rules D1 to D9, D12 and D14, written from {@code domain/rules.md} alone: every
 * combination of inputs, or {@value #MOST} of them by seed where there are more.
 */
class ReferenceTest {

    private static final int MOST = 100_000;
    private static final int SEED = 20_261_129;

    private final TableDecisions product = new TableDecisions();

    static Stream<Rule> rules() {
        return Stream.of(
                new PriorityRule(),
                new LimitRule(),
                new StepRule(),
                new LadderRule(),
                new ReturnVisitRule(),
                new DocumentRule(),
                new ActRule(),
                new NoiseRule(),
                new PatrolRule(),
                new ViolationRule(),
                new ReportRule(),
                new MaterialRule(),
                new ResponsibilityRule(),
                new GradeRule());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void agreesWithTheRule(Rule rule) {
        Findings findings = new Findings();
        values(rule, findings);
        int compared = each(rule, facts -> compare(rule, facts, findings));
        System.out.println(
                rule.table() + ": " + compared + " cases, " + findings.all().size() + " differences");
        assertThat(findings.all()).isEmpty();
    }

    private void compare(Rule rule, Map<String, Object> facts, Findings findings) {
        Map<String, Wanted> wanted = rule.answer(new Case(facts));
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Object> said = rule.outputs(product.rows(rule.table(), rule.asked(facts)));
        wanted.forEach((output, one) -> {
            if (!one.holds().test(said.get(output))) {
                findings.add(facts, output, said.get(output), one.words());
            }
        });
        if (rule.isComplete()) {
            said.forEach((output, answer) -> {
                if (!wanted.containsKey(output)) {
                    findings.add(facts, output, answer, "nothing of the kind");
                }
            });
        }
    }

    /** The reference asks with the very codes of the table. */
    private static void values(Rule rule, Findings findings) {
        for (Input input : Models.table(rule.table()).table().getInputs()) {
            String name = Models.Table.name(input);
            List<Object> ours = rule.inputs().get(name);
            if (ours == null) {
                if (!rule.asked(Map.of()).containsKey(name)) {
                    findings.add(Map.of(), name, "asked", "no such input");
                }
            } else if (input.getInputValues() != null && ours.get(0) instanceof String) {
                Set<Object> theirs = new HashSet<>(List.of(input.getInputValues()
                        .getText()
                        .getTextContent()
                        .replace("\"", "")
                        .split("\\s*,\\s*")));
                if (!theirs.equals(new HashSet<>(ours))) {
                    findings.add(Map.of(), name, theirs, "values " + ours);
                }
            }
        }
    }

    /** @return how many there were */
    private static int each(Rule rule, Consumer<Map<String, Object>> one) {
        List<Map.Entry<String, List<Object>>> inputs =
                new ArrayList<>(rule.inputs().entrySet());
        long all = inputs.stream().mapToLong(input -> input.getValue().size()).reduce(1, Math::multiplyExact);
        Random random = new Random(SEED);
        int count = (int) Math.min(all, MOST);
        if (all > MOST) {
            System.out.println(rule.table() + ": " + MOST + " of " + all + " cases by seed " + SEED);
        }
        for (long number = 0; number < count; number++) {
            Map<String, Object> facts = new LinkedHashMap<>();
            long rest = number;
            for (Map.Entry<String, List<Object>> input : inputs) {
                List<Object> values = input.getValue();
                facts.put(
                        input.getKey(),
                        values.get(all > MOST ? random.nextInt(values.size()) : (int) (rest % values.size())));
                rest /= values.size();
            }
            one.accept(facts);
        }
        return count;
    }

    /** Differences of one table, alike ones together. */
    private static final class Findings {

        private final Map<String, Integer> counts = new TreeMap<>();
        private final Map<String, String> examples = new HashMap<>();

        void add(Map<String, Object> facts, String output, Object said, String wanted) {
            String what = output + ": " + said + ", wanted " + wanted;
            counts.merge(what, 1, Integer::sum);
            examples.putIfAbsent(what, facts.toString());
        }

        List<String> all() {
            return counts.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + " times, first "
                            + examples.get(entry.getKey()) + ")")
                    .toList();
        }
    }
}
