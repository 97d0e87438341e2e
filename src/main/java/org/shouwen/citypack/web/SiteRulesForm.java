package org.shouwen.citypack.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shouwen.calendar.DayKind;
import org.shouwen.citypack.City;
import org.shouwen.citypack.DayHours;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.QuietPeriod;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;

/**
 * What a manager filled in about a site's rules.
 *
 * @param deposit {@link #YES}, or null: not ticked
 * @param refusesMaterial {@link #YES}, or null: not ticked
 * @param workingDay hours of the site's own rule on working days; empty: as the city says; 不得施工: not at all
 */
record SiteRulesForm(
        String city,
        String level,
        String deposit,
        String refusesMaterial,
        String cardA,
        String cardB,
        String workingDay,
        String restDay,
        String holiday) {

    static final String YES = "true";
    static final String CLOSED = "不得施工";

    private static final int LONGEST_CARD = 60;

    /** A quiet period as it was filled in. */
    record Quiet(String from, String until, String forbidden, String name, String source) {

        QuietPeriod of(String site) {
            return new QuietPeriod(
                    0,
                    site,
                    day(from, "from", "第一天"),
                    day(until, "until", "最后一天"),
                    DayHours.of(forbidden, "forbidden"),
                    Written.text(name, "name", "名称", 60),
                    Written.text(source, "source", "公告或者依据", 200));
        }

        private static LocalDate day(String written, String field, String label) {
            return Typed.date(Written.text(written, field, label, 10))
                    .orElseThrow(() -> Refusal.invalid("field-date", field, label + "须为日期，例如 2026-06-07"));
        }
    }

    /**
     * @param chosen whether somebody chose it; else the city is left to be chosen
     * @return as the form shows what holds now
     */
    static SiteRulesForm of(SitePolicy policy, boolean chosen) {
        return new SiteRulesForm(
                chosen ? policy.city().name() : "",
                policy.level().name(),
                policy.deposit() ? YES : null,
                policy.refusesMaterial() ? YES : null,
                policy.passes().cardA(),
                policy.passes().cardB(),
                written(policy, DayKind.WORKING_DAY),
                written(policy, DayKind.REST_DAY),
                written(policy, DayKind.HOLIDAY));
    }

    private static String written(SitePolicy policy, DayKind kind) {
        DayHours hours = policy.ownHours().get(kind);
        return hours == null ? "" : hours.isEmpty() ? CLOSED : hours.written();
    }

    /** @return with these quiet periods, which have a form of their own */
    SitePolicy policy(String site, List<QuietPeriod> quietPeriods) {
        Map<DayKind, DayHours> own = new EnumMap<>(DayKind.class);
        put(own, DayKind.WORKING_DAY, workingDay, "workingDay");
        put(own, DayKind.REST_DAY, restDay, "restDay");
        put(own, DayKind.HOLIDAY, holiday, "holiday");
        return new SitePolicy(
                site,
                one(City.class, city, "city", "城市"),
                one(EstateLevel.class, level, "level", "服务等级"),
                YES.equals(deposit),
                YES.equals(refusesMaterial),
                new PassMeaning(
                        Written.text(cardA, "cardA", "A 卡的用途", LONGEST_CARD),
                        Written.text(cardB, "cardB", "B 卡的用途", LONGEST_CARD)),
                own,
                quietPeriods);
    }

    private static void put(Map<DayKind, DayHours> own, DayKind kind, String written, String field) {
        String text = Written.optional(written, field, kind.label() + "的施工时间", 200);
        if (!text.isEmpty()) {
            own.put(kind, text.equals(CLOSED) ? DayHours.NONE : DayHours.of(text, field));
        }
    }

    private static <E extends Enum<E>> E one(Class<E> codes, String written, String field, String label) {
        return Typed.code(written, codes)
                .orElseThrow(() -> Refusal.invalid("choice-unknown", field, "请选择" + label + "（" + field + "）"));
    }
}
