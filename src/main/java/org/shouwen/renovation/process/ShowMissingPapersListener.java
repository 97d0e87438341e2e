package org.shouwen.renovation.process;

import org.shouwen.onetimenotice.Item;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;

/** What is still open on the one-time notice. */
@Component
class ShowMissingPapersListener extends ShowItemsListener {

    ShowMissingPapersListener(SupplementDesk desk) {
        super("show_papers", desk::open, Item::text, Item::code);
    }
}
