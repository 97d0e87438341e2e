package org.shouwen.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What the tables are asked while somebody decides, all of one set, so that it can be kept with what he decides. */
@Component
public class DecisionNotes {

    private final ThreadLocal<Notes> open = new ThreadLocal<>();

    /** Until they are closed, notes of every table that is asked on this thread. */
    public final class Notes implements AutoCloseable {

        private final List<Tickets.Decision> taken = new ArrayList<>();
        private Object read;

        private Notes() {
            open.set(this);
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
        Notes notes = open.get();
        if (notes != null) {
            notes.taken.add(decision);
        }
    }

    /**
     * @param reader of what one decision after the other is to go by
     * @return what was read when the first was asked while the notes are open; empty where nobody takes notes
     */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> once(Supplier<T> reader) {
        Notes notes = open.get();
        if (notes == null) {
            return Optional.empty();
        }
        if (notes.read == null) {
            notes.read = reader.get();
        }
        return Optional.of((T) notes.read);
    }
}
