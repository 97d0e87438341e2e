package org.shouwen.citypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.citypack.CityRules.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.calendar.DayKind;

/** D7, the site's own rule, and quiet periods, to the minute. */
class WorkHoursTest {

    private final CityRules rules = new CityRules();
    private final WorkHours hours = rules.hours();

    /** D7, a line a row of the table: the allowed hours, for each kind of day. Fri 18th, Sat 19th, Thu 1st October. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            BEIJING  | 08:00-12:00、14:00-18:00 | ''                      | ''
            SHANGHAI | 08:00-18:00             | 08:00-18:00             | ''
            SHENZHEN | 08:00-12:00、14:00-18:00 | ''                      | ''
            HANGZHOU | 08:00-12:00、14:00-20:00 | 08:00-12:00、14:00-20:00 | 08:00-12:00、14:00-20:00
            NINGBO   | 07:00-12:00、14:00-20:00 | 07:00-12:00、14:00-20:00 | 07:00-12:00、14:00-20:00
            HUZHOU   | 08:00-20:00             | 08:00-20:00             | 08:00-20:00
            XUCHANG  | 07:00-12:00、14:00-20:00 | 07:00-12:00、14:00-20:00 | 07:00-12:00、14:00-20:00
            HENAN    | 06:00-22:00             | 06:00-22:00             | 06:00-22:00
            SHANDONG | 06:00-12:00、14:00-22:00 | 06:00-12:00、14:00-22:00 | 06:00-12:00、14:00-22:00
            NATIONAL | 06:00-22:00             | 06:00-22:00             | 06:00-22:00
            """)
    void cities(City city, String workingDay, String restDay, String holiday) {
        rules.choose("east", city);
        assertThat(hours.on("east", LocalDate.of(2026, 9, 18)).words()).isEqualTo(workingDay);
        assertThat(hours.on("east", LocalDate.of(2026, 9, 19)).words()).isEqualTo(restDay);
        assertThat(hours.on("east", LocalDate.of(2026, 10, 1)).words()).isEqualTo(holiday);
    }

    /** 法定节假日（不含双休日）: a weekend moved to make the holiday longer is a weekend still. */
    @Test
    void inShanghaiWeekendsAreWorkedAndFestivalsAreNot() {
        rules.choose("east", City.SHANGHAI);
        assertThat(hours.at("east", at("2026-09-20T13:00")).sentence())
                .isEqualTo("现在可以施工：今天是周日，国庆节调休上班，可以施工的时间是 08:00-18:00");
        assertThat(hours.at("east", at("2026-10-01T10:00")))
                .isEqualTo(new WorkHours.Ruling(false, "现在不能施工：今天是周四，国庆节法定假日，全天不得施工", "上海市社会生活噪声污染防治办法第12条（条号待核）"));
        assertThat(hours.at("east", at("2026-10-05T10:00")).allowed()).isTrue();
        assertThat(hours.wordingOf("east")).isEqualTo("工作日、休息日 08:00-18:00；法定节假日不得施工（条号待核）");
        assertThat(hours.basisOf("east")).isEqualTo("上海市社会生活噪声污染防治办法第12条（条号待核）");
        assertThat(hours.basisOf("nobody-chose")).isEmpty();
    }

    @Test
    void everyCityHasARuleForEveryKindOfDay() {
        for (City city : City.values()) {
            rules.choose("east", city);
            assertThat(hours.rulesOf("east")).extracting(WorkHours.Rule::kind).containsExactly(DayKind.values());
            assertThat(hours.rulesOf("east"))
                    .allSatisfy(rule -> assertThat(rule.basis()).isNotBlank());
        }
    }

