package org.shouwen.citypack;

import java.util.List;
import java.util.Map;
import org.shouwen.calendar.DayKind;

/**
 * What a site goes by.
 *
 * @param city whose rules hold
 * @param deposit whether the 管理规约 asks for a 装修保证金; no law does
 * @param refusesMaterial whether the 管理规约 or the agreement has the gate refuse material while a violation is not put right
 * @param ownHours hours in which the 管理规约 lets people work, by kind of day; no entry: as the city says, no hours: not at all
 * @param quietPeriods all that are kept, by first day
 */
public record SitePolicy(
        String site,
        City city,
        EstateLevel level,
        boolean deposit,
        boolean refusesMaterial,
        PassMeaning passes,
        Map<DayKind, DayHours> ownHours,
        List<QuietPeriod> quietPeriods) {

    public SitePolicy {
        ownHours = Map.copyOf(ownHours);
        quietPeriods = List.copyOf(quietPeriods);
    }

    /** @return by what a site is judged until somebody chooses: the country's law, the lowest level, no deposit, nothing refused */
    public static SitePolicy usual(String site) {
        return new SitePolicy(
                site, City.NATIONAL, EstateLevel.THIRD, false, false, PassMeaning.USUAL, Map.of(), List.of());
    }

    SitePolicy with(List<QuietPeriod> periods) {
        return new SitePolicy(site, city, level, deposit, refusesMaterial, passes, ownHours, periods);
    }
}
