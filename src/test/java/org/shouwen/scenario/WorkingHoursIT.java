package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingSlot;
import org.shouwen.citypack.SiteWeeks;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** 上班时间: a site that works on Saturday mornings counts them, for what is promised from now on and for what runs. */
@Tag("scenario")
class WorkingHoursIT extends RunningDesk {

    private static final WorkingSlot MORNING = WorkingSlot.of("09:00", "12:00");

    @Autowired
    private SiteWeeks weeks;

    @Autowired
    private Calendars calendars;

    @BeforeEach
    void onAFridayAfternoon() {
        time.travelTo("2026-11-27T16:00");
    }

    @AfterEach
    void asBefore() {
        weeks.change("east", weeks.common(), "恢复", "manager", time.instant());
    }

    private WeeklySlots withSaturday(WorkingSlot... slots) {
        Map<DayOfWeek, List<WorkingSlot>> week = new EnumMap<>(weeks.common().byWeekday());
        week.put(DayOfWeek.SATURDAY, List.of(slots));
        return new WeeklySlots(week);
    }

    /** @return a leak: survey within a working day, plan within three */
    private String leak(String home) {
        return api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "SEEPAGE", "home": "%s", "description": "墙角渗水", "danger": "NONE",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """.formatted(home)).text("number");
    }

    private JsonNode limit(String number, String clock) {
        for (JsonNode limit : api().get("/api/tickets/" + number).body().path("limits")) {
            if (limit.path("clock").asText().equals(clock)) {
                return limit;
            }
        }
        throw new AssertionError(number + " has no clock " + clock);
    }

    /** Whoever edits the hours does not wait until what runs is counted anew. */
    private void planned(String number, String due) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> limit(number, "PLAN").path("due").asText().startsWith(due));
    }

    @Test
    void datesOfTheSiteFollowItsHoursAndSayWhy() {
        String before = leak("1-1-101");
        assertThat(limit(before, "PLAN").path("due").asText()).startsWith("2026-12-02T18:00");

        assertThat(weeks.change("east", withSaturday(MORNING), "前台周六值班", "manager", time.instant()))
                .isTrue();
        String after = leak("1-1-102");
        planned(before, "2026-12-01T18:00");
        for (String number : List.of(before, after)) {
            JsonNode plan = limit(number, "PLAN");
            assertThat(plan.path("due").asText()).as(number).startsWith("2026-12-01T18:00");
            assertThat(plan.path("explanation").asText()).contains("周六至周一为第 1 至 2 天");
        }
        assertThat(limit(after, "ARRIVE").path("due").asText()).startsWith("2026-11-28T12:00");
        assertThat(api().get("/api/calendar/deadline?from=2026-11-27T16:00&amount=1&unit=WORKDAY&site=east")
                        .text("due"))
                .startsWith("2026-11-28T12:00");
        assertThat(api().get("/api/calendar/deadline?from=2026-11-27T16:00&amount=1&unit=WORKDAY")
                        .text("due"))
                .startsWith("2026-11-30T18:00");
        assertThat(weeks.changes("east").get(0))
                .extracting(SiteWeeks.Change::week, SiteWeeks.Change::reason, SiteWeeks.Change::changedBy)
                .containsExactly("周一至周五 08:30-12:00、14:00-18:00；周六 09:00-12:00", "前台周六值班", "manager");

        weeks.change("east", weeks.common(), "恢复", "manager", time.instant());
        planned(before, "2026-12-02T18:00");
        assertThat(weeks.isOwn("east")).isFalse();
        assertThat(weeks.changes("east").get(0).week()).isEmpty();
    }

    @Test
    void whatIsNoChangeIsNotWrittenAndAWeekWithoutWorkIsRefused() {
        int before = weeks.changes("east").size();
        assertThat(weeks.change("east", weeks.common(), "无", "manager", time.instant()))
                .isFalse();
        assertThat(weeks.changes("east")).hasSize(before);
        assertThatThrownBy(() -> new WeeklySlots(Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("至少要有一个工作时段");
    }

    /** H2 may refuse whoever was slower; PostgreSQL lets him wait. */
    @Test
    void whoSavesAtTheSameMomentNeverLeavesAMixedWeek() throws Exception {
        ExecutorService managers = Executors.newFixedThreadPool(4);
        CountDownLatch go = new CountDownLatch(1);
        int saved = 0;
        try {
            List<Future<Boolean>> all = IntStream.range(0, 4)
                    .mapToObj(i -> managers.submit(() -> {
                        go.await();
                        return weeks.change(
                                "east",
                                withSaturday(WorkingSlot.of("09:00", "1" + (i + 1) + ":00")),
                                "第 " + i,
                                "manager",
                                time.instant());
                    }))
                    .toList();
            go.countDown();
            for (Future<Boolean> one : all) {
                try {
                    saved += one.get() ? 1 : 0;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(DataAccessException.class);
                }
            }
        } finally {
            managers.shutdownNow();
        }
        assertThat(saved).isEqualTo(TestDatabase.isPostgres() ? 4 : saved).isPositive();
        assertThat(calendars.of("east").week().on(DayOfWeek.SATURDAY)).hasSize(1);
        assertThat(weeks.changes("east").get(0).week())
                .isEqualTo(calendars.of("east").week().words());
    }
}
