package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.shouwen.estate.Estate;
import org.shouwen.incident.SimilarTickets;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A call is registered. */
@Allowed
@StaffPage
@RequestMapping("/desk/register")
class RegisterController {

    private static final int LONGEST_SEARCH = 60;
    private static final int LONGEST_KEY = 200;

    /** The desk's names of fields, where the form has others. */
    private static final Map<String, String> FIELDS = Map.of(
            "home", "location",
            "place", "location",
            "site", "location",
            "appointment", "from",
            "appointment.from", "from",
            "appointment.to", "to");

    private final RegisterPages pages;
    private final RegisterChoices choices;
    private final TicketDesk desk;
    private final Estate estate;
    private final SimilarTickets similar;
    private final Moments moments;

    RegisterController(
            RegisterPages pages,
            RegisterChoices choices,
            TicketDesk desk,
            Estate estate,
            SimilarTickets similar,
            Moments moments) {
        this.pages = pages;
        this.choices = choices;
        this.desk = desk;
        this.estate = estate;
        this.similar = similar;
        this.moments = moments;
    }

    @GetMapping
    String form(@RequestParam(required = false) String location, Caller caller, Model model) {
        String typed = Plain.search(location, LONGEST_SEARCH);
        model.addAttribute("page", pages.lookUp(typed, caller));
        return "desk/register";
    }

    /**
     * @param emergency category of an emergency that is registered with one button, whatever else is filled in already
     * @param incident number of the ticket that settles the matter, where the caller reports what others have
     * @param unseen whether the page could not offer such tickets before: then they are offered now
     */
    @PostMapping
    String register(
            RegistrationForm sent,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String emergency,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "false") boolean unseen,
            Caller caller,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        RegistrationForm form = sent.about(emergency).answered(fields);
        try {
            Intake intake = form.intake(choices.kindOf(form.category()), estate, moments.zone(), desk::isEmergency);
            List<SimilarTickets.Similar> joinable =
                    unseen && Typed.isBlank(incident) ? similar.joinable(intake, caller) : List.of();
            if (!joinable.isEmpty()) {
                model.addAttribute("offers", joinable);
                model.addAttribute("problem", "还没有登记：可能已经有人报过，请看下面；不是同一件事的，再按一次“登记”");
                model.addAttribute("page", pages.again(keyed(form), caller));
                return "desk/register";
            }
            String number = openOnce(keyed(form).key(), intake, Typed.orNull(incident), caller.code());
            flash.addFlashAttribute("registered", true);
            return "redirect:/desk/tickets/" + number;
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.said(failure).orElseThrow(() -> failure);
            boolean changed = refusal.name().equals("idempotency-key-reused");
            response.setStatus(refusal.kind().status());
            model.addAttribute("problem", changed ? "这张表已经登记过，内容又改了：再按一次“登记”会另开一张工单" : Plain.sentence(refusal));
            model.addAttribute(
                    "wrong", refusal.field().map(f -> FIELDS.getOrDefault(f, f)).orElse(""));
            model.addAttribute("page", pages.again(changed ? form.renewed() : keyed(form), caller));
            return "desk/register";
        }
    }

    private static RegistrationForm keyed(RegistrationForm form) {
        boolean usable = !Typed.isBlank(form.key()) && form.key().length() <= LONGEST_KEY;
        return usable ? form : form.renewed();
    }

    private String openOnce(String key, Intake intake, String incident, String by) {
        try {
            return tryOnce(key, intake, incident, by);
        } catch (Refusal refusal) {
            // The second of two clicks: by now the first one's answer is there
            if (refusal.name().equals("request-in-progress")) {
                return tryOnce(key, intake, incident, by);
            }
            throw refusal;
        }
    }

    private String tryOnce(String key, Intake intake, String incident, String by) {
        return desk.openOnce(key, fingerprint(intake, incident), intake, incident, by, moments.now(), Ticket::number);
    }

    private static String fingerprint(Intake intake, String incident) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((intake + " " + incident).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
