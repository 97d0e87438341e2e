package org.shouwen.firstresponsibility;

import java.util.List;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Input;
import org.shouwen.deed.Who;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A word left on a ticket, by whoever sees it. */
@Component
@Order(9)
record ResponsibilityDeeds(ResponsibilityDesk desk) implements Deeds {

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of("notes", "留言", "Leaves a word on the ticket, for example for whom one stands in", Who.STAFF)
                        .apart()
                        .once()
                        .asking(Input.longText("text", "留言", 1000))
                        .saying("已留言，写在“经过”里。")
                        .changes((ticket, given, caller) ->
                                desk.note(ticket.number(), given.text("text"), caller.code(), caller.at())));
    }
}
