package org.shouwen.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.studio.StudioDesk.FileDifference;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 软件更新: what the program ships in a newer version though it was changed here. Neither goes over the other by itself;
 * somebody decides, model by model. And the way home: what is in force, as the program would ship it.
 */
@Component
public class Updates {

    private static final Columns<Kept> KEPT = Columns.of(Kept.class);
    private static final String TABLE = "studio_kept";

    private final ModelVersions versions;
    private final StudioDesk desk;
    private final Sql sql;

    Updates(ModelVersions versions, StudioDesk desk, Sql sql) {
        this.versions = versions;
        this.desk = desk;
        this.sql = sql;
    }

    /**
     * That ours stays in force.
     *
     * @param shipped digest of what the program ships
     */
    public record Kept(String model, String shipped, String reason, String keptBy, Instant keptAt) {}

    /**
     * A model in three versions.
     *
     * @param ours in force
     * @param former the version of the program that ours came of
     * @param theirs what the program ships otherwise than then
     * @param own what ours says otherwise than then
     * @param kept the decision about just this version of the program
     */
    public record Update(
            Version ours, Version former, List<FileDifference> theirs, List<FileDifference> own, Optional<Kept> kept) {}

    /** @return what there is to decide, and what was decided about what the program ships now */
    public List<Update> all() {
        return versions.all().stream().flatMap(ours -> of(ours).stream()).toList();
    }

    private Optional<Update> of(Version ours) {
        Map<String, byte[]> shipped = versions.carried(ours.model());
        if (ours.shipped() || shipped.isEmpty()) {
            return Optional.empty();
        }
        return versions.of(ours.model()).stream()
                .filter(Version::shipped)
                .findFirst()
                .filter(former -> !StudioDesk.isSame(versions.files(former), shipped))
                .map(former -> new Update(
                        ours,
                        former,
                        differing(former, shipped),
                        differing(former, versions.files(ours)),
                        kept(ours.model(), shipped)));
    }

    private List<FileDifference> differing(Version former, Map<String, byte[]> files) {
        return desk.differences(List.of(former), files).stream()
                .filter(file -> !file.difference().lines().isEmpty())
                .toList();
    }

    private Optional<Kept> kept(String model, Map<String, byte[]> shipped) {
        return sql.find(KEPT, "SELECT * FROM studio_kept WHERE model = ? AND shipped = ?", model, digest(shipped));
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((file, bytes) -> {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Update waiting(String model) {
        return versions.inForce(model)
                .flatMap(this::of)
                .orElseThrow(() -> Refusal.notPossibleNow("no-update", "软件没有带来这个模型的新版本，没有要决定的"));
    }

    /**
     * Ours stays in force, until the program ships another version again.
     *
     * @throws Refusal where there is nothing to decide
     */
    @Transactional
    public void keep(String model, String reason, Caller by) {
        waiting(model);
        sql.insertOnce(
                TABLE, KEPT.values(new Kept(model, digest(versions.carried(model)), reason, by.code(), by.at())));
    }

    /**
     * @return what the program ships, as a draft of his to be proposed like any other
     * @throws Refusal where there is nothing to decide
     */
    @Transactional
    public Change take(String model, Caller by) {
        Update update = waiting(model);
        return desk.draft(
                desk.hand(versions.carried(model), List.of(update.ours().id())), by);
    }

    /**
     * @return every file in force by its place in a checkout: {@code bpmn/repair.bpmn}, {@code forms/report-work.form}; wordings in
     *     {@code notification/}, which is {@code src/main/resources/notification/} there
     */
    public Map<String, byte[]> everything() {
        Map<String, byte[]> all = new TreeMap<>();
        versions.all().stream()
                .flatMap(version -> versions.files(version).entrySet().stream())
                .forEach(file -> all.put(folder(file.getKey()) + file.getKey(), file.getValue()));
        return all;
    }

    private static String folder(String file) {
        if (file.endsWith(ModelVersions.FORM)) {
            return "forms/";
        }
        return file.endsWith(ModelVersions.TEXT) ? "notification/" : "bpmn/";
    }
}
