package org.shouwen.notification.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.NoticeNames;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.LazyContextVariable;

/** The wordings in force, in words, there and back. */
@Component
record Wordings(WordingVersions versions, Wording wording, FactSheet sheet) implements NoticeTexts {

    private static final Map<String, String> AUDIENCES = Map.of(
            "resident", "业主",
            "handler", "经办人",
            "responsible", "经办人和首问责任人",
            "person", "流程指定的人",
            "secondperson", "另须答复的人",
            "staff", "有关员工");

    private static final int LONGEST_TITLE = 40;

    /** What is said only at times, with nothing of the kind inside. */
    private static final Pattern AT_TIMES = Pattern.compile("\\[#[^\"]*\"[^\"]*\"](?:(?!\\[#|\\[/]).)*\\[/]");

    /** @return what people call a wording: its subject, without what it says only at times, and whom it is for */
    static String title(String name, Text text) {
        String always = text.subject();
        for (String before = ""; !before.equals(always); ) {
            before = always;
            always = AT_TIMES.matcher(always).replaceAll("");
        }
        Text said = always.isBlank() ? text : new Text(always, "");
        String subject = WordingMarks.of(said).inWords(said).subject().replaceAll("〔(?:如有|如无|视)[^〔〕]*〕|〔/〕", "");
        return "通知：" + (subject.length() > LONGEST_TITLE ? subject.substring(0, LONGEST_TITLE) + "…" : subject) + "（给"
                + audience(name) + "）";
    }

    private static String audience(String name) {
        return AUDIENCES.get(NoticeNames.audience(name));
    }

    @Override
    public List<NoticeText> all() {
        return versions.carried().keySet().stream()
                .map(file -> file.substring(0, file.length() - ModelVersions.TEXT.length()))
                .map(name -> shown(name, versions.inForce(name)))
                .toList();
    }

    @Override
    public NoticeText find(String stem) {
        return shown(stem, versions.inForce(known(stem)));
    }

    @Override
    public NoticeText read(String stem, byte[] file) {
        Text words = versions.marks(known(stem) + ModelVersions.TEXT).inWords(WordingVersions.text(file));
        return new NoticeText(stem, audience(stem), words.subject(), words.body());
    }

    private String known(String stem) {
        if (!versions.carried().containsKey(stem + ModelVersions.TEXT)) {
            throw Refusal.notFound("notice-text-unknown", "没有名为“" + stem + "”的通知");
        }
        return stem;
    }

    private static NoticeText shown(String name, Text text) {
        Text words = WordingMarks.of(text).inWords(text);
        return new NoticeText(name, audience(name), words.subject(), words.body());
    }

    @Override
    public List<String> marks(String stem) {
        return versions.marks(known(stem) + ModelVersions.TEXT).known();
    }

    @Override
    public Typed typed(String stem, String subject, String body) {
        WordingMarks.Typed typed =
                versions.marks(known(stem) + ModelVersions.TEXT).typed(subject, body);
        return new Typed(WordingVersions.file(typed.text()), typed.faults());
    }

    @Override
    public Preview preview(String stem, byte[] file, Ticket ticket) {
        Text template = WordingVersions.text(file);
        Map<String, String> names = WordingMarks.facts(template);
        Map<String, Object> facts = new HashMap<>();
        if (ticket == null) {
            names.forEach((name, words) -> facts.put(name, "〔" + words + "〕"));
        } else {
            facts.putAll(sheet.of(ticket, Map.of()));
        }
        Text text = wording.render(template, facts);
        String audience = NoticeNames.audience(stem);
        Text sent = audience.equals("resident") || audience.equals("secondperson") ? text.withLink() : text;
        return new Preview(
                sent.subject(),
                sent.body(),
                names.entrySet().stream()
                        .filter(name -> isMissing(facts.get(name.getKey())))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList());
    }

    private static boolean isMissing(Object fact) {
        return Objects.isNull(fact instanceof LazyContextVariable<?> asked ? asked.getValue() : fact);
    }
}
