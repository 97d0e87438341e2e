package org.shouwen.studio;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.rulebook.Sheet;
import org.shouwen.studio.Cases.Met;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.Reading;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableCell;
import org.springframework.stereotype.Component;

/**
 * 请当心: what may well be meant, and had better be seen by whoever proposes and whoever approves: what is dangerous counts for
 * less, a superior hears later, a promise is longer than the standard that its row names. Refuses nothing.
 */
@Component
public record Cautions(ModelVersions versions, TableWords words) {

    /** Outputs that say how grave something is, the gravest first. */
    private static final Map<String, List<String>> SCALES = Map.of(
            "priority", List.of("P0", "P1", "P2", "P3"),
            "grade", List.of("MAJOR", "IMPORTANT", "ORDINARY"),
            "gravity", List.of("SERIOUS", "CONSIDERABLE", "ORDINARY", "MINOR"));

    /** So many steps of a scale are dangerous. */
    private static final int DANGEROUS = 2;

    /** What a category says is dangerous of itself, by the priority that usually follows; the rest of the hazards are none (D1). */
    private static final List<Set<String>> HAZARDS = List.of(
            Set.of("LIFT_TRAPPED", "GAS_LEAK", "FIRE", "FALLING_OBJECT", "ELECTRIC_SHOCK"),
            Set.of("BURST_PIPE", "LARGE_LEAK", "WATER_OUTAGE", "POWER_OUTAGE", "SEWAGE_OVERFLOW"));

    private static final String HAZARD = "hazard";
    private static final String OFFERED = "offered";
    private static final String KIND = "kind";

    private static final String CALLED_AT_ONCE = "urgent";
    private static final String LEVEL = "level";
    private static final String OFFSET = "offsetAmount";
    private static final String ADDRESSEE = "addressee";
    private static final String NOBODY = "\"NONE\"";
    private static final Set<String> ORIGINS = Set.of("basis", "source");

    /** How the product calls what no law and no standard says. */
    private static final String OURS = "默认";

    private static final int MINUTES_A_DAY = 24 * 60;

    /** A working day of eight hours takes a day. */
    private static final int WORKING_TIME = 3;

    /** @return a sentence each; the file has no fault */
    public List<String> of(Base base, byte[] source) {
        RuleTable before = base.table();
        RuleTable after = versions.read(source);
        RuleTable shipped = versions.of(ModelVersions.table(before.id())).stream()
                .filter(Version::shipped)
                .findFirst()
                .map(versions::source)
                .map(versions::read)
                .filter(table -> inputs(table).equals(inputs(after)))
                .orElse(before);
        return of(before, after, shipped);
    }

    /** @param shipped which names the standards */
    List<String> of(RuleTable before, RuleTable after, RuleTable shipped) {
        if (before.reading() == Reading.COLLECT) {
            return List.of();
        }
        Set<String> said = new LinkedHashSet<>();
        for (Met met : Cases.of(before, after)) {
            if (met.before() >= 0 && met.after() >= 0) {
                lowered(before, after, met, said);
                later(before, after, met, said);
            } else if (met.before() >= 0 && output(before, OFFERED) >= 0) {
                gone(before, met.before(), said);
            }
        }
        notRising(after, said);
        beyond(before, after, shipped, said);
        return List.copyOf(said);
    }

    // ---- what is dangerous

    private void lowered(RuleTable before, RuleTable after, Met met, Set<String> said) {
        for (int i = 0; i < before.outputs().size(); i++) {
            Column column = before.outputs().get(i);
            String old = answer(before, met.before(), column.name());
            String now = answer(after, met.after(), column.name());
            int from = SCALES.getOrDefault(column.name(), List.of()).indexOf(TableWords.bare(old));
            int to = SCALES.getOrDefault(column.name(), List.of()).indexOf(TableWords.bare(now));
            boolean lower = from >= 0 && from < DANGEROUS && to > from;
            lower |= column.name().equals(HAZARD) && danger(now) > danger(old);
            lower |= column.name().equals(OFFERED)
                    && old.equals("true")
                    && now.equals("false")
                    && danger(answer(before, met.before(), HAZARD)) < HAZARDS.size();
            lower |= column.name().equals(KIND)
                    && !old.equals(now)
                    && danger(answer(before, met.before(), HAZARD)) < HAZARDS.size();
            boolean nobodyCalled = column.name().equals(CALLED_AT_ONCE) && old.equals("true") && now.equals("false");
            if (lower || nobodyCalled) {
                said.add("险情降级：" + place(before, met.before()) + "，" + column.label() + " "
                        + words(before, met.before(), i) + " → "
                        + words(after, met.after(), output(after, column.name())));
            }
        }
    }

