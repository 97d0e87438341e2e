package org.shouwen.renovation.process;

import org.shouwen.onetimenotice.Item;
import org.shouwen.renovation.RegistrationDesk;
import org.springframework.stereotype.Component;

/** What has to be done before the start. */
@Component
class ShowBeforeStartListener extends ShowItemsListener {

    ShowBeforeStartListener(RegistrationDesk desk) {
        super("show_items", desk::beforeStart, Item::text, Item::code);
    }
}
