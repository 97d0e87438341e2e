package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.renovation.RegistrationDesk;
import org.springframework.stereotype.Component;

/** Puts on a task what has to be done before the start. */
@Component
class ShowBeforeStartListener extends ShowItemsListener {

    private final RegistrationDesk desk;

    ShowBeforeStartListener(RegistrationDesk desk) {
        super("show_items");
        this.desk = desk;
    }

    @Override
    List<Option> options(String number) {
        return desk.beforeStart(number).stream()
                .map(item -> new Option(item.text(), item.code()))
                .toList();
    }
}
