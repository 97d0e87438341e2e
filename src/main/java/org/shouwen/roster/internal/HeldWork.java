package org.shouwen.roster.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shouwen.roster.WorkInHand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whoever leaves a post hands over first what he has in hand there. */
@Component
record HeldWork(ObjectProvider<WorkInHand> known) {

    /** @return why the person cannot leave these posts now; empty: he can */
    Optional<String> on(String staff, Collection<String> posts) {
        List<String> open = posts.stream()
                .flatMap(post -> known.stream().flatMap(work -> work.numbers(staff, post).stream()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("手上还有这个岗位没办完的工单 " + String.join("、", open) + "，请先改派，或在“值班”里办岗位变动（监交）");
    }
}
