package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;

/** Puts on a task what is still open on the one-time notice. */
@Component
class ShowMissingPapersListener extends ShowItemsListener {

    private final SupplementDesk desk;

    ShowMissingPapersListener(SupplementDesk desk) {
        super("show_papers");
        this.desk = desk;
    }

    @Override
    List<Option> options(String number) {
        return desk.open(number).stream()
                .map(item -> new Option(item.text(), item.code()))
                .toList();
    }
}
