package org.shouwen.studio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change.Changed;
import org.shouwen.studio.Change.State;
import org.shouwen.ticket.Categories;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Judged;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Taken;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 改规则: tables, flows and forms are changed on a draft, judged by the guard, approved by a second person, taken back by one.
 * What is changed together comes in force together and is taken back together.
 */
@Component
public class StudioDesk {

    private static final String WAITING_TIMES = "waiting-times.dmn";

    /** Name of the field in which a moment is given. */
    public static final String SINCE = "since";

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final ModelVersions versions;
    private final Changes changes;
    private final TableWords words;
    private final Categories categories;
    private final Notices notices;
    private final Roster roster;
    private final FourEyes eyes;
    private final Moments moments;
    private final ApplicationEventPublisher events;

    StudioDesk(
            ModelVersions versions,
            Changes changes,
            TableWords words,
            Categories categories,
            Notices notices,
            FourEyes eyes,
            Moments moments,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.changes = changes;
        this.words = words;
        this.categories = categories;
        this.notices = notices;
        this.roster = eyes.roster();
        this.eyes = eyes;
        this.moments = moments;
        this.events = events;
    }

    /** A version of a table with what it says. */
    public record Base(Version version, RuleTable table) {}

    /**
     * A version, as its history tells it.
     *
     * @param change which became it; empty: it came with the program, or by another way
     * @param restored number of the version whose text came back, or null
     */
    public record Past(Version version, Optional<Change> change, Integer restored) {}

    /**
     * Files as somebody hands them in, judged.
     *
     * @param files those that are otherwise than in the versions that they change, by name
     * @param bases the versions that they change; of a form those of every flow that shows it
     * @param faults empty: they can be proposed
     */
    public record Handed(Map<String, byte[]> files, List<Version> bases, List<Said> faults, List<Said> warnings) {}

    /**
     * What a change says otherwise in one file.
     *
     * @param title of the table or flow; of a form its file's name
     */
    public record FileDifference(String file, String title, Difference difference) {

        /** @return ids of the elements of which that became, with blanks between them */
        public String marked(String what) {
            return difference.lines().stream()
                    .filter(line -> line.what().name().equals(what))
                    .map(Difference.Line::element)
                    .collect(Collectors.joining(" "));
        }
    }

    /** @return why no flow is started from outside: a matter begins with its ticket */
    public Refusal startsNothing() {
        return Refusal.notAllowed("not-open", "流程从工单里开始，不能在这里启动；草稿请到首问的“规则”页提出，批准以后新的工单就按它走");
    }

    // ---- look

    /** @throws Refusal where there is no such table */
    public Base inForce(String table) {
        return base(tableInForce(table));
    }

    private Version tableInForce(String table) {
        return versions.inForce(ModelVersions.table(table))
                .orElseThrow(() -> Refusal.notFound("rule-table-unknown", "没有编号为“" + table + "”的规则表"));
    }

    /** @throws Refusal where there is no such flow */
    public Version flowInForce(String process) {
        return versions.inForce(ModelVersions.flow(process))
                .orElseThrow(() -> Refusal.notFound("flow-unknown", "没有编号为“" + process + "”的流程"));
    }

    /** @throws Refusal where there is no such wording */
    public Version textInForce(String stem) {
        return versions.inForce(stem + ModelVersions.TEXT)
                .orElseThrow(() -> Refusal.notFound("notice-text-unknown", "没有名为“" + stem + "”的通知"));
    }

    /** @throws Refusal where there is no such version of the table */
    public Base version(String table, String id) {
        return versions.find(id)
                .filter(version -> version.model().equals(ModelVersions.table(table)))
                .map(this::base)
                .orElseThrow(() -> Refusal.notFound("rule-version-unknown", "没有这张表的这个版本"));
    }

    /** @throws Refusal where there is no such version */
    public Version version(String id) {
        return versions.find(id).orElseThrow(() -> Refusal.notFound("rule-version-unknown", "没有这个版本"));
    }

    private Base base(Version version) {
        return new Base(version, versions.read(versions.source(version)));
    }

    /** @return the version in force of the same model */
    public Version now(Version version) {
        return versions.inForce(version.model()).orElse(version);
    }

    /** @return the files of a version by name */
    public Map<String, byte[]> files(Version version) {
        return versions.files(version);
    }

    public Optional<Change> openOf(String model) {
        return changes.openOf(model);
    }

    /** @throws Refusal where there is none */
    public Change change(long id) {
        return changes.find(id).orElseThrow(() -> unknown(id));
    }

