package org.shouwen.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;

/**
 * Working slots of an ordinary week; a weekday without slots is free.
 *
 * @param byWeekday slots in order, none overlapping, at least one in the week
 */
public record WeeklySlots(Map<DayOfWeek, List<WorkingSlot>> byWeekday) {

    /** Monday to Friday, 08:30-12:00 and 14:00-18:00. */
    public static final WeeklySlots STANDARD =
            monToFri(WorkingSlot.of("08:30", "12:00"), WorkingSlot.of("14:00", "18:00"));

    public WeeklySlots {
        Map<DayOfWeek, List<WorkingSlot>> copy = new EnumMap<>(DayOfWeek.class);
        byWeekday.forEach((weekday, slots) -> {
            if (!slots.isEmpty()) {
                copy.put(weekday, inOrder(weekday, slots));
            }
        });
        if (copy.isEmpty()) {
            throw Refusal.invalid("slots-empty", "slots", "一周内至少要有一个工作时段");
        }
        byWeekday = Map.copyOf(copy);
    }

    public static WeeklySlots monToFri(WorkingSlot... slots) {
        Map<DayOfWeek, List<WorkingSlot>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (weekday.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                week.put(weekday, List.of(slots));
            }
        }
        return new WeeklySlots(week);
    }

    public List<WorkingSlot> on(DayOfWeek weekday) {
        return byWeekday.getOrDefault(weekday, List.of());
    }

    /** @return slots of the first weekday, from Monday on, that has any: what a make-up day works */
    public List<WorkingSlot> ofNormalDay() {
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (byWeekday.containsKey(weekday)) {
                return byWeekday.get(weekday);
            }
        }
        throw new IllegalStateException("a week without slots");
    }

    /** @return 周一至周五 08:30-12:00、14:00-18:00；周六 09:00-12:00 */
    public String words() {
        List<String> said = new ArrayList<>();
        for (int first = 1; first <= DayOfWeek.values().length; ) {
            List<WorkingSlot> slots = on(DayOfWeek.of(first));
            int last = first;
            while (last < DayOfWeek.values().length
                    && on(DayOfWeek.of(last + 1)).equals(slots)) {
                last++;
            }
            if (!slots.isEmpty()) {
                String days = name(first) + (last == first ? "" : (last == first + 1 ? "、" : "至") + name(last));
                said.add(days + " " + slots.stream().map(WorkingSlot::words).collect(Collectors.joining("、")));
            }
            first = last + 1;
        }
        return String.join("；", said);
    }

    private static String name(int weekday) {
        return DayOfWeek.of(weekday).getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }

    private static List<WorkingSlot> inOrder(DayOfWeek weekday, List<WorkingSlot> slots) {
        List<WorkingSlot> sorted =
                slots.stream().sorted(Comparator.comparing(WorkingSlot::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            WorkingSlot before = sorted.get(i - 1);
            if (before.endsAtMidnight() || sorted.get(i).from().isBefore(before.to())) {
                throw Refusal.invalid(
                        "slots-overlap",
                        "slots",
                        weekday.getDisplayName(TextStyle.FULL, Locale.CHINA) + "的工作时段 " + before.from() + "-"
                                + before.to() + " 与 " + sorted.get(i).from() + "-"
                                + sorted.get(i).to() + " 重叠");
            }
        }
        return sorted;
    }
}
