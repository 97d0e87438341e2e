package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.notification.Inbox;
import org.shouwen.page.Names;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TicketDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What all staff pages have in common: the bar at the top, and how a refusal is shown. */
@ControllerAdvice(annotations = StaffPage.class)
class DeskAdvice {

    static final Role[] OFFICE = {Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR};

    private static final Set<String> SECRET = Set.of("_csrf", "current", "password", "again");

    private final Roster roster;
    private final Inbox inbox;
    private final TicketDesk desk;

    DeskAdvice(Roster roster, Inbox inbox, TicketDesk desk) {
        this.roster = roster;
        this.inbox = inbox;
        this.desk = desk;
    }

    /** Who is signed in, as the bar shows it. */
    record Me(
            String code,
            String name,
            int unread,
            boolean supervises,
            boolean visits,
            boolean manages,
            boolean changesRules,
            boolean readsAccessLog,
            boolean administers) {}

    @ModelAttribute("me")
    Me me(Caller caller) {
        return new Me(
                caller.code(),
                roster.nameOf(caller.code()),
                inbox.unread(caller.code()),
                caller.isAny(Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR),
                caller.isAny(OFFICE),
                caller.isAny(Role.MANAGER, Role.ADMINISTRATOR),
                caller.isAny(Role.SUPERVISOR, Role.MANAGER),
                caller.isAny(Role.SUPERVISOR, Role.MANAGER),
                caller.isAny(Role.ADMINISTRATOR));
    }

    @ModelAttribute("names")
    Names names() {
        return new Names(roster, desk::kind);
    }

    /**
     * An action that is refused leads back to the page it came from, with what was typed; a page to the error page, and so does
     * what the person may not, or a ticket that is not there for him: that page would not be either.
     */
    @ExceptionHandler
    ModelAndView on(
            Exception failure, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash)
            throws Exception {
        Refusal refusal = Refusal.said(failure).orElseThrow(() -> failure);
        Optional<String> page = page(request);
        boolean back = refusal.kind() != Refusal.Kind.NOT_ALLOWED
                && refusal.kind() != Refusal.Kind.UNAVAILABLE
                && !refusal.name().equals("ticket-not-found");
        if (back && HttpMethod.POST.matches(request.getMethod()) && page.isPresent()) {
            flash.addFlashAttribute("problem", Plain.sentence(refusal));
            flash.addFlashAttribute("wrong", refusal.field().orElse(""));
            flash.addFlashAttribute("typed", typed(request));
            flash.addFlashAttribute("chosen", chosen(request));
            return new ModelAndView("redirect:" + page.get());
        }
        HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
        return new ModelAndView("error", Map.of("status", status.value(), "sentence", Plain.sentence(refusal)), status);
    }

    /** @return path of the staff page that the form stood on, if it was one of ours */
    private static Optional<String> page(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(referer);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String inside = path.startsWith(request.getContextPath())
                    ? path.substring(request.getContextPath().length())
                    : "";
            boolean ours = inside.equals("/desk") || inside.startsWith("/desk/");
            return ours
                    ? Optional.of(inside + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @return all that was ticked, where a question takes several */
    private static Map<String, List<String>> chosen(HttpServletRequest request) {
        Map<String, List<String>> chosen = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> chosen.put(name, List.of(values)));
        chosen.keySet().removeIf(SECRET::contains);
        return chosen;
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        typed.keySet().removeIf(name -> SECRET.contains(name));
        return typed;
    }
}
