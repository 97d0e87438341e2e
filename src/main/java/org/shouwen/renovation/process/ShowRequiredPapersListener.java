package org.shouwen.renovation.process;

import org.shouwen.renovation.Requirement;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;

/** The papers an application needs. */
@Component
class ShowRequiredPapersListener extends ShowItemsListener {

    ShowRequiredPapersListener(SupplementDesk desk) {
        super("show_papers", desk::required, Requirement::text, Requirement::code);
    }
}
