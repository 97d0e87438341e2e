package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.roster.Post;

/** What a kind of ticket does in its own way; each feature implements it once, so that the desk's routes and pages stay generic. */
public interface TicketKind {

    /** What people can do to a ticket beside the steps of its flow; each kind offers some of it. */
    enum Action {
        TRANSFER("转派"),
        REASSIGN("改派"),
        CORRECT("更正"),
        RESCHEDULE("改约"),
        REOPEN("重新开启"),
        WITHDRAW("撤回"),
        URGE("催单"),
        FOLLOW("随事件办理");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** @return stable code, for example {@code REPAIR} */
    String code();

    /** @return what people read */
    String label();

    /** @return two letters that start the ticket's number, for example {@code BX} */
    String numberPrefix();

    /** @return what is offered; whatever is not is refused by {@link Kinds#mustOffer} */
    Set<Action> actions();

    /** @return what intake asks beyond the common facts, in order; nothing else is taken as {@link Details} */
    default List<Question> questions() {
        return List.of();
    }

    /** @return names of the questions whose answers the kind's own part of the page shows, so that nobody reads them twice there */
    default Set<String> shownInPart() {
        return Set.of();
    }

    /** @return whether a home or a place has to be told; else the site is enough */
    default boolean needsLocation() {
        return true;
    }

    /** @return whether it is taken before it is known who reports it and what exactly it is */
    default boolean isEmergency(Intake intake) {
        return false;
    }

    /** @return code of the person whom the matter is about and who is therefore kept out of it (回避) */
    default Optional<String> recused(Details details) {
        return Optional.empty();
    }

    /** What people read about a ticket. */
    record Fact(String label, String value) {}

    /** @return what only the kind knows about the ticket: what was decided, promised, written */
    default List<Fact> facts(Ticket ticket) {
        return List.of();
    }

    /** @return what an open ticket waits for while nobody has a step to do, as staff read it; "": its flow moves on by itself */
    default String waitsFor(Ticket ticket) {
        return "";
    }

    /** @return what staff call that clock */
    default String label(ClockKind clock) {
        return clock.label();
    }

    /** @return what residents are promised until that clock ends */
    default String promise(ClockKind clock) {
        return clock.promise();
    }

    /** @return posts to which the ticket can be passed; asked only where {@link Action#TRANSFER} is offered */
    default List<Post> posts(Ticket ticket) {
        return List.of();
    }

    /**
     * Decides, registers and starts, in one transaction.
     *
     * @param by code of the first responder
     * @throws org.shouwen.problem.Refusal where the matter cannot be taken; nothing is stored then
     */
    Ticket open(Intake intake, String by, Instant at);

    /**
     * It is not gone on with: the resident takes it back, or it became another matter.
     *
     * @param words what the timeline says of it
     */
    void withdraw(String number, String words, String by, Instant at);

    /** @return whether its resident can still take this one back, as far as its kind knows; else {@link #withdraw} refuses it */
    default boolean isWithdrawable(Ticket ticket) {
        return true;
    }

    /** The resident asks where we are (催单). */
    void urge(String number, String by, Instant at);

    /** The same of the reporter of a ticket that follows this one. Asked only where {@link Action#FOLLOW} is offered. */
    default void urgeFor(String number, Ticket follower, String by, Instant at) {
        throw new IllegalStateException(code() + " follows no incident");
    }

    /**
     * Staff press for it, no resident does. Asked only where {@link Action#URGE} is offered.
     *
     * @param follower the ticket that follows it and that they press for, or null
     */
    default void press(String number, Ticket follower, String by, Instant at) {
        throw new IllegalStateException(code() + " cannot be urged");
    }

    /**
     * Another post has to do the work (转派); the first responder stays. Asked only where {@link Action#TRANSFER} is offered.
     *
     * @param post code of one of the {@link #posts}
     */
    default void transfer(String number, String post, String reason, String by, Instant at) {
        throw new IllegalStateException(code() + " offers no transfer");
    }

    /**
     * Whoever had the work gets no more: its post has to find somebody else. Asked only where {@link Action#TRANSFER} is
     * offered, and before anybody was on site.
     */
    default void giveBack(String number, String reason, String by, Instant at) {
        throw new IllegalStateException(code() + " offers no transfer");
    }

    /** @return who answers for it, once it was opened again: whoever handles it, unless the kind gives it to somebody else then */
    default Optional<String> reopenedFor(Ticket ticket, Instant at) {
        return ticket.handler();
    }

    /** A closed matter starts again. */
    void reopen(String number, String reason, String by, Instant at);

    /**
     * What is promised when a matter starts again because the resident was not satisfied. Asked only of kinds whose return
     * visits reopen.
     *
     * @return next cycles of the clocks that start again
     */
    default List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        throw new IllegalStateException(code() + " promises nothing anew");
    }

    /** @return whether what residents wrote is for the parties of the matter only (D13), so that no task shows it */
    default boolean isConfidential() {
        return false;
    }

    /**
     * Registers a matter that another ticket settles: decided and stored as ever, but nothing is promised and no flow is
     * started ({@link Ticket#follow}). Asked only where {@link Action#FOLLOW} is offered.
     *
     * @param incident number of the ticket that settles it
     * @param by code of the first responder
     */
    default Ticket follow(Intake intake, String incident, String by, Instant at) {
        throw new IllegalStateException(code() + " follows no incident");
    }

    /** An open ticket is settled by another one from now on: its own flow ends. Asked only where it is offered, as above. */
    default void join(String number, String incident, String by, Instant at) {
        throw new IllegalStateException(code() + " follows no incident");
    }

    /**
     * A ticket that followed an incident is worked on by itself: the flow of its kind starts, with new promises where its
     * return visit has not given them already. Asked only where it is offered, as above.
     *
     * @param reason why, as people read it
     */
    default void proceed(String number, String reason, String by, Instant at) {
        throw new IllegalStateException(code() + " follows no incident");
    }
}