    /** @throws Refusal where there is none that the reader may know of: a draft is his whose it is */
    public Change change(long id, Caller reader) {
        return Optional.of(change(id))
                .filter(change -> !change.isPrivate() || change.proposedBy().equals(reader.code()))
                .orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(long id) {
        return Refusal.notFound("rule-change-unknown", "没有编号为 " + id + " 的改动");
    }

    /** @return the versions that were changed */
    public List<Version> bases(Change change) {
        return change.models().stream().map(Changed::base).map(this::version).toList();
    }

    /** @return the version of the first table that it changes; empty where it changes none */
    public Optional<Base> tableOf(Change change) {
        return bases(change).stream().filter(Version::isTable).findFirst().map(this::base);
    }

    /** @return what the change makes of that table */
    public byte[] source(Base base, Change change) {
        return change.sources().getOrDefault(base.version().model(), versions.source(base.version()));
    }

    /** @return what people call what is changed: 《报修》、《办结时限》 */
    public String title(Change change) {
        return title(bases(change));
    }

    private static String title(Collection<Version> models) {
        return models.stream().map(model -> "《" + model.name() + "》").collect(Collectors.joining("、"));
    }

    private static String numbered(Collection<Version> models) {
        return models.stream()
                .map(model -> "《" + model.name() + "》第 " + model.version() + " 版")
                .collect(Collectors.joining("、"));
    }

    /** @return what it says otherwise than the versions that it was made of, file by file */
    public List<FileDifference> differences(Change change) {
        return differences(bases(change), change.sources());
    }

    /** @param files that are otherwise than in these versions */
    public List<FileDifference> differences(Collection<Version> bases, Map<String, byte[]> files) {
        Map<String, byte[]> before = new TreeMap<>();
        bases.forEach(base -> before.putAll(versions.files(base)));
        Map<String, String> names =
                bases.stream().collect(Collectors.toMap(Version::model, Version::name, (one, other) -> one));
        Map<String, byte[]> after = new TreeMap<>(before);
        after.putAll(files);
        return files.keySet().stream()
                .sorted()
                .map(file -> new FileDifference(file, names.getOrDefault(file, file), difference(file, before, after)))
                .toList();
    }

    private Difference difference(String file, Map<String, byte[]> before, Map<String, byte[]> after) {
        return file.endsWith(ModelVersions.TABLE)
                ? TableDifference.of(versions.read(before.get(file)), versions.read(after.get(file)), words)
                : versions.difference(file, before, after);
    }

    /** @return every version, newest first */
    public List<Past> history(String model) {
        List<Version> all = versions.of(model);
        Map<String, Change> known = new HashMap<>();
        changes.of(model)
                .forEach(change ->
                        change.of(model).flatMap(Changed::version).ifPresent(version -> known.put(version, change)));
        return all.stream()
                .map(version -> {
                    Optional<Change> change = Optional.ofNullable(known.get(version.id()));
                    return new Past(
                            version,
                            change,
                            change.flatMap(one -> one.of(model))
                                    .flatMap(Changed::restores)
                                    .map(id -> number(all, id))
                                    .orElse(null));
                })
                .toList();
    }

    private static Integer number(List<Version> all, String id) {
        return all.stream()
                .filter(version -> version.id().equals(id))
                .map(Version::version)
                .findFirst()
                .orElse(null);
    }

    /** @return changes that came to nothing or are not decided, newest first; drafts are whose they are */
    public List<Change> notInForce(String model) {
        return changes.of(model).stream()
                .filter(change -> !change.isPrivate()
                        && change.of(model).flatMap(Changed::version).isEmpty())
                .toList();
    }

    /** @return his drafts, newest first */
    public List<Change> drafts(Caller by) {
        return changes.drafts(by.code());
    }

    // ---- change a table row by row

    /** @return the change as it would be made to the version in force now */
    public Draft onto(Base now, Change change) {
        String model = now.version().model();
        Base older = base(version(change.of(model).map(Changed::base).orElseThrow()));
        return onto(now, older, source(older, change));
    }

    /** @return the draft, made of an older version, as it would be made to the one in force now */
    public Draft onto(Base now, Base older, Draft draft) {
        return onto(now, older, source(older, draft));
    }

    private Draft onto(Base now, Base older, byte[] changed) {
        return Draft.onto(now.table(), older.table(), versions.read(changed));
    }

    /** @return the file with what the draft says */
    public byte[] source(Base base, Draft draft) {
        return TableXml.of(versions.source(base.version()))
                .with(draft.named(base.table(), categories.codes()).kept());
    }

    /** @return what the draft says otherwise */
    public Difference difference(Base base, Draft draft) {
        return TableDifference.of(base.table(), versions.read(source(base, draft)), words);
    }

    /** @return what speaks against the draft, a sentence each; empty: it can be proposed */
    public List<String> faults(Base base, Draft draft) {
        List<String> faults = new ArrayList<>();
        if (draft.isAsIn(base.table())) {
            return List.of("没有改动");
        }
        List<Draft.Row> kept = draft.kept();
        for (int i = 0; i < kept.size(); i++) {
            Draft.Row row = kept.get(i);
            boolean changed = row.copy() || !row.hasCellsOf(base.table());
            if (changed && !row.note().isEmpty() && row.hasNoteOf(base.table())) {
                faults.add("第 " + (i + 1) + " 行改了，请写明新的依据");
            }
        }
        faults.addAll(harm(base, draft));
        return faults;
    }

    private List<String> harm(Base base, Draft draft) {
        return sentences(versions.judge(Map.of(base.version().model(), source(base, draft)))
                .faults());
    }

    /** @return whether it says something else that could be in force; that the new basis is missing does not matter yet */
    public boolean canBeTried(Base base, Draft draft) {
        return !draft.isAsIn(base.table()) && harm(base, draft).isEmpty();
    }

    /**
     * Keeps a draft of a table for a second person to decide; whoever may is told.
     *
     * @param base the version that it changes
     * @param from when it is wished to be in force, or null: as soon as it is approved
     * @param instead of which change of his to the same model it is, which then waits no longer; null: of none
     * @throws Refusal where something speaks against it, another waits already, or the base is in force no longer
     */
    @Transactional
    public Change propose(Base base, Draft draft, String reason, Instant from, Long instead, Caller by) {
        mustHaveNone(faults(base, draft));
        Map<String, byte[]> files = Map.of(base.version().model(), source(base, draft));
        return propose(new Handed(files, List.of(base.version()), List.of(), List.of()), reason, from, instead, by);
    }

    // ---- change by files

    /**
     * Judges files that somebody drew elsewhere; nothing is kept. A form is changed for every flow that shows it.
     *
     * @param handed by the name under which each was sent; what each is stands inside
     * @param bases ids of the versions that they were made of; of a model that none is named of, the one in force
     */
    public Handed hand(Map<String, byte[]> handed, Collection<String> bases) {
        Taken taken = versions.take(handed);
        List<Said> faults = new ArrayList<>(taken.faults());
        Map<String, Version> touched = new TreeMap<>();
        bases.stream()
                .map(versions::find)
                .flatMap(Optional::stream)
                .forEach(version -> touched.put(version.model(), version));
        Set<String> needed = new LinkedHashSet<>();
        taken.files().keySet().forEach(file -> {
            List<Version> models = file.endsWith(ModelVersions.FORM)
                    ? showing(file, taken.files())
                    : Optional.ofNullable(touched.get(file)).or(() -> versions.inForce(file)).stream()
                            .toList();
            boolean shownHere = taken.files().keySet().stream()
                    .anyMatch(other -> other.endsWith(ModelVersions.FLOW)
                            && versions.forms(taken.files().get(other)).contains(file));
            // Which form a flow that cannot be read would show nobody knows
            boolean mayBeShown = file.endsWith(ModelVersions.FORM)
                    && taken.faults().stream().anyMatch(fault -> fault.file().endsWith(ModelVersions.FLOW));
            if (models.isEmpty() && !shownHere && !mayBeShown) {
                faults.add(new Said(file, "", unknown(file)));
            }
            models.forEach(model -> {
                touched.putIfAbsent(model.model(), model);
                needed.add(model.model());
            });
        });
        touched.keySet().retainAll(needed);
        if (!faults.isEmpty()) {
            return new Handed(taken.files(), List.copyOf(touched.values()), List.copyOf(faults), List.of());
        }
        Map<String, byte[]> changed = new TreeMap<>(taken.files());
        touched.values().forEach(base -> versions.files(base)
                .forEach((file, bytes) ->
                        changed.computeIfPresent(file, (name, now) -> Arrays.equals(now, bytes) ? null : now)));
        if (changed.isEmpty()) {
            faults.add(new Said("", "", "没有改动：与所改的版本相同"));
        }
        // Whatever nothing of is changed stays as it is
        touched.values().removeIf(base -> versions.files(base).keySet().stream().noneMatch(changed::containsKey));
        Judged judged = versions.judge(versions.together(touched.values(), changed));
        faults.addAll(judged.faults());
        return new Handed(changed, List.copyOf(touched.values()), List.copyOf(faults), judged.warnings());
    }

    /** @return files that somebody draws, as far as they can be read, with what belongs to them of the versions they were made of */
    public Map<String, byte[]> drawn(Map<String, byte[]> handed, Collection<String> bases) {
        return versions.together(
                bases.stream().map(this::version).toList(),
                versions.take(handed).files());
    }

    /** @return flows in force that show a form and that are not handed in themselves */
    private List<Version> showing(String form, Map<String, byte[]> handed) {
        return versions.showing(form).stream()
                .filter(flow -> !handed.containsKey(flow.model()))
                .toList();
    }

    private static String unknown(String file) {
        if (file.endsWith(ModelVersions.FORM)) {
            return file + "：没有流程用到这张表单，请和用到它的流程图一起交";
        }
        return file + "：这里没有这个" + (file.endsWith(ModelVersions.TABLE) ? "规则表" : "流程")
                + "，请从“规则”页下载要改的那一个，在它上面改，不要改它的 id";
    }

    /**
     * Keeps files as a draft of his, to be proposed with a reason; the same files are the same draft, and others for the same
     * models take its place.
     *
     * @throws Refusal where something speaks against them
     */
    @Transactional
    public Change draft(Handed handed, Caller by) {
        mustHaveNone(sentences(handed.faults()));
        Change draft = change(handed, "", null, State.DRAFT, by);
        Optional<Change> same = Stream.concat(changes.drafts(by.code()).stream(), changes.open().stream())
                .filter(known -> known.proposedBy().equals(by.code())
                        && known.files().equals(draft.files())
                        && known.bases().equals(draft.bases()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        changes.drafts(by.code()).stream()
                .filter(known -> known.models().stream()
                        .anyMatch(model -> draft.of(model.model()).isPresent()))
                .forEach(known -> changes.decide(known, State.WITHDRAWN, by.code(), by.at(), "换了一份"));
        return change(changes.add(draft));
    }

    /**
     * Keeps files for a second person to decide; whoever may is told.
     *
     * @param from when it is wished to be in force, or null: as soon as it is approved
     * @param instead of which change of his to the same model it is, which then waits no longer; null: of none
     * @throws Refusal where something speaks against it, another waits already, or a base is in force no longer
     */
    @Transactional
    public Change propose(Handed handed, String reason, Instant from, Long instead, Caller by) {
        mustHaveNone(sentences(handed.faults()));
        mustLieAhead(from, by);
        return proposed(handed, reason, from, instead, by);
    }

    /**
     * Hands his draft to a second person to decide; whoever may is told.
     *
     * @throws Refusal where it is none of his, something speaks against it, another waits, or a base is in force no longer
     */
    @Transactional
    public Change propose(long id, String reason, Caller by) {
        Change draft = change(id);
        mustBeHis(draft, by);
        mustHaveNone(sentences(judge(draft).faults()));
        mustBeFree(bases(draft));
        if (!changes.propose(id, reason, by.isAny(Role.MANAGER), by.at())) {
            throw decided(change(id));
        }
        return told(change(id), by);
    }

    /** @return what the guard says of a change now */
    public Judged judge(Change change) {
        return versions.judge(versions.together(bases(change), change.sources()));
    }

    /**
     * Makes a change again as a draft on the versions in force: tables row by row, other files as they are.
     *
     * @throws Refusal where it is none of his, or something speaks against it there
     */
    @Transactional
    public Change renew(long id, Caller by) {
        Change change = change(id);
        mustBeHis(change, by);
        Map<String, byte[]> files = change.sources();
        List<String> now = new ArrayList<>();
        for (Version base : bases(change)) {
            Version inForce = now(base);
            now.add(inForce.id());
            if (base.isTable()) {
                Base onto = base(inForce);
                files.put(base.model(), source(onto, onto(onto, change)));
            }
        }
        Handed handed = hand(files, now);
        mustHaveNone(sentences(handed.faults()));
        if (change.isOpen() || change.isDraft()) {
            changes.decide(change, State.WITHDRAWN, by.code(), by.at(), "重做");
        }
        return draft(handed, by);
    }

    private static void mustHaveNone(List<String> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid("change-refused", null, "改动不能提出：" + String.join("；", faults));
        }
    }

    private static List<String> sentences(List<Said> faults) {
        return faults.stream().map(Said::sentence).distinct().toList();
    }

    private Change proposed(Handed handed, String reason, Instant from, Long instead, Caller by) {
        if (instead != null) {
            replace(change(instead), handed.bases(), by);
        }
        mustBeFree(handed.bases());
        return told(change(changes.add(change(handed, reason, from, State.PROPOSED, by))), by);
    }

    /** One of other models is another matter, and waits on. */
    private void replace(Change former, List<Version> bases, Caller by) {
        boolean same = bases.stream().anyMatch(base -> former.of(base.model()).isPresent());
        if (same && (former.isOpen() || former.isDraft())) {
            mustBeHis(former, by);
            changes.decide(former, State.WITHDRAWN, by.code(), by.at(), "重做");
        }
    }

    private static Change change(Handed handed, String reason, Instant from, State state, Caller by) {
        Map<String, String> texts = new TreeMap<>();
        handed.files().forEach((file, bytes) -> texts.put(file, new String(bytes, StandardCharsets.UTF_8)));
        return new Change(
                0,
                reason,
                by.code(),
                by.isAny(Role.MANAGER),
                by.at(),
                state,
                Optional.empty(),
                null,
                "",
                from,
                handed.bases().stream()
                        .map(base -> new Changed(
                                base.model(),
                                base.id(),
                                Optional.empty(),
                                Optional.empty(),
                                state == State.PROPOSED ? base.model() : null,
                                null))
                        .toList(),
                texts);
    }

    /** Nobody else's change of them waits, and they are in force. */
    private void mustBeFree(List<Version> bases) {
        for (Version base : bases) {
            changes.openOf(base.model()).ifPresent(open -> {
                throw Refusal.notPossibleNow(
                        "change-open",
                        roster.nameOf(open.proposedBy()) + "对《" + base.name() + "》提出的改动"
                                + (open.isScheduled()
                                        ? "已经批准，从" + moments.text(open.inForceFrom()) + "起执行，执行或者撤回以后才能再提"
                                        : "正在等待批准，办完以后才能再提"));
            });
            mustBeInForce(base, "请在现行版本上接着改");
        }
    }

    private Change told(Change proposed, Caller by) {
        Instant from = proposed.inForceFrom();
        tell(
                eyes.deciders(proposed),
                "rule-change-proposed.to-staff",
                "rule proposal " + proposed.id(),
                proposed,
                by.at(),
                by.code(),
                Map.of("from", from == null ? "批准了马上" : "从" + moments.text(from) + "起"));
        return proposed;
    }

    private static void mustLieAhead(Instant from, Caller by) {
        if (from != null && !from.isAfter(by.at())) {
            throw Refusal.invalid("from-past", SINCE, "这个时间已经过了，请改晚一些；要马上执行的不用填");
        }
        if (from != null && from.isAfter(by.at().plus(FARTHEST))) {
            throw Refusal.invalid("from-far", SINCE, "最多提前一年");
        }
    }

    private void mustBeInForce(Version base, String what) {
        Version now = now(base);
        if (!now.id().equals(base.id())) {
            throw Refusal.notPossibleNow(
                    "base-changed",
                    "《" + base.name() + "》在这期间有了新的版本：改的是第 " + base.version() + " 版，现行的是第 " + now.version() + " 版。"
                            + what);
        }
    }

    // ---- decide

    /** @return those of the versions that it was made of that are in force no longer */
    public List<Version> overtaken(Change change) {
        return bases(change).stream()
                .filter(base -> !now(base).id().equals(base.id()))
                .toList();
    }

    /**
     * Brings it in force at once.
     *
     * @return the new version of each model
     * @throws Refusal where it is his own, is not his to decide, was decided, or another version came in force meanwhile
     */
    @Transactional
    public List<Version> approve(long id, Caller by) {
        Change change = mustDecide(id, by);
        mustStillBeGood(change);
        decide(change, State.APPROVED, by, "");
        List<Version> deployed = deploy(change);
        tell(
                Stream.of(change.proposedBy()),
                "rule-change-approved.to-staff",
                "rule change " + id,
                change,
                by.at(),
                by.code(),
                Map.of("version", numbered(deployed)));
        return deployed;
    }

    /**
     * Approves it for a moment ahead; until then everything goes by the version in force.
     *
     * @throws Refusal as with {@link #approve}, and where that moment is past or more than a year ahead
     */
    @Transactional
    public Change approve(long id, Instant from, Caller by) {
        Change change = mustDecide(id, by);
        mustLieAhead(from, by);
        mustStillBeGood(change);
        if (!changes.schedule(id, from, by.code(), by.at())) {
            throw decided(change(id));
        }
        events.publishEvent(new Change.Scheduled(id, from));
        tell(
                Stream.of(change.proposedBy()),
                "rule-change-scheduled.to-staff",
                "rule approval " + id,
                change,
                by.at(),
                by.code(),
                Map.of("from", moments.text(from)));
        return change(id);
    }

    /**
     * At its moment what was approved comes in force, whole or not at all; both who agreed on it are told. What waits no longer
     * is left alone, so that this may be asked twice.
     */
    @Transactional
    public void bringInForce(long id, Instant at) {
        Change change = changes.find(id).filter(Change::isScheduled).orElse(null);
        if (change == null) {
            return;
        }
        Optional<String> against = against(change);
        if (against.isPresent()) {
            lapse(change, against.get(), at, null);
            return;
        }
        String approver = change.decidedBy().orElseThrow();
        if (!changes.decide(change, State.APPROVED, approver, change.decidedAt(), "")) {
            return;
        }
        tell(
                both(change),
                "rule-change-inforce.to-staff",
                "rule change " + id,
                change,
                at,
                null,
                Map.of("version", numbered(deploy(change))));
    }

    /** @return why it cannot come in force as it was approved */
    private Optional<String> against(Change change) {
        return overtaken(change).stream()
                .findFirst()
                .map(base -> base.noun() + "在这期间有了新的版本，现行的是第 " + now(base).version() + " 版")
                .or(() -> sentences(judge(change).faults()).stream().findFirst());
    }

    private List<Version> deploy(Change change) {
        List<Version> bases = bases(change);
        List<Version> deployed = inForce(bases, versions.together(bases, change.sources()));
        deployed.forEach(version -> change.of(version.model())
                .ifPresent(model -> changes.inForce(change.id(), model.model(), version.id(), model.base())));
        return deployed;
    }

    private void lapse(Change change, String why, Instant at, String by) {
        if (changes.decide(change, State.LAPSED, change.decidedBy().orElseThrow(), change.decidedAt(), why)) {
            tell(
                    both(change),
                    "rule-change-lapsed.to-staff",
                    "rule change " + change.id(),
                    change,
                    at,
                    by,
                    Map.of("from", moments.text(change.inForceFrom()), "note", why));
        }
    }

    private static Stream<String> both(Change change) {
        return Stream.concat(Stream.of(change.proposedBy()), change.decidedBy().stream());
    }

    /** What says just what the program carries is the program's again. */
    private List<Version> inForce(List<Version> bases, Map<String, byte[]> all) {
        Map<Boolean, Map<String, byte[]>> parts = Map.of(true, new TreeMap<>(), false, new TreeMap<>());
        for (Version base : bases) {
            Map<String, byte[]> own = new TreeMap<>(Map.of(base.model(), all.get(base.model())));
            if (base.isFlow()) {
                versions.forms(all.get(base.model())).stream()
                        .filter(all::containsKey)
                        .forEach(form -> own.put(form, all.get(form)));
            }
            parts.get(isSame(own, versions.carried(base.model()))).putAll(own);
        }
        return deployed(parts);
    }

    /** @param parts files that came with the program, and others */
    private List<Version> deployed(Map<Boolean, Map<String, byte[]>> parts) {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .flatMap(part -> versions.deploy(part.getValue(), part.getKey()).stream())
                .toList();
    }

    static boolean isSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    /** What has come since it was proposed may speak against it: tickets that have what is to go. */
    private void mustStillBeGood(Change change) {
        List<String> faults = sentences(judge(change).faults());
        if (!faults.isEmpty()) {
            throw Refusal.notPossibleNow("change-outdated", "现在不能批准：" + String.join("；", faults));
        }
    }

    /** @throws Refusal as with {@link #approve} */
    @Transactional
    public void sendBack(long id, String note, Caller by) {
        Change change = mayBeDecided(id, by);
        decide(change, State.RETURNED, by, note);
        tell(
                Stream.of(change.proposedBy()),
                "rule-change-returned.to-staff",
                "rule change " + id,
                change,
                by.at(),
                by.code(),
                Map.of("note", note));
    }

    /** @return whether the person may withdraw it: his own, and what was approved also whoever may decide it */
    public boolean mayWithdraw(Change change, Caller reader) {
        boolean own = change.proposedBy().equals(reader.code());
        return (change.isOpen() || change.isDraft()) && own
                || change.isScheduled() && (own || eyes.mayDecide(change, reader));
    }

    /** @throws Refusal where it is not his, or was decided; what was approved for a moment ahead can be withdrawn until then */
    @Transactional
    public void withdraw(long id, Caller by) {
        Change change = change(id);
        if (!change.isScheduled()) {
            mustBeHis(change, by);
            decide(change, State.WITHDRAWN, by, "");
            return;
        }
        if (!change.proposedBy().equals(by.code())) {
            eyes.mustDecide(change, by);
        }
        decide(change, State.WITHDRAWN, by, "批准以后、执行以前撤回");
        tell(
                both(change),
                "rule-change-withdrawn.to-staff",
                "rule change " + id,
                change,
                by.at(),
                by.code(),
                Map.of("from", moments.text(change.inForceFrom())));
    }

    private static void mustBeHis(Change change, Caller by) {
        if (!change.proposedBy().equals(by.code())) {
            throw Refusal.notAllowed("change-not-own", "只有提出人能撤回、重做这项改动");
        }
    }

    /** @return what the person may approve as it stands */
    private Change mustDecide(long id, Caller by) {
        Change change = mayBeDecided(id, by);
        bases(change).forEach(base -> mustBeInForce(base, "不能按旧版批准，请提出人在现行版本上重做"));
        return change;
    }

    private Change mayBeDecided(long id, Caller by) {
        Change change = change(id);
        eyes.mustDecide(change, by);
        if (!change.isOpen()) {
            throw decided(change);
        }
        return change;
    }

    private void decide(Change change, State state, Caller by, String note) {
        boolean waits = change.isOpen() || change.isScheduled() || change.isDraft();
        if (!waits || !changes.decide(change, state, by.code(), by.at(), note)) {
            throw decided(change(change.id()));
        }
    }

    private static Refusal decided(Change change) {
        return change.isDraft()
                ? Refusal.notPossibleNow("change-draft", "这项改动还是草稿，没有提出")
                : Refusal.notPossibleNow(
                        "change-decided", "这项改动" + change.state().label() + "，不能再办");
    }

    // ---- take back

    /** A version in force that goes, and the one whose text comes back. */
    private record Back(Version now, Version former) {}

    /**
     * Brings the text that the version in force replaced in force again, at once, and with it that of everything that was changed
     * together with it; whoever approved and proposed it is told. What was approved for a moment ahead was made of these versions,
     * and does not come in force any more.
     *
     * @param id of a version which is in force and is to be no longer; whoever clicks twice takes back once
     * @return the new version of that model
     * @throws Refusal where the version in force is another, or came with the program, a part of the change was changed since, or
     *     something speaks against what it was before
     */
    @Transactional
    public Version undo(String id, Caller by) {
        Version gone = version(id);
        Version now = now(gone);
        if (!now.id().equals(id)) {
            throw Refusal.notPossibleNow(
                    "undone-already", "《" + now.name() + "》现行的是第 " + now.version() + " 版，要撤销的已经不是现行版本");
        }
        if (!canBeUndone(now)) {
            throw Refusal.notPossibleNow("nothing-to-undo", "《" + now.name() + "》现行的是软件自带的版本，没有可以撤销的改动");
        }
        Optional<Change> undone = changes.ofVersion(origin(now.id()));
        List<Back> back = undone.map(this::back).orElseGet(() -> List.of(before(now)));
        mustBeGoodAgain(back);
        long change = changes.add(undoing(back, by));
        // What came with the program is the program's again; the rest is not
        Map<Boolean, Map<String, byte[]>> parts = Map.of(true, new TreeMap<>(), false, new TreeMap<>());
        back.forEach(one -> parts.get(one.former().shipped()).putAll(versions.files(one.former())));
        List<Version> restored = deployed(parts);
        restored.forEach(version -> back.stream()
                .filter(one -> one.now().model().equals(version.model()))
                .forEach(one -> changes.inForce(
                        change, version.model(), version.id(), one.now().id())));
        undone.ifPresent(one -> tell(
                both(one),
                "rule-change-undone.to-staff",
                "rule undoing " + back.get(0).now().id(),
                one,
                by.at(),
                by.code(),
                Map.of(
                        "version",
                        numbered(nows(back)),
                        "former",
                        numbered(back.stream().map(Back::former).toList()))));
        back.forEach(one -> changes.openOf(one.now().model())
                .filter(Change::isScheduled)
                .ifPresent(open -> lapse(open, "第 " + one.now().version() + " 版撤销了，它是在那一版上改的", by.at(), by.code())));
        return restored.stream()
                .filter(version -> version.model().equals(now.model()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Tables and flows are judged where they are deployed, where what is taken back may go although tickets have it. What flows in
     * force wait by is not taken from under them by taking back either, and texts are judged as proposals are: what else came in
     * force since may speak against them.
     */
    private void mustBeGoodAgain(List<Back> back) {
        boolean waitedBy = back.stream().anyMatch(one -> one.former().model().equals(WAITING_TIMES));
        Map<String, byte[]> files = new TreeMap<>();
        back.stream()
                .map(Back::former)
                .filter(former -> waitedBy || !former.isTable() && !former.isFlow())
                .forEach(former -> files.putAll(versions.files(former)));
        List<String> faults = sentences(versions.judge(files).faults());
        if (!faults.isEmpty()) {
            throw Refusal.notPossibleNow("undo-refused", "不能撤销：" + String.join("；", faults));
        }
    }

    /** @return whether a change made it; what came with the program ends the way back */
    public boolean canBeUndone(Version version) {
        return !version.shipped()
                || changes.ofVersion(version.id())
                        .filter(change -> change.state() == State.APPROVED)
                        .isPresent();
    }

    /** All of it goes, or nothing. */
    private List<Back> back(Change undone) {
        return undone.models().stream()
                .map(model -> {
                    Version former = version(model.base());
                    Version now = now(former);
                    if (!origin(now.id()).equals(model.version().orElse(""))) {
                        throw Refusal.notPossibleNow(
                                "changed-since", "一起改的《" + now.name() + "》后来又改过，现行的是第 " + now.version() + " 版；请先撤销那一次");
                    }
                    return new Back(now, former);
                })
                .toList();
    }

    private Back before(Version now) {
        String origin = origin(now.id());
        return versions.of(now.model()).stream()
                .dropWhile(version -> !version.id().equals(origin))
                .skip(1)
                .findFirst()
                .map(former -> new Back(now, former))
                .orElseThrow(() -> Refusal.notPossibleNow("nothing-to-undo", "《" + now.name() + "》没有更早的版本，不能撤销"));
    }

    /** @return the version whose text this one has, where it came in force by an undoing */
    private String origin(String version) {
        return changes.ofVersion(version)
                .flatMap(change -> change.models().stream()
                        .filter(model -> model.version().filter(version::equals).isPresent())
                        .findFirst())
                .flatMap(Changed::restores)
                .map(this::origin)
                .orElse(version);
    }

    private Change undoing(List<Back> back, Caller by) {
        Map<String, String> texts = new TreeMap<>();
        back.forEach(one -> {
            Map<String, byte[]> now = versions.files(one.now());
            versions.files(one.former()).forEach((file, bytes) -> {
                if (!Arrays.equals(bytes, now.get(file))) {
                    texts.put(file, new String(bytes, StandardCharsets.UTF_8));
                }
            });
        });
        return new Change(
                0,
                back.size() == 1 ? "撤销第 " + back.get(0).now().version() + " 版" : "撤销" + title(nows(back)) + "的改动",
                by.code(),
                by.isAny(Role.MANAGER),
                by.at(),
                State.UNDOING,
                Optional.of(by.code()),
                by.at(),
                "",
                null,
                back.stream()
                        .map(one -> new Changed(
                                one.now().model(),
                                one.now().id(),
                                Optional.empty(),
                                Optional.of(one.former().id()),
                                null,
                                one.now().id()))
                        .toList(),
                texts);
    }

    private static List<Version> nows(List<Back> back) {
        return back.stream().map(Back::now).toList();
    }

    /**
     * @param but who did it, who is not told; null: nobody did
     * @param more facts of the wording besides table, actor and why
     */
    private void tell(
            Stream<String> people,
            String template,
            String occasion,
            Change change,
            Instant at,
            String but,
            Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("table", title(change));
        facts.put("actor", but == null ? "" : roster.nameOf(but));
        facts.put("why", change.reason());
        Notices.Message message = new Notices.Message(template, occasion, at, facts);
        people.filter(person -> !person.equals(but)).distinct().forEach(person -> notices.tellStaff(person, message));
    }

    /** @return all that wait for a decision or for their moment, oldest first */
    public List<Change> open() {
        return changes.open();
    }
}
