package org.shouwen.workflow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.workflow.ModelVersions.Origin;
import org.shouwen.workflow.ModelVersions.Version;

/** Texts of one kind, version by version, in the table {@code rule_text}. */
public abstract class StoredTexts implements TextVersions {

    private static final Columns<Stored> STORED = Columns.of(Stored.class);
    private static final String TABLE = "rule_text";

    private final Sql sql;
    private final Clock clock;
    private final String ending;

    /** @param ending of the files of this kind */
    protected StoredTexts(Sql sql, Clock clock, String ending) {
        this.sql = sql;
        this.clock = clock;
        this.ending = ending;
    }

    /** @param model name of its file */
    private record Stored(String model, int version, String content, Instant since, boolean shipped) {

        byte[] file() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public boolean has(String model) {
        return model.endsWith(ending);
    }

    /** @return name of the file without its ending */
    protected final String key(String model) {
        return model.substring(0, model.length() - ending.length());
    }

    /** @return what people call it */
    protected abstract String name(String key, String content);

    /** @return what goes by a model of which no version is kept; empty: nothing does */
    protected Optional<String> standing(String model) {
        return Optional.empty();
    }

    private List<Stored> latest() {
        return sql.list(
                STORED,
                "SELECT * FROM rule_text one WHERE model LIKE ? AND version ="
                        + " (SELECT MAX(version) FROM rule_text other WHERE other.model = one.model) ORDER BY model",
                "%" + ending);
    }

    /** @return what every text says now, by its file; those of which no version is kept are not among them */
    protected final Map<String, String> contents() {
        return latest().stream().collect(Collectors.toMap(Stored::model, Stored::content));
    }

    @Override
    public List<Version> all() {
        return latest().stream().map(this::version).toList();
    }

    private List<Stored> stored(String model) {
        List<Stored> kept = sql.list(STORED, "SELECT * FROM rule_text WHERE model = ? ORDER BY version DESC", model);
        return kept.isEmpty()
                ? standing(model).map(text -> new Stored(model, 1, text, Version.EVER, true)).stream()
                        .toList()
                : kept;
    }

    /** @return what the version in force says */
    protected final Optional<String> now(String model) {
        return stored(model).stream().findFirst().map(Stored::content);
    }

    @Override
    public List<Version> of(String model) {
        return has(model) ? stored(model).stream().map(this::version).toList() : List.of();
    }

    @Override
    public Optional<Version> find(String id) {
        return one(id).map(this::version);
    }

    @Override
    public byte[] source(Version version) {
        return one(version.id()).orElseThrow().file();
    }

    /** @param id file and number of the version */
    private Optional<Stored> one(String id) {
        String[] parts = id.split(":");
        return parts.length == 2 && has(parts[0]) && parts[1].matches("\\d{1,9}")
                ? stored(parts[0]).stream()
                        .filter(version -> version.version() == Integer.parseInt(parts[1]))
                        .findFirst()
                : Optional.empty();
    }

    private Version version(Stored stored) {
        String key = key(stored.model());
        return new Version(
                stored.model() + ":" + stored.version(),
                stored.model(),
                key,
                name(key, stored.content()),
                stored.version(),
                stored.since(),
                stored.shipped() ? Origin.SHIPPED : Origin.STUDIO);
    }

    @Override
    public Map<String, byte[]> carried() {
        return Map.of();
    }

    @Override
    public Version deploy(String model, byte[] text, boolean shipped) {
        Optional<Stored> before = stored(model).stream().findFirst();
        // What went by itself until now can be taken back to
        before.filter(known -> known.since().equals(Version.EVER))
                .ifPresent(known -> sql.insertOnce(TABLE, STORED.values(known)));
        Stored stored = new Stored(
                model,
                before.map(Stored::version).orElse(0) + 1,
                new String(text, StandardCharsets.UTF_8),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                shipped);
        // Of several nodes that start at once one brings what the program carries
        if (!sql.insertOnce(TABLE, STORED.values(stored)) && !shipped) {
            Version version = version(stored);
            throw Refusal.overtaken("《" + version.name() + "》刚刚有了新的版本，请重新打开");
        }
        return version(stored);
    }
}
