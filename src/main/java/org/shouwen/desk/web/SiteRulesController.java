package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouwen.citypack.City;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.citypack.Gravity;
import org.shouwen.citypack.QuietPeriod;
import org.shouwen.citypack.ReportDuties;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.citypack.WorkHours;
import org.shouwen.estate.Estate;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 城市规则: which city's rules and which of its own a site goes by, and what comes of them. */
@Allowed({Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
@RequestMapping("/desk/admin/sites")
class SiteRulesController {

    private static final String PAGE = "desk/site-rules";

    private final SitePolicies policies;
    private final Rules rules;
    private final Estate estate;
    private final Moments moments;

    /** What follows from a policy. */
    @Component
    record Rules(WorkHours hours, ReportDuties reports) {}

    SiteRulesController(SitePolicies policies, Rules rules, Estate estate, Moments moments) {
        this.policies = policies;
        this.rules = rules;
        this.estate = estate;
        this.moments = moments;
    }

    record SiteLink(String code, String name) {}

    /** @param hours "" where nobody may work on such days */
    record HoursRow(String kind, String hours, String noise, String basis) {}

    record ReportRow(String gravity, String limit, String receivers, String basis) {}

    record QuietRow(long id, String days, String hours, String name, String source) {}

    /** @param draft whether it is only looked at, not kept */
    record Page(
            List<SiteLink> sites,
            SiteLink site,
            SiteRulesForm form,
            boolean draft,
            List<HoursRow> hours,
            List<ReportRow> reports,
            List<QuietRow> quiet) {

        public City[] cities() {
            return City.values();
        }

        public EstateLevel[] levels() {
            return EstateLevel.values();
        }
    }

    /** Also where a preview stood before. */
    @GetMapping({"", "/{site}", "/{site}/preview"})
    String page(@PathVariable Optional<String> site, Caller caller, Model model) {
        SitePolicy policy = policies.of(site.map(this::known).orElseGet(this::first));
        return show(SiteRulesForm.of(policy), policy, false, model);
    }

    /** What would come of it; nothing is kept. */
    @PostMapping("/{site}/preview")
    String preview(@PathVariable String site, SiteRulesForm form, Caller caller, Model model) {
        return show(form, form.policy(known(site), policies.of(site).quietPeriods()), true, model);
    }

    @PostMapping("/{site}")
    String choose(@PathVariable String site, SiteRulesForm form, Caller caller, RedirectAttributes flash) {
        policies.choose(form.policy(known(site), List.of()), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已保存。门岗、登记证和报告时限从现在起按新规则。");
        return "redirect:/desk/admin/sites/" + site;
    }

    @PostMapping("/{site}/quiet-periods")
    String add(@PathVariable String site, SiteRulesForm.Quiet period, Caller caller, RedirectAttributes flash) {
        policies.add(period.of(known(site)), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已登记特别安静期。");
        return "redirect:/desk/admin/sites/" + site;
    }

    @PostMapping("/{site}/quiet-periods/{id}/removal")
    String remove(@PathVariable String site, @PathVariable long id, Caller caller, RedirectAttributes flash) {
        policies.removeQuietPeriod(known(site), id);
        flash.addFlashAttribute("done", "已删除特别安静期。");
        return "redirect:/desk/admin/sites/" + site;
    }

    private String show(SiteRulesForm form, SitePolicy policy, boolean draft, Model model) {
        List<SiteLink> sites = estate.sites().stream()
                .map(code -> new SiteLink(code, estate.siteName(code)))
                .toList();
        model.addAttribute(
                "page",
                new Page(
                        sites,
                        new SiteLink(policy.site(), estate.siteName(policy.site())),
                        form,
                        draft,
                        rules.hours().rulesOf(policy).stream()
                                .map(rule -> new HoursRow(
                                        rule.kind().label(), rule.allowed().words(), rule.noise(), rule.basis()))
                                .toList(),
                        Arrays.stream(Gravity.values())
                                .map(gravity -> report(policy.city(), gravity))
                                .toList(),
                        policy.quietPeriods().stream()
                                .map(SiteRulesController::quiet)
                                .toList()));
        return PAGE;
    }

    private ReportRow report(City city, Gravity gravity) {
        return rules.reports()
                .in(city, gravity)
                .map(duty -> new ReportRow(
                        gravity.label(),
                        duty.unit().words(duty.amount()),
                        String.join("；", duty.receivers()),
                        duty.basis()))
                .orElseGet(() -> new ReportRow(gravity.label(), "不报告", "当场改正", ""));
    }

    private static QuietRow quiet(QuietPeriod period) {
        return new QuietRow(
                period.id(),
                period.from().equals(period.until())
                        ? period.from().toString()
                        : period.from() + " 至 " + period.until(),
                period.forbidden().words(),
                period.name(),
                period.source());
    }

    private String known(String site) {
        if (!estate.sites().contains(site)) {
            throw Refusal.notFound("site-not-found", "没有编号为“" + site + "”的服务点");
        }
        return site;
    }

    private String first() {
        return estate.sites().stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notPossibleNow("no-site", "还没有服务点，请先导入房屋"));
    }
}
