package org.shouwen.firstresponsibility.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.shouwen.estate.Estate;
import org.shouwen.firstresponsibility.Superiors;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 值班: who is there, who is away, and leave. */
@Allowed
@StaffPage
@RequestMapping("/desk/roster")
class DutyPages {

    private static final String BACK = "redirect:/desk/roster";

    /** Of one's own absences, the latest. */
    private static final int OWN = 20;

    private final Roster roster;
    private final Estate estate;
    private final Superiors superiors;
    private final Absences absences;
    private final AbsencesController door;

    DutyPages(Roster roster, Estate estate, Superiors superiors, Absences absences, AbsencesController door) {
        this.roster = roster;
        this.estate = estate;
        this.superiors = superiors;
        this.absences = absences;
        this.door = door;
    }

    record SiteView(String name, List<Staff> onCall, List<PostView> posts) {}

    record PostView(String name, List<PersonView> people) {}

    /**
     * @param away why he gets no work now, or null
     * @param acting who acts for him now; himself where nobody does
     */
    record PersonView(Staff staff, String away, String acting, List<String> substitutes) {}

    @GetMapping
    String duty(Caller caller, Model model) {
        model.addAttribute(
                "sites",
                caller.readable(estate.sites()).stream()
                        .sorted()
                        .map(site -> site(site, caller.at()))
                        .toList());
        model.addAttribute("away", roster.isAbsent(caller.code(), caller.at()));
        model.addAttribute("oversees", superiors.isSuperior(caller.code(), null, caller.at()));
        List<Staff> colleagues = roster.plannable(roster.staffOf(caller));
        Set<String> absent = roster.absentAt(caller.at());
        model.addAttribute("staff", colleagues);
        model.addAttribute(
                "absent",
                colleagues.stream()
                        .map(Staff::code)
                        .filter(absent::contains)
                        .sorted()
                        .toList());
        return "firstresponsibility/roster";
    }

    private SiteView site(String site, Instant now) {
        return new SiteView(
                estate.siteName(site),
                roster.plannable(roster.onCall(site, now)),
                Arrays.stream(Duty.values())
                        .flatMap(duty -> roster.postsOf(site, duty).stream())
                        .map(post -> new PostView(
                                post.name(),
                                roster.holdersOf(post.code()).stream()
                                        .map(person -> person(person, post, now))
                                        .toList()))
                        .toList());
    }

    private PersonView person(Staff person, Post post, Instant now) {
        return new PersonView(
                person,
                roster.hindrance(person.code(), now).map(Hindrance::label).orElse(null),
                roster.actingFor(person.code(), post.site(), now),
                roster.standIns().stream()
                        .filter(pair ->
                                pair.post().equals(post.code()) && pair.staff().equals(person.code()))
                        .map(StandIn::substitute)
                        .toList());
    }

    @GetMapping("/leave")
    String leave(Caller caller, Model model) {
        String reader = caller.code();
        model.addAttribute("mine", absences.of(reader).stream().limit(OWN).toList());
        model.addAttribute(
                "toDecide",
                absences.after(caller.at()).stream()
                        .filter(absence -> absence.status() == Absence.Status.ASKED)
                        .filter(absence -> !absence.staff().equals(reader)
                                && superiors.isSuperiorOf(reader, absence.staff(), caller.at()))
                        .toList());
        return "firstresponsibility/leave";
    }

    @PostMapping("/absences")
    String report(AbsencesController.SuddenRequest request, Caller caller, RedirectAttributes flash) {
        door.sudden(request.orOpen(), caller);
        flash.addFlashAttribute("done", "已登记不在岗，任务已转给替代人。");
        return BACK;
    }

    @PostMapping("/returns")
    String back(AbsencesController.BackRequest request, Caller caller, RedirectAttributes flash) {
        door.back(request, caller);
        flash.addFlashAttribute("done", "已登记回岗，没办完的任务已交还。");
        return BACK;
    }

    @PostMapping("/leave")
    String ask(AbsencesController.LeaveRequest request, Caller caller, RedirectAttributes flash) {
        boolean settled = door.ask(request, caller).status().equals(Absence.Status.APPROVED.name());
        flash.addFlashAttribute("done", settled ? "已登记：您没有上级，不用审批。" : "已提交，等上级审批。");
        return BACK + "/leave";
    }

    @PostMapping("/leave/{id}/approval")
    String approve(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        door.approve(id, caller);
        flash.addFlashAttribute("done", "已批准，请假期间任务自动转给替代人。");
        return BACK + "/leave";
    }

    @PostMapping("/leave/{id}/refusal")
    String refuse(
            @PathVariable long id, AbsencesController.RemarkRequest request, Caller caller, RedirectAttributes flash) {
        door.refuse(id, request, caller);
        flash.addFlashAttribute("done", "已答复不批准。");
        return BACK + "/leave";
    }

    @PostMapping("/leave/{id}/cancellation")
    String cancel(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        door.cancel(id, caller);
        flash.addFlashAttribute("done", "已撤销请假。");
        return BACK + "/leave";
    }
}
