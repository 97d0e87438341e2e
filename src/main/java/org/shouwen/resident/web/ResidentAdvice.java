package org.shouwen.resident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouwen.problem.Refusal;
import org.shouwen.resident.Link;
import org.shouwen.resident.PageCookie;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A refusal stands above the page it concerns, with what was typed: nothing is kept for residents between two requests. */
@ControllerAdvice(basePackageClasses = ResidentAdvice.class)
class ResidentAdvice {

    private static final Pattern FIELD_NAME = Pattern.compile("（[A-Za-z][A-Za-z.-]*）");

    private final ResidentModel page;

    ResidentAdvice(ResidentModel page) {
        this.page = page;
    }

    @ExceptionHandler
    ModelAndView on(Exception failure, HttpServletRequest request) throws Exception {
        Refusal refusal = refusal(failure).orElseThrow(() -> failure);
        HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
        if (!(request.getAttribute(PageCookie.LINK) instanceof Link link)) {
            return new ModelAndView("resident/gone", HttpStatus.NOT_FOUND);
        }
        Model model = new ExtendedModelMap();
        page.fill(link.ticket(), model);
        model.addAttribute("problem", FIELD_NAME.matcher(refusal.getMessage()).replaceAll(""));
        model.addAttribute("typed", request.getParameter("reason"));
        return new ModelAndView(ResidentModel.VIEW, model.asMap(), status);
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            // The engine has an exception of its own for this; only its name is known here
            if (t instanceof OptimisticLockingFailureException
                    || t.getClass().getSimpleName().equals("OptimisticLockingException")) {
                return Optional.of(Refusal.notPossibleNow("changed-meanwhile", "刚刚有人办理过，请刷新后再试"));
            }
        }
        return Refusal.in(failure);
    }
}
