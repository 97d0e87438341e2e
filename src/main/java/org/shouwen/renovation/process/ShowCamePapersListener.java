package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;

/** Puts on a task what came by link and was not looked at yet. */
@Component
class ShowCamePapersListener extends ShowItemsListener {

    private final SupplementDesk desk;

    ShowCamePapersListener(SupplementDesk desk) {
        super("show_papers");
        this.desk = desk;
    }

    @Override
    List<Option> options(String number) {
        return desk.cameByLink(number).stream()
                .map(item -> new Option(item.text(), item.code()))
                .toList();
    }
}
