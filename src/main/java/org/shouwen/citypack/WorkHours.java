package org.shouwen.citypack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.DayKind;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/**
 * When a home may be renovated (D7): what the city forbids by {@code renovation-hours}, what the 管理规约 of the site lets
 * people do, and the quiet periods; the strictest wins.
 */
@Component
public class WorkHours {

    private static final String OWN = "本小区管理规约";

    /** As the table marks an article whose text was not read in the law itself. */
    private static final String UNVERIFIED = "条号待核";

    /** Nobody said where the site stands: no hours are told that its city may forbid. */
    private static final String UNCHOSEN = "以当地规定为准（本服务点还没有选定城市规则）";

    private final SitePolicies policies;
    private final Decisions decisions;
    private final Calendars calendars;

    WorkHours(SitePolicies policies, Decisions decisions, Calendars calendars) {
        this.policies = policies;
        this.decisions = decisions;
        this.calendars = calendars;
    }

    /**
     * Whether people may work at a moment.
     *
     * @param sentence why, for whoever stands at the gate
     * @param basis the article; with the site's own rule where there is one
     */
    public record Ruling(boolean allowed, String sentence, String basis) {}

    /** What holds on days of a kind. */
    public record Rule(DayKind kind, DayHours allowed, String noise, String basis) {}

    public Ruling at(String site, Instant at) {
        WorkingCalendar calendar = calendars.of("");
        LocalDateTime local = LocalDateTime.ofInstant(at, calendar.zone());
        Day day = day(policies.of(site), local.toLocalDate(), calendar);
        LocalTime time = local.toLocalTime();
        String today = day.words() + "，" + hours(day.allowed());
        if (day.allowed().include(time)) {
            return new Ruling(true, "现在可以施工：" + today, day.basis());
        }
        String next = day.allowed().nextAfter(time).map(from -> "，请等到 " + from).orElse("");
        return new Ruling(false, "现在不能施工：" + today + next, day.basis());
    }

    /** @return the hours of a date, quiet periods included */
    public DayHours on(String site, LocalDate date) {
        return day(policies.of(site), date, calendars.of("")).allowed();
    }

    /** @return a rule for each kind of day, without quiet periods */
    public List<Rule> rulesOf(String site) {
        return rulesOf(policies.of(site));
    }

    /** @return what would hold under a policy that nobody has chosen yet */
    public List<Rule> rulesOf(SitePolicy policy) {
        return Stream.of(DayKind.values()).map(kind -> rule(policy, kind)).toList();
    }

    /**
     * @return one sentence for certificates: 工作日 08:00-12:00、14:00-18:00；休息日、法定节假日不得施工; it says so where the article
     *     is not verified
     */
    public String wordingOf(String site) {
        return wordingOf(choice(site));
    }

    /**
     * What a site goes by, to be compared with what it went by before.
     *
     * @param made whether somebody chose it
     */
    public record Choice(SitePolicy policy, boolean made) {}

    public Choice choice(String site) {
        return new Choice(policies.of(site), policies.chosenCity(site).isPresent());
    }

    private String wordingOf(Choice choice) {
        if (!choice.made()) {
            return UNCHOSEN;
        }
        List<Rule> rules = rulesOf(choice.policy());
        Map<DayHours, List<DayKind>> alike = new LinkedHashMap<>();
        rules.forEach(rule -> alike.computeIfAbsent(rule.allowed(), hours -> new ArrayList<>())
                .add(rule.kind()));
        return alike.entrySet().stream()
                        .map(entry -> kinds(entry.getValue())
                                + (entry.getKey().isEmpty()
                                        ? "不得施工"
                                        : " " + entry.getKey().words()))
                        .collect(Collectors.joining("；"))
                + (basis(rules).contains(UNVERIFIED) ? "（" + UNVERIFIED + "）" : "");
    }

    /** @return the articles that the hours come from; "" where nobody chose the city */
    public String basisOf(String site) {
        return policies.chosenCity(site).isEmpty() ? "" : basis(rulesOf(site));
    }

    private static String basis(List<Rule> rules) {
        return rules.stream().map(Rule::basis).distinct().collect(Collectors.joining("；"));
    }

    /** @return the same, with the quiet periods that fall between two days: …；高考期间（2026年6月7日 至 2026年6月9日）全天不得施工 */
    public String wordingOf(String site, LocalDate from, LocalDate until) {
        return wordingOf(choice(site), from, until);
    }

    /** @return the same under another choice */
    public String wordingOf(Choice choice, LocalDate from, LocalDate until) {
        return Stream.concat(
                        Stream.of(wordingOf(choice)),
                        choice.policy().quietPeriods().stream()
                                .filter(period -> !period.from().isAfter(until)
                                        && !period.until().isBefore(from))
                                .map(period -> period.name() + "期间（" + Moments.days(period.from(), period.until()) + "）"
                                        + (period.forbidden().equals(DayHours.ALL) ? "" : " ")
                                        + period.forbidden().words()
                                        + "不得施工"))
                .collect(Collectors.joining("；"));
    }

    /** A date and what holds on it. */
    private record Day(String words, DayHours allowed, String basis) {}

    private Day day(SitePolicy policy, LocalDate date, WorkingCalendar calendar) {
        Rule rule = rule(policy, calendar.kindOf(date));
        DayHours allowed = rule.allowed();
        String words = "今天是" + dayWords(date, calendar);
        String basis = rule.basis();
        for (QuietPeriod period : policy.quietPeriods()) {
            if (period.covers(date)) {
                allowed = allowed.within(period.forbidden().complement());
                words += "，正值" + period.name();
                basis += "；" + period.source();
            }
        }
        return new Day(words, allowed, basis);
    }

    /** @return 周日、调休上班日; 春节假期, 周四 */
    private static String dayWords(LocalDate date, WorkingCalendar calendar) {
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
        return calendar.exception(date)
                .map(day -> weekday
                        + switch (day.kind()) {
                            case EXTRA_WORKING -> "，" + day.name() + "调休上班";
                            case OFF -> "，" + day.name() + (day.statutory() ? "法定假日" : "假期");
                        })
                .orElse(weekday + "，" + calendar.kindOf(date).label());
    }

    private Rule rule(SitePolicy policy, DayKind kind) {
        Map<String, Object> row = decisions
                .row("renovationHours", Map.of("city", policy.city().name(), "dayKind", kind.name()))
                .orElseThrow(() -> new IllegalStateException(
                        "renovation-hours.dmn has no row for " + policy.city() + " on " + kind));
        DayHours city = DayHours.of((String) row.get("forbidden"), "forbidden").complement();
        String noise = (String) row.get("noise");
        String basis = (String) row.get("basis");
        DayHours own = policy.ownHours().get(kind);
        return own == null
                ? new Rule(kind, city, noise, basis)
                : new Rule(kind, city.within(own), noise, basis + "；" + OWN);
    }

    private static String kinds(List<DayKind> kinds) {
        return kinds.size() == DayKind.values().length
                ? "每天"
                : kinds.stream().map(DayKind::label).collect(Collectors.joining("、"));
    }

    private static String hours(DayHours allowed) {
        return allowed.isEmpty() ? "全天不得施工" : "可以施工的时间是 " + allowed.words();
    }
}
