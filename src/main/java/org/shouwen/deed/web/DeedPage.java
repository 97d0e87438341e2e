package org.shouwen.deed.web;

import java.util.HashMap;
import java.util.Map;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Deeds on the staff pages: {@code POST /desk/tickets/{number}/<deed>}, the inputs as fields of its form. */
@Allowed
@StaffPage
class DeedPage {

    /** Between a kind of ticket and its question: {@code COMPLAINT.about}. */
    private static final char OF = '.';

    private final DeedDesk desk;
    private final DeedRoutes routes;

    DeedPage(DeedDesk desk, DeedRoutes routes) {
        this.desk = desk;
        this.routes = routes;
    }

    String perform(
            @PathVariable Map<String, String> path,
            ServletWebRequest request,
            Caller caller,
            RedirectAttributes flash) {
        Deed deed = routes.deed(request.getRequest());
        Outcome outcome = desk.perform(deed, path.get("number"), path, () -> given(deed, request), caller);
        Map<String, String> where = new HashMap<>(path);
        if (outcome.opened() != null) {
            where.put("number", outcome.opened());
        }
        if (outcome.once().isEmpty() || outcome.said() != null) {
            flash.addFlashAttribute("done", outcome.said() == null ? deed.done() : outcome.said());
        }
        outcome.once().forEach(flash::addFlashAttribute);
        return "redirect:"
                + UriComponentsBuilder.fromPath(outcome.opened() == null ? deed.page() : Deed.TICKET)
                        .buildAndExpand(where)
                        .encode()
                        .toUriString();
    }

    private static Given.Raw given(Deed deed, ServletWebRequest request) {
        if (request.getNativeRequest() instanceof MultipartHttpServletRequest parts) {
            return Multipart.of(true, parts);
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, Map<String, Object>> details = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> texts.put(name, values[0]));
        Map<String, Object> answers = new HashMap<>();
        texts.forEach((name, text) -> {
            if (name.indexOf(OF) > 0) {
                answers.put(name, text);
            }
        });
        deed.inputs().stream()
                .filter(input -> input.type() == Input.Type.DETAILS)
                .forEach(input -> details.put(input.name(), answers));
        return new Given.Raw(true, texts, details, Map.of());
    }
}
