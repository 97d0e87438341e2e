package org.shouwen.desk.web;

import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Faster;
import org.shouwen.ticket.Sight;
import org.shouwen.workflow.TaskForms;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does an open step of a ticket with the form on its page: the same form, gate and refusals as in Tasklist. */
@Allowed
@StaffPage
class StepController {

    private final TaskForms forms;
    private final Faster faster;
    private final Sight sight;

    StepController(TaskForms forms, Faster faster, Sight sight) {
        this.forms = forms;
        this.faster = faster;
        this.sight = sight;
    }

    /** @param typed the form's fields by key; whatever else a page sends is not looked at */
    @PostMapping("/desk/tickets/{number}/steps/{task}")
    String submit(
            @PathVariable String number,
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> typed,
            Caller caller,
            RedirectAttributes flash) {
        String done = faster.unless(number, () -> forms.submit(number, task, typed));
        flash.addFlashAttribute("done", "“" + done + "”已提交。");
        // Whoever handed it on to another site does not see it any more
        return "redirect:" + (sight.sees(number, caller) ? "/desk/tickets/" + number : "/desk");
    }
}
