package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.renovation.SupplementDesk;
import org.springframework.stereotype.Component;

/** Puts on a task the papers an application needs. */
@Component
class ShowRequiredPapersListener extends ShowItemsListener {

    private final SupplementDesk desk;

    ShowRequiredPapersListener(SupplementDesk desk) {
        super("show_papers");
        this.desk = desk;
    }

    @Override
    List<Option> options(String number) {
        return desk.required(number).stream()
                .map(paper -> new Option(paper.text(), paper.code()))
                .toList();
    }
}
