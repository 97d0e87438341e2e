package org.shouwen.renovation.process;

import org.shouwen.onetimenotice.Item;
import org.shouwen.renovation.ApprovalDesk;
import org.springframework.stereotype.Component;

/** What was handed in and can be asked for again. */
@Component
class ShowGivenPapersListener extends ShowItemsListener {

    ShowGivenPapersListener(ApprovalDesk desk) {
        super("show_given", desk::given, Item::text, Item::code);
    }
}
