package org.shouwen.resident.web;

import jakarta.servlet.http.HttpServletRequest;
import org.shouwen.page.Plain;
import org.shouwen.problem.Refusal;
import org.shouwen.resident.Link;
import org.shouwen.resident.LinkPage;
import org.shouwen.resident.PageCookie;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A refusal stands above the page it concerns, with what was typed: nothing is kept for residents between two requests. */
@ControllerAdvice(annotations = LinkPage.class)
class ResidentAdvice {

    private final ResidentPages pages;
    private final SecondPersonPages secondPersons;

    ResidentAdvice(ResidentPages pages, SecondPersonPages secondPersons) {
        this.pages = pages;
        this.secondPersons = secondPersons;
    }

    @ExceptionHandler
    ModelAndView on(Exception failure, HttpServletRequest request) throws Exception {
        // Without the database there is no page to stand above
        Refusal refusal = Refusal.said(failure)
                .filter(said -> said.kind() != Refusal.Kind.UNAVAILABLE)
                .orElseThrow(() -> failure);
        HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
        if (!(request.getAttribute(PageCookie.LINK) instanceof Link link)) {
            return new ModelAndView("resident/gone", HttpStatus.NOT_FOUND);
        }
        Model model = new ExtendedModelMap();
        String view = link.purpose() == null
                ? pages.fill(link.ticket(), model)
                : secondPersons.fill(link.ticket(), link.purpose(), model);
        model.addAttribute("problem", Plain.sentence(refusal));
        model.addAttribute("typed", request.getParameter("reason"));
        return new ModelAndView(view, model.asMap(), status);
    }
}
