package org.shouwen.estate.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks up homes; tells neither names nor phone numbers. */
@Allowed
@RestController
class HomesController {

    private static final int LARGEST_PAGE = 100;

    private final Estate estate;

    HomesController(Estate estate) {
        this.estate = estate;
    }

    /** @param residents how many contacts are registered */
    record HomeItem(String code, String label, String site, String building, String unit, int residents) {}

    record HomeList(List<HomeItem> items) {}

    @GetMapping("/api/homes")
    HomeList homes(
            @Parameter(description = "start of the code, last digits of a phone number (4 or more), or part of a name")
                    @RequestParam(required = false)
                    String q,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    String size) {
        List<Home> homes = estate.searchHomes(q, checked(size));
        Map<String, Integer> sizes =
                estate.householdSizes(homes.stream().map(Home::code).toList());
        return new HomeList(homes.stream()
                .map(h -> new HomeItem(
                        h.code(), h.label(), h.site(), h.building(), h.unit(), sizes.getOrDefault(h.code(), 0)))
                .toList());
    }

    private static int checked(String size) {
        return Typed.whole(size, 1, LARGEST_PAGE)
                .orElseThrow(() -> Refusal.invalid("size-invalid", "size", "size 须为 1 到 " + LARGEST_PAGE + " 的整数"));
    }
}
