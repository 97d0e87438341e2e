package org.shouwen.studio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.studio.Migration.One;
import org.shouwen.studio.Migration.State;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.FlowSheets;
import org.shouwen.workflow.FlowSheets.FlowSheet;
import org.shouwen.workflow.RunningFlows;
import org.shouwen.workflow.RunningFlows.Forecast;
import org.shouwen.workflow.RunningFlows.Move;
import org.shouwen.workflow.RunningFlows.Outcome;
import org.shouwen.workflow.RunningFlows.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 迁移: what runs stays on the version that it began on, unless somebody lets it go over to the one in force. */
@Component
public class MigrationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationDesk.class);

    /** More numbers nobody reads. */
    private static final int LISTED = 500;

    private final RunningFlows flows;
    private final FlowSheets sheets;
    private final Migrations migrations;
    private final Tickets tickets;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MigrationDesk(
            RunningFlows flows,
            FlowSheets sheets,
            Migrations migrations,
            Tickets tickets,
            Notices notices,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.flows = flows;
        this.sheets = sheets;
        this.migrations = migrations;
        this.tickets = tickets;
        this.notices = notices;
        this.events = events;
        this.transaction = transaction;
    }

    /** There is work to be done, as soon as this is committed. */
    public record Started(long migration) {}

    /** How a migration stands. @param counts of each state */
    public record Standing(Migration migration, Map<State, Integer> counts) {

        /** @return how many flows are in that state, by its name */
        public int count(String state) {
            return counts.getOrDefault(State.valueOf(state), 0);
        }

        public int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Flows of a state, as one person may read them.
     *
     * @param hidden how many the reader does not see, or are too many to be listed
     */
    public record Listed(List<One> flows, int hidden) {}

    // ---- look

    /** @throws Refusal where there is no such process */
    public FlowSheet flow(String process) {
        return sheets.inForce(process).orElseThrow(() -> Refusal.notFound("flow-unknown", "没有编号为“" + process + "”的流程"));
    }

    /** @return newest first; the version in force, and every other that flows run on */
    public List<Version> versions(String process) {
        return flows.of(process);
    }

    /** @return the flows that it calls, each with versions of its own; name by id */
    public Map<String, String> called(String process) {
        return flows.called(process);
    }

    /** @return newest first */
    public List<Standing> history(String process) {
        return migrations.of(process).stream().map(this::standing).toList();
    }

    /** @throws Refusal where there is none */
    public Standing standing(long id) {
        return standing(
                migrations.find(id).orElseThrow(() -> Refusal.notFound("migration-unknown", "没有编号为 " + id + " 的迁移")));
    }

    private Standing standing(Migration migration) {
        return new Standing(migration, migrations.counts(migration.id()));
    }

    public Listed listed(Standing standing, State state, Caller reader) {
        List<One> all = migrations.flows(standing.migration().id(), state, LISTED);
        Set<String> seen =
                tickets.visible(all.stream().map(One::number).distinct().toList(), reader);
        List<One> listed =
                all.stream().filter(one -> seen.contains(one.number())).toList();
        return new Listed(listed, standing.count(state.name()) - listed.size());
    }

    // ---- try

    /**
     * @param renamed elements that the version in force calls otherwise
     * @throws Refusal where the version is not there, is itself in force, or an element does not fit
     */
    public Move move(String process, int version, Map<String, String> renamed) {
        FlowSheet now = flow(process);
        if (version == now.version()) {
            throw Refusal.notPossibleNow("version-in-force", "第 " + version + " 版就是《" + now.name() + "》的现行版本，不用迁移");
        }
        sheets.version(process, version)
                .orElseThrow(
                        () -> Refusal.notFound("flow-version-unknown", "《" + now.name() + "》没有第 " + version + " 版"));
        return new Move(process, version, now.version(), renamed);
    }

    /** @return what would become of what runs; nothing is kept of it */
    public Forecast forecast(Move move) {
        return flows.forecast(move);
    }

    // ---- go

    /**
     * Begins it; flow by flow it goes on by itself, and whoever began it is told when it is over.
     *
     * @param move made of the version that was in force when it was looked at
     * @throws Refusal where another version is in force by now, another migration goes on, nothing runs there, or nothing would go
     */
    @Transactional
    public Migration start(Move move, String reason, Caller by) {
        FlowSheet now = flow(move.process());
        if (now.version() != move.to()) {
            throw Refusal.notPossibleNow(
                    "target-changed",
                    "《%s》在这期间有了新的版本：要迁移到的是第 %d 版，现行的是第 %d 版。请重新试算".formatted(now.name(), move.to(), now.version()));
        }
        migrations.openOf(move.process()).ifPresent(open -> {
            throw Refusal.notPossibleNow("migration-open", "《" + now.name() + "》正在迁移，等它完成以后再迁移下一批");
        });
        // First the mark that one goes on, so that whoever is slower tries what is left
        long id = migrations.add(Migration.of(move, reason, by.code(), by.at()));
        Forecast forecast = forecast(move);
        if (forecast.going() == 0) {
            throw Refusal.notPossibleNow(
                    "nothing-to-move",
                    forecast.staying() == 0
                            ? "第 " + move.from() + " 版上没有正在办的"
                            : "没有一件能迁移："
                                    + forecast.fates().stream()
                                            .flatMap(fate -> fate.problems().stream())
                                            .distinct()
                                            .collect(Collectors.joining("；")));
        }
        migrations.add(id, flows.on(move.process(), move.from()));
        events.publishEvent(new Started(id));
        return migrations.find(id).orElseThrow();
    }

    /**
     * Carries a migration on: each flow that still waits in a transaction of its own, which also says that it is done.
     *
     * @param patient whether flows that somebody works on at this moment are tried again later
     * @return false where some have to be
     * @throws RuntimeException where the database is away; what is done stays done
     */
    public boolean carryOn(long id, boolean patient, Supplier<Instant> clock) {
        Migration migration = migrations.find(id).orElseThrow();
        Move move = migration.move();
        boolean busy = false;
        String last = "";
        for (List<String> some = migrations.waiting(id, last); !some.isEmpty(); some = migrations.waiting(id, last)) {
            for (String flow : some) {
                busy |= !isDone(migration, flow, move, patient);
                last = flow;
            }
        }
        if (!busy) {
            transaction.executeWithoutResult(status -> finish(migration, clock.get()));
        }
        return !busy;
    }

    private boolean isDone(Migration migration, String flow, Move move, boolean patient) {
        Consumer<String> stays = why ->
                transaction.executeWithoutResult(status -> migrations.settle(migration.id(), flow, State.STAYED, why));
        try {
            transaction.executeWithoutResult(status -> go(migration, flow, move));
        } catch (RuntimeException failure) {
            if (Refusal.isOutage(failure)) {
                throw failure;
            }
            if (Refusal.isRace(failure)) {
                if (patient) {
                    return false;
                }
                stays.accept("一直有人在办，没有轮到");
            } else {
                Refusal refusal = Refusal.in(failure).orElse(null);
                if (refusal == null) {
                    LOG.error("flow {} does not go over to version {} of {}", flow, move.to(), move.process(), failure);
                }
                stays.accept(refusal == null ? "迁移出错，请系统管理员查看日志" : refusal.getMessage());
            }
        }
        return true;
    }

    /** First the mark, which one of several takes; with the rest it stands or falls. */
    private void go(Migration migration, String flow, Move move) {
        if (!migrations.settle(migration.id(), flow, State.MOVED, "")) {
            return;
        }
        if (flows.inForce(move.process()).filter(now -> now == move.to()).isEmpty()) {
            throw Refusal.notPossibleNow("target-changed", "第 " + move.to() + " 版已不是现行版本");
        }
        if (flows.move(flow, move) == Outcome.ENDED) {
            migrations.ended(migration.id(), flow);
        }
    }

    private void finish(Migration migration, Instant at) {
        if (!migrations.finish(migration.id(), at)) {
            return;
        }
        Standing standing = standing(migration.id());
        notices.tellStaff(
                migration.startedBy(),
                new Notices.Message(
                        "migration-finished.to-staff",
                        "migration " + migration.id(),
                        at,
                        Map.of(
                                "flow",
                                flow(migration.process()).name(),
                                "from",
                                migration.fromVersion(),
                                "to",
                                migration.toVersion(),
                                "why",
                                migration.reason(),
                                "moved",
                                standing.count(State.MOVED.name()),
                                "stayed",
                                standing.count(State.STAYED.name()),
                                "ended",
                                standing.count(State.ENDED.name()))));
    }
}