    /** Of a list of what can be reported. */
    private void gone(RuleTable before, int row, Set<String> said) {
        if (danger(answer(before, row, HAZARD)) < HAZARDS.size()) {
            said.add("险情降级：" + place(before, row) + "，删去了，以后报不了");
        }
    }

    /** @return step of that hazard, from 0; as many as there are where it is not dangerous */
    private static int danger(String written) {
        return IntStream.range(0, HAZARDS.size())
                .filter(step -> HAZARDS.get(step).contains(TableWords.bare(written)))
                .findFirst()
                .orElse(HAZARDS.size());
    }

    // ---- the ladder

    private void later(RuleTable before, RuleTable after, Met met, Set<String> said) {
        if (output(before, OFFSET) < 0 || output(before, ADDRESSEE) < 0 || isNobody(before, met.before())) {
            return;
        }
        String place = place(before, met.before());
        if (isNobody(after, met.after())) {
            said.add("少了一级督办：" + place);
        } else if (moment(after, met.after()) > moment(before, met.before())) {
            said.add("督办变晚：" + place + "，" + when(before, met.before()) + " → " + when(after, met.after()));
        }
    }

    private static boolean isNobody(RuleTable table, int row) {
        return answer(table, row, ADDRESSEE).equals(NOBODY);
    }

    /** @return minutes about, counted from the limit; what is said in percent comes before it */
    private static double moment(RuleTable table, int row) {
        int percent = number(answer(table, row, "percent"));
        int after = minutes(table, row, output(table, OFFSET)).orElse(0);
        return percent < 100 ? percent / 100.0 - 1 : after;
    }

    private String when(RuleTable table, int row) {
        int percent = number(answer(table, row, "percent"));
        int after = minutes(table, row, output(table, OFFSET)).orElse(0);
        return percent < 100
                ? "用了时限的 " + percent + "%"
                : after == 0 ? "一超时" : "超时后再过 " + words(table, row, output(table, OFFSET));
    }

    private void notRising(RuleTable after, Set<String> said) {
        int level = inputs(after).indexOf(LEVEL);
        if (level < 0 || output(after, OFFSET) < 0) {
            return;
        }
        for (int low = 0; low < after.rows().size(); low++) {
            for (int high = 0; high < after.rows().size(); high++) {
                if (follows(after, level, low, high)
                        && !isNobody(after, low)
                        && !isNobody(after, high)
                        && moment(after, high) <= moment(after, low)) {
                    said.add(
                            "督办没有一级比一级晚：" + place(after, high) + "，" + when(after, high) + "，不晚于第 " + (low + 1) + " 行");
                }
            }
        }
    }

    /** @return whether for some case the one is the level above the other */
    private static boolean follows(RuleTable table, int level, int low, int high) {
        int step = number(table.rows().get(high).inputs().get(level))
                - number(table.rows().get(low).inputs().get(level));
        return step == 1
                && IntStream.range(0, table.inputs().size())
                        .filter(i -> i != level)
                        .allMatch(i -> {
                            TableCell one = TableCell.of(
                                            table.rows().get(low).inputs().get(i))
                                    .orElseThrow();
                            TableCell other = TableCell.of(
                                            table.rows().get(high).inputs().get(i))
                                    .orElseThrow();
                            return Cases.values(table.inputs().get(i), List.of(one, other)).stream()
                                    .anyMatch(value -> one.holds(value) && other.holds(value));
                        });
    }

    // ---- the standard that a row names

