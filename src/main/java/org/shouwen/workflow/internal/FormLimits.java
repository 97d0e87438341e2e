package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Whether a form can be completed at all: what it asks can be seen, what it demands can be filled in, its bounds leave room for
 * an answer. What nobody can answer leaves a step that nobody can do; Tasklist says nothing and keeps its button grey.
 */
final class FormLimits {

    private static final Set<String> DATES = Set.of("date", "datetime");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,9})?");

    /** What an answer is checked by; the others of form-js are patterns. */
    private static final Set<String> CHECKED = Set.of("", "custom");

    private static final int LONGEST_DEMANDED = 200;
    private static final int LONGEST_ALLOWED = 10_000;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 9;

    private FormLimits() {}

    /** @param wrong takes what is wrong with the field, in words */
    static void judge(JsonNode field, FormConditions conditions, Consumer<String> wrong) {
        JsonNode validate = field.path("validate");
        boolean demanded = validate.path("required").asBoolean();
        if (demanded
                && (field.path("disabled").asBoolean() || field.path("readonly").asBoolean())) {
            wrong.accept("必填却不能填写（只读或者禁用），谁也办不了这一步");
        }
        if (FormConditions.isUnreadable(field)) {
            wrong.accept("隐藏的条件看不懂：" + field.path("conditional").path("hide").asText());
        } else if (conditions.isNeverSeen(field.path("key").asText())) {
            wrong.accept("按隐藏的条件永远不会显示" + (demanded ? "，却是必填的" : "") + "；不要的问题请去掉，要的请改条件");
        }
        bound(validate.path("min"), "最小值", wrong);
        bound(validate.path("max"), "最大值", wrong);
        whole(validate.path("minLength"), 0, LONGEST_DEMANDED, "最少字数", wrong);
        whole(validate.path("maxLength"), 1, LONGEST_ALLOWED, "最多字数", wrong);
        above(validate, "min", "max", "最小值", "最大值", wrong);
        above(validate, "minLength", "maxLength", "最少字数", "最多字数", wrong);
        if (!validate.path("pattern").asText().isEmpty()
                || !CHECKED.contains(validate.path("validationType").asText())) {
            wrong.accept("不能按格式（pattern）检查，请在问题下面用文字说明怎么填");
        }
        switch (field.path("type").asText()) {
            case "number" -> {
                steps(field, wrong);
                room(field, wrong);
                preset(field, validate, wrong);
            }
            case "datetime" -> {
                if (!DATES.contains(field.path("subtype").asText())) {
                    wrong.accept("只能问日期（date）或者日期和时间（datetime），不能是“"
                            + field.path("subtype").asText() + "”");
                }
            }
            case "checklist", "radio", "select", "taglist" -> choice(field, wrong);
            default -> preset(field, validate, wrong);
        }
    }

    /** What is counted in: whole numbers, halves; written as a number or as a text. */
    static Optional<BigDecimal> increment(JsonNode number) {
        String step = number.path("increment").asText();
        return NUMBER.matcher(step).matches() ? Optional.of(new BigDecimal(step)) : Optional.empty();
    }

    /** @return what is written there, where it is a number that can be counted with */
    static Optional<BigDecimal> number(JsonNode written) {
        if (!written.isNumber() || !Double.isFinite(written.doubleValue())) {
            return Optional.empty();
        }
        BigDecimal number = written.decimalValue().stripTrailingZeros();
        return Optional.of(number)
                .filter(one -> one.precision() <= MOST_DIGITS
                        && one.scale() <= MOST_DIGITS
                        && one.precision() - one.scale() <= MOST_DIGITS);
    }

    /** @return whether both are numbers, the one above the other */
    static boolean isAbove(JsonNode one, JsonNode other) {
        return number(one)
                .flatMap(bound -> number(other).map(bound::compareTo))
                .filter(sign -> sign > 0)
                .isPresent();
    }

    private static void steps(JsonNode number, Consumer<String> wrong) {
        String step = number.path("increment").asText();
        if (!step.isEmpty() && increment(number).filter(one -> one.signum() > 0).isEmpty()) {
            wrong.accept("每次增减（increment）须是大于 0 的数字，不能是“" + step + "”");
        }
        JsonNode digits = number.path("decimalDigits");
        if (!digits.isNull()) {
            whole(digits, 0, MOST_DECIMALS, "小数位数（decimalDigits）", wrong);
        }
    }

    /** Between its bounds is a number that its increment and its digits let in. */
    private static void room(JsonNode number, Consumer<String> wrong) {
        Optional<BigDecimal> least = number(number.path("validate").path("min"));
        Optional<BigDecimal> most = number(number.path("validate").path("max"));
        Optional<BigDecimal> unit = unit(number);
        if (least.isEmpty() || most.isEmpty() || unit.isEmpty() || least.get().compareTo(most.get()) > 0) {
            return;
        }
        BigDecimal first =
                least.get().divide(unit.get(), 0, RoundingMode.CEILING).multiply(unit.get());
        if (first.compareTo(most.get()) > 0) {
            wrong.accept("最小值 " + least.get().toPlainString() + " 和最大值 "
                    + most.get().toPlainString() + " 之间没有 " + unit.get().toPlainString() + " 的倍数，填什么都不对");
        }
    }

    /** @return what every number that is let in is a multiple of; empty where any is, or nothing sensible is written */
    private static Optional<BigDecimal> unit(JsonNode number) {
        JsonNode digits = number.path("decimalDigits");
        Optional<BigDecimal> step = increment(number).filter(one -> one.signum() > 0);
        if (!digits.isInt() || digits.asInt() < 0 || digits.asInt() > MOST_DECIMALS) {
            return step;
        }
        BigDecimal finest = BigDecimal.ONE.movePointLeft(digits.asInt());
        return Optional.of(step.map(one -> common(one, finest)).orElse(finest));
    }

    /** @return the least multiple of both */
    private static BigDecimal common(BigDecimal one, BigDecimal other) {
        int scale = Math.max(one.scale(), other.scale());
        BigInteger first = one.setScale(scale).unscaledValue();
        BigInteger second = other.setScale(scale).unscaledValue();
        return new BigDecimal(first.multiply(second).divide(first.gcd(second)), scale).stripTrailingZeros();
    }

    private static void above(
            JsonNode validate, String least, String most, String from, String to, Consumer<String> wrong) {
        if (isAbove(validate.path(least), validate.path(most))) {
            wrong.accept(from + " " + validate.path(least).asText() + " 大于" + to + " "
                    + validate.path(most).asText() + "，填什么都不对");
        }
    }

    private static void bound(JsonNode bound, String called, Consumer<String> wrong) {
        if (!bound.isMissingNode() && number(bound).isEmpty()) {
            wrong.accept(called + "须是数字，最多 " + MOST_DIGITS + " 位，不能是“" + bound.asText() + "”");
        }
    }

    private static void whole(JsonNode number, int from, int to, String called, Consumer<String> wrong) {
        if (!number.isMissingNode() && !(number.isInt() && number.asInt() >= from && number.asInt() <= to)) {
            wrong.accept(called + "须是 " + from + " 到 " + to + " 的整数，不能是“" + number.asText() + "”");
        }
    }

    private static void choice(JsonNode field, Consumer<String> wrong) {
        if (!field.path("valuesKey").asText().isEmpty()
                || !field.path("valuesExpression").asText().isEmpty()) {
            return;
        }
        Set<String> codes = new TreeSet<>();
        field.path("values").forEach(value -> codes.add(value.path("value").asText()));
        if (codes.isEmpty()) {
            wrong.accept("没有选项，选不了");
            return;
        }
        JsonNode preset = field.path("defaultValue");
        Set<String> chosen = new TreeSet<>();
        (preset.isArray() ? preset : List.of(preset)).forEach(code -> chosen.add(code.asText()));
        chosen.removeAll(codes);
        if (!preset.isMissingNode() && !preset.isNull() && !chosen.isEmpty()) {
            wrong.accept("预先选好的“" + String.join("、", chosen) + "”不在选项里，可选：" + String.join("、", codes));
        }
    }

    private static void preset(JsonNode field, JsonNode validate, Consumer<String> wrong) {
        JsonNode preset = field.path("defaultValue");
        if (preset.isMissingNode() || preset.isNull()) {
            return;
        }
        if (field.path("type").asText().equals("number")) {
            if (number(preset).isEmpty()
                    || isAbove(validate.path("min"), preset)
                    || isAbove(preset, validate.path("max"))) {
                wrong.accept("预先填好的“" + preset.asText() + "”不在允许的范围内");
            }
        } else if (preset.isTextual()
                && validate.path("maxLength").isNumber()
                && preset.asText().length() > validate.path("maxLength").asInt()) {
            wrong.accept("预先填好的文字超过最多 " + validate.path("maxLength").asText() + " 字");
        }
    }
}
