package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A call is registered. */
@Controller
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
    private final Moments moments;

    RegisterController(RegisterPages pages, RegisterChoices choices, TicketDesk desk, Estate estate, Moments moments) {
        this.pages = pages;
        this.choices = choices;
        this.desk = desk;
        this.estate = estate;
        this.moments = moments;
    }

    @GetMapping
    String form(@RequestParam(required = false) String location, Authentication caller, Model model) {
        String typed = Plain.search(location, LONGEST_SEARCH);
        model.addAttribute("page", pages.lookUp(typed, Reader.of(caller)));
        return "desk/register";
    }

    @PostMapping
    String register(
            RegistrationForm sent,
            @RequestParam Map<String, String> fields,
            Authentication caller,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        RegistrationForm form = sent.answered(fields);
        try {
            String number = openOnce(keyed(form), caller.getName());
            flash.addFlashAttribute("registered", true);
            return "redirect:/desk/tickets/" + number;
        } catch (RuntimeException failure) {
            Refusal refusal = DeskAdvice.refusal(failure).orElseThrow(() -> failure);
            boolean changed = refusal.name().equals("idempotency-key-reused");
            response.setStatus(DeskAdvice.status(refusal).value());
            model.addAttribute("problem", changed ? "这张表已经登记过，内容又改了：再按一次“登记”会另开一张工单" : Plain.sentence(refusal));
            model.addAttribute(
                    "wrong", refusal.field().map(f -> FIELDS.getOrDefault(f, f)).orElse(""));
            model.addAttribute("page", pages.again(changed ? form.renewed() : keyed(form), Reader.of(caller)));
            return "desk/register";
        }
    }

    private static RegistrationForm keyed(RegistrationForm form) {
        boolean usable =
                form.key() != null && !form.key().isBlank() && form.key().length() <= LONGEST_KEY;
        return usable ? form : form.renewed();
    }

    private String openOnce(RegistrationForm form, String by) {
        Intake intake = form.intake(choices.kindOf(form.category()), estate, moments.zone());
        try {
            return tryOnce(form.key(), intake, by);
        } catch (Refusal refusal) {
            // The second of two clicks: by now the first one's answer is there
            if (refusal.name().equals("request-in-progress")) {
                return tryOnce(form.key(), intake, by);
            }
            throw refusal;
        }
    }

    private String tryOnce(String key, Intake intake, String by) {
        return desk.openOnce(key, fingerprint(intake), intake, by, moments.now(), Ticket::number);
    }

    private static String fingerprint(Intake intake) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(intake.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
