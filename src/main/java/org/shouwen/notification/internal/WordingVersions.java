package org.shouwen.notification.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouwen.rows.Sql;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.NoticeNames;
import org.shouwen.workflow.StoredTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The wordings, version by version. What is in force is kept in memory: a notice costs no statement. What another node brings
 * in force is seen when a moment is over, what this node does from its commit on.
 */
@Component
class WordingVersions extends StoredTexts {

    private final long age;
    private final Map<String, byte[]> carried = new TreeMap<>();
    private volatile Known known;

    /** @param texts in force, by name; @param at when they were read, of the machine's own clock */
    private record Known(Map<String, Text> texts, long at) {}

    /** @param seconds how long what was read is taken to be so, as with the models of the engine */
    WordingVersions(Sql sql, Clock clock, @Value("${shouwen.models-age-seconds:5}") long seconds) {
        super(sql, clock, ModelVersions.TEXT);
        this.age = Duration.ofSeconds(seconds).toNanos();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/notification/*.txt")) {
                carried.put(file.getFilename(), file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- to be sent

    /** @return in force here; what is not stored yet as it is carried */
    Text inForce(String name) {
        Known now = known;
        if (now == null || System.nanoTime() - now.at() >= age) {
            long before = System.nanoTime();
            Map<String, Text> texts = new TreeMap<>();
            contents().forEach((model, content) -> texts.put(model, text(content)));
            now = new Known(texts, before);
            known = now;
        }
        String stem = NoticeNames.now(name);
        Text text = now.texts().get(stem + ModelVersions.TEXT);
        return text == null ? Wording.load(stem) : text;
    }

    static Text text(String content) {
        String[] parts = content.replace("\r\n", "\n").split("\n\n", 2);
        return new Text(parts[0], parts.length < 2 ? "" : parts[1].strip());
    }

    static Text text(byte[] content) {
        return text(new String(content, StandardCharsets.UTF_8));
    }

    /** @return the file of a wording, as the program's are written */
    static byte[] file(Text text) {
        return (text.subject() + "\n\n" + text.body() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    // ---- look

    @Override
    protected String name(String key, String content) {
        return Wordings.title(key, text(content));
    }

    @Override
    public Map<String, byte[]> carried() {
        return carried;
    }

    // ---- judge

    /** Whatever way it comes: it fills in nothing but what the wording knows. */
    @Override
    public List<Said> judge(String model, byte[] text) {
        Text read = text(text);
        WordingMarks marks = marks(model);
        Text words = marks.inWords(read);
        WordingMarks.Typed typed = marks.typed(words.subject(), words.body());
        List<String> faults = typed.faults().isEmpty() && !typed.text().equals(read)
                ? List.of("文件里写着〔…〕这样的标记；标记请在“规则”页上改")
                : typed.faults();
        return faults.stream()
                .map(fault -> new Said(model, "", Wordings.title(key(model), read) + "：" + fault))
                .toList();
    }

    /** @return those of the wording in force, and of the one that the program carries */
    WordingMarks marks(String model) {
        Text shipped = text(carried.get(model));
        Text now = now(model).map(WordingVersions::text).orElse(shipped);
        return WordingMarks.of(key(model), now, shipped);
    }

    @Override
    public Difference difference(byte[] before, byte[] after) {
        Text one = text(before);
        Text other = text(after);
        WordingMarks marks = WordingMarks.of(one, other);
        return WordingDifference.of(marks.inWords(one), marks.inWords(other));
    }

    // ---- in force

    @Override
    public Version deploy(String model, byte[] text, boolean shipped) {
        Version deployed = super.deploy(model, text, shipped);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    known = null;
                }
            });
        }
        known = null;
        return deployed;
    }
}
