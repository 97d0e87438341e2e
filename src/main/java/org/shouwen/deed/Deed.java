package org.shouwen.deed;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;

/**
 * Something that people do to a ticket beside the steps of its flow.
 *
 * @param path what follows the ticket's address, for example {@code passes/{pass}/return}; the deed's name, too
 * @param label what people read on its button; the verb of its refusals
 * @param title what people read before it is opened
 * @param help what people have to know before they press, or ""
 * @param summary what the description of the API says
 * @param who who may; everybody else is refused in a sentence, and is not offered it
 * @param when in which statuses it is offered; elsewhere the ticket itself refuses it
 * @param action what the ticket's kind has to offer for it, or null
 * @param applies what else has to hold for it to be offered
 * @param inputs what it asks, in the order of the form
 * @param done what people read afterwards
 * @param page the page that it stands on and leads back to; {@code {number}} is the ticket
 * @param creates whether something new has an address afterwards
 * @param template the fragment that shows its form, which it finds as {@code form}
 * @param apart whether its form stands in a place of its own on the page, not among the others
 * @param once whether each time it is done there is something more, so that one form does it once, however often it is sent
 * @param lazy whether its form takes much looking up, so that it is made when it is asked for
 */
public record Deed(
        String path,
        String label,
        String title,
        String help,
        String summary,
        Who who,
        Set<Status> when,
        TicketKind.Action action,
        BiPredicate<Ticket, Caller> applies,
        List<Input> inputs,
        String done,
        String page,
        boolean creates,
        String template,
        boolean apart,
        boolean once,
        boolean lazy,
        boolean ending,
        Act act) {

    /** The ticket's own page. */
    public static final String TICKET = "/desk/tickets/{number}";

    /** What the feature's desk does. */
    @FunctionalInterface
    public interface Act {

        Outcome on(Ticket ticket, Given given, Caller caller);
    }

    /** What changes and has nothing else to say. */
    @FunctionalInterface
    public interface Change {

        void on(Ticket ticket, Given given, Caller caller);
    }

    /** @param summary one English sentence for the description of the API */
    public static Declaration of(String path, String label, String summary, Who who) {
        return new Declaration(path, label, summary, who);
    }

    /** @return its name in the description of the API */
    public String id() {
        return path.replace('/', '-').replaceAll("[{}]", "");
    }

    /** A deed as a feature writes it down; what it does comes last. */
    public static final class Declaration {

        private final String path;
        private final String label;
        private final String summary;
        private final Who who;
        private Set<Status> when = EnumSet.allOf(Status.class);
        private boolean ends;
        private TicketKind.Action action;
        private BiPredicate<Ticket, Caller> applies = (ticket, caller) -> true;
        private List<Input> inputs = List.of();
        private String done;
        private String page = TICKET;
        private String title;
        private String help = "";
        private boolean creates;
        private String template = "deed/forms :: form";
        private boolean apart;
        private boolean once;
        private boolean lazy;
        private boolean ending;

        private Declaration(String path, String label, String summary, Who who) {
            this.path = path;
            this.label = label;
            this.title = label;
            this.summary = summary;
            this.who = who;
            this.done = "已" + label + "。";
        }

        public Declaration when(Set<Status> statuses) {
            this.when = statuses;
            return this;
        }

        /** Until the ticket is closed or withdrawn; then it is refused, whatever the feature knows of its own. */
        public Declaration whileOpen() {
            this.ends = true;
            return when(EnumSet.complementOf(EnumSet.of(Status.CLOSED, Status.WITHDRAWN)));
        }

        /** Only kinds that offer that, the others refuse it. */
        public Declaration offeredBy(TicketKind.Action kinds) {
            this.action = kinds;
            return this;
        }

        /** What else has to hold for it to be offered. */
        public Declaration where(Predicate<Ticket> holds) {
            return where((ticket, caller) -> holds.test(ticket));
        }

        public Declaration where(BiPredicate<Ticket, Caller> holds) {
            this.applies = holds;
            return this;
        }

        public Declaration asking(Input... asked) {
            this.inputs = List.of(asked);
            return this;
        }

        public Declaration titled(String words) {
            this.title = words;
            return this;
        }

        public Declaration helping(String words) {
            this.help = words;
            return this;
        }

        public Declaration saying(String words) {
            this.done = words;
            return this;
        }

        /** It stands on that page instead of the ticket's own. */
        public Declaration on(String where) {
            this.page = where;
            return this;
        }

        public Declaration creating() {
            this.creates = true;
            return this;
        }

        /** Its form is one of its own. */
        public Declaration shownBy(String fragment) {
            this.template = fragment;
            return this;
        }

        /** Its form stands in a place of its own, where {@link DeedDesk#form} is asked for it. */
        public Declaration apart() {
            this.apart = true;
            return this;
        }

        /** Each time there is something more: one form of a page does it once, however often it is sent. */
        public Declaration once() {
            this.once = true;
            return this;
        }

        /** Its form takes much looking up, so that it is made when somebody asks for it. */
        public Declaration whenAsked() {
            this.lazy = true;
            return this;
        }

        /** What it ends does not come back; its button says so by its colour. */
        public Declaration ending() {
            this.ending = true;
            return this;
        }

        public Deed does(Act act) {
            return new Deed(
                    path,
                    label,
                    title,
                    help,
                    summary,
                    who,
                    when,
                    action,
                    applies,
                    inputs,
                    done,
                    page,
                    creates,
                    template,
                    apart,
                    once,
                    lazy,
                    ending,
                    ends ? unlessEnded(act) : act);
        }

        /** In the words in which the ticket itself refuses what only its end is in the way of. */
        private Act unlessEnded(Act act) {
            return (ticket, given, caller) -> {
                if (ticket.status().isFinal()) {
                    throw Refusal.notPossibleNow(
                            "ticket-" + ticket.status().name().toLowerCase(Locale.ROOT),
                            "工单 " + ticket.number() + " " + ticket.status().label() + "，不能" + label);
                }
                return act.on(ticket, given, caller);
            };
        }

        public Deed changes(Change change) {
            return does((ticket, given, caller) -> {
                change.on(ticket, given, caller);
                return Outcome.CHANGED;
            });
        }
    }
}
