package org.shouwen.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.credential.Credentials;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The door for papers of tickets, with a kind of paper that no feature has: slips of goods, several a ticket. */
class TicketPapersTest {

    private static final String NUMBER = "FX-26-000001";
    private static final Optional<Caller> CLERK =
            Optional.of(new Caller("desk1", Set.of(), Set::of, Instant.parse("2026-11-24T02:00:00Z")));

    private final List<String> drawn = new ArrayList<>();
    private final Tickets tickets = mock(Tickets.class);
    private final Credentials credentials = mock(Credentials.class);

    /** @param isForResident whether the resident takes it as well */
    private record Slips(String path, boolean isForResident, List<String> drawn) implements TicketPaper {

        @Override
        public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
            drawn.add(which);
            String text = drawn.size() == 1 ? "纸箱 5 件" : "纸箱 5 件，已放行 3 件";
            return new Sheet(
                    new Credentials.Reference("SLIP", which, 1),
                    new Paper("物品放行条", which, List.of(new Paper.Text(text))));
        }
    }

    private TicketPapers door(boolean isForResident) {
        StaticListableBeanFactory kinds = new StaticListableBeanFactory();
        kinds.addBean("slips", new Slips("slips", isForResident, drawn));
        PaperPress press = paper -> paper.toString().getBytes(StandardCharsets.UTF_8);
        return new TicketPapers(kinds.getBeanProvider(TicketPaper.class), tickets, press, credentials);
    }

    @BeforeEach
    void aTicket() {
        when(tickets.get(NUMBER)).thenReturn(mock(Ticket.class));
        when(credentials.code(any()))
                .thenAnswer(asked -> asked.getArgument(0).toString().getBytes());
    }

    private static String text(byte[] paper) {
        return new String(paper, StandardCharsets.UTF_8);
    }

    @Test
    void aPaperIsDrawnAnewAsOftenAsItIsTaken() {
        TicketPapers door = door(false);
        assertThat(text(door.pdf(NUMBER, "slips", "FT-26-000001", CLERK).getBody()))
                .contains("物品放行条", "FT-26-000001", "纸箱 5 件")
                .doesNotContain("已放行");
        assertThat(text(door.pdf(NUMBER, "slips", "FT-26-000001", CLERK).getBody()))
                .contains("已放行 3 件");
        assertThat(drawn).hasSize(2);
        assertThat(door.pdf(NUMBER, "slips", "FT-26-000001", CLERK)
                        .getHeaders()
                        .getContentDisposition()
                        .getFilename())
                .isEqualTo("FT-26-000001.pdf");
    }

    @Test
    void theResidentTakesWhatIsForHimWithItsCode() {
        assertThat(text(door(true)
                        .pdf(NUMBER, "slips", "FT-26-000001", Optional.empty())
                        .getBody()))
                .contains("物品放行条");
        assertThat(text(door(true)
                        .code(NUMBER, "slips", "FT-26-000001", Optional.empty())
                        .getBody()))
                .contains("SLIP", "FT-26-000001");
    }

    @Test
    void theResidentTakesNothingElse() {
        assertThatThrownBy(() -> door(false).pdf(NUMBER, "slips", "FT-26-000001", Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessage("工单 FX-26-000001 没有这种单据");
        assertThat(drawn).isEmpty();
    }

    @Test
    void aPaperThatNobodyDeclaresIsNotThere() {
        assertThatThrownBy(() -> door(true).pdf(NUMBER, "permits", "", CLERK))
                .isInstanceOf(Refusal.class)
                .hasMessage("工单 FX-26-000001 没有这种单据");
    }
}
