package org.shouwen.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Facts that only a feature knows and that the wording of a notice needs. */
public interface NoticeFacts {

    /**
     * @return facts by name for this ticket: text, lists of text, or a {@link Supplier} of one, which is asked only where
     *     the wording speaks of it; empty where the feature has none
     */
    Map<String, Object> of(Ticket ticket);

    /** @param flow routing facts of the flow that tells; most features do not need them */
    default Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        return of(ticket);
    }

    /** Facts that come from one look-up, which is made once, and only where the wording speaks of one of them. */
    final class LookUp<T> {

        private final Supplier<Optional<T>> found;

        public LookUp(Supplier<Optional<T>> lookUp) {
            found = SingletonSupplier.of(lookUp);
        }

        /** @return the fact; null where nothing was found */
        public Supplier<Object> fact(Function<T, Object> of) {
            return () -> found.get().map(of).orElse(null);
        }
    }
}
