package org.shouwen.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.rights.Caller;
import org.shouwen.studio.Comparison.Text;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.studio.Tried.Result;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.Tickets.Decided;
import org.shouwen.ticket.Tickets.Decision;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.WrittenTables;
import org.shouwen.workflow.WrittenTables.WrittenTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 试算: another text of a table is asked what the intakes of the last days asked, and compared with the version that it
 * changes. What was not kept is not guessed; nothing is written.
 */
@Component
public class Trials {

    /** How many days back somebody may choose. */
    public static final List<Integer> DAYS = List.of(7, 30, 90);

    public static final int USUAL_DAYS = 30;

    private static final int MOST = 5000;

    private final Tickets tickets;
    private final ModelVersions versions;
    private final WrittenTables written;
    private final TimeLimits limits;
    private final TableWords words;

    Trials(Tickets tickets, ModelVersions versions, WrittenTables written, TimeLimits limits, TableWords words) {
        this.tickets = tickets;
        this.versions = versions;
        this.written = written;
        this.limits = limits;
        this.words = words;
    }

    /**
     * @param source another text of that table, with which the guard finds no fault
     * @param reader who is shown only what he may see
     */
    @Transactional(readOnly = true)
    public Trial of(Base base, byte[] source, int days, Caller reader) {
        List<Decided> taken = taken(days, reader.at(), MOST + 1);
        boolean cut = taken.size() > MOST;
        List<Tried> tried = tried(base, source, cut ? taken.subList(0, MOST) : taken, reader.at());
        return Trial.of(days, cut ? MOST : null, tried, numbers -> tickets.visible(numbers, reader));
    }

    /** @return what would become of each ticket, newest first, whoever may see it; at most 5,000 */
    @Transactional(readOnly = true)
    public List<Tried> tried(Base base, byte[] source, int days, Instant at) {
        return tried(base, source, taken(days, at, MOST), at);
    }

    private List<Decided> taken(int days, Instant at, int most) {
        return tickets.decided(at.minus(Duration.ofDays(days)), at, most);
    }

    private List<Tried> tried(Base base, byte[] source, List<Decided> taken, Instant at) {
        One one = new One(base, source, at);
        return taken.stream().map(one::tried).toList();
    }

    /** One draft, at one moment. */
    private final class One {

        private final Version base;
        private final Instant at;
        private final WrittenTable before;
        private final WrittenTable after;
        private final Comparison comparison;
        private final Map<Integer, Optional<WrittenTable>> given = new HashMap<>();
        private final Map<String, Optional<Text>> texts = new HashMap<>();

        One(Base base, byte[] source, Instant at) {
            this.base = base.version();
            this.at = at;
            this.before = written.read(versions.source(base.version()));
            this.after = written.read(source);
            this.comparison =
                    new Comparison(new Text(base.table(), before), new Text(versions.read(source), after), words);
            given.put(base.version().version(), Optional.of(before));
        }

        Tried tried(Decided decided) {
            Ticket ticket = decided.ticket();
            boolean named = ticket.facts().recused() == null;
            boolean category = base.key().equals(CategoryTable.ID);
            List<Decision> asked = category
                    ? List.of(category(ticket))
                    : decided.decisions().stream()
                            .filter(decision -> decision.table().equals(base.key()))
                            .toList();
            if (asked.isEmpty()) {
                Result result = decided.decisions().isEmpty() ? Result.UNKNOWN : Result.NOT_ASKED;
                return new Tried(ticket.number(), named, result);
            }
            List<Line> lines = new ArrayList<>();
            for (Decision decision : asked) {
                Optional<List<Line>> differing = comparison.of(decision.inputs());
                if (differing.isEmpty()) {
                    return new Tried(ticket.number(), named, Result.UNKNOWN);
                }
                lines.addAll(differing.get());
            }
            if (category && !lines.isEmpty()) {
                lines.addAll(consequences(ticket, decided.decisions()));
            }
            if (lines.isEmpty() || !base.key().equals(TimeLimits.TABLE)) {
                return new Tried(
                        ticket.number(),
                        named,
                        Result.TRIED,
                        lines.stream().distinct().toList(),
                        List.of(),
                        false);
            }
            List<Optional<Moved>> moved = moved(ticket, asked.get(asked.size() - 1));
            return new Tried(
                    ticket.number(),
                    named,
                    Result.TRIED,
                    lines.stream().distinct().toList(),
                    moved.stream().flatMap(Optional::stream).toList(),
                    moved.stream().anyMatch(Optional::isEmpty));
        }

