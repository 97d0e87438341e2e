package org.shouwen.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.rights.Caller;
import org.shouwen.testing.Callers;
import org.shouwen.ticket.TicketQuery;

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
        assertThat(Tab.MINE.filter(DESK).person()).isEqualTo("desk1");
        assertThat(Tab.MINE.filter(DESK).open()).isTrue();
        assertThat(Tab.ALL.filter(DESK)).isEqualTo(TicketQuery.Filter.NONE);
    }

    /** Whoever passes an address on passes everything on that narrows the list, and nothing that was typed is code in it. */
    @Test
    void anAddressHoldsAllThatWasAskedFor() {
        Asked asked = Asked.of(Map.of(
                "tab", "open", "q", " 漏水&tab=all\"><b> ", "kind", "REPAIR", "status", "", "after", "BX-26-000001"));

        assertThat(asked.address("/desk"))
                .isEqualTo("/desk?tab=open&q=%E6%BC%8F%E6%B0%B4%26tab%3Dall%22%3E%3Cb%3E&kind=REPAIR");
        assertThat(asked.after("BX-26-000002")).endsWith("&kind=REPAIR&after=BX-26-000002");
        assertThat(asked.onTab(Tab.ALL)).startsWith("/desk?tab=all&q=").doesNotContain("after");
        assertThat(asked.conditions()).isEqualTo(1);
    }
}
