package org.shouwen.enquiry;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.matter.MatterKind;
import org.shouwen.matter.Matters;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Tickets;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who comes with a question, an idea, thanks or a wish has his answer at once where that is possible; else the matter is
 * passed on under first responsibility until he has it. Four kinds of ticket, one flow.
 */
@Component
public class EnquiryDesk {

    public static final String CONSULTATION = "CONSULTATION";
    public static final String SUGGESTION = "SUGGESTION";
    public static final String PRAISE = "PRAISE";
    public static final String SERVICE = "SERVICE";

    private static final String ANSWER = "answer";
    private static final String PASS_TO = "passTo";
    private static final String PRAISED = "praised";
    private static final String PRAISED_OUTSIDE = "praisedOutside";

    /** What becomes of a suggestion. */
    public enum Decision {
        ADOPTED("采纳"),
        NOT_ADOPTED("不采纳");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    private final Tickets tickets;
    private final Roster roster;

    EnquiryDesk(Tickets tickets, Roster roster) {
        this.tickets = tickets;
        this.roster = roster;
    }

    @Bean
    @Order(30)
    static TicketKind consultation(Matters matters, Notices notices) {
        return new Enquiry(CONSULTATION, "咨询", "ZX", matters, notices);
    }

    @Bean
    @Order(31)
    static TicketKind suggestion(Matters matters, Notices notices) {
        return new Enquiry(SUGGESTION, "建议", "JY", matters, notices);
    }

    @Bean
    @Order(32)
    static TicketKind praise(Matters matters, Notices notices) {
        return new Enquiry(PRAISE, "表扬", "BY", matters, notices);
    }

    @Bean
    @Order(33)
    static TicketKind service(Matters matters, Notices notices) {
        return new Enquiry(SERVICE, "其他服务", "QT", matters, notices);
    }

    /** Whoever the matter was passed on to has answered the resident. */
    @Transactional
    public void answer(String number, String words, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        answered(ticket, words, by, at);
        tickets.save(ticket);
    }

    /** The supervisor says what becomes of a suggestion; the resident is told with the answer. */
    @Transactional
    public void decide(String number, Decision decision, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.conclude("建议已有决定", by, at);
        tickets.note(number, EnquiryEvent.DECIDED, "决定" + decision.label() + "：" + reason, by, at);
        tickets.save(ticket);
    }

    /**
     * @return code of who hears of the praise: whoever is praised; where he cannot sign in or is not on the roster (a cleaner, a
     *     guard), the first responder, who passes it on; "" where nobody is praised
     */
    public String hears(Ticket praise) {
        if (!praise.kind().equals(PRAISE)) {
            return "";
        }
        return praised(details(praise), roster)
                .filter(code -> !roster.shutOut().containsKey(code))
                .orElse(praise.firstResponder());
    }

    /** @return name of who is praised, where he does not hear of it himself */
    Optional<String> praisedThroughAnother(Ticket praise) {
        if (!praise.kind().equals(PRAISE)) {
            return Optional.empty();
        }
        Details details = details(praise);
        return praised(details, roster).filter(hears(praise)::equals).isEmpty()
                ? Optional.of(nameOfPraised(details, roster))
                : Optional.empty();
    }

    /** What was told at the opening is not read with each ticket. */
    private Details details(Ticket ticket) {
        Details details = ticket.facts().intake().details();
        return details.told().isEmpty() ? tickets.details(ticket.number()) : details;
    }

    private static Optional<String> praised(Details details, Roster roster) {
        return details.optionalText(PRAISED, "受表扬的人", 40).map(roster::spelled);
    }

    private static String nameOfPraised(Details details, Roster roster) {
        return praised(details, roster)
                .map(roster::nameOf)
                .or(() -> details.optionalText(PRAISED_OUTSIDE, "受表扬的人", 60))
                .orElseGet(() -> details.text(PRAISED, "受表扬的人", 40));
    }

    /** Only a suggestion is not over with its answer. */
    private static void answered(Ticket ticket, String words, String by, Instant at) {
        ticket.answer(words, by, at);
        if (!ticket.kind().equals(SUGGESTION)) {
            ticket.conclude("答复完毕", by, at);
        }
    }

    /** One of the four kinds. */
    static class Enquiry extends MatterKind {

