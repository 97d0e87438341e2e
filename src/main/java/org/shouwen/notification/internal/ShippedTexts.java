package org.shouwen.notification.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.workflow.NoticeNames;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Wordings with what they fill in called by its name: [(${number})] is 〔编号〕. They come with the program, so they are read once. */
@Component
class ShippedTexts implements NoticeTexts {

    private static final Map<String, String> AUDIENCES = Map.of(
            "resident", "业主",
            "handler", "经办人",
            "responsible", "经办人和首问责任人",
            "person", "流程指定的人",
            "secondperson", "另须答复的人",
            "staff", "有关员工");

    private static final Pattern MARK = Pattern.compile(
            "\\[# th:(?<how>if|unless|each)=\"(?<what>[^\"]*)\"]|\\[\\(\\$\\{(?<fact>[^}]*)}\\)]|\\[/]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern WORDS = Pattern.compile("'([^']*\\p{IsHan}[^']*)'");

    private final List<NoticeText> all;

    ShippedTexts() {
        try {
            all = Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:/notification/*.txt"))
                    .map(Resource::getFilename)
                    .map(file -> file.substring(0, file.lastIndexOf('.')))
                    .sorted()
                    .map(ShippedTexts::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<NoticeText> all() {
        return all;
    }

    private static NoticeText read(String stem) {
        Text text = Wording.load(stem);
        String audience = NoticeNames.audience(stem);
        return new NoticeText(
                stem, AUDIENCES.getOrDefault(audience, ""), inWords(text.subject()), inWords(text.body()));
    }

    static String inWords(String template) {
        StringBuilder words = new StringBuilder();
        Matcher mark = MARK.matcher(template);
        while (mark.find()) {
            String said = mark.group("fact") != null
                    ? fact(mark.group("fact"))
                    : mark.group("how") == null ? "⟧" : mark.group("how").equals("each") ? "⟦逐项：" : "⟦";
            mark.appendReplacement(words, Matcher.quoteReplacement(said));
        }
        // What is said only at times takes its line with it
        return mark.appendTail(words).toString().replace("\n⟧", "⟧\n");
    }

    private static String fact(String expression) {
        String either =
                WORDS.matcher(expression).results().map(word -> word.group(1)).collect(Collectors.joining("／"));
        if (!either.isEmpty()) {
            return "〔" + either + "〕";
        }
        return "〔"
                + NAME.matcher(expression)
                        .results()
                        .map(name -> FactNames.WORDS.get(name.group()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("随工单")
                + "〕";
    }
}