        /** Nobody keeps it, for the ticket says it. */
        private Decision category(Ticket ticket) {
            return new Decision(
                    base.key(),
                    base.version(),
                    0,
                    Map.of("category", ticket.facts().intake().category()));
        }

        /**
         * What the other tables then would have been asked, and how they would have answered: a hazard makes a priority, and that
         * a limit.
         */
        private List<Line> consequences(Ticket ticket, List<Decision> decisions) {
            Map<String, Object> otherwise = new HashMap<>(differing(
                    Comparison.outputs(before, category(ticket).inputs()),
                    Comparison.outputs(after, category(ticket).inputs())));
            List<Line> lines = new ArrayList<>();
            for (Decision decision : decisions) {
                Map<String, Object> facts = new HashMap<>(decision.inputs());
                facts.replaceAll((name, value) -> otherwise.getOrDefault(name, value));
                if (!facts.equals(decision.inputs())) {
                    text(decision).ifPresent(table -> {
                        new Comparison(table, table, words)
                                .of(decision.inputs(), facts).stream()
                                        .flatMap(List::stream)
                                        .map(line -> new Line(
                                                line.what(),
                                                line.element(),
                                                "《" + table.table().name() + "》" + line.where(),
                                                line.situation(),
                                                line.cells()))
                                        .forEach(lines::add);
                        otherwise.putAll(differing(
                                Comparison.outputs(table.asked(), decision.inputs()),
                                Comparison.outputs(table.asked(), facts)));
                    });
                }
            }
            return lines;
        }

        private static Map<String, Object> differing(
                Optional<Map<String, Object>> before, Optional<Map<String, Object>> after) {
            Map<String, Object> now = new HashMap<>(after.orElse(Map.of()));
            now.entrySet()
                    .removeIf(output -> output.getValue() == null
                            || Objects.equals(
                                    output.getValue(), before.orElse(Map.of()).get(output.getKey())));
            return now;
        }

        /** @return the table as it was when it decided */
        private Optional<Text> text(Decision decision) {
            return texts.computeIfAbsent(decision.table() + ":" + decision.version(), key -> versions.find(
                            ModelVersions.table(decision.table()), decision.version())
                    .map(versions::source)
                    .map(source -> new Text(versions.read(source), written.read(source))));
        }

        /** @return one of each clock that would have another date; empty where the ticket's is not the table's any more */
        private List<Optional<Moved>> moved(Ticket ticket, Decision decision) {
            Map<ClockKind, Deadline> old = promised(before, ticket, decision);
            Map<ClockKind, Deadline> now = promised(after, ticket, decision);
            Map<ClockKind, Deadline> then = given(decision.version())
                    .map(table -> promised(table, ticket, decision))
                    .orElse(Map.of());
            return Stream.of(ClockKind.values())
                    .filter(clock -> old.containsKey(clock) || now.containsKey(clock))
                    .filter(clock -> !Objects.equals(due(old.get(clock)), due(now.get(clock))))
                    .map(clock -> Moved.of(
                            ticket.find(clock).orElse(null), then.get(clock), old.get(clock), now.get(clock), at))
                    .toList();
        }

        private Instant due(Deadline promise) {
            return promise == null ? null : promise.due();
        }

        /** @return what a table promises the ticket, counted from its intake as the intake counts */
        private Map<ClockKind, Deadline> promised(WrittenTable table, Ticket ticket, Decision decision) {
            Map<ClockKind, Deadline> promises = new EnumMap<>(ClockKind.class);
            Comparison.outputs(table, decision.inputs()).stream()
                    .flatMap(row -> limits
                            .promised(
                                    row,
                                    ticket.facts().site(),
                                    ticket.facts().intake().appointment(),
                                    ticket.facts().openedAt())
                            .stream())
                    .forEach(promise -> promises.put(promise.clock(), promise));
            return promises;
        }

        /** @return the version that decided about the ticket */
        private Optional<WrittenTable> given(int version) {
            return given.computeIfAbsent(version, number -> versions.find(base.model(), number)
                    .map(versions::source)
                    .map(written::read));
        }
    }
}
