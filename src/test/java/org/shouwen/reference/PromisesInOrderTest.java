package org.shouwen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.testing.TableDecisions;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * 4.16 no. 6: whatever the row and whenever it is told, respond ≤ arrive ≤ finish; a finish that would end before the arrival is the
 * arrival plus the row's own time, and the explanation says so. 20,000 random moments and cases by seed, without and with an
 * agreed time at the home; the dates without one are counted anew.
 */
class PromisesInOrderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int CASES = 20_000;
    private static final int SEED = 20_261_129;
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-10-12T00:00");
    private static final int WEEKS_IN_MINUTES = 3 * 7 * 24 * 60;

    /** What each promise waits for, in the order in which they are made. */
    private static final Map<String, List<String>> AFTER = new LinkedHashMap<>();

    static {
        AFTER.put("RESPOND", List.of());
        AFTER.put("ARRIVE", List.of("RESPOND"));
        AFTER.put("ANSWER", List.of("RESPOND"));
        AFTER.put("PLAN", List.of("RESPOND", "ARRIVE"));
        AFTER.put("FINISH", List.of("RESPOND", "ARRIVE", "ANSWER", "PLAN"));
    }

    private final Map<Map<String, Object>, Map<String, Object>> rows = new HashMap<>();
    private final Random random = new Random(SEED);
    private final List<String> findings = new ArrayList<>();

    @Test
    void nobodyIsPromisedAnEndBeforeSomebodyComes() {
        TimeLimits limits = limits();
        for (int i = 0; i < CASES && findings.size() < 20; i++) {
            TimeLimits.Facts facts = new TimeLimits.Facts(
                    any(Values.KINDS),
                    Priority.valueOf(any(Values.PRIORITIES)),
                    Area.valueOf(any(Values.AREAS)),
                    Hazard.valueOf(any(Values.HAZARDS)));
            LocalDateTime at = FIRST.plusMinutes(random.nextInt(WEEKS_IN_MINUTES));
            LocalDateTime slot = facts.area() == Area.HOME && random.nextInt(3) == 0
                    ? at.plusMinutes(1 + random.nextInt(10 * 24 * 60))
                    : null;
            Map<String, Deadline> promised = new LinkedHashMap<>();
            limits.deadlines(facts, "east", slot == null ? null : Slot.of(instant(slot)), instant(at))
                    .forEach(deadline -> promised.put(deadline.clock().name(), deadline));
            String name = facts + " at " + at + (slot == null ? "" : " for " + slot);
            checkOrder(promised, name);
            if (slot == null) {
                checkDates(promised, row(facts), at, name);
            }
        }
        System.out.println("promises in order: " + CASES + " cases by seed " + SEED);
        assertThat(findings).isEmpty();
    }

    private void checkOrder(Map<String, Deadline> promised, String name) {
        AFTER.forEach((clock, others) -> others.forEach(other -> {
            Instant first = due(promised, other);
            Instant second = due(promised, clock);
            if (first != null && second != null && second.isBefore(first)) {
                findings.add(name + ": " + clock + " " + second + " before " + other + " " + first);
            }
        }));
    }

    private void checkDates(Map<String, Deadline> promised, Map<String, Object> row, LocalDateTime at, String name) {
        Map<String, LocalDateTime> wanted = new HashMap<>();
        AFTER.forEach((clock, others) -> {
            Object amount = row.get(clock.toLowerCase(Locale.ROOT) + "Amount");
            if (amount == null) {
                return;
            }
            int number = ((Number) amount).intValue();
            String unit = (String) row.get(clock.toLowerCase(Locale.ROOT) + "Unit");
            LocalDateTime due = WallCalendar.due(at, number, unit);
            LocalDateTime last = others.stream()
                    .map(wanted::get)
                    .filter(Objects::nonNull)
                    .max(LocalDateTime::compareTo)
                    .orElse(at);
            boolean moved = due != null && due.isBefore(last);
            if (moved) {
                due = WallCalendar.due(last, number, unit);
            }
            wanted.put(clock, due);
            Deadline told = promised.get(clock);
            if (told == null || !Objects.equals(told.due(), due == null ? null : instant(due))) {
                findings.add(name + ": " + clock + " " + (told == null ? null : told.due()) + ", wanted " + due);
            } else if (moved
                    && !told.explanation().contains("算起")
                    && !told.explanation().contains(last.toLocalTime() + " 起")) {
                findings.add(name + ": " + clock + " was moved and says only: " + told.explanation());
            }
        });
    }

    private static Instant due(Map<String, Deadline> promised, String clock) {
        return promised.containsKey(clock) ? promised.get(clock).due() : null;
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private String any(List<Object> values) {
        return (String) values.get(random.nextInt(values.size()));
    }

    private Map<String, Object> row(TimeLimits.Facts facts) {
        return rows.get(Map.<String, Object>of(
                "kind", facts.kind(),
                "priority", facts.priority().name(),
                "area", facts.area().name(),
                "hazard", facts.hazard().name()));
    }

    /** The product's own bean, on the default week and the tables in force, each case asked once. */
    private TimeLimits limits() {
        TableDecisions tables = new TableDecisions();
        Decisions decisions = new Decisions() {
            @Override
            public Optional<Map<String, Object>> row(String decision, Map<String, Object> facts) {
                return Optional.of(rows.computeIfAbsent(
                        facts, asked -> tables.row(decision, asked).orElseThrow()));
            }

            @Override
            public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
                return tables.rows(decision, facts);
            }
        };
        Calendars calendars =
                Mockito.mock(Calendars.class, Mockito.withSettings().stubOnly());
        Mockito.when(calendars.of("east"))
                .thenReturn(new WorkingCalendar(SHANGHAI, WeeklySlots.STANDARD, List.of(), Set.of(2026)));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Decisions.class, () -> decisions);
            context.registerBean(Calendars.class, () -> calendars);
            context.registerBean(Categories.class, () -> Mockito.mock(Categories.class));
            context.registerBean(Moments.class, () -> new Moments(Clock.systemUTC(), SHANGHAI));
            context.register(TimeLimits.class);
            context.refresh();
            return context.getBean(TimeLimits.class);
        }
    }
}