    @Test
    void atOneOClockInHangzhouNobodyWorks() {
        rules.choose("east", City.HANGZHOU);
        WorkHours.Ruling ruling = hours.at("east", at("2026-09-16T13:00"));
        assertThat(ruling.allowed()).isFalse();
        assertThat(ruling.sentence()).isEqualTo("现在不能施工：今天是周三，工作日，可以施工的时间是 08:00-12:00、14:00-20:00，请等到 14:00");
        assertThat(ruling.basis()).contains("杭州市环境噪声管理条例第37条");
        assertThat(hours.at("east", at("2026-09-16T14:00")).allowed()).isTrue();
    }

    @Test
    void onASundayInBeijingNobodyWorksUnlessItIsWorkedForAHoliday() {
        rules.choose("east", City.BEIJING);
        assertThat(hours.at("east", at("2026-09-13T10:00")))
                .isEqualTo(new WorkHours.Ruling(false, "现在不能施工：今天是周日，休息日，全天不得施工", "北京市环境噪声污染防治办法第35条"));
        assertThat(hours.at("east", at("2026-09-20T10:00")))
                .isEqualTo(new WorkHours.Ruling(
                        true, "现在可以施工：今天是周日，国庆节调休上班，可以施工的时间是 08:00-12:00、14:00-18:00", "北京市环境噪声污染防治办法第35条"));
        assertThat(hours.at("east", at("2026-09-20T13:00")).allowed()).isFalse();
        assertThat(hours.at("east", at("2026-10-01T10:00")).sentence()).contains("国庆节法定假日");
        assertThat(hours.at("east", at("2026-10-05T10:00")).sentence()).contains("国庆节假期");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(textBlock = """
            BEIJING,  2026-09-18T07:59:59, false
            BEIJING,  2026-09-18T08:00:00, true
            BEIJING,  2026-09-18T11:59:59, true
            BEIJING,  2026-09-18T12:00:00, false
            BEIJING,  2026-09-18T14:00:00, true
            BEIJING,  2026-09-18T18:00:00, false
            NATIONAL, 2026-09-19T05:59:00, false
            NATIONAL, 2026-09-19T06:00:00, true
            NATIONAL, 2026-09-19T22:00:00, false
            """)
    void edges(City city, String local, boolean allowed) {
        rules.choose("east", city);
        assertThat(hours.at("east", at(local)).allowed()).isEqualTo(allowed);
    }

    @Test
    void theSitesOwnRuleOnlyMakesItStricter() {
        choose(
                City.HANGZHOU,
                Map.of(
                        DayKind.WORKING_DAY,
                        DayHours.of("06:00-12:00 14:00-18:00", ""),
                        DayKind.REST_DAY,
                        DayHours.NONE));
        assertThat(hours.wordingOf("east"))
                .isEqualTo("工作日 08:00-12:00、14:00-18:00；休息日不得施工；法定节假日 08:00-12:00、14:00-20:00");
        assertThat(hours.at("east", at("2026-09-18T19:00")).basis()).endsWith("；本小区管理规约");
        assertThat(hours.at("east", at("2026-09-19T10:00")).allowed()).isFalse();
        assertThat(hours.at("east", at("2026-10-01T19:00")).allowed()).isTrue();
    }

    @Test
    void aQuietPeriodHoldsBesideEverythingElse() {
        QuietPeriod exams = new QuietPeriod(
                1, "east", LocalDate.of(2026, 6, 7), LocalDate.of(2026, 6, 9), DayHours.ALL, "高考", "市政府公告");
        rules.choose("east", City.HANGZHOU);
        rules.add(exams, "manager", Instant.EPOCH);
        assertThat(hours.at("east", at("2026-06-08T10:00")).sentence()).isEqualTo("现在不能施工：今天是周一，工作日，正值高考，全天不得施工");
        assertThat(hours.at("east", at("2026-06-08T10:00")).basis()).endsWith("；市政府公告");
        assertThat(hours.at("east", at("2026-06-10T10:00")).allowed()).isTrue();
        assertThat(hours.wordingOf("east", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1)))
                .isEqualTo("每天 08:00-12:00、14:00-20:00；高考期间（2026年6月7日 至 2026年6月9日）全天不得施工");
        assertThat(hours.wordingOf("east", LocalDate.of(2026, 6, 10), LocalDate.of(2026, 7, 1)))
                .isEqualTo("每天 08:00-12:00、14:00-20:00");
        rules.removeQuietPeriod("east", exams.id());
        assertThat(hours.at("east", at("2026-06-08T10:00")).allowed()).isTrue();
    }

