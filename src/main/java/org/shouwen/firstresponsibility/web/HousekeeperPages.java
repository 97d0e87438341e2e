package org.shouwen.firstresponsibility.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Unit;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.Housekeeper;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Roster;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 管理 › 管家: whose the buildings and units of a site are. */
@Allowed({Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
class HousekeeperPages {

    private static final String OF_A_SITE = "/desk/admin/sites/{site}/housekeepers";

    /** Between building and unit; no code has it. */
    private static final String SLASH = "/";

    private final Housekeepers housekeepers;
    private final Roster roster;
    private final Estate estate;

    HousekeeperPages(Housekeepers housekeepers, Roster roster, Estate estate) {
        this.housekeepers = housekeepers;
        this.roster = roster;
        this.estate = estate;
    }

    /**
     * Somebody's building or unit.
     *
     * @param hindrance why the first responder visits instead, or null
     */
    record Row(Housekeeper held, String label, String hindrance) {}

    /** What can be set: a building as a whole, or one of its units. */
    record Choice(String where, String label) {}

    @GetMapping({"/desk/admin/housekeepers", OF_A_SITE})
    String page(@PathVariable Optional<String> site, Caller caller, Model model) {
        List<String> sites = caller.readable(estate.sites());
        String shown = site.or(() -> sites.stream().findFirst())
                .orElseThrow(() -> Refusal.notPossibleNow("no-site", "还没有服务点，请先导入房屋"));
        model.addAttribute("estate", estate);
        model.addAttribute("sites", sites);
        model.addAttribute("site", shown);
        model.addAttribute(
                "rows", housekeepers.at(shown).stream().map(this::row).toList());
        model.addAttribute("choices", choices(estate.units(shown)));
        model.addAttribute("staff", housekeepers.candidates(shown));
        return "firstresponsibility/housekeepers";
    }

    private Row row(Housekeeper held) {
        return new Row(
                held,
                housekeepers.label(held),
                housekeepers.serves(held)
                        ? null
                        : Optional.ofNullable(roster.shutOut().get(held.staff()))
                                .map(Hindrance::label)
                                .orElse("不在本服务点任职"));
    }

    private static List<Choice> choices(List<Unit> units) {
        List<Choice> whole = units.stream()
                .map(unit -> new Choice(unit.building() + SLASH, unit.name()))
                .distinct()
                .toList();
        return whole.stream()
                .flatMap(building -> Stream.concat(
                        Stream.of(new Choice(building.where(), building.label() + " 整幢")),
                        units.stream()
                                .filter(unit -> !unit.unit().isEmpty()
                                        && building.where().equals(unit.building() + SLASH))
                                .map(unit -> new Choice(building.where() + unit.unit(), unit.label()))))
                .toList();
    }

    @PostMapping(OF_A_SITE)
    String set(
            @PathVariable String site,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String staff,
            Caller caller,
            RedirectAttributes flash) {
        Housekeeper set = held(site, where, roster.spelled(staff), caller);
        housekeepers.set(set);
        flash.addFlashAttribute("done", "已设：" + housekeepers.label(set) + "的管家是" + roster.nameOf(set.staff()) + "。");
        return "redirect:" + OF_A_SITE;
    }

    @PostMapping(OF_A_SITE + "/removal")
    String remove(
            @PathVariable String site,
            @RequestParam(defaultValue = "") String where,
            Caller caller,
            RedirectAttributes flash) {
        Housekeeper held = held(site, where, "", caller);
        housekeepers.remove(site, held.building(), held.unit());
        flash.addFlashAttribute("done", "已取消。没有管家的，装修由首问责任人回访。");
        return "redirect:" + OF_A_SITE;
    }

    private static Housekeeper held(String site, String where, String staff, Caller caller) {
        String[] parts = where.split(SLASH, 2);
        return new Housekeeper(site, parts[0], parts.length > 1 ? parts[1] : "", staff, caller.code(), caller.at());
    }
}