    private void beyond(RuleTable before, RuleTable after, RuleTable shipped, Set<String> said) {
        Set<Met> same = Cases.of(before, after);
        for (Met met : Cases.of(shipped, after)) {
            if (met.before() < 0 || met.after() < 0) {
                continue;
            }
            for (int i = 0; i < shipped.outputs().size(); i++) {
                int at = output(after, shipped.outputs().get(i).name());
                if (Sheet.isAmount(shipped.outputs(), i)
                        && minutes(shipped, met.before(), i).isPresent()
                        && isStandard(shipped, met.before(), shipped.outputs().get(i))
                        && length(after, met.after(), at) > length(shipped, met.before(), i)
                        && isNew(same, before, after, met.after(), at)) {
                    said.add("比依据里的标准长：" + place(after, met.after()) + "，"
                            + shipped.outputs().get(i).label() + " " + words(after, met.after(), at) + "；标准是 "
                            + words(shipped, met.before(), i) + "（" + origin(shipped, met.before()) + "）");
                }
            }
        }
    }

    /** @return whether the version that is changed says something else there */
    private static boolean isNew(Set<Met> same, RuleTable before, RuleTable after, int row, int output) {
        return same.stream()
                .filter(met -> met.after() == row)
                .anyMatch(met -> met.before() < 0 || length(before, met.before(), output) < length(after, row, output));
    }

    /** What the product says by itself is no standard; of a row with several limits its text says which. */
    private static boolean isStandard(RuleTable table, int row, Column amount) {
        String stem = amount.label().replace("时限", "");
        String said = origin(table, row);
        boolean first = Arrays.stream(said.split("[；。]")).limit(1).anyMatch(clause -> clause.contains(OURS));
        return !said.isEmpty()
                && !first
                && Arrays.stream(said.split("[；。]"))
                        .noneMatch(clause -> clause.contains(OURS) && clause.contains(stem));
    }

    private static String origin(RuleTable table, int row) {
        return IntStream.range(0, table.outputs().size())
                .filter(i -> ORIGINS.contains(table.outputs().get(i).name()))
                .mapToObj(i -> TableWords.bare(table.rows().get(row).outputs().get(i)))
                .findFirst()
                .orElse("");
    }

    private static int length(RuleTable table, int row, int output) {
        return minutes(table, row, output).orElse(Integer.MAX_VALUE);
    }

    // ---- cells

    /** @return about how many minutes go by; empty: there is no limit */
    private static OptionalInt minutes(RuleTable table, int row, int output) {
        String unit = TableWords.bare(table.rows().get(row).outputs().get(output + 1));
        String amount = table.rows().get(row).outputs().get(output);
        if (unit.isEmpty() || amount.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = number(amount);
        return switch (WorkUnit.valueOf(unit)) {
            case NONE -> OptionalInt.empty();
            case MINUTE -> OptionalInt.of(number);
            case HOUR -> OptionalInt.of(60 * number);
            case WORKMINUTE -> OptionalInt.of(WORKING_TIME * number);
            case WORKHOUR -> OptionalInt.of(WORKING_TIME * 60 * number);
            case SAME_DAY -> OptionalInt.of(MINUTES_A_DAY / 2);
            case WORKDAY -> OptionalInt.of(MINUTES_A_DAY * number);
        };
    }

    private static int number(String written) {
        return TableCell.of(written)
                .flatMap(TableCell::value)
                .filter(BigDecimal.class::isInstance)
                .map(number -> ((BigDecimal) number).intValue())
                .orElse(0);
    }

    private static String answer(RuleTable table, int row, String output) {
        int at = output(table, output);
        return at < 0 ? "" : table.rows().get(row).outputs().get(at);
    }

    private static int output(RuleTable table, String name) {
        return table.outputs().stream().map(Column::name).toList().indexOf(name);
    }

    private static List<String> inputs(RuleTable table) {
        return table.inputs().stream().map(Column::name).toList();
    }

    private String words(RuleTable table, int row, int output) {
        return TableWords.answer(
                table, words.codes(), output, table.rows().get(row).outputs());
    }

    private String place(RuleTable table, int row) {
        return "第 " + (row + 1) + " 行（" + words.situation(table, table.rows().get(row)) + "）";
    }
}