        private final Roster roster;
        private final Tickets tickets;
        private final Notices notices;

        Enquiry(String code, String label, String numberPrefix, Matters matters, Notices notices) {
            super(code, label, numberPrefix, matters);
            this.notices = notices;
            this.roster = matters.roster();
            this.tickets = matters.tickets();
        }

        /** Thanks are passed on at once; there is nothing to urge, to withdraw or to do again. */
        @Override
        public Set<Action> actions() {
            return code().equals(PRAISE)
                    ? EnumSet.noneOf(Action.class)
                    : EnumSet.of(Action.TRANSFER, Action.REASSIGN, Action.REOPEN, Action.WITHDRAW, Action.URGE);
        }

        @Override
        public List<Question> questions() {
            return code().equals(PRAISE)
                    ? List.of(
                            Question.of(PRAISED, "受表扬的人", Question.Type.STAFF, "系统会把业主的话转给本人"),
                            Question.of(PRAISED_OUTSIDE, "名册以外受表扬的", Question.Type.TEXT, "保洁、保安等：怎么称呼、在哪里；由首问责任人转告"))
                    : List.of(
                            Question.of(ANSWER, "当场答复", Question.Type.LONG_TEXT, "已经当场答复业主的，写下答复的内容"),
                            Question.of(PASS_TO, "转给哪个岗位", Question.Type.POST, "没有当场答复的由这个岗位答复；不填的由前台答复"));
        }

        @Override
        public boolean needsLocation() {
            return false;
        }

        @Override
        public List<Fact> facts(Ticket ticket) {
            return tickets.timeline(ticket.number()).stream()
                    .filter(line -> line.is(EnquiryEvent.DECIDED))
                    .reduce((earlier, later) -> later)
                    .map(line -> new Fact("对建议的决定", line.text()))
                    .stream()
                    .toList();
        }

        /** D1-13: nothing of it is urgent; services are wanted the same day. */
        @Override
        protected Judgement judge(Matter matter, Instant at) {
            Details details = matter.intake().details();
            String site = matter.location().site();
            Optional<String> post = details.optionalText(PASS_TO, "转给哪个岗位", 60);
            if (post.isPresent() && details.told().containsKey(ANSWER)) {
                throw Refusal.invalid("pass-to-not-needed", "details." + PASS_TO, "已经当场答复的，不用再转给别的岗位");
            }
            return new Judgement(
                    code().equals(SERVICE) ? Priority.P2 : Priority.P3,
                    false,
                    "",
                    post.isPresent()
                            ? postAt(site, post.get())
                            : office(site, "答复").code(),
                    ticket -> {});
        }

        @Override
        protected void begun(Ticket ticket, Instant at) {
            Details details = ticket.facts().intake().details();
            if (code().equals(PRAISE)) {
                praised(details, roster).ifPresent(this::mustBeStaff);
            }
            Optional<String> words = code().equals(PRAISE)
                    ? Optional.of("感谢您的表扬，我们会转告" + nameOfPraised(details, roster))
                    : details.optionalText(ANSWER, "当场答复", 1000);
            words.ifPresent(text -> answered(ticket, text, ticket.firstResponder(), at));
        }

        /** Whoever has no answer yet reads that we have his question, where he left an address; nobody is called for that. */
        @Override
        @Transactional
        public Ticket register(Intake intake, String by, Instant at) {
            Ticket ticket = super.register(intake, by, at);
            Reporter reporter = intake.reporter();
            if (ticket.status() == Status.RECEIVED
                    && reporter != null
                    && reporter.email() != null
                    && !reporter.email().isBlank()) {
                notices.tellResident(ticket, new Notices.Message("enquiry-received.to-resident", "received", at));
            }
            return ticket;
        }

        private void mustBeStaff(String praised) {
            if (roster.staff(praised).isEmpty()) {
                throw Refusal.invalid("staff-unknown", "details." + PRAISED, "没有工号为“" + praised + "”的员工");
            }
        }

        private String postAt(String site, String code) {
            return roster.post(code)
                    .filter(post -> post.site().equals(site))
                    .map(Post::code)
                    .orElseThrow(
                            () -> Refusal.invalid("post-unknown", "details." + PASS_TO, "这个服务点没有岗位“" + code + "”"));
        }
    }
}
