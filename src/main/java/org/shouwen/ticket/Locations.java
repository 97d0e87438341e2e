package org.shouwen.ticket;

import java.util.Optional;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.HomeCode;
import org.shouwen.estate.Place;
import org.shouwen.problem.Refusal;
import org.springframework.stereotype.Component;

/** Finds where a matter is, from what was told. */
@Component
public class Locations {

    private final Estate estate;

    Locations(Estate estate) {
        this.estate = estate;
    }

    /** @return the same matter, its home by its code however people say it ({@link Estate#said}) */
    public Intake coded(Intake intake) {
        // What is written as a code is not looked up for it; whether there is such a home is asked where it is located
        return Optional.ofNullable(intake.home())
                .filter(home -> !home.equals(HomeCode.withoutZeros(HomeCode.of(home))))
                .flatMap(estate::said)
                .map(home -> intake.in(home.code()))
                .orElse(intake);
    }

    /**
     * @return the home or the common place
     * @throws Refusal where not exactly one of them is given, or it does not exist
     */
    public Location homeOrPlace(Intake intake) {
        if ((intake.home() == null) == (intake.place() == null) || intake.site() != null) {
            throw Refusal.invalid("location-required", "home", "房号和公共部位须填一个，且只能填一个");
        }
        return located(intake);
    }

    /**
     * @return the home or the common place; where neither is given, the site as a whole
     * @throws Refusal where more than one of them is given, or none, or it does not exist
     */
    public Location anywhere(Intake intake) {
        if (intake.site() == null && intake.home() == null && intake.place() == null) {
            throw Refusal.invalid("site-required", "site", "请填房号或公共部位，都没有的请填服务点（site）");
        }
        if (intake.site() == null) {
            return homeOrPlace(intake);
        }
        if (intake.home() != null || intake.place() != null) {
            throw Refusal.invalid("site-not-needed", "site", "填了房号或公共部位的，不用再填服务点（site）");
        }
        if (!estate.sites().contains(intake.site())) {
            throw Refusal.invalid("site-unknown", "site", "没有服务点“" + intake.site() + "”");
        }
        return new Location(intake.site(), estate.siteName(intake.site()), null, false);
    }

    private Location located(Intake intake) {
        if (intake.home() != null) {
            Home home = estate.home(intake.home())
                    .orElseThrow(() -> Refusal.invalid("home-unknown", "home", "没有房号“" + intake.home() + "”"));
            return new Location(home.site(), home.label(), home.handover(), true);
        }
        Place place = estate.place(intake.place())
                .orElseThrow(() -> Refusal.invalid("place-unknown", "place", "没有公共部位“" + intake.place() + "”"));
        return new Location(place.site(), place.label(), place.handover(), false);
    }
}
