package org.shouwen.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TabTest {

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
        var query = Tab.MINE.query("desk1", null, null);

        assertThat(query.person()).isEqualTo("desk1");
        assertThat(query.open()).isTrue();
        assertThat(Tab.ALL.query("desk1", "1-1-101", null).open()).isNull();
    }
}
