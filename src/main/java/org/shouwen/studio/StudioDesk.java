package org.shouwen.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.studio.Change.State;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableVersions;
import org.shouwen.workflow.TableVersions.Version;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 改规则: tables are changed on a draft, judged by the guard, approved by a second person, taken back by one. */
@Component
public class StudioDesk {

    private final TableVersions versions;
    private final Changes changes;
    private final TableWords words;
    private final Notices notices;
    private final Roster roster;

    StudioDesk(TableVersions versions, Changes changes, TableWords words, Notices notices, Roster roster) {
        this.versions = versions;
        this.changes = changes;
        this.words = words;
        this.notices = notices;
        this.roster = roster;
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

    // ---- look

    /** @throws Refusal where there is no such table */
    public Base inForce(String table) {
        return versions.inForce(table)
                .map(this::base)
                .orElseThrow(() -> Refusal.notFound("rule-table-unknown", "没有编号为“" + table + "”的规则表"));
    }

    /** @throws Refusal where there is no such version of the table */
    public Base version(String table, String id) {
        return versions.find(id)
                .filter(version -> version.table().equals(table))
                .map(this::base)
                .orElseThrow(() -> Refusal.notFound("rule-version-unknown", "没有这张表的这个版本"));
    }

    private Base base(Version version) {
        return new Base(version, versions.read(versions.source(version)));
    }

    public Optional<Change> openOf(String table) {
        return changes.openOf(table);
    }

    /** @throws Refusal where there is none */
    public Change change(long id) {
        return changes.find(id).orElseThrow(() -> Refusal.notFound("rule-change-unknown", "没有编号为 " + id + " 的改动"));
    }

    /** @return what it says otherwise than the version that it was made of */
    public Difference difference(Change change) {
        return difference(version(change.ruleTable(), change.base()), change.source());
    }

    /** @param source of another version of that table */
    public Difference difference(Base base, byte[] source) {
        return Difference.of(base.table(), versions.read(source), words);
    }

    /** @return every version, newest first */
    public List<Past> history(String table) {
        List<Version> all = versions.of(table);
        List<Change> known = changes.of(table);
        return all.stream()
                .map(version -> {
                    Optional<Change> change = known.stream()
                            .filter(one ->
                                    one.version().filter(version.id()::equals).isPresent())
                            .findFirst();
                    return new Past(
                            version,
                            change,
                            change.flatMap(Change::restores)
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

    /** @return changes that came to nothing or are not decided, newest first */
    public List<Change> notInForce(String table) {
        return changes.of(table).stream()
                .filter(change -> change.version().isEmpty())
                .toList();
    }

    // ---- change

    /** @return the change as it would be made to the version in force now */
    public Draft onto(Base now, Change change) {
        return Draft.onto(
                now.table(), version(change.ruleTable(), change.base()).table(), versions.read(change.source()));
    }

    /** @return the draft, made of an older version, as it would be made to the one in force now */
    public Draft onto(Base now, Base older, Draft draft) {
        return Draft.onto(now.table(), older.table(), versions.read(source(older, draft)));
    }

    /** @return the file with what the draft says */
    public byte[] source(Base base, Draft draft) {
        return TableXml.of(versions.source(base.version())).with(draft.kept());
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
        faults.addAll(versions.faults(base.version().file(), source(base, draft)));
        return faults;
    }

    /**
     * Keeps a draft for a second person to decide; whoever may is told.
     *
     * @param base the version that it changes
     * @param instead of which change of his it is, which then waits no longer; null: of none
     * @throws Refusal where something speaks against it, another waits already, or the base is in force no longer
     */
    @Transactional
    public Change propose(Base base, Draft draft, String reason, Long instead, Caller by) {
        List<String> faults = faults(base, draft);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("change-refused", null, "改动不能提出：" + String.join("；", faults));
        }
        Version version = base.version();
        if (instead != null && change(instead).isOpen()) {
            mustBeHis(change(instead), by);
            changes.decide(instead, State.WITHDRAWN, by.code(), by.at(), "重做");
        }
        changes.openOf(version.table()).ifPresent(open -> {
            throw Refusal.notPossibleNow(
                    "change-open",
                    roster.nameOf(open.proposedBy()) + "对《" + base.table().name() + "》提出的改动正在等待批准，办完以后才能再提");
        });
        mustBeInForce(version, base.table().name(), "请在现行版本上接着改");
        long id = changes.add(new Change(
                0,
                version.table(),
                version.file(),
                version.id(),
                new String(source(base, draft), StandardCharsets.UTF_8),
                reason,
                by.code(),
                by.isAny(Role.MANAGER),
                by.at(),
                State.PROPOSED,
                Optional.empty(),
                null,
                "",
                Optional.empty(),
                Optional.empty(),
                version.table(),
                null));
        Change proposed = change(id);
        tell(
                deciders(proposed),
                new Notices.Message(
                        "rule-change-proposed-staff",
                        "rule proposal " + id,
                        by.at(),
                        Map.of("table", base.table().name(), "actor", roster.nameOf(by.code()), "why", reason)),
                by.code());
        return proposed;
    }

    /** @return who may decide it by his post, and is not away */
    private Stream<String> deciders(Change change) {
        return roster.allStaff().stream()
                .map(Staff::code)
                .filter(person -> roster.postsOf(person).stream()
                        .map(Post::duty)
                        .anyMatch(duty -> duty == Duty.MANAGER || change.byManager() && duty == Duty.SUPERVISOR))
                .filter(person -> !roster.isAbsent(person, change.proposedAt()));
    }

    private void mustBeInForce(Version base, String name, String what) {
        Version now = versions.inForce(base.table()).orElseThrow();
        if (!now.id().equals(base.id())) {
            throw Refusal.notPossibleNow(
                    "base-changed",
                    "《" + name + "》在这期间有了新的版本：改的是第 " + base.version() + " 版，现行的是第 " + now.version() + " 版。" + what);
        }
    }

    // ---- decide

    /** @return whether the person may propose changes and take one back */
    public boolean mayChange(Caller reader) {
        return reader.isAny(Role.SUPERVISOR, Role.MANAGER);
    }

    /** @return whether the person may approve it or send it back */
    public boolean mayDecide(Change change, Caller reader) {
        return change.isOpen()
                && !change.proposedBy().equals(reader.code())
                && (reader.isAny(Role.MANAGER) || reader.isAny(Role.SUPERVISOR) && change.byManager());
    }

    /**
     * Brings it in force at once.
     *
     * @throws Refusal where it is his own, is not his to decide, was decided, or another version came in force meanwhile
     */
    @Transactional
    public Version approve(long id, Caller by) {
        Change change = mustDecide(id, by);
        Base base = version(change.ruleTable(), change.base());
        mustBeInForce(base.version(), base.table().name(), "不能按旧版批准，请提出人在现行版本上重做");
        decide(change, State.APPROVED, by, "");
        Version version = versions.deploy(change.file(), change.source(), false);
        changes.inForce(id, version.id(), change.base());
        tell(
                Stream.of(change.proposedBy()),
                new Notices.Message(
                        "rule-change-approved-staff",
                        "rule change " + id,
                        by.at(),
                        Map.of(
                                "table",
                                base.table().name(),
                                "actor",
                                roster.nameOf(by.code()),
                                "why",
                                change.reason(),
                                "version",
                                version.version())),
                by.code());
        return version;
    }

    /** @throws Refusal as with {@link #approve} */
    @Transactional
    public void sendBack(long id, String note, Caller by) {
        Change change = mustDecide(id, by);
        decide(change, State.RETURNED, by, note);
        tell(
                Stream.of(change.proposedBy()),
                new Notices.Message(
                        "rule-change-returned-staff",
                        "rule change " + id,
                        by.at(),
                        Map.of(
                                "table",
                                inForce(change.ruleTable()).table().name(),
                                "actor",
                                roster.nameOf(by.code()),
                                "why",
                                change.reason(),
                                "note",
                                note)),
                by.code());
    }

    /** @throws Refusal where it is not his, or was decided */
    @Transactional
    public void withdraw(long id, Caller by) {
        Change change = change(id);
        mustBeHis(change, by);
        decide(change, State.WITHDRAWN, by, "");
    }

    private static void mustBeHis(Change change, Caller by) {
        if (!change.proposedBy().equals(by.code())) {
            throw Refusal.notAllowed("change-not-own", "只有提出人能撤回、重做这项改动");
        }
    }

    private Change mustDecide(long id, Caller by) {
        Change change = change(id);
        if (change.proposedBy().equals(by.code())) {
            throw Refusal.notAllowed("change-own", "自己提出的改动要由另一个人批准或者退回");
        }
        if (!by.isAny(Role.MANAGER) && !change.byManager()) {
            throw Refusal.notAllowed("change-by-supervisor", "主管提出的改动要由项目经理批准或者退回");
        }
        if (!change.isOpen()) {
            throw decided(change);
        }
        return change;
    }

    private void decide(Change change, State state, Caller by, String note) {
        if (!changes.decide(change.id(), state, by.code(), by.at(), note)) {
            throw decided(change(change.id()));
        }
    }

    private static Refusal decided(Change change) {
        return Refusal.notPossibleNow("change-decided", "这项改动" + change.state().label() + "，不能再办");
    }

    // ---- take back

    /**
     * Brings the text that the version in force replaced in force again, at once; whoever approved and proposed it is told.
     *
     * @param version which is in force and is to be no longer; whoever clicks twice takes back once
     * @throws Refusal where the version in force is another, or came with the program
     */
    @Transactional
    public Version undo(String table, String version, Caller by) {
        Base now = inForce(table);
        if (!now.version().id().equals(version)) {
            throw Refusal.notPossibleNow(
                    "undone-already",
                    "《" + now.table().name() + "》现行的是第 " + now.version().version() + " 版，要撤销的已经不是现行版本");
        }
        if (now.version().shipped()) {
            throw Refusal.notPossibleNow("nothing-to-undo", "《" + now.table().name() + "》现行的是软件自带的版本，没有可以撤销的改动");
        }
        String origin = origin(now.version().id());
        Optional<Change> undone = changes.ofVersion(origin);
        Version former = undone.map(Change::base)
                .or(() -> before(table, origin))
                .flatMap(versions::find)
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "nothing-to-undo", "《" + now.table().name() + "》没有更早的版本，不能撤销"));
        byte[] source = versions.source(former);
        long id = changes.add(new Change(
                0,
                table,
                now.version().file(),
                now.version().id(),
                new String(source, StandardCharsets.UTF_8),
                "撤销第 " + now.version().version() + " 版",
                by.code(),
                by.isAny(Role.MANAGER),
                by.at(),
                State.UNDOING,
                Optional.of(by.code()),
                by.at(),
                "",
                Optional.empty(),
                Optional.of(former.id()),
                null,
                now.version().id()));
        Version restored = versions.deploy(now.version().file(), source, former.shipped());
        changes.inForce(id, restored.id(), now.version().id());
        undone.ifPresent(change -> told(now, change, former, by));
        return restored;
    }

    /** @return the version whose text this one has, where it came in force by an undoing */
    private String origin(String version) {
        return changes.ofVersion(version)
                .flatMap(Change::restores)
                .map(this::origin)
                .orElse(version);
    }

    private Optional<String> before(String table, String version) {
        return versions.of(table).stream()
                .map(Version::id)
                .dropWhile(id -> !id.equals(version))
                .skip(1)
                .findFirst();
    }

    private void told(Base undone, Change change, Version former, Caller by) {
        tell(
                Stream.concat(change.decidedBy().stream(), Stream.of(change.proposedBy())),
                new Notices.Message(
                        "rule-change-undone-staff",
                        "rule undoing " + undone.version().id(),
                        by.at(),
                        Map.of(
                                "table",
                                undone.table().name(),
                                "actor",
                                roster.nameOf(by.code()),
                                "why",
                                change.reason(),
                                "version",
                                undone.version().version(),
                                "former",
                                former.version())),
                by.code());
    }

    private void tell(Stream<String> people, Notices.Message message, String but) {
        people.filter(person -> !person.equals(but)).distinct().forEach(person -> notices.tellStaff(person, message));
    }

    /** @return all that wait for a decision, oldest first */
    public List<Change> open() {
        return changes.open();
    }
}
