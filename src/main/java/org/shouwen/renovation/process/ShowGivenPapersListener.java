package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.renovation.ApprovalDesk;
import org.springframework.stereotype.Component;

/** Puts on a task what was handed in and can be asked for again. */
@Component
class ShowGivenPapersListener extends ShowItemsListener {

    private final ApprovalDesk desk;

    ShowGivenPapersListener(ApprovalDesk desk) {
        super("show_given");
        this.desk = desk;
    }

    @Override
    List<Option> options(String number) {
        return desk.given(number).stream()
                .map(item -> new Option(item.text(), item.code()))
                .toList();
    }
}
