package org.shouwen.renovation.process;

import org.shouwen.onetimenotice.Item;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;

/** What came by link and was not looked at yet. */
@Component
class ShowCamePapersListener extends ShowItemsListener {

    ShowCamePapersListener(SupplementDesk desk) {
        super("show_papers", desk::cameByLink, Item::text, Item::code);
    }
}
