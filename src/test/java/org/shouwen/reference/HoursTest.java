package org.shouwen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwen.calendar.DayKind;
import org.shouwen.citypack.City;
import org.shouwen.citypack.CityRules;
import org.shouwen.citypack.DayHours;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.citypack.WorkHours;

/**
 * D7 (rules 4.9 and 4.16 no. 15) as the certificate and the gate read it: what the city does not forbid, cut with the site's own
 * hours, over every minute of a working day, a make-up Sunday, a Saturday, a moved day and a statutory one, at 50 random rules of a
 * site by seed.
 */
class HoursTest {

    private static final int MINUTES = 24 * 60;
    private static final int SITES = 50;

    private static final Map<LocalDate, DayKind> DAYS = Map.of(
            LocalDate.of(2026, 9, 18), DayKind.WORKING_DAY,
            LocalDate.of(2026, 9, 20), DayKind.WORKING_DAY,
            LocalDate.of(2026, 9, 19), DayKind.REST_DAY,
            LocalDate.of(2026, 10, 5), DayKind.REST_DAY,
            LocalDate.of(2026, 10, 1), DayKind.HOLIDAY);

    private final CityRules rules = new CityRules();
    private final WorkHours hours = rules.hours();

    @ParameterizedTest
    @EnumSource(City.class)
    void isWhatTheCityAllowsAndTheSiteToo(City city) {
        Random random = new Random(city.ordinal());
        for (int i = 0; i < SITES; i++) {
            BitSet own = i == 0 ? all() : any(random);
            DayHours written = DayHours.of(words(own), "own");
            SitePolicy usual = SitePolicy.usual("east");
            rules.choose(
                    new SitePolicy(
                            "east",
                            city,
                            usual.level(),
                            usual.deposit(),
                            usual.refusesMaterial(),
                            usual.passes(),
                            i == 0
                                    ? Map.of()
                                    : Map.of(
                                            DayKind.WORKING_DAY, written,
                                            DayKind.REST_DAY, written,
                                            DayKind.HOLIDAY, written),
                            List.of()),
                    "manager",
                    Instant.EPOCH);
            DAYS.forEach((day, kind) -> {
                BitSet wanted = (BitSet) own.clone();
                wanted.andNot(NoiseRule.forbidden(city.name(), kind.name()));
                DayHours told = hours.on("east", day);
                BitSet said = new BitSet(MINUTES);
                for (int minute = 0; minute < MINUTES; minute++) {
                    said.set(minute, told.include(LocalTime.of(minute / 60, minute % 60)));
                }
                assertThat(said)
                        .as("%s on %s, %s, own hours %s", city, day, kind, written)
                        .isEqualTo(wanted);
            });
        }
    }

    private static BitSet all() {
        BitSet all = new BitSet(MINUTES);
        all.set(0, MINUTES);
        return all;
    }

    /** One to three spans. */
    private static BitSet any(Random random) {
        BitSet minutes = new BitSet(MINUTES);
        for (int spans = 1 + random.nextInt(3); spans > 0; spans--) {
            int from = random.nextInt(MINUTES - 1);
            minutes.set(from, from + 1 + random.nextInt(MINUTES - from - 1));
        }
        return minutes;
    }

    private static String words(BitSet minutes) {
        StringBuilder words = new StringBuilder();
        for (int from = minutes.nextSetBit(0); from >= 0; ) {
            int to = minutes.nextClearBit(from);
            words.append("%02d:%02d-%02d:%02d ".formatted(from / 60, from % 60, to / 60, to % 60));
            from = minutes.nextSetBit(to);
        }
        return words.toString().strip();
    }
}
