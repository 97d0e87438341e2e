package org.shouwen.externalparty;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work that somebody outside the house has to do: written to, followed up, given up. While a promise of theirs is ahead,
 * ours stand still; an emergency's never do.
 */
@Component
public class ExternalPartyDesk {

    /** A leak has three routes (B20); after the third letter we repair ourselves. */
    private static final int MOST_LETTERS = 3;

    private final Tickets tickets;
    private final Letters letters;
    private final TimeLimitDesk clocks;
    private final Moments moments;

    ExternalPartyDesk(Tickets tickets, Letters letters, TimeLimitDesk clocks, Moments moments) {
        this.tickets = tickets;
        this.letters = letters;
        this.clocks = clocks;
        this.moments = moments;
    }

    @Transactional
    public void send(
            String number,
            Letter.Party party,
            String name,
            String letterNumber,
            Instant promisedOn,
            String by,
            Instant at) {
        mustBeAhead(promisedOn, at);
        letters.add(number, new Letter(party, name, letterNumber, at, promisedOn, false, null), by);
        tickets.note(
                number,
                LetterEvent.SENT,
                "发函给%s（%s），文号 %s，对方承诺 %s".formatted(party.label(), name, letterNumber, moments.text(promisedOn)),
                by,
                at,
                "party",
                party,
                "due",
                promisedOn);
        pause(number, letterNumber, promisedOn, by, at);
    }

    @Transactional
    public void postpone(String number, Instant promisedOn, String reason, String by, Instant at) {
        mustBeAhead(promisedOn, at);
        letters.postpone(number, promisedOn);
        String words = "对方改期到 " + moments.text(promisedOn) + "：" + reason;
        tickets.note(number, LetterEvent.POSTPONED, words, by, at, "due", promisedOn);
        resume(number, "对方改期", by, at);
        pause(number, current(number).letterNumber(), promisedOn, by, at);
    }

    @Transactional
    public void done(String number, String remark, String by, Instant at) {
        end(number, Letter.Outcome.DONE, remark, by, at);
    }

    /**
     * They will not do it.
     *
     * @param another whether somebody else is written to next
     */
    @Transactional
    public void giveUp(String number, boolean another, String remark, String by, Instant at) {
        if (another && letters.of(number).size() >= MOST_LETTERS) {
            throw Refusal.notPossibleNow("routes-used-up", "已经发过 " + MOST_LETTERS + " 次函，没有别的途径了，请转为自修");
        }
        end(number, Letter.Outcome.FAILED, remark, by, at);
    }

    /** The promised date has come and nothing is done: our promises run on. */
    @Transactional
    public void overdue(String number, String by, Instant at) {
        letters.overdue(number);
        resume(number, "对方没有按期办理", by, at);
    }

    /** @return the letter to whoever says that it is mended, while nobody of ours has looked at it */
    public Optional<Letter> doneAndUnchecked(String number) {
        return tickets.timeline(number).stream()
                .filter(line -> line.is(LetterEvent.ENDED) || line.is(TicketEvent.REPORTED))
                .reduce((earlier, later) -> later)
                .filter(line -> line.is(LetterEvent.ENDED))
                .flatMap(line -> letters.current(number))
                .filter(letter -> letter.outcome() == Letter.Outcome.DONE);
    }

    private void end(String number, Letter.Outcome outcome, String remark, String by, Instant at) {
        letters.end(number, outcome, remark, at);
        String words = current(number).name() + outcome.label() + "：" + remark;
        tickets.note(number, LetterEvent.ENDED, words, by, at, "outcome", outcome);
        resume(number, "外单位" + outcome.label(), by, at);
    }

    private void pause(String number, String letterNumber, Instant until, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.facts().priority() == Priority.P0) {
            return;
        }
        if (ticket.pause().isPresent()) {
            clocks.resume(number, null, by, at);
        }
        clocks.pause(number, PauseReason.THIRD_PARTY, letterNumber, until, by, at);
    }

    private void resume(String number, String note, String by, Instant at) {
        if (tickets.get(number).pause().isPresent()) {
            clocks.resume(number, note, by, at);
        }
    }

    private Letter current(String number) {
        return letters.current(number).orElseThrow(() -> new IllegalStateException(number + " has no letter"));
    }

    private static void mustBeAhead(Instant promisedOn, Instant at) {
        if (!promisedOn.isAfter(at)) {
            throw Refusal.invalid("promise-past", "promisedOn", "对方承诺的日期须在现在之后");
        }
    }
}