    @Test
    void certificatesSayTheHoursInASentence() {
        rules.choose("east", City.BEIJING);
        assertThat(hours.wordingOf("east")).isEqualTo("工作日 08:00-12:00、14:00-18:00；休息日、法定节假日不得施工");
        assertThat(hours.wordingOf("nobody-chose")).isEqualTo("以当地规定为准（本服务点还没有选定城市规则）");
        rules.choose("nobody-chose", City.NATIONAL);
        assertThat(hours.wordingOf("nobody-chose")).isEqualTo("每天 06:00-22:00");
    }

    /** D9: who is told by when, a line a row of the table and its neighbours. */
    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(nullValues = "-", textBlock = """
            NATIONAL, SERIOUS,      24, HOUR, 业主委员会|住建,  物业管理条例第45条
            HANGZHOU, CONSIDERABLE, 24, HOUR, 业主委员会|住建,  物业管理条例第45条
            NATIONAL, ORDINARY,     72, HOUR, 业主委员会,       物业管理条例第45条
            SHANGHAI, SERIOUS,      24, HOUR, 业主委员会|有关行政管理部门, 上海市住宅物业管理规定第59条
            SHANGHAI, ORDINARY,     24, HOUR, 业主委员会|有关行政管理部门, 上海市住宅物业管理规定第59条
            SHANGHAI, MINOR,        24, HOUR, 业主委员会|有关行政管理部门, 上海市住宅物业管理规定第59条
            BEIJING,  CONSIDERABLE, 24, HOUR, 业主委员会|住建,  北京市物业管理条例第79条
            BEIJING,  ORDINARY,     72, HOUR, 业主委员会,       物业管理条例第45条
            """)
    void reports(City city, Gravity gravity, int amount, String unit, String receivers, String basis) {
        rules.choose("east", city);
        ReportDuty duty = rules.reports().of("east", gravity).orElseThrow();
        assertThat(duty.amount()).isEqualTo(amount);
        assertThat(duty.unit().name()).isEqualTo(unit);
        List<String> words = List.of(receivers.split("\\|"));
        assertThat(duty.receivers()).hasSameSizeAs(words);
        for (int i = 0; i < words.size(); i++) {
            assertThat(duty.receivers().get(i)).contains(words.get(i));
        }
        assertThat(duty.basis()).contains(basis);
        // No law but Shanghai's says how soon
        assertThat(duty.basis().contains("产品默认")).isEqualTo(city != City.SHANGHAI);
    }

    @Test
    void whateverIsNotMinorIsReportedEverywhereAndMinorThingsOnlyInShanghai() {
        for (City city : City.values()) {
            rules.choose("east", city);
            assertThat(rules.reports().of("east", Gravity.MINOR).isPresent()).isEqualTo(city == City.SHANGHAI);
            assertThat(Stream.of(Gravity.SERIOUS, Gravity.CONSIDERABLE, Gravity.ORDINARY)
                            .map(gravity -> rules.reports().of("east", gravity)))
                    .allSatisfy(duty -> assertThat(duty).isPresent());
            assertThat(rules.reports().of("east").amount()).isEqualTo(24);
        }
    }

    private void choose(City city, Map<DayKind, DayHours> own) {
        SitePolicy usual = SitePolicy.usual("east");
        rules.choose(
                new SitePolicy(
                        "east",
                        city,
                        usual.level(),
                        usual.deposit(),
                        usual.refusesMaterial(),
                        usual.passes(),
                        own,
                        List.of()),
                "manager",
                Instant.EPOCH);
    }
}
