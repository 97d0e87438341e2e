package org.shouwen.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.rights.Caller;
import org.shouwen.testing.Callers;

class TabTest {

    private static final Caller DESK = Callers.at(Set.of(), Instant.EPOCH, "desk1");

    @Test
    void opensWithOnesOwn() {
        assertThat(Tab.named(null, false)).isEqualTo(Tab.MINE);
        assertThat(Tab.named("nonsense", false)).isEqualTo(Tab.MINE);
    }

    @Test
    void searchesEverywhereUnlessATabIsNamed() {
        assertThat(Tab.named(null, true)).isEqualTo(Tab.ALL);
        assertThat(Tab.named("overdue", true)).isEqualTo(Tab.OVERDUE);
    }

    @Test
    void asksForOpenTicketsOfThePerson() {
        var query = Tab.MINE.query(DESK, null, null);

        assertThat(query.person()).isEqualTo("desk1");
        assertThat(query.open()).isTrue();
        assertThat(Tab.ALL.query(DESK, "1-1-101", null).open()).isNull();
    }
}
