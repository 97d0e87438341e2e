package org.shouwen.workflow;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What the tables are asked while somebody decides, so that it can be kept with what he decides. */
@Component
public class DecisionNotes {

    private final ThreadLocal<List<Tickets.Decision>> open = new ThreadLocal<>();

    /** Until they are closed, notes of every table that is asked on this thread. */
    public final class Notes implements AutoCloseable {

        private final List<Tickets.Decision> taken = new ArrayList<>();

        private Notes() {
            open.set(taken);
        }

        /** @return what was asked until now, in order */
        public List<Tickets.Decision> taken() {
            return List.copyOf(taken);
        }

        @Override
        public void close() {
            open.remove();
        }
    }

    public Notes open() {
        return new Notes();
    }

    /** Notes it where somebody wants to know. */
    public void note(Tickets.Decision decision) {
        List<Tickets.Decision> taken = open.get();
        if (taken != null) {
            taken.add(decision);
        }
    }
}
