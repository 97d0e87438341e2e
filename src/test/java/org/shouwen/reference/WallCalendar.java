package org.shouwen.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The default week of rules 4.15, Monday to Friday 08:30-12:00 and 14:00-18:00, counted minute by minute and without holidays.
 */
final class WallCalendar {

    private static final int DAY = 24 * 60;
    private static final int OPENING = 8 * 60 + 30;
    private static final int LUNCH = 12 * 60;
    private static final int AFTERNOON = 14 * 60;
    private static final int CLOSING = 18 * 60;

    private WallCalendar() {}

    /** @return when so much has passed; null: no limit */
    static LocalDateTime due(LocalDateTime from, int amount, String unit) {
        return switch (unit) {
            case "MINUTE" -> from.plusMinutes(amount);
            case "HOUR" -> from.plusHours(amount);
            case "SAME_DAY" -> from.toLocalDate().plusDays(1).atStartOfDay();
            case "WORKMINUTE" -> worked(from, amount);
            case "WORKHOUR" -> worked(from, amount * 60);
            case "WORKDAY" -> closing(from.toLocalDate(), amount);
            default -> null;
        };
    }

    private static LocalDateTime worked(LocalDateTime from, int minutes) {
        int start = (from.getDayOfWeek().getValue() - 1) * DAY + from.getHour() * 60 + from.getMinute();
        int passed = 0;
        for (int left = minutes; left > 0; passed++) {
            if (isWorkingTime((start + passed) % (7 * DAY))) {
                left--;
            }
        }
        return from.plusMinutes(passed);
    }

    private static LocalDateTime closing(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.atTime(CLOSING / 60, 0);
    }

    /** @param minute of the week */
    private static boolean isWorkingTime(int minute) {
        int time = minute % DAY;
        return minute < 5 * DAY && (time >= OPENING && time < LUNCH || time >= AFTERNOON && time < CLOSING);
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
